import { obligationSource, type Duty, type DutyState, type Span } from '#engines/obligation';
import type { OrgId } from '#kernel/ids';
import { formatYuan, money } from '#kernel/money';
import {
  addToMonth,
  dayOf,
  firstDayOf,
  lastDayOf,
  monthOf,
  todayAt,
  yearOf,
  type PlainDate,
  type PlainMonth,
} from '#kernel/plain-date';
import { ruleOf } from '#kernel/rule';
import type { Read } from '#platform/db';
import { aliveOver, type OrgPlace } from '#modules/organisations';
import { isBranch } from './policy.ts';
import type { Settlement } from './rules/allocation.ts';
import { arrearsOn } from './rules/arrears.ts';
import { DUES_RULES } from './rules/catalogue.ts';
import { cycleAt, periodName, periodOf, type Period } from './rules/cycle.ts';
import { duesOf, settlementOf, type BranchDues } from './queries/facts.ts';
import { assessmentsOf } from './store/assessments.ts';
import { receiptsWithRemittance } from './store/figures.ts';
import { publicationsOf } from './store/publications.ts';

/** An act that fulfils a yearly duty. */
interface Act {
  readonly id: string;
  readonly on: PlainDate;
  readonly enteredOn: PlainDate;
  readonly year: number;
}

/** Money taken, and when it went up. */
interface Carried {
  readonly on: PlainDate;
  readonly handedOn: PlainDate | null;
  readonly remittanceId: string | null;
  readonly handedEnteredOn: PlainDate | null;
}

interface OrgFacts {
  readonly orgId: OrgId;
  /** Days it was a living branch. */
  readonly alive: readonly Span[];
  readonly dues: BranchDues;
  readonly assessments: readonly Act[];
  readonly publications: readonly Act[];
  readonly carried: readonly Carried[];
}

export type DuesFactsOfOrgs = readonly OrgFacts[];

const dayOfInstant = (at: Date): PlainDate => todayAt(at.getTime());

async function load(read: Read, orgIds: readonly OrgId[], span: Span): Promise<DuesFactsOfOrgs> {
  const alive = Map.groupBy(
    (await aliveOver(read, orgIds, span.from, span.to)).filter((one) => isBranch(one.kind)),
    (one) => one.orgId,
  );
  const places = [...alive.values()].flatMap(([one]) =>
    one === undefined ? [] : [{ orgId: one.orgId, orgPath: one.orgPath as OrgPlace['orgPath'] }],
  );
  // A year's cycle may have begun long before the span.
  const first = addToMonth(monthOf(span.from), -12);
  const dues = await duesOf(read, places, { from: first, to: monthOf(span.to), asOf: span.to });
  const asked = { orgIds: places.map((place) => place.orgId), knownAt: null };
  const assessments = Map.groupBy(await assessmentsOf(read, asked), (row) => row.org_id);
  const publications = Map.groupBy(await publicationsOf(read, asked), (row) => row.org_id);
  const carried = Map.groupBy(
    await receiptsWithRemittance(read, asked, span.to),
    (row) => row.org_id,
  );
  return places.flatMap(({ orgId }) => {
    const own = dues.get(orgId);
    if (own === undefined) return [];
    return [
      {
        orgId,
        alive: (alive.get(orgId) ?? []).map((one) => ({
          from: one.from,
          to: one.to ?? dayOf(2199, 12, 31),
        })),
        dues: own,
        assessments: (assessments.get(orgId) ?? []).map((row) => ({
          id: row.id,
          on: row.decided_on,
          enteredOn: dayOfInstant(row.entered_at),
          year: yearOf(row.from_month),
        })),
        publications: (publications.get(orgId) ?? []).map((row) => ({
          id: row.id,
          on: row.published_on,
          enteredOn: dayOfInstant(row.entered_at),
          year: yearOf(row.published_on),
        })),
        carried: (carried.get(orgId) ?? []).map((row) => ({
          on: row.paid_on,
          handedOn: row.handed_on,
          remittanceId: row.remittance_id,
          handedEnteredOn:
            row.remitted_entered_at === null ? null : dayOfInstant(row.remitted_entered_at),
        })),
      },
    ];
  });
}

const touches = (a: Span, b: Span): boolean => a.from <= b.to && b.from <= a.to;

const stateOf = (
  done: { readonly on: PlainDate; readonly enteredOn: PlainDate } | null,
  until: PlainDate,
  day: PlainDate,
): DutyState => {
  if (done === null) return day > until ? 'missed' : 'ahead';
  return done.on <= until && done.enteredOn > until ? 'entered_later' : 'done';
};

type Made = Omit<Duty, 'orgId' | 'personId' | 'key' | 'rule'> & {
  readonly period: string;
  readonly ruleId: string;
};

