import { obligationSource, type Duty } from '#engines/obligation';
import type { OrgId, PersonId } from '#kernel/ids';
import { addDays, addMonths, chineseDate, dayOf, yearOf, type PlainDate } from '#kernel/plain-date';
import { ruleOf } from '#kernel/rule';
import { lastPayments, paymentsOf } from '#modules/dues';
import type { Read } from '#platform/db';
import { rosterSpans, type RosterSpan } from '#modules/members';
import { lastPresences, presencesOf } from '#modules/meetings';
import { postsOver, type PostSpan } from '#modules/organisations';
import { FLOATING_RULES } from './rules/catalogue.ts';
import {
  dueOn,
  isAbroad,
  lastContact,
  lastOfKept,
  type Contacted,
  type Rhythm,
} from './rules/rhythm.ts';
import { awayOver, type AwayRow } from './store/away.ts';
import { contactsOf, keptByMe } from './store/contacts.ts';
import { lifeOf } from './store/life.ts';
import { rhythmsOn } from './store/settings.ts';

const KINDS = {
  'floating.contact': '流动党员联系',
  'floating.report': '流动党员汇报',
} as const;

/** One stay with all that may count as contact. */
interface AwayFacts {
  readonly row: Pick<
    AwayRow,
    'awayId' | 'orgId' | 'name' | 'reason' | 'placeKind' | 'leftOn' | 'returnedOn' | 'keeperId'
  >;
  /** When the person stood in the roster of that branch: with its end every reminder ends. */
  readonly roster: readonly RosterSpan[];
  readonly rhythm: Rhythm;
  readonly contacts: readonly Contacted[];
  readonly reports: readonly { readonly id: string; readonly on: PlainDate }[];
}

interface Facts {
  readonly stays: readonly AwayFacts[];
  readonly posts: readonly PostSpan[];
}

/** Shown on the first page this long before the day. */
const AHEAD_DAYS = 10;

const on = (one: { from: PlainDate; to: PlainDate | null }, day: PlainDate): boolean =>
  one.from <= day && (one.to === null || one.to > day);

const isAway = ({ row, roster }: AwayFacts, day: PlainDate): boolean =>
  row.leftOn <= day &&
  (row.returnedOn === null || row.returnedOn > day) &&
  roster.some((span) => on(span, day));

interface Due {
  readonly facts: AwayFacts;
  readonly last: PlainDate | null;
  readonly due: PlainDate;
}

function dueAt(facts: AwayFacts, day: PlainDate): Due {
  const counted = facts.rhythm.countsPresence
    ? facts.contacts
    : facts.contacts.filter((one) => one.source === 'log' || one.source === 'life');
  const last = lastContact(counted, day)?.on ?? null;
  return { facts, last, due: dueOn(facts.row, last, facts.rhythm) };
}

const some = (names: readonly string[]): string =>
  names.length <= 3 ? names.join('、') : `${names.slice(0, 3).join('、')}等${names.length}人`;

