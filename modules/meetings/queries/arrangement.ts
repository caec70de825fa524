import type { OrgId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import { Kept, type Read } from '#platform/db';
import {
  committeeOn,
  partyGroups,
  profileOf,
  type BodyOver,
  type OrgPlace,
} from '#modules/organisations';
import { arrangementOf, type Arrangement, type DatedOwnKind } from '../rules/arrangement.ts';
import type { DutyFacts } from '../rules/kinds.ts';
import type { PlannedKind } from '../rules/own-kinds.ts';
import { ownKinds, standingSettings } from '../store/arrangement.ts';

interface Loaded {
  readonly kinds: readonly DatedOwnKind[];
  readonly settings: Awaited<ReturnType<typeof standingSettings>>;
}

/** Kinds and settings change by acts of their own: every page asks for them, few find others than before. */
const kept = new Kept<Loaded>();
const loaded = new WeakMap<Read, Promise<Loaded>>();

function loadedBy(read: Read): Promise<Loaded> {
  const known = loaded.get(read);
  if (known !== undefined) return known;
  const fresh = kept.of(read, '', async () => ({
    kinds: await ownKinds(read),
    settings: await standingSettings(read),
  }));
  loaded.set(read, fresh);
  return fresh;
}

/** Settings and kinds that hold for a place on a day. */
export async function arrangementAt(
  read: Read,
  place: OrgPlace,
  day: PlainDate,
): Promise<Arrangement> {
  const { kinds, settings } = await loadedBy(read);
  const above = settings.filter(
    (row) =>
      place.orgPath.startsWith(row.org_path) &&
      row.valid_from <= day &&
      (row.valid_to === null || row.valid_to > day),
  );
  const stored = above.map((row) => row.settings);
  return arrangementOf(stored, kinds, place.orgPath, day);
}

/** What decides which meetings an organisation owes on a day. */
export async function dutyFactsOn(
  read: Read,
  orgId: OrgId,
  day: PlainDate,
  arrangement: Arrangement,
): Promise<DutyFacts> {
  const profile = await profileOf(read, orgId, day);
  const committee = await committeeOn(read, orgId, day);
  const groups = await partyGroups(read, orgId, day);
  return {
    orgKind: profile === null || profile.isBranch ? 'branch' : 'leading_body',
    hasCommittee: standsAsCommittee(committee.map((one) => one.personId)),
    groups: groups.length,
    keeps: arrangement.keeps,
  };
}

/** A branch without committee has a secretary, and at most a deputy; a committee is more than two people. */
export const standsAsCommittee = (people: readonly string[]): boolean => new Set(people).size > 2;

/** Whether meetings of that kind have a body to meet: a branch without committee has no committee meeting. */
export async function mayMeetAsCommittee(
  read: Read,
  place: OrgPlace,
  day: PlainDate,
  kind: PlannedKind,
  arrangement: Arrangement,
): Promise<boolean> {
  if (kind.body !== 'committee') return true;
  const facts = await dutyFactsOn(read, place.orgId, day, arrangement);
  return facts.hasCommittee || facts.orgKind === 'leading_body';
}

/** The same for one day of a body that was read for a span. */
export const meetsAsCommittee = (body: BodyOver, day: PlainDate, kind: PlannedKind): boolean =>
  kind.body !== 'committee' ||
  body.profileOn(day)?.isBranch === false ||
  standsAsCommittee(body.committeeOn(day).map((one) => one.personId));
