import type { duesContract } from '#contract/dues';
import type { Inputs, Outputs } from '#contract/lib';
import type { Id, OrgId } from '#kernel/ids';
import { addMoney, money, ZERO } from '#kernel/money';
import { firstDayOf, lastDayOf, monthOf, yearOf, type PlainMonth } from '#kernel/plain-date';
import type { Read } from '#platform/db';
import { placeOf } from '#modules/organisations';
import { publish as publishedRow } from '../rules/conduct.ts';
import { balanceOn } from '../rules/means.ts';
import { moneySums } from '../store/figures.ts';
import { allotmentsOf, usesOf } from '../store/means.ts';
import { publicationsOf } from '../store/publications.ts';
import { branchDues, settlementOf } from './facts.ts';

type In = Inputs<typeof duesContract>;
type Out = Outputs<typeof duesContract>;

/** Money a branch may spend and what it spent, as the rules read them. */
export async function meansOf(read: Read, orgId: OrgId) {
  const uses = await usesOf(read, { orgIds: [orgId], knownAt: null });
  const allotments = await allotmentsOf(read, orgId);
  return {
    uses,
    allotments,
    spent: uses.map((row) => ({ on: row.used_on, amount: money(row.amount_fen) })),
    given: allotments.map((row) => ({ on: row.received_on, amount: money(row.amount_fen) })),
  };
}

/** 使用 of a year, what came back from above, and the balance of all years. */
export async function uses(read: Read, input: In['uses']): Promise<Out['uses'] | null> {
  if ((await placeOf(read, input.orgId)) === null) return null;
  const means = await meansOf(read, input.orgId);
  const used = means.uses.filter((row) => yearOf(row.used_on) === input.year);
  const given = means.allotments.filter((row) => yearOf(row.received_on) === input.year);
  const sum = (rows: readonly { readonly amount_fen: number }[]) =>
    rows.reduce((total, row) => total + row.amount_fen, 0);
  return {
    uses: used.map((row) => ({
      useId: row.id as Id<'DuesUse'>,
      usedOn: row.used_on,
      amount: row.amount_fen,
      purpose: row.purpose,
      what: row.what,
      decidedOn: row.decided_on,
      decidedBy: row.decided_by,
      voucher: row.voucher,
    })),
    allotments: given.map((row) => ({
      allotmentId: row.id as Id<'DuesAllotment'>,
      receivedOn: row.received_on,
      amount: row.amount_fen,
      receivedFrom: row.received_from,
      voucher: row.voucher,
    })),
    balance: balanceOn(means.given, means.spent, read.today),
    used: sum(used),
    received: sum(given),
  };
}

/** 应交, 实交 and uses of a span of months, as they are published: never the base. */
export async function publishedLines(
  read: Read,
  input: { readonly orgId: OrgId; readonly fromMonth: PlainMonth; readonly toMonth: PlainMonth },
): Promise<Out['previewPublication'] | null> {
  const span = { from: input.fromMonth, to: input.toMonth };
  const branch = await branchDues(read, input.orgId, { ...span, asOf: read.today });
  if (branch === null) return null;
  const members = branch.members.flatMap((member) => {
    const all = settlementOf(member, input.toMonth, branch);
    const lines = all.lines.filter((line) => line.month >= input.fromMonth);
    const due = addMoney(ZERO, ...lines.map((line) => line.due ?? ZERO));
    return lines.length === 0 ? [] : [publishedRow(member.name, { ...all, lines, due })];
  });
  const days = { from: firstDayOf(input.fromMonth), to: lastDayOf(input.toMonth) };
  const asked = { orgIds: [input.orgId], knownAt: null };
  const used = await usesOf(read, asked);
  const remitted = await moneySums(read, 'remitted', asked, days);
  return {
    members,
    uses: used
      .filter((row) => row.used_on >= days.from && row.used_on <= days.to)
      .map((row) => ({
        on: row.used_on,
        purpose: row.purpose,
        what: row.what,
        amount: row.amount_fen,
      })),
    remitted: remitted.reduce((sum, row) => sum + row.amount, 0),
  };
}

/** What a branch published in a year. */
export async function publications(
  read: Read,
  input: In['publications'],
): Promise<Out['publications'] | null> {
  if ((await placeOf(read, input.orgId)) === null) return null;
  const rows = await publicationsOf(read, { orgIds: [input.orgId], knownAt: null });
  return {
    publications: rows
      .filter((row) => yearOf(row.published_on) === input.year)
      .map((row) => ({
        publicationId: row.id as Id<'DuesPublication'>,
        fromMonth: monthOf(row.from_month),
        toMonth: monthOf(row.to_month),
        publishedOn: row.published_on,
        place: row.place,
      })),
  };
}
