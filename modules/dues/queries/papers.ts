import type { duesContract } from '#contract/dues';
import type { Inputs } from '#contract/lib';
import { CYCLES, MEANS } from '#contract/dues';
import type { OrgId, PersonId } from '#kernel/ids';
import { money } from '#kernel/money';
import {
  addToMonth,
  chineseDate,
  chineseMonth,
  monthOf,
  type PlainMonth,
} from '#kernel/plain-date';
import { toDocx, toPrintHtml, toXlsx, type Document } from '#engines/document';
import type { Read } from '#platform/db';
import { namesOf, rosterOfMembers } from '#modules/members';
import { orgNames, partyGroups } from '#modules/organisations';
import { assessmentDocument } from '../documents/assessment.ts';
import { ledgerDocument, memberDocument } from '../documents/ledger.ts';
import { receiptDocument } from '../documents/receipt.ts';
import { publicationDocument, type PublishedLines } from '../documents/publication.ts';
import { reliefDocument } from '../documents/relief.ts';
import { remittanceDocument } from '../documents/remittance.ts';
import { isLargeVoluntary } from '../rules/conduct.ts';
import { covers } from '../rules/collection.ts';
import { cycleAt, periodName, periodOf } from '../rules/cycle.ts';
import { assess } from '../rules/amount.ts';
import { monthsInWords } from '../rules/reminder.ts';
import { reliefById } from '../store/assessments.ts';
import { receiptById } from '../store/receipts.ts';
import { publicationOf } from '../store/publications.ts';
import { remittanceWithReceipts } from '../store/remittances.ts';
import { assessment } from './assessment.ts';
import { branchDues, settlementOf, type BranchDues } from './facts.ts';
import { memberYear } from './member-year.ts';

type In = Inputs<typeof duesContract>;
type Format = In['ledgerPaper']['format'];