const dutyOf = (orgId: OrgId, { period, ruleId, ...duty }: Made): Duty => ({
  ...duty,
  key: `${duty.kind}:${period}:${orgId}`,
  orgId,
  personId: null,
  rule: ruleOf(DUES_RULES, ruleId),
});

function yearly(
  facts: OrgFacts,
  year: number,
  day: PlainDate,
  about: Pick<Duty, 'kind' | 'title' | 'reason' | 'opens' | 'permission'> & {
    readonly until: PlainDate;
    readonly acts: readonly Act[];
    readonly ruleId: string;
  },
): Duty {
  const { acts, ...rest } = about;
  const done = acts.find((act) => act.year === year && act.on <= day) ?? null;
  return dutyOf(facts.orgId, {
    ...rest,
    period: String(year),
    from: dayOf(year, 1, 1),
    state: stateOf(done, about.until, day),
    fulfilledBy: done === null ? null : { id: done.id, on: done.on },
  });
}

/** A branch with its settlements. */
interface Looked {
  readonly facts: OrgFacts;
  readonly settled: readonly Settled[];
}

/** What a member owes month by month, with what was paid on it by a day. */
interface Settled {
  readonly frail: boolean;
  readonly lines: Settlement['lines'];
  readonly enteredAt: ReadonlyMap<string, Date | null>;
}

/**
 * Everybody's lines up to a month. Money goes to the oldest month first, so that the lines of an earlier
 * month are the same whatever follows: they are reckoned once for all periods.
 */
const settledOf = (facts: OrgFacts, to: PlainMonth, day: PlainDate): readonly Settled[] =>
  facts.dues.members.map((member) => {
    const receipts = member.receipts.filter((receipt) => receipt.on <= day);
    return {
      frail: member.frail,
      lines: settlementOf({ ...member, receipts }, to, facts.dues).lines,
      enteredAt: new Map(receipts.map((receipt) => [receipt.id, receipt.enteredAt])),
    };
  });

/** Open money of a period, of how many members, and the last payment on it. */
function collectionOf(settled: readonly Settled[], period: Period) {
  let open = 0;
  let people = 0;
  let due = 0;
  let last: { id: string; on: PlainDate; enteredOn: PlainDate } | null = null;
  for (const member of settled) {
    const own = member.lines.filter(
      (line) => line.month >= period.first && line.month <= period.last && line.kind === 'regular',
    );
    const owing = own.reduce((sum, line) => sum + line.open, 0);
    due += own.reduce((sum, line) => sum + (line.due ?? 0), 0);
    open += owing;
    if (owing > 0) people += 1;
    for (const share of own.flatMap((line) => line.shares)) {
      const enteredAt = member.enteredAt.get(share.receiptId) ?? null;
      const enteredOn = enteredAt === null ? share.on : dayOfInstant(enteredAt);
      if (
        last === null ||
        share.on > last.on ||
        (share.on === last.on && enteredOn > last.enteredOn)
      )
        last = { id: share.receiptId, on: share.on, enteredOn };
    }
  }
  return { open, people, due, last };
}

function collection(
  { facts, settled }: Looked,
  period: Period,
  name: string,
  day: PlainDate,
): Duty[] {
  const from = firstDayOf(period.last);
  const until = lastDayOf(period.last);
  const { open, people, due, last } = collectionOf(settled, period);
  if (due === 0) return [];
  const done = open === 0 ? last : null;
  return [
    dutyOf(facts.orgId, {
      kind: 'dues.collection',
      period: period.first,
      ruleId: 'dues.monthly',
      title: `${name}党费收缴`,
      reason:
        open === 0 ? '已经收齐' : `还有${people}名同志没有交，共${formatYuan(money(open), true)}元`,
      from,
      until,
      state: stateOf(done, until, day),
      fulfilledBy: done === null ? null : { id: done.id, on: done.on },
      opens: { route: '/dues/collect', search: { month: period.first } },
      permission: 'dues.write',
    }),
  ];
}

function remittance(facts: OrgFacts, period: Period, name: string, day: PlainDate): Duty[] {
  const span = { from: firstDayOf(period.first), to: lastDayOf(period.last) };
  const taken = facts.carried.filter(
    (one) => one.on >= span.from && one.on <= span.to && one.on <= day,
  );
  if (taken.length === 0) return [];
  const waiting = taken.filter((one) => one.handedOn === null || one.handedOn > day);
  const last = taken
    .flatMap(({ remittanceId, handedOn, handedEnteredOn }) =>
      remittanceId === null || handedOn === null || handedOn > day
        ? []
        : [{ id: remittanceId, on: handedOn, enteredOn: handedEnteredOn ?? handedOn }],
    )
    .toSorted((a, b) => a.on.localeCompare(b.on) || a.id.localeCompare(b.id))
    .at(-1);
  const done = waiting.length === 0 ? (last ?? null) : null;
  const until = lastDayOf(addToMonth(period.last, 1));
  return [
    dutyOf(facts.orgId, {
      kind: 'dues.remittance',
      period: period.first,
      ruleId: 'dues.remit',
      title: `${name}党费上缴`,
      reason: waiting.length === 0 ? '已经上缴' : `还有${waiting.length}笔收款没有上缴`,
      from: firstDayOf(period.last),
      until,
      state: stateOf(done, until, day),
      fulfilledBy: done === null ? null : { id: done.id, on: done.on },
      opens: { route: '/dues/remittances', search: {} },
      permission: 'dues.write',
    }),
  ];
}