/** Contact due of one branch to one addressee: its contact person, or whoever holds a post. */
function contactDuty(
  orgId: OrgId,
  personId: PersonId | null,
  dues: readonly Due[],
  day: PlainDate,
): Duty | null {
  const [first] = dues.toSorted((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
  if (first === undefined) return null;
  const late = dues.filter((one) => one.due < day);
  const soon = dues.filter((one) => one.due >= day && one.due <= addDays(day, AHEAD_DAYS));
  const named = (list: readonly Due[]): string => some(list.map((one) => one.facts.row.name));
  const noKeeper = dues.some((one) => one.facts.row.keeperId === null);
  const reason =
    late.length > 0
      ? `${named(late)}已过应联系的日子，最早的应在${chineseDate(first.due)}前联系${noKeeper ? '；还没有明确联系人' : ''}`
      : soon.length > 0
        ? `${named(soon)}应在${chineseDate(first.due)}前联系`
        : `都在规定间隔内联系过，下一次在${chineseDate(first.due)}前`;
  const abroad = isAbroad(first.facts.row);
  return {
    key: `floating.contact:${personId ?? 'branch'}:${orgId}:${first.due}`,
    kind: 'floating.contact',
    orgId,
    personId,
    title: '联系流动党员',
    reason,
    rule: ruleOf(FLOATING_RULES, abroad ? 'mobile.abroad.contact' : 'mobile.contact'),
    from: addDays(first.due, -AHEAD_DAYS),
    until: first.due,
    state: late.length > 0 ? 'missed' : 'ahead',
    fulfilledBy: null,
    opens:
      personId === null
        ? { route: '/floating', search: { orgId, state: 'due' } }
        : { route: '/me/floating', search: {} },
    permission: 'floating.contact',
  };
}

/** Contact falls to the contact person; to the branch where none is named, and what is late where they hold no post. */
function contactDuties(
  orgId: OrgId,
  stays: readonly AwayFacts[],
  posts: readonly PostSpan[],
  day: PlainDate,
): Duty[] {
  const dues = stays.filter((one) => isAway(one, day)).map((one) => dueAt(one, day));
  const officers = new Set(
    posts.filter((one) => one.orgId === orgId && on(one, day)).map((one) => one.personId),
  );
  const keeperOf = ({ facts }: Due): PersonId | null => facts.row.keeperId;
  const found: (Duty | null)[] = [];
  for (const [keeperId, own] of Map.groupBy(dues, keeperOf))
    if (keeperId !== null) found.push(contactDuty(orgId, keeperId, own, day));
  const branch = dues.filter((one) => {
    const keeperId = keeperOf(one);
    return keeperId === null || (one.due < day && !officers.has(keeperId));
  });
  found.push(contactDuty(orgId, null, branch, day));
  return found.flatMap((one) => one ?? []);
}

/** 每年至少汇报一次 (`mobile.report`): asked of those away since before the year and still away. */
function reportDuty(
  orgId: OrgId,
  stays: readonly AwayFacts[],
  year: number,
  day: PlainDate,
): Duty | null {
  const from = dayOf(year, 1, 1);
  const until = dayOf(year, 12, 31);
  const at = day < until ? day : until;
  const asked = stays.filter((one) => isAway(one, at) && one.row.leftOn < from);
  if (asked.length === 0) return null;
  const reported = asked.map((one) => one.reports.find((r) => r.on >= from && r.on <= at));
  const open = asked.filter((_, index) => reported[index] === undefined);
  const last = reported
    .flatMap((one) => one ?? [])
    .toSorted((a, b) => (a.on < b.on ? -1 : 1))
    .at(-1);
  return {
    key: `floating.report:${year}:${orgId}`,
    kind: 'floating.report',
    orgId,
    personId: null,
    title: `${year}年流动党员汇报`,
    reason:
      open.length === 0
        ? '都已向支部汇报过'
        : `${some(open.map((one) => one.row.name))}今年还没有向支部汇报思想和工作情况`,
    rule: ruleOf(FLOATING_RULES, 'mobile.report'),
    from,
    until,
    state: open.length === 0 ? 'done' : day > until ? 'missed' : 'ahead',
    fulfilledBy: open.length === 0 && last !== undefined ? last : null,
    opens: { route: '/floating', search: { orgId } },
    permission: 'floating.contact',
  };
}

/** The facts of a contact person who is an ordinary member: their own people and no others. */
async function keptFacts(read: Read, orgIds: readonly OrgId[]): Promise<Facts> {
  const rhythmAt = await rhythmsOn(read, read.today);
  const kept = (await keptByMe(read, read.today)).filter((one) => orgIds.includes(one.orgId));
  return {
    posts: [],
    stays: kept.map((one) => {
      const rhythm = rhythmAt(one.orgPath);
      const last = lastOfKept(one, rhythm);
      const { memberId: personId, orgId, leftOn: from } = one;
      return {
        row: { ...one, name: one.memberName, returnedOn: null },
        roster: [{ personId, orgId, from, to: null }],
        rhythm,
        contacts: last === null ? [] : [{ on: last, source: 'log' as const }],
        reports: [],
      };
    }),
  };
}

/** 流动党员: contact in the rhythm fixed above, a report each year. None of it opens a case. */
export const floatingObligations = obligationSource<Facts>({
  module: 'floating',
  kinds: KINDS,
  async load(read, orgIds, span) {
    if (read.actor.scope === null) return keptFacts(read, orgIds);
    const rows = await awayOver(read, { orgIds }, { ...span, knownAt: null });
    const people = rows.map((row) => row.personId);
    const ids = rows.map((row) => row.awayId);
    const before = addDays(span.from, -1);
    const within = { from: span.from, to: span.to, knownAt: null };
    const met = [
      ...(await lastPresences(read, people, before, null)).entries(),
      ...(await presencesOf(read, people, within)).map((one) => [one.personId, one.on] as const),
    ];
    const paid = [
      ...(await lastPayments(read, people, before, null)).entries(),
      ...(await paymentsOf(read, people, within)).map((one) => [one.personId, one.on] as const),
    ];
    const metOf = Map.groupBy(met, ([id]) => id);
    const paidOf = Map.groupBy(paid, ([id]) => id);
    const log = Map.groupBy(await contactsOf(read, ids, null), (one) => one.awayId);
    const life = Map.groupBy(await lifeOf(read, ids, null), (one) => one.awayId);
    const spans = Map.groupBy(
      await rosterSpans(read, people, null),
      (one) => `${one.personId} ${one.orgId}`,
    );
    const rhythmAt = await rhythmsOn(read, read.today);
    const withAway = [...new Set(rows.map((row) => row.orgId))];
    return {
      posts: await postsOver(read, withAway, span.from, span.to),
      stays: rows.map((row) => {
        const own = log.get(row.awayId) ?? [];
        return {
          row,
          roster: spans.get(`${row.personId} ${row.orgId}`) ?? [],
          rhythm: rhythmAt(row.orgPath),
          contacts: [
            ...own.map((one) => ({ on: one.on, source: 'log' as const })),
            ...(life.get(row.awayId) ?? [])
              .filter((one) => one.kind !== 'review')
              .map((one) => ({ on: one.on, source: 'life' as const })),
            ...(metOf.get(row.personId) ?? []).map(([, day]) => ({
              on: day,
              source: 'meeting' as const,
            })),
            ...(paidOf.get(row.personId) ?? []).map(([, day]) => ({
              on: day,
              source: 'dues' as const,
            })),
          ],
          reports: own
            .filter((one) => one.report)
            .map((one) => ({ id: one.contactId as string, on: one.on })),
        };
      }),
    };
  },
  duties: ({ stays, posts }, span, day) =>
    [...Map.groupBy(stays, (one) => one.row.orgId)].flatMap(([orgId, own]) => [
      ...contactDuties(orgId, own, posts, day).filter(
        // What is late stays due; what lies behind or beyond the span belongs to another.
        (duty) =>
          duty.until <= addMonths(span.to, 1) &&
          (duty.state === 'missed' || duty.until >= span.from),
      ),
      ...Array.from(
        { length: yearOf(span.to) - yearOf(span.from) + 1 },
        (_, at) => yearOf(span.from) + at,
      )
        .filter((year) => dayOf(year, 1, 1) <= day)
        .flatMap((year) => reportDuty(orgId, own, year, day) ?? []),
    ]),
});
