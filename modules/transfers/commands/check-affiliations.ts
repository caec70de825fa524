import type { OrgId, PersonId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import { ok, refuse, type Result } from '#kernel/result';
import type { Write } from '#platform/db';
import { rosterIdsOn } from '#modules/members';
import {
  aliveOver,
  holdsMembers,
  ownPlace,
  placeOf,
  subtreeIdsOn,
  type OrgKind,
  type OrgPlace,
} from '#modules/organisations';
import type { CheckResult } from '../rules/affiliation.ts';
import {
  insertRounds,
  marksOf,
  roundForUpdate,
  saveMarks,
  setRound,
  type CheckId,
  type Round,
} from '../store/checks.ts';

/** 开展排查: a round for the branch, or for every branch below, that has none this year (`transfer.check.yearly`). */
export async function openChecks(
  write: Write,
  input: { readonly orgId: OrgId; readonly year: number; readonly on: PlainDate },
): Promise<Result<{ opened: number }>> {
  const own = await ownPlace(write, input.orgId);
  if (!own.ok) return own;
  if (input.on > write.today) return refuse('procedure.in_future', { day: input.on });
  const below = await subtreeIdsOn(write, input.orgId, input.on);
  const branches = (await aliveOver(write, below, input.on, input.on)).filter((one) =>
    holdsMembers(one.kind as OrgKind),
  );
  const places: OrgPlace[] = [];
  for (const one of branches) {
    const place = await placeOf(write, one.orgId);
    if (place !== null) places.push(place);
  }
  if (places.length === 0) return refuse('transfers.no_branch_for_check');
  const opened = await insertRounds(write, places, input.year, input.on);
  if (opened === 0) return refuse('transfers.check_exists', { year: input.year });
  await write.audit({
    action: 'transfers.open_checks',
    objectKind: 'organisation',
    objectId: input.orgId,
    place: own.value,
    fields: { year: input.year, opened },
  });
  return ok({ opened });
}

async function begun(
  write: Write,
  input: { readonly checkId: CheckId; readonly basedOn: number; readonly on: PlainDate },
): Promise<Result<Round>> {
  const round = await roundForUpdate(write, input.checkId);
  if (round === null) return refuse('common.not_found');
  const own = await ownPlace(write, round.place.orgId);
  if (!own.ok) return own;
  if (round.version !== input.basedOn) return refuse('common.changed_meanwhile');
  if (round.closedOn !== null) return refuse('transfers.check_closed');
  if (input.on > write.today) return refuse('procedure.in_future', { day: input.on });
  await write.tick(round.place.orgId);
  return ok(round);
}

/** 登记排查结果 of members of the branch, many at once. It opens no case for anybody. */
export async function markCheck(
  write: Write,
  input: {
    readonly checkId: CheckId;
    readonly on: PlainDate;
    readonly marks: readonly {
      readonly personId: PersonId;
      readonly result: CheckResult;
      readonly note: string;
    }[];
    readonly basedOn: number;
  },
): Promise<Result<{ version: number }>> {
  const found = await begun(write, input);
  if (!found.ok) return found;
  const round = found.value;
  const roster = await rosterIdsOn(write, round.place.orgId, input.on);
  if (input.marks.some((one) => !roster.has(one.personId)))
    return refuse('transfers.check_not_in_roster');
  const last = new Map(input.marks.map((one) => [one.personId, { ...one, on: input.on }]));
  await saveMarks(write, round, [...last.values()]);
  const version = round.version + 1;
  await setRound(write, round.checkId, { closedOn: null, version });
  await write.audit({
    action: 'transfers.mark_check',
    objectKind: 'affiliation_check',
    objectId: round.checkId,
    place: round.place,
    fields: { people: last.size },
  });
  return ok({ version });
}

/** 结束排查, once everybody of the roster is registered. */
export async function closeCheck(
  write: Write,
  input: { readonly checkId: CheckId; readonly on: PlainDate; readonly basedOn: number },
): Promise<Result<{ version: number }>> {
  const found = await begun(write, input);
  if (!found.ok) return found;
  const round = found.value;
  const marked = new Set(
    ((await marksOf(write, [round.checkId])).get(round.checkId) ?? []).map((one) => one.personId),
  );
  const roster = await rosterIdsOn(write, round.place.orgId, input.on);
  const left = [...roster].filter((personId) => !marked.has(personId)).length;
  if (left > 0) return refuse('transfers.check_open', { number: left });
  const version = round.version + 1;
  await setRound(write, round.checkId, { closedOn: input.on, version });
  await write.audit({
    action: 'transfers.close_check',
    objectKind: 'affiliation_check',
    objectId: round.checkId,
    place: round.place,
    fields: { on: input.on },
  });
  return ok({ version });
}