/** A hint for the secretary: nobody is named, and nothing starts by itself (situations 7). */
function arrearsHint({ facts, settled }: Looked, day: PlainDate): Duty[] {
  const month = monthOf(day);
  let people = 0;
  let longest = 0;
  for (const member of settled) {
    const lines = member.lines.filter((line) => line.month <= month);
    const behind = arrearsOn(lines, facts.dues.cycles, day);
    if (behind.amount === 0) continue;
    people += 1;
    if (!member.frail) longest = Math.max(longest, behind.clockMonths);
  }
  if (people === 0) return [];
  const judge = longest >= facts.dues.settings.judgeFromMonths;
  return [
    dutyOf(facts.orgId, {
      kind: 'dues.arrears',
      period: month,
      ruleId: judge ? 'dues.arrears.6m' : 'dues.monthly',
      title: '欠交党费提醒',
      reason: judge
        ? `${people}名同志欠交，其中有连续6个月未交的，请支部核实有无正当理由`
        : `${people}名同志欠交，请提醒补交`,
      from: firstDayOf(month),
      until: lastDayOf(month),
      state: 'ahead',
      fulfilledBy: null,
      opens: { route: '/dues/arrears', search: {} },
      permission: 'dues.write',
    }),
  ];
}

const monthsOf = (span: Span): PlainMonth[] => {
  const months: PlainMonth[] = [];
  for (let month = monthOf(span.from); month <= monthOf(span.to); month = addToMonth(month, 1))
    months.push(month);
  return months;
};

/** Cycles that touch a span, the one before it too: its handing up reaches one month beyond it. */
function periodsIn(facts: OrgFacts, span: Span): { period: Period; name: string }[] {
  const found = new Map<PlainMonth, { period: Period; name: string }>();
  for (const month of monthsOf({
    from: firstDayOf(addToMonth(monthOf(span.from), -1)),
    to: span.to,
  })) {
    const cycle = cycleAt(facts.dues.cycles, month);
    const period = periodOf(cycle, month);
    if (!found.has(period.first))
      found.set(period.first, { period, name: periodName(cycle, month) });
  }
  return [...found.values()];
}

/** The duties of one branch whose time touches the span, as they stand on a day. */
function dutiesOfOrg(facts: OrgFacts, span: Span, day: PlainDate): Duty[] {
  const years = [...new Set(monthsOf(span).map(yearOf))];
  const all = years.flatMap((year) => [
    yearly(facts, year, day, {
      kind: 'dues.assessment',
      ruleId: 'dues.base.fix-yearly',
      title: `${year}年党费核定`,
      reason: '每年年初核定每名党员月交纳数额',
      until: dayOf(year, 1, 31),
      acts: facts.assessments,
      opens: { route: '/dues/assessment', search: { month: `${year}-01` } },
      permission: 'dues.base',
    }),
    yearly(facts, year, day, {
      kind: 'dues.publication',
      ruleId: 'dues.publish.branch',
      title: `${year}年党费收缴使用公示`,
      reason: '每年向党员公布党费收缴和使用情况',
      until: dayOf(year, 12, 31),
      acts: facts.publications,
      opens: { route: '/dues/means', search: {} },
      permission: 'dues.write',
    }),
  ]);
  const periods = periodsIn(facts, span);
  const last = periods.reduce(
    (month, { period }) => (period.last > month ? period.last : month),
    monthOf(span.to),
  );
  const looked = { facts, settled: settledOf(facts, last, day) };
  for (const { period, name } of periods)
    all.push(...collection(looked, period, name, day), ...remittance(facts, period, name, day));
  if (day >= span.from && day <= span.to) all.push(...arrearsHint(looked, day));
  return all.filter(
    (duty) =>
      touches({ from: duty.from, to: duty.until }, span) &&
      facts.alive.some((one) => touches(one, { from: duty.from, to: duty.until })),
  );
}

/** What is due of dues: fixed in January, taken each cycle, handed up, published once a year. */
export const duesObligations = obligationSource<DuesFactsOfOrgs>({
  module: 'dues',
  kinds: {
    'dues.assessment': '党费核定',
    'dues.collection': '党费收缴',
    'dues.remittance': '党费上缴',
    'dues.publication': '党费公示',
    'dues.arrears': '欠交提醒',
  },
  load,
  duties: (facts, span, day) => facts.flatMap((one) => dutiesOfOrg(one, span, day)),
});
