import type { Inputs, Outputs } from '#contract/lib';
import {
  AWAY_SPANS,
  PLACE_KINDS,
  type AwaySpan,
  type floatingContract,
  type PlaceKind,
} from '#contract/floating';
import type { OrgId } from '#kernel/ids';
import { offsetOf } from '#kernel/paging';
import { monthsBetween, type PlainDate } from '#kernel/plain-date';
import type { Read } from '#platform/db';
import { membersMarkedFloating, peopleNamed } from '#modules/members';
import { orgNames, placeOf, type OrgPlace } from '#modules/organisations';
import { canAt } from '../policy.ts';
import { maskNumber } from '../rules/away.ts';
import { spanOf, type Rhythm } from '../rules/rhythm.ts';
import { returnedUntil, type AwayRow } from '../store/away.ts';
import type { Asked } from '../store/known.ts';
import { rhythmsOn } from '../store/settings.ts';
import { standingOn, withContact, type Standing } from './standing.ts';

type In = Inputs<typeof floatingContract>;
type Out = Outputs<typeof floatingContract>;
type Shown = Out['away']['rows'][number];

/** Own rows, or everything at or below a place. */
export const askedAt = (place: OrgPlace, below: boolean | undefined): Asked =>
  below === true ? { path: place.orgPath } : { orgIds: [place.orgId] };

const phoneOf = (read: Read, row: AwayRow): string =>
  row.phone === null ? '' : maskNumber(read.secrets.decrypt(read.actor.tenantId, row.phone));

/** A stay as lists and threads show it. */
export function shownAway(read: Read, one: Standing, orgName: string, day: PlainDate): Shown {
  const { row } = one;
  const until = row.returnedOn ?? day;
  return {
    awayId: row.awayId,
    orgId: row.orgId,
    orgName,
    personId: row.personId,
    name: row.name,
    reason: row.reason,
    placeKind: row.placeKind,
    place: row.place,
    fixed: row.fixed,
    phone: phoneOf(read, row),
    toldBy: row.toldBy,
    leftOn: row.leftOn,
    expectedOn: row.expectedOn,
    months: Math.max(0, monthsBetween(row.leftOn, until)),
    keeperId: row.keeperId,
    keeperName: row.keeperName,
    hostOrgId: row.host?.orgId ?? null,
    hostName: row.hostName,
    certificateNo: row.certificateNo,
    returnedOn: row.returnedOn,
    returnWay: row.returnWay,
    last: one.last,
    due: row.returnedOn === null ? one.due : null,
    hints: row.returnedOn === null ? [...one.hints] : [],
  };
}

/** `每1个月联系一次；出国（境）的每6个月` */
export const rhythmWords = (rhythm: Rhythm): string =>
  `每${rhythm.contactMonths}个月至少联系1次，在境外的每${rhythm.abroadMonths}个月至少1次` +
  (rhythm.countsPresence ? '；参加会议、交纳党费也算联系' : '');

const tally = <K extends string>(keys: readonly K[], of: readonly K[]): Record<K, number> =>
  Object.fromEntries(keys.map((key) => [key, of.filter((one) => one === key).length])) as Record<
    K,
    number
  >;

/** 流出党员: who is away from an organisation, and all below it where asked; late contact first. */
export async function away(read: Read, input: In['away']): Promise<Out['away'] | null> {
  const place = await placeOf(read, input.orgId);
  if (place === null) return null;
  const day = read.today;
  const asked = askedAt(place, input.below);
  const present = await standingOn(read, asked, day);
  const back = await returnedUntil(read, asked, day);
  const named =
    input.q === undefined || input.q === ''
      ? null
      : new Set(await peopleNamed(read, place.orgPath, input.q));
  const fits = (row: AwayRow): boolean =>
    (input.placeKind === undefined || row.placeKind === input.placeKind) &&
    (input.span === undefined || spanOf(row.leftOn, row.returnedOn ?? day) === input.span) &&
    (named === null || named.has(row.personId));
  const chosen =
    input.state === 'away'
      ? present
          .filter((one) => fits(one.row) && (input.due !== true || one.due < day))
          .toSorted((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0))
      : [];
  const offset = offsetOf(input);
  const returned = input.state === 'returned' ? back.filter(fits) : [];
  const rows =
    input.state === 'away'
      ? chosen.slice(offset, offset + input.pageSize)
      : await withContact(read, returned.slice(offset, offset + input.pageSize), day);
  const orgs = await orgNames(
    read,
    rows.map((one) => one.row.orgId),
  );
  const rhythm = (await rhythmsOn(read, day))(place.orgPath);
  const marked = input.below === true ? [] : await membersMarkedFloating(read, input.orgId, day);
  const entered = new Set(present.map((one) => one.row.personId));
  const can = canAt(read.actor, place.orgPath, 'floating.write');
  return {
    total: input.state === 'away' ? chosen.length : returned.length,
    rows: rows.map((one) => shownAway(read, one, orgs.get(one.row.orgId)?.shortName ?? '', day)),
    counts: {
      away: present.length,
      returned: back.length,
      overdue: present.filter((one) => one.due < day).length,
      withKeeper: present.filter((one) => one.row.keeperId !== null).length,
      byPlace: tally(
        Object.keys(PLACE_KINDS) as PlaceKind[],
        present.map((one) => one.row.placeKind),
      ),
      bySpan: tally(
        Object.keys(AWAY_SPANS) as AwaySpan[],
        present.map((one) => spanOf(one.row.leftOn, day)),
      ),
    },
    unregistered: marked.filter((one) => !entered.has(one.personId)),
    rhythm: rhythmWords(rhythm),
    can: { register: can, contact: canAt(read.actor, place.orgPath, 'floating.contact') },
  };
}

/** Names of organisations by id, '' where out of sight. */
export const shortNames = async (
  read: Read,
  ids: readonly OrgId[],
): Promise<(orgId: OrgId) => string> => {
  const found = await orgNames(read, ids);
  return (orgId) => found.get(orgId)?.shortName ?? '';
};
