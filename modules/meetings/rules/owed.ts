import type { Id, OrgId, PersonId } from '#kernel/ids';
import { addYears, dayOf, yearOf, type PlainDate } from '#kernel/plain-date';
import { COMMITTEE } from '#kernel/posts';
import type { Arrangement } from './arrangement.ts';
import { asDuty, isDuty, type PlannedKind } from './own-kinds.ts';
import { dueOn, type BodyLife, type DueOccasion, type HeldMeeting } from './rhythm.ts';

/** A record of one body under the kind it was held as. */
export interface HeldRecord extends HeldMeeting {
  /** The stored kind; `kind` is the built-in one whose calendar holds. */
  readonly storedKind: string;
  readonly groupId: string | null;
}

interface Dated {
  readonly from: PlainDate;
  readonly to: PlainDate | null;
}

/** Everything that decides what an organisation owes; plain data. */
export interface BodyFacts {
  readonly orgId: OrgId;
  readonly isBranch: boolean;
  readonly life: BodyLife;
  readonly posts: readonly (Dated & { readonly personId: PersonId; readonly kind: string })[];
  readonly groups: readonly (Dated & { readonly groupId: Id<'Group'>; readonly name: string })[];
  readonly arrangement: Arrangement;
  readonly held: readonly HeldRecord[];
  /** Planned, or being recorded. */
  readonly ahead: readonly {
    readonly id: string;
    readonly storedKind: string;
    readonly on: PlainDate;
    readonly yearOf: number;
    readonly groupId: string | null;
  }[];
}

export interface Owed {
  readonly orgId: OrgId;
  readonly kind: PlannedKind;
  readonly group: { readonly groupId: Id<'Group'>; readonly name: string } | null;
  readonly due: DueOccasion;
  /** The planned meeting nearest in time for an occasion that is still open. */
  readonly planned: { readonly id: string; readonly on: PlainDate } | null;
}

const holds = (one: Dated, day: PlainDate): boolean =>
  one.from <= day && (one.to === null || one.to > day);

/** Whether a committee was in office on a day: more than secretary and deputy. */
export function hadCommittee(facts: BodyFacts, day: PlainDate): boolean {
  const committee: readonly string[] = COMMITTEE;
  const people = facts.posts.filter((post) => committee.includes(post.kind) && holds(post, day));
  return new Set(people.map((post) => post.personId)).size > 2;
}

/** The day on which an occasion is judged: its last day once past, else today. */
const judged = (due: DueOccasion, day: PlainDate): PlainDate =>
  due.occasion.dueBy < day ? due.occasion.dueBy : day;

/** What a body owes in occasions that touch a span, as it stands on a day. Pure. */
export function owedBy(
  facts: BodyFacts,
  span: { readonly from: PlainDate; readonly to: PlainDate },
  day: PlainDate,
): Owed[] {
  const { arrangement, life } = facts;
  const usual = {
    orgKind: facts.isBranch ? ('branch' as const) : ('leading_body' as const),
    hasCommittee: true,
    groups: facts.groups.length,
    keeps: arrangement.keeps,
  };
  const kinds = arrangement.kinds.filter((kind) => isDuty(kind, usual, arrangement.settings));
  // A life meeting of the year before may be due in this span.
  const from = addYears(dayOf(yearOf(span.from), 1, 1), -1);
  const found: Owed[] = [];
  for (const kind of kinds) {
    const duty = asDuty(kind);
    if (duty === null) continue;
    const bodies = kind.body === 'group' ? facts.groups : [null];
    for (const group of bodies) {
      const groupId = group?.groupId ?? null;
      const own = facts.held.filter(
        (one) => one.storedKind === kind.kind && (group === null || one.groupId === groupId),
      );
      const lived = group === null ? life : within(life, group);
      for (const due of dueOn(duty, own, lived, { from, to: span.to }, day, arrangement.settings)) {
        if (due.occasion.dueBy < span.from || due.state === 'not_due') continue;
        const needsCommittee = kind.body === 'committee' && facts.isBranch;
        if (needsCommittee && due.state !== 'held' && !hadCommittee(facts, judged(due, day)))
          continue;
        found.push({
          orgId: facts.orgId,
          kind,
          group,
          due,
          planned: plannedFor(facts, kind, groupId, due),
        });
      }
    }
  }
  return found;
}

const within = (life: BodyLife, group: Dated): BodyLife => ({
  from: group.from > life.from ? group.from : life.from,
  to: group.to === null ? life.to : life.to === null || group.to < life.to ? group.to : life.to,
});

function plannedFor(
  facts: BodyFacts,
  kind: PlannedKind,
  groupId: string | null,
  due: DueOccasion,
): Owed['planned'] {
  if (due.state === 'held') return null;
  const { first, dueBy } = due.occasion;
  const next = facts.ahead
    .filter((one) => one.storedKind === kind.kind && one.groupId === groupId)
    .filter((one) =>
      kind.asksYearOf ? one.yearOf === yearOf(first) : one.on >= first && one.on <= dueBy,
    )
    .toSorted((a, b) => a.on.localeCompare(b.on))[0];
  return next === undefined ? null : { id: next.id, on: next.on };
}
