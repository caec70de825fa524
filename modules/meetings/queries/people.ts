import type { OrgId, PersonId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import { POSTS } from '#kernel/posts';
import type { Read } from '#platform/db';
import { compareBySurnameStrokes } from '#platform/words';
import {
  attachedOver,
  floatingOver,
  membershipsOf,
  restrictionsOver,
  type FloatingSpan,
  type Restriction,
} from '#modules/members';
import { bodyOver, subtreeIdsOn, type BodyOver } from '#modules/organisations';
import { entitlementOf, type PersonOnDay } from '../rules/entitlement.ts';
import type { Content, RollLine } from '../rules/minutes.ts';
import type { PlannedKind } from '../rules/own-kinds.ts';

interface Known {
  readonly person: PersonOnDay;
  readonly name: string;
  readonly unit: string;
  readonly post: string;
}

const NOBODY: Omit<PersonOnDay, 'personId'> = {
  place: 'none',
  category: 'full',
  standing: 'normal',
  rights: 'yes',
  floating: false,
  frail: false,
  onCommittee: false,
  inGroup: false,
  inLeadingBody: false,
  excluded: false,
};

type Stay = Awaited<ReturnType<typeof membershipsOf>>[number];
type Guest = Awaited<ReturnType<typeof attachedOver>>[number];

/** What the sheets of one organisation are made from, read once for a span of days. */
export interface RollBook {
  readonly body: BodyOver;
  readonly stays: readonly Stay[];
  readonly guests: readonly Guest[];
  /** By person. */
  readonly restrictions: ReadonlyMap<PersonId, readonly Restriction[]>;
  /** When people of the roster are marked as away. */
  readonly floating: readonly FloatingSpan[];
}

const idsOf = (stays: readonly Stay[]): PersonId[] => stays.map((row) => row.person_id as PersonId);

/** Opens the book for a span of days, both included. */
export async function rollBook(
  read: Read,
  orgId: OrgId,
  from: PlainDate,
  to: PlainDate,
): Promise<RollBook> {
  const stays = await membershipsOf(read, orgId, from, to);
  return {
    body: await bodyOver(read, orgId, from, to),
    stays,
    restrictions: await restrictionsOf(read, stays),
    guests: await attachedOver(read, orgId, from, to),
    floating: await floatingOver(read, idsOf(stays), from, to),
  };
}

const restrictionsOf = (read: Read, stays: readonly Stay[]) => restrictionsOver(read, idsOf(stays));

function fromRosters(
  { stays, restrictions, floating }: Pick<RollBook, 'stays' | 'restrictions' | 'floating'>,
  groupId: string | null,
  day: PlainDate,
): Map<PersonId, Known> {
  const away = new Set(
    floating
      .filter((one) => one.from <= day && (one.to === null || one.to > day))
      .map((one) => one.personId),
  );
  const found = new Map<PersonId, Known>();
  for (const row of stays) {
    if (row.valid_from > day || (row.valid_to !== null && row.valid_to <= day)) continue;
    const personId = row.person_id as PersonId;
    found.set(personId, {
      person: {
        ...NOBODY,
        personId,
        place: 'home',
        category: row.category,
        standing: row.standing,
        // 留党察看: neither votes nor stands until the rights are restored.
        rights: (restrictions.get(personId) ?? []).some(
          (one) => one.kind === 'barred' && one.from <= day && (one.to === null || day < one.to),
        )
          ? 'none'
          : 'yes',
        frail: row.frail,
        floating: away.has(personId),
        inGroup: groupId !== null && row.group_id === groupId,
      },
      name: row.name,
      unit: row.unit,
      post: '',
    });
  }
  return found;
}

/** Holders of committee posts that day, added to whom the roster names; a leading body may have none in its own roster. */
function withPosts(body: BodyOver, day: PlainDate, found: Map<PersonId, Known>): void {
  for (const { personId, kind, name } of body.committeeOn(day)) {
    const known = found.get(personId);
    if (known?.person.onCommittee === true) continue;
    found.set(personId, {
      person: {
        ...(known?.person ?? { ...NOBODY, personId }),
        onCommittee: true,
        inLeadingBody: true,
      },
      name: known?.name ?? name,
      unit: known?.unit ?? '',
      post: POSTS[kind],
    });
  }
}

/**
 * The sheet of a meeting of that kind on a day: 应到 by roster or posts of the day, and people attached
 * here under 列席 (situation 1). Order: posts of the committee first, then by strokes of the surname.
 */
export async function rollOn(
  read: Read,
  orgId: OrgId,
  kind: PlannedKind,
  groupId: string | null,
  day: PlainDate,
): Promise<RollLine[]> {
  return rollFrom(read, orgId, await rollBook(read, orgId, day, day), kind, groupId, day);
}

/** The same from a book that was opened for a span with that day in it. */
export async function rollFrom(
  read: Read,
  orgId: OrgId,
  { body, stays, guests, restrictions, floating }: RollBook,
  kind: PlannedKind,
  groupId: string | null,
  day: PlainDate,
): Promise<RollLine[]> {
  const profile = body.profileOn(day);
  const ofMembers = kind.body === 'members' || kind.body === 'group';
  const found = fromRosters({ stays, restrictions, floating }, groupId, day);
  // A branch has its own roster; above it everybody in the branches below that day belongs to the meeting.
  if (profile !== null && !profile.isBranch && ofMembers) {
    for (const below of await subtreeIdsOn(read, orgId, day)) {
      if (below === orgId) continue;
      const theirs = await membershipsOf(read, below, day, day);
      const book = {
        stays: theirs,
        restrictions: await restrictionsOf(read, theirs),
        floating: await floatingOver(read, idsOf(theirs), day, day),
      };
      for (const [personId, known] of fromRosters(book, groupId, day)) found.set(personId, known);
    }
  }
  withPosts(body, day, found);
  if (ofMembers) {
    for (const guest of guests) {
      if (guest.from > day || (guest.to !== null && guest.to <= day)) continue;
      if (found.has(guest.personId)) continue;
      const person = { ...NOBODY, personId: guest.personId, place: 'guest' as const };
      found.set(guest.personId, { person, name: guest.name, unit: '', post: '' });
    }
  }
  const lines = [...found.values()].flatMap(({ person, name, unit, post }): RollLine[] => {
    const entry = entitlementOf(kind.like, person);
    if (entry === null) return [];
    return [
      {
        key: person.personId,
        personId: person.personId as PersonId,
        name,
        column: entry.column,
        voting: entry.voting,
        // 离退休 branches have no alarms (situation 14).
        alarm: entry.alarm && profile?.attendanceAlarms !== false,
        frail: person.frail,
        unit,
        note: entry.note !== '' ? entry.note : post,
      },
    ];
  });
  const rank = (line: RollLine): number =>
    line.column === 'sit_in' ? 2 : Object.values(POSTS).some((post) => post === line.note) ? 0 : 1;
  const byStrokes = (a: RollLine, b: RollLine): number => {
    const order = compareBySurnameStrokes(a.name, b.name);
    return order === 'by hand' ? 0 : order;
  };
  return lines.toSorted((a, b) => rank(a) - rank(b) || byStrokes(a, b));
}

/** The roll of a day as known now: guests, people known by name and presence of those who stay are kept. */
export async function freshRoll(
  read: Read,
  orgId: OrgId,
  kind: PlannedKind,
  meeting: { readonly group_id: string | null; readonly content: Content },
  day: PlainDate,
): Promise<Content> {
  const fresh = await rollOn(read, orgId, kind, meeting.group_id, day);
  const keys = new Set(fresh.map((line) => line.key));
  const kept = meeting.content.roll.filter(
    (line) => !keys.has(line.key) && (line.personId === null || line.column === 'sit_in'),
  );
  const roll = [...fresh, ...kept];
  const standing = new Set(roll.map((line) => line.key));
  const marks = Object.entries(meeting.content.marks).filter(([key]) => standing.has(key));
  return { ...meeting.content, roll, marks: Object.fromEntries(marks) };
}
