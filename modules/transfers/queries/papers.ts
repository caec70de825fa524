import type { Inputs } from '#contract/lib';
import {
  CHECK_RESULTS,
  SUBJECTS,
  TRANSFER_ROUTES,
  WHY,
  type transfersContract,
} from '#contract/transfers';
import { toFile } from '#engines/document';
import { dayOf } from '#kernel/plain-date';
import { ok, refuse, type Result } from '#kernel/result';
import { may, type Read, type Write } from '#platform/db';
import { reveal } from '#modules/members';
import { orgNames, placeOf } from '#modules/organisations';
import { letterSheet, receiptSlip, transferRecord, type LetterPaper } from '../documents/letter.ts';
import { checkSheet, letterRegister, wholeList } from '../documents/registers.ts';
import type { Told } from '../rules/facts.ts';
import { labelOf } from '../rules/steps.ts';
import { STATES } from '../rules/words.ts';
import { caseOf, type CaseRow } from '../store/cases.ts';
import { lettersWithin } from '../store/letters.ts';
import { openNumbers } from '../store/sealed.ts';
import { stepsOf, type StepRow } from '../store/steps.ts';
import { wholeOf } from '../store/whole.ts';
import { checkDetail } from './checks.ts';
import { letterOut } from './detail.ts';

type In = Inputs<typeof transfersContract>;

/** What the form of a step told, in lines for a paper. */
function toldLines(told: Told, step: StepRow): string[] {
  const lines: (string | undefined | null | false)[] = [
    told.why !== undefined &&
      `原因：${told.why === 'other' ? (told.whyText ?? '') : WHY[told.why]}`,
    (told.nationalNumber ?? '') !== '' && `全国系统编号：${told.nationalNumber}`,
    (told.letterNumber ?? '') !== '' &&
      `介绍信第${told.letterNumber}号，有效期${told.letterDays ?? ''}天${step.until === null ? '' : `，至${step.until}`}`,
    typeof told.duesMonth === 'string' && `党费交到${told.duesMonth}`,
    told.papersChecked === true && '已审查入党材料',
    (told.reason ?? '') !== '' && `理由：${told.reason}`,
    told.paper,
    told.handler,
    told.note,
    step.ofOther && '据对方办理情况登记',
    ...Object.values(step.reasons),
  ];
  return lines.filter((line): line is string => typeof line === 'string' && line !== '');
}

/** Numbers for a letter: opened for this print alone, and kept in the log; blank for whoever may not see them. */
async function numbersFor(write: Write, row: CaseRow) {
  const none = { idNumber: '', phone: '' };
  if (!may(write.actor, 'members.reveal')) return none;
  if (row.personId === null) return { ...none, ...openNumbers(write, row.sealed) };
  const opened = await reveal(write, {
    personId: row.personId,
    reason: '打印组织关系介绍信',
  });
  return opened.ok
    ? { idNumber: opened.value.idNumber ?? '', phone: opened.value.phone ?? '' }
    : none;
}

async function letterPaperOf(
  write: Write,
  row: CaseRow,
  steps: readonly StepRow[],
): Promise<LetterPaper | null> {
  const step = steps.findLast((one) => one.move === 'issue_letter' || one.move === 'renew_letter');
  if (step === undefined) return null;
  const { about } = row;
  return {
    number: step.told.letterNumber ?? '',
    name: row.personName,
    sex: about.sex,
    ethnic: about.ethnic,
    bornOn: about.bornOn,
    full: row.subject === 'full',
    ...(await numbersFor(write, row)),
    from: row.fromCommittee === '' ? row.fromName : row.fromCommittee,
    to: row.toName,
    addressee: row.toCommittee === '' ? row.toName : row.toCommittee,
    duesMonth: step.told.duesMonth ?? '',
    issuedOn: step.on,
    days: step.told.letterDays ?? 0,
    contact: step.told.contact ?? '',
  };
}

