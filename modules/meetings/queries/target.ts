import type { OrgId } from '#kernel/ids';
import { ok, refuse, type Result } from '#kernel/result';
import type { Write } from '#platform/db';
import { ownPlace, type OrgPlace } from '#modules/organisations';
import { unchanged } from '../policy.ts';
import type { Arrangement } from '../rules/arrangement.ts';
import type { PlannedKind } from '../rules/own-kinds.ts';
import {
  lockMeeting,
  lockSitting,
  type MeetingId,
  type MeetingRow,
  type SittingId,
  type SittingRow,
} from '../store/working.ts';
import { arrangementAt } from './arrangement.ts';

export interface TargetSitting {
  readonly sitting: SittingRow;
  readonly place: OrgPlace;
}

/** A sitting that is to be changed, locked. Refuses what is out of reach or was changed since. */
export async function targetSitting(
  write: Write,
  sittingId: SittingId,
  basedOn?: number,
): Promise<Result<TargetSitting>> {
  const sitting = await lockSitting(write, sittingId);
  if (sitting === null) return refuse('common.not_found');
  const own = await ownPlace(write, sitting.org_id as OrgId);
  if (!own.ok) return own;
  if (basedOn !== undefined) {
    const same = unchanged(sitting, basedOn);
    if (!same.ok) return same;
  }
  if (sitting.org_id !== write.actor.orgId) await write.tick(sitting.org_id);
  return ok({ sitting, place: own.value });
}

export interface TargetMeeting extends TargetSitting {
  readonly meeting: MeetingRow;
  readonly arrangement: Arrangement;
  readonly kind: PlannedKind;
}

/** Like `targetSitting`, for one meeting and its sitting. Two acts that wait for each other are retried. */
export async function targetMeeting(
  write: Write,
  meetingId: MeetingId,
  basedOn?: number,
): Promise<Result<TargetMeeting>> {
  const seen = await lockMeeting(write, meetingId);
  if (seen === null) return refuse('common.not_found');
  const own = await ownPlace(write, seen.org_id as OrgId);
  if (!own.ok) return own;
  const sitting = await lockSitting(write, seen.sitting_id);
  if (sitting === null) return refuse('common.not_found');
  if (basedOn !== undefined) {
    const same = unchanged(seen, basedOn);
    if (!same.ok) return same;
  }
  if (seen.org_id !== write.actor.orgId) await write.tick(seen.org_id);
  const arrangement = await arrangementAt(write, own.value, seen.held_on);
  const kind = arrangement.known.get(seen.kind);
  if (kind === undefined) return refuse('meetings.unknown_kind');
  return ok({ meeting: seen, sitting, place: own.value, arrangement, kind });
}
