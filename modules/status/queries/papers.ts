import { ok, refuse, type Result } from '#kernel/result';
import {
  GROUNDS,
  HEARD_HOW,
  LOST_CAUSES,
  MEASURES,
  REGULATIONS,
  SANCTIONS,
  SEARCH_RESULTS,
  SEARCH_WAYS,
  type statusContract,
} from '#contract/status';
import type { Inputs } from '#contract/lib';
import { toFile } from '#engines/document';
import type { PersonId } from '#kernel/ids';
import { chineseDate, type PlainDate } from '#kernel/plain-date';
import type { Read, Write } from '#platform/db';
import { facesOf } from '#modules/members';
import { orgNames, placeOf } from '#modules/organisations';
import {
  approvalSheet,
  lostRegister,
  noticeLetter,
  resolution,
  talkRecord,
  type CasePaper,
} from '../documents/case-papers.ts';
import type { Told } from '../rules/facts.ts';
import { KINDS } from '../rules/words.ts';
import { lostWithin } from '../store/lost.ts';
import { outcomesOf } from '../store/steps.ts';
import { detail } from './detail.ts';
import { lostLines } from './lost.ts';

type In = Inputs<typeof statusContract>;

const sexName = (sex: 'male' | 'female' | null): string =>
  sex === null ? '' : sex === 'male' ? '男' : '女';

/** What the form of a step told, in lines for a paper and the page. */
function toldLines(told: Told): string[] {
  const lines: (string | null)[] = [
    told.ground === undefined ? null : GROUNDS[told.ground],
    told.since === undefined ? null : `自${chineseDate(told.since)}`,
    told.foundOn === undefined ? null : `${chineseDate(told.foundOn)}取得联系`,
    told.noProperReason === true ? '认定没有正当理由' : null,
    told.educatedOn === undefined ? null : `${chineseDate(told.educatedOn)}批评教育`,
    told.heard === undefined ? null : HEARD_HOW[told.heard],
    told.measures === undefined || told.measures.length === 0
      ? null
      : told.measures.map((one) => MEASURES[one]).join('、'),
    told.months === undefined || told.months === 0 ? null : `${told.months}个月`,
    told.sanction === undefined ? null : SANCTIONS[told.sanction],
    told.organ === undefined || told.organ === '' ? null : told.organ,
    told.paper === undefined || told.paper === '' ? null : told.paper,
  ];
  return lines.filter((line): line is string => line !== null);
}

const clauseOf = (told: Told | undefined): string =>
  told?.clause === undefined || told.clause === ''
    ? ''
    : `${REGULATIONS[told.regulation ?? 'handling']}${told.clause}`;

/** The papers of a case; printing one is a view of it and written down. */
export async function casePaper(write: Write, input: In['casePaper']): Promise<Result<File>> {
  const found = await detail(write, { caseId: input.caseId });
  if (found === null) return refuse('common.not_found');
  const personId = found.personId as PersonId;
  const face = (await facesOf(write, [personId])).get(personId);
  const org = (await orgNames(write, [found.orgId])).get(found.orgId);
  const clauseAt = found.steps.findLast((step) => (step.told as Told).clause !== undefined);
  const of: CasePaper = {
    name: found.name,
    sex: sexName(face?.sex ?? null),
    bornOn: face?.bornOn ?? null,
    joinedOn: face?.joinedOn ?? null,
    orgName: org?.name ?? found.orgName,
    kindName: KINDS[found.kind],
    stateName: found.stateName,
    approver: found.approver,
    clause: clauseOf(clauseAt?.told as Told | undefined),
    steps: found.steps.map((step) => ({
      label: step.label,
      on: step.on as PlainDate,
      lines: [
        ...toldLines(step.told as Told),
        ...(step.vote === '' ? [] : [step.vote]),
        ...(step.until === null ? [] : [`至${chineseDate(step.until as PlainDate)}`]),
        ...(step.fromPaper ? ['据纸质材料'] : []),
      ],
      by: step.byName,
    })),
    on: write.today,
  };
  const give = async (document: Parameters<typeof toFile>[0], name: string) =>
    ok(await toFile(document, `${name} ${of.name}`, input.format));
  if (input.kind === 'sheet') return give(approvalSheet(of), `${of.kindName}呈批表`);
  if (input.kind === 'talk') return give(talkRecord(of), '听取意见谈话记录');
  if (input.kind === 'resolution') {
    const voted = found.steps.findLast((step) =>
      ['vote', 'decide', 'announce_withdrawal'].includes(step.move),
    );
    if (voted === undefined) return refuse('status.nothing_to_print');
    return give(resolution(of, { on: voted.on as PlainDate, vote: voted.vote }), '决议');
  }
  const decided = (await outcomesOf(write, personId))
    .filter((one) => one.kind === found.kind)
    .at(-1);
  return decided === undefined
    ? refuse('status.nothing_to_print')
    : give(noticeLetter(of, decided), '告知书');
}

/** 失联党员台账. */
export async function lostPaper(read: Read, input: In['lostPaper']): Promise<Result<File>> {
  const place = await placeOf(read, input.orgId);
  if (place === null) return refuse('common.not_found');
  const lines = await lostLines(read, await lostWithin(read, place.orgPath, true));
  const orgName = (await orgNames(read, [input.orgId])).get(input.orgId)?.name ?? '';
  const document = lostRegister({
    orgName,
    on: read.today,
    rows: lines.map((line) => ({
      name: line.name,
      orgName: line.orgName,
      since: line.since as PlainDate,
      cause: LOST_CAUSES[line.cause as keyof typeof LOST_CAUSES],
      months: line.months,
      searches: line.searches.map(
        (one) =>
          `${chineseDate(one.on as PlainDate)} ${SEARCH_WAYS[one.how]} ${SEARCH_RESULTS[one.result]}（${one.searcher}）`,
      ),
      foundOn: line.foundOn as PlainDate | null,
    })),
  });
  return ok(await toFile(document, `失联党员台账 ${orgName}`, input.format));
}