/** 介绍信, 回执联 or 接转情况 of a case. */
export async function casePaper(write: Write, input: In['casePaper']): Promise<Result<File>> {
  const row = await caseOf(write, input.caseId);
  if (row === null) return refuse('common.not_found');
  const steps = await stepsOf(write, [row.caseId]);
  if (input.kind === 'record') {
    const document = transferRecord({
      name: row.personName,
      subject: SUBJECTS[row.subject],
      sex: row.about.sex,
      bornOn: row.about.bornOn,
      from: [row.fromCommittee, row.fromName].filter((one) => one !== '').join('　'),
      to: [row.toCommittee, row.toName].filter((one) => one !== '').join('　'),
      route: TRANSFER_ROUTES[row.route],
      stateName: STATES[row.state],
      duesMonth:
        steps.findLast((one) => typeof one.told.duesMonth === 'string')?.told.duesMonth ?? '',
      steps: steps.map((step) => ({
        label: labelOf(row.route, step.move),
        on: step.on,
        told: toldLines(step.told, step),
        by: step.byAs,
      })),
      on: write.today,
    });
    return ok(await toFile(document, `组织关系接转情况 ${row.personName}`, input.format));
  }
  const of = await letterPaperOf(write, row, steps);
  if (of === null) return refuse('transfers.no_letter');
  if (input.kind === 'letter')
    return ok(await toFile(letterSheet(of), `组织关系介绍信 ${row.personName}`, input.format));
  const sent = steps.findLast((one) => one.move === 'send_receipt');
  const slip = receiptSlip({
    ...of,
    on: sent?.on ?? write.today,
    handler: sent?.told.handler ?? '',
    phone: sent?.told.contact ?? '',
  });
  return ok(await toFile(slip, `回执联 ${row.personName}`, input.format));
}

/** 介绍信登记簿 of a year, at or below an organisation. */
export async function lettersPaper(read: Read, input: In['lettersPaper']): Promise<Result<File>> {
  const place = await placeOf(read, input.orgId);
  if (place === null) return refuse('common.not_found');
  const rows = await lettersWithin(read, {
    path: place.orgPath,
    direction: input.direction,
    from: dayOf(input.year, 1, 1),
    to: dayOf(input.year, 12, 31),
  });
  const orgName = (await orgNames(read, [input.orgId])).get(input.orgId)?.name ?? '';
  const document = letterRegister({
    orgName,
    year: input.year,
    direction: input.direction,
    rows: rows.map((row) => ({ ...row, expired: letterOut(read, row).expired })),
  });
  const word = input.direction === 'out' ? '转出' : '转入';
  return ok(await toFile(document, `介绍信登记簿 ${input.year} ${word}`, input.format));
}

/** 整建制转接名册. */
export async function wholePaper(read: Read, input: In['wholePaper']): Promise<Result<File>> {
  const whole = await wholeOf(read, input.wholeId);
  if (whole === null) return refuse('common.not_found');
  const orgName = (await orgNames(read, [whole.orgId])).get(whole.orgId)?.name ?? '';
  return ok(
    await toFile(wholeList({ ...whole, orgName }), `整建制转接名册 ${orgName}`, input.format),
  );
}

/** 组织关系排查表 of a branch. */
export async function checkPaper(read: Read, input: In['checkPaper']): Promise<Result<File>> {
  const found = await checkDetail(read, input);
  if (found === null) return refuse('common.not_found');
  const sums = [
    `应排查${found.total}人，已登记${found.marked}人`,
    ...Object.entries(found.by)
      .filter(([, count]) => count > 0)
      .map(([result, count]) => `${CHECK_RESULTS[result as keyof typeof CHECK_RESULTS]}${count}人`),
    `待办结${found.unsettled}人`,
  ].join('；');
  const document = checkSheet({
    orgName: found.orgName,
    year: found.year,
    openedOn: found.openedOn as never,
    closedOn: found.closedOn as never,
    sums: `${sums}。`,
    rows: found.lines.map((line) => ({
      name: line.name,
      result: line.result === null ? '' : CHECK_RESULTS[line.result],
      on: line.on as never,
      note: line.note,
    })),
  });
  return ok(await toFile(document, `组织关系排查表 ${found.year} ${found.orgName}`, input.format));
}
