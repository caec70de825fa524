import type { duesContract } from '#contract/dues';
import type { Inputs, Outputs } from '#contract/lib';
import { money, type Money } from '#kernel/money';
import { lastDayOf, monthOf, yearOf, type PlainDate, type PlainMonth } from '#kernel/plain-date';
import { ok, refuse, type Result } from '#kernel/result';
import { ruleOf } from '#kernel/rule';
import type { OrgId } from '#kernel/ids';
import type { Read } from '#platform/db';
import { placeOf } from '#modules/organisations';
import { assess } from '../rules/amount.ts';
import {
  BASE_ITEMS,
  baseOf,
  itemsFor,
  type BaseItem,
  type BaseItemCode,
  type BaseLine,
} from '../rules/base.ts';
import { DUES_RULES } from '../rules/catalogue.ts';
import { covers } from '../rules/collection.ts';
import { cycleAt } from '../rules/cycle.ts';
import { settingsAt, type DuesSettings } from '../rules/settings.ts';
import { assessmentsOf } from '../store/assessments.ts';
import { branchDues, settingsBook, type BranchDues, type MemberDues } from './facts.ts';

type In = Inputs<typeof duesContract>;
type Out = Outputs<typeof duesContract>;

function lineOf(
  member: MemberDues,
  branch: BranchDues,
  month: PlainMonth,
): Out['assessment']['lines'][number] {
  const base = member.facts.bases.find((span) => covers(span, month));
  const relief = member.facts.reliefs.find((span) => covers(span, month));
  const assessed =
    base === undefined ? null : assess(base.kind, base.base, branch.settingsAt(month));
  return {
    personId: member.personId,
    name: member.name,
    payerKind: base?.kind ?? null,
    base: base?.base ?? null,
    amount: assessed?.ok === true ? assessed.value.amount : null,
    explanation: assessed?.ok === true ? assessed.value.explanation : '',
    relief: relief?.amount ?? null,
    since: base?.from ?? null,
  };
}

/** 核定 of a branch in a month: what stands for each member, with the line that explains it. */
export async function assessment(
  read: Read,
  input: In['assessment'],
): Promise<(Out['assessment'] & { readonly assessedOn: PlainDate | null }) | null> {
  const span = { from: input.month, to: input.month, asOf: lastDayOf(input.month) };
  const branch = await branchDues(read, input.orgId, span);
  if (branch === null) return null;
  const cycle = branch.cycles.findLast((one) => covers(one, input.month));
  const acts = await assessmentsOf(read, { orgIds: [input.orgId], knownAt: null });
  const act = acts.findLast((one) => yearOf(one.from_month) === yearOf(input.month));
  return {
    lines: branch.members.map((member) => lineOf(member, branch, input.month)),
    cycle: cycleAt(branch.cycles, input.month),
    cycleBasis: cycle?.basis ?? '',
    assessedOn: act?.decided_on ?? null,
    assessedFrom: act === undefined ? null : monthOf(act.from_month),
    payChange: branch.settingsAt(input.month).payChange,
    rules: [...DUES_RULES],
  };
}

/** Settings of a place in a month; null when it is none or out of sight. */
export async function settingsOf(
  read: Read,
  orgId: OrgId,
  month: PlainMonth,
): Promise<DuesSettings | null> {
  const place = await placeOf(read, orgId);
  return place === null ? null : settingsAt(await settingsBook(read), place.orgPath)(month);
}

/** What a kind and base come to, before anything is written. */
export async function reckon(read: Read, input: In['reckon']): Promise<Result<Out['reckon']>> {
  const settings = await settingsOf(read, input.orgId, input.month);
  if (settings === null) return refuse('common.not_found');
  const base = input.base === undefined ? null : money(input.base);
  const assessed = assess(input.payerKind, base, settings);
  if (!assessed.ok) return assessed;
  const { amount, explanation, advice } = assessed.value;
  return ok({ amount, explanation, aboveSoftCap: advice !== null });
}

/** Items that a pay slip of that kind may show, each with its rule. */
export const baseItems = (input: In['baseItems']): Out['baseItems'] => ({
  items: itemsFor(input.kind).map((code) => {
    const { name, effect, rule }: BaseItem = BASE_ITEMS[code];
    return { code, name, effect, rule: ruleOf(DUES_RULES, rule) };
  }),
});

const isItem = (code: string): code is BaseItemCode => Object.hasOwn(BASE_ITEMS, code);

/** Base of a month from the items of a pay slip; words that name no item are left out. */
export function baseSum(input: In['baseSum']): Result<Out['baseSum']> {
  const lines = input.items.split(',').flatMap((part): BaseLine[] => {
    const [code = '', fen = ''] = part.split(':');
    return isItem(code) && /^-?\d{1,10}$/.test(fen)
      ? [{ item: code, amount: Number(fen) as Money }]
      : [];
  });
  const sum = baseOf(input.kind, lines);
  return sum.ok ? ok({ base: sum.value.base, explanation: sum.value.explanation }) : sum;
}
