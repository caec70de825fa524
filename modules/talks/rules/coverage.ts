import type { TalkKind } from '#contract/talks';
import type { PersonId } from '#kernel/ids';
import { addDays, dayOf, type PlainDate } from '#kernel/plain-date';

/** A standing talk of a year as coverage looks at it. */
export interface Talked {
  readonly id: string;
  readonly on: PlainDate;
  readonly kind: TalkKind;
  readonly talkerId: PersonId | null;
  readonly talkerName: string;
  readonly partnerId: PersonId | null;
  readonly partnerName: string;
}

export interface CoveredMember {
  readonly personId: PersonId;
  /** First day of the standing stay in the roster. */
  readonly since: PlainDate;
}

export interface Covered {
  readonly id: string;
  readonly on: PlainDate;
  readonly with: string;
}

export interface Coverage {
  readonly pairs: readonly {
    readonly a: PersonId;
    readonly b: PersonId;
    readonly by: Covered | null;
  }[];
  readonly members: readonly {
    readonly personId: PersonId;
    readonly withCommittee: Covered | null;
    readonly withMember: Covered | null;
    readonly fresh: boolean;
  }[];
}

/** Members who came in the last three months of a year are not asked for in it: the text says 一般. */
const FRESH_DAYS = 90;

const latest = (a: Covered | undefined, b: Covered): Covered =>
  a === undefined || b.on > a.on ? b : a;
const pairKey = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

/**
 * 谈心谈话覆盖 of one branch in a year (BR18): each two of the committee, each other member with one
 * of the committee, each other member with another member. Office talks and 提醒谈话 do not count.
 * A branch without other members than its committee asks for the pairs alone.
 */
export function coverageOf(
  year: number,
  committee: readonly PersonId[],
  members: readonly CoveredMember[],
  talks: readonly Talked[],
): Coverage {
  const pairs = new Map<string, Covered>();
  const committeeWith = new Map<PersonId, Covered>();
  const memberWith = new Map<PersonId, Covered>();
  for (const talk of talks) {
    const { talkerId, partnerId } = talk;
    if (talkerId === null || partnerId === null) continue;
    const sides = [
      [talkerId, { id: talk.id, on: talk.on, with: talk.partnerName }],
      [partnerId, { id: talk.id, on: talk.on, with: talk.talkerName }],
    ] as const;
    if (talk.kind === 'between_committee') {
      const key = pairKey(talkerId, partnerId);
      pairs.set(key, latest(pairs.get(key), sides[0][1]));
    } else if (talk.kind === 'committee_member' || talk.kind === 'between_members') {
      const found = talk.kind === 'committee_member' ? committeeWith : memberWith;
      for (const [personId, covered] of sides)
        found.set(personId, latest(found.get(personId), covered));
    }
  }
  const onCommittee = new Set(committee);
  const freshFrom = addDays(dayOf(year, 12, 31), -FRESH_DAYS);
  return {
    pairs: committee.flatMap((a, at) =>
      committee.slice(at + 1).map((b) => ({ a, b, by: pairs.get(pairKey(a, b)) ?? null })),
    ),
    members: members
      .filter((one) => !onCommittee.has(one.personId))
      .map(({ personId, since }) => ({
        personId,
        withCommittee: committeeWith.get(personId) ?? null,
        withMember: memberWith.get(personId) ?? null,
        fresh: since > freshFrom,
      })),
  };
}

/** What is still open. A single other member has no other member to talk with. */
export function openOf({ pairs, members }: Coverage): {
  readonly pairs: number;
  readonly withCommittee: number;
  readonly withMember: number;
} {
  const asked = members.filter((one) => !one.fresh);
  return {
    pairs: pairs.filter((pair) => pair.by === null).length,
    withCommittee: asked.filter((one) => one.withCommittee === null).length,
    withMember: members.length < 2 ? 0 : asked.filter((one) => one.withMember === null).length,
  };
}