const MIME: Readonly<Record<Format, string>> = {
  html: 'text/html; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

async function fileOf(document: Document, name: string, format: Format): Promise<File> {
  const content =
    format === 'html'
      ? toPrintHtml(document)
      : new Uint8Array(await (format === 'docx' ? toDocx(document) : toXlsx(document)));
  return new File([content], `${name}.${format}`, { type: MIME[format] });
}

const organOf = async (read: Read, orgId: string): Promise<string> =>
  (await orgNames(read, [orgId])).get(orgId)?.name ?? '';

const spanInWords = (from: PlainMonth, to: PlainMonth | null): string =>
  to === null
    ? `${chineseMonth(from)}起`
    : from === to
      ? chineseMonth(from)
      : `${chineseMonth(from)}至${chineseMonth(to)}`;

/** 党费核定表. */
export async function assessmentPaper(
  read: Read,
  input: In['assessmentPaper'],
): Promise<File | null> {
  const found = await assessment(read, input);
  if (found === null) return null;
  const organ = await organOf(read, input.orgId);
  const paper = assessmentDocument({
    organ,
    month: input.month,
    decidedOn: found.assessedOn,
    cycle: CYCLES[found.cycle],
    lines: found.lines,
  });
  return fileOf(paper, `党费核定表 ${organ} ${input.month}`, input.format);
}

const periodInWords = (branch: BranchDues, from: PlainMonth, to: PlainMonth): string => {
  const cycle = cycleAt(branch.cycles, from);
  const period = periodOf(cycle, from);
  return period.first === from && period.last === to
    ? periodName(cycle, from)
    : spanInWords(from, to);
};

/** The group asked for with its people of today; null where none is asked for, undefined where it is none. */
async function groupOf(
  read: Read,
  { orgId, groupId }: In['ledgerPaper'],
): Promise<{ readonly name: string; readonly people: ReadonlySet<string> } | null | undefined> {
  if (groupId === undefined) return null;
  const group = (await partyGroups(read, orgId, read.today)).find((one) => one.groupId === groupId);
  if (group === undefined) return undefined;
  const members = await rosterOfMembers.membersOn(read, orgId, read.today);
  const own = members.filter((one) => one.groupId === groupId);
  return { name: group.name, people: new Set(own.map((one) => one.personId)) };
}

/** 党费收缴明细表. */
export async function ledgerPaper(read: Read, input: In['ledgerPaper']): Promise<File | null> {
  const span = { from: input.fromMonth, to: input.toMonth, asOf: read.today };
  const branch = await branchDues(read, input.orgId, span);
  if (branch === null) return null;
  const organ = await organOf(read, input.orgId);
  const period = periodInWords(branch, input.fromMonth, input.toMonth);
  const group = await groupOf(read, input);
  if (group === undefined) return null;
  const lines = branch.members.flatMap((member) => {
    if (group?.people.has(member.personId) === false) return [];
    const own = settlementOf(member, input.toMonth, branch).lines.filter(
      (line) => line.month >= input.fromMonth,
    );
    if (own.length === 0) return [];
    const sum = (field: 'paid' | 'open') => own.reduce((total, line) => total + line[field], 0);
    const last = own
      .flatMap((line) => line.shares.map((share) => share.on))
      .toSorted()
      .at(-1);
    const back = own.filter((line) => line.kind === 'back').map((line) => line.month);
    return [
      {
        name: member.name,
        due: own.reduce((total, line) => total + (line.due ?? 0), 0),
        paid: sum('paid'),
        open: sum('open'),
        paidOn: last ?? '',
        note: back.length === 0 ? '' : `含补缴${monthsInWords([...new Set(back)])}`,
      },
    ];
  });
  const paper = ledgerDocument({
    organ: group === null ? organ : `${organ}${group.name}`,
    period,
    printedOn: read.today,
    lines,
  });
  return fileOf(paper, `党费收缴明细表 ${organ} ${period}`, input.format);
}

async function yearPaper(
  read: Read,
  input: { orgId: OrgId; personId: PersonId; year: number; format: Format },
): Promise<File | null> {
  const found = await memberYear(read, input);
  if (found === null) return null;
  const paper = memberDocument({
    organ: await organOf(read, input.orgId),
    name: found.name,
    year: input.year,
    advance: found.advance,
    lines: found.lines.map((line) => ({
      month: chineseMonth(line.month),
      due: line.due,
      paid: line.paid,
      paidOn: line.paidOn,
      note: line.explanation.startsWith('补缴') ? '补缴差额' : '',
    })),
  });
  return fileOf(paper, `党费证 ${found.name} ${input.year}`, input.format);
}

/** 党费证 of a member. */
export const memberPaper = (read: Read, input: In['memberPaper']): Promise<File | null> =>
  yearPaper(read, input);

/** One's own 党费证. */
export async function myPaper(read: Read, input: In['myPaper']): Promise<File | null> {
  const { orgId, personId } = read.actor;
  return personId === null ? null : yearPaper(read, { ...input, orgId, personId });
}

/** 党费收据 of one receipt. */
export async function receiptPaper(read: Read, input: In['receiptPaper']): Promise<File | null> {
  const row = await receiptById(read, input.receiptId);
  if (row === null) return null;
  const names = await namesOf(read, [row.person_id as PersonId]);
  const name = names.get(row.person_id) ?? '';
  const amount = money(row.amount_fen);
  const paper = receiptDocument({
    organ: await organOf(read, row.org_id),
    number: row.id.slice(-8).toUpperCase(),
    name,
    paidOn: row.paid_on,
    amount,
    means: MEANS[row.means],
    payer: row.payer === 'self' ? '本人' : `${row.payer_name}代交`,
    voluntary: row.voluntary,
    large: row.voluntary && isLargeVoluntary(amount),
    note: row.note,
    cancelled: row.superseded_at !== null,
  });
  return fileOf(paper, `党费收据 ${name} ${row.paid_on}`, input.format);
}

/** 党费上缴单. */
export async function remittancePaper(
  read: Read,
  input: In['remittancePaper'],
): Promise<File | null> {
  const found = await remittanceWithReceipts(read, input.remittanceId);
  if (found === null) return null;
  const { remittance, receipts } = found;
  const names = await namesOf(
    read,
    receipts.map((row) => row.person_id as PersonId),
  );
  const paper = remittanceDocument({
    organ: await organOf(read, remittance.org_id),
    handedOn: remittance.handed_on,
    amount: remittance.amount_fen,
    receivedBy: remittance.received_by,
    voucher: remittance.voucher,
    cancelled: remittance.superseded_at !== null,
    receipts: receipts.map((row) => ({
      name: names.get(row.person_id) ?? '',
      paidOn: row.paid_on,
      amount: row.amount_fen,
      means: MEANS[row.means],
      note: [
        row.voluntary && isLargeVoluntary(money(row.amount_fen)) ? '自愿多交，全部上缴中央' : '',
        row.note,
      ]
        .filter((part) => part !== '')
        .join('；'),
    })),
  });
  return fileOf(paper, `党费上缴单 ${chineseDate(remittance.handed_on)}`, input.format);
}

/** 党费减免审批表. */
export async function reliefPaper(read: Read, input: In['reliefPaper']): Promise<File | null> {
  const row = await reliefById(read, input.reliefId);
  if (row === null) return null;
  const from = monthOf(row.valid_from);
  const to = row.valid_to === null ? null : addToMonth(monthOf(row.valid_to), -1);
  const branch = await branchDues(read, row.org_id as OrgId, { from, to: from, asOf: read.today });
  const member = branch?.members.find((one) => one.personId === row.person_id);
  const base = member?.facts.bases.find((one) => covers(one, from));
  const due =
    branch === null || base === undefined
      ? null
      : assess(base.kind, base.base, branch.settingsAt(from));
  const name = member?.name ?? '';
  const paper = reliefDocument({
    organ: await organOf(read, row.org_id),
    name,
    due: due?.ok === true ? due.value.amount : null,
    amount: row.amount_fen,
    months: spanInWords(from, to),
    studiedOn: row.studied_on,
    approvedOn: row.approved_on,
    approvedBy: row.approved_by,
    approvalPaper: row.approval_paper,
    reason: row.reason,
  });
  return fileOf(paper, `党费减免审批表 ${name}`, input.format);
}

/** 党费收缴使用情况公示, as it was published. */
export async function publicationPaper(
  read: Read,
  input: In['publicationPaper'],
): Promise<File | null> {
  const row = await publicationOf(read, input.publicationId);
  if (row === null) return null;
  const months = spanInWords(monthOf(row.from_month), monthOf(row.to_month));
  const paper = publicationDocument({
    ...(row.lines as PublishedLines),
    organ: await organOf(read, row.org_id),
    months,
    publishedOn: row.published_on,
    place: row.place,
  });
  return fileOf(paper, `党费收缴使用情况公示 ${months}`, input.format);
}
