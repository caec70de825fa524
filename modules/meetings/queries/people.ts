import type { OrgId, PersonId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import { POSTS } from '#kernel/posts';
import type { Read } from '#platform/db';
import { compareBySurnameStrokes } from '#platform/words';
import { attachedOn, membershipsOf } from '#modules/members';
import { committeeOn, profileOf, subtreeIdsOn } from '#modules/organisations';
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

async function fromRosters(
  read: Read,
  orgIds: readonly OrgId[],
  groupId: string | null,
  day: PlainDate,
): Promise<Map<PersonId, Known>> {
  const found = new Map<PersonId, Known>();
  for (const orgId of orgIds) {
    for (const row of await membershipsOf(read, orgId, day, day)) {
      const personId = row.person_id as PersonId;
      found.set(personId, {
        person: {
          ...NOBODY,
          personId,
          place: 'home',
          category: row.category,
          standing: row.standing,
          frail: row.frail,
          inGroup: groupId !== null && row.group_id === groupId,
        },
        name: row.name,
        unit: row.unit,
        post: '',
      });
    }
  }
  return found;
}

/** Holders of committee posts that day, added to whom the roster names; a leading body may have none in its own roster. */
async function withPosts(
  read: Read,
  orgId: OrgId,
  day: PlainDate,
  found: Map<PersonId, Known>,
): Promise<void> {
  for (const { personId, kind, name } of await committeeOn(read, orgId, day)) {
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
  const profile = await profileOf(read, orgId, day);
  const ofMembers = kind.body === 'members' || kind.body === 'group';
  // A branch has its own roster; above it everybody in the branches below that day belongs to the meeting.
  const isBranch = profile === null || profile.isBranch;
  const orgIds = isBranch || !ofMembers ? [orgId] : await subtreeIdsOn(read, orgId, day);
  const found = await fromRosters(read, orgIds, groupId, day);
  await withPosts(read, orgId, day, found);
  if (ofMembers) {
    for (const guest of await attachedOn(read, orgId, day)) {
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
