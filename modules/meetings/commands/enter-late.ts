import type { meetingsContract } from '#contract/meetings';
import type { Inputs } from '#contract/lib';
import { ok, refuse, type Result } from '#kernel/result';
import { takeFile, type Write } from '#platform/db';
import { ownPlace, type OrgPlace } from '#modules/organisations';
import { isHeadOf } from '../policy.ts';
import { settleSittings } from '../queries/finalised.ts';
import { prepareLate, type LateMeeting } from '../queries/late.ts';
import { targetMeeting } from '../queries/target.ts';
import { writeVersion } from '../queries/version.ts';
import { insertFile } from '../store/files.ts';
import {
  insertMeetings,
  insertSitting,
  type MeetingId,
  type MeetingRow,
} from '../store/working.ts';

type Input = Omit<Inputs<typeof meetingsContract>['enterLate'], 'commandId'>;

async function writeLate(
  write: Write,
  place: OrgPlace,
  late: LateMeeting,
): Promise<Result<{ readonly meetingId: MeetingId; readonly sittingId: string }>> {
  const { row, kind, content, yearOf } = late;
  const sittingId = await insertSitting(write, place, { ...row, startedAt: write.enteredAt });
  const [meetingId] = await insertMeetings(write, place, [
    {
      sittingId,
      kind: kind.kind,
      body: kind.body,
      groupId: row.groupId,
      form: 'meeting',
      title: row.title === '' ? kind.name : row.title,
      heldOn: row.heldOn,
      yearOf,
      special: row.special,
      campaign: row.campaign,
      state: 'ready',
      entry: content.totals === null ? 'late' : 'paper_totals',
      content,
    },
  ]);
  if (meetingId === undefined) throw new Error('no meeting was written');
  if (content.totals !== null) {
    const taken = await takeFile(write, content.totals.fileId, `meetings:${meetingId}`, place);
    if (!taken.ok) return taken;
    await insertFile(write, place, meetingId, { ...taken.value, use: 'record' });
  }
  await write.audit({
    action: 'meetings.enter_late',
    objectKind: 'meeting',
    objectId: meetingId,
    place,
    fields: { kind: kind.kind, on: row.heldOn, paperTotals: content.totals !== null },
  });
  return ok({ meetingId, sittingId });
}

/**
 * 补录表: many meetings from the paper book at once, each with the roll of its day (situation 6). All or
 * none; every bad cell is named. Entered by the head they are final, else they wait for 定稿.
 */
export async function enterLate(
  write: Write,
  input: Input,
): Promise<Result<{ meetingIds: MeetingId[]; state: MeetingRow['state'] }>> {
  const own = await ownPlace(write, input.orgId);
  if (!own.ok) return own;
  const place = own.value;
  const { problems, meetings } = await prepareLate(write, place, input.rows);
  if (problems.length > 0) {
    return refuse('meetings.late_rows_wrong', {
      count: problems.length,
      rows: problems.map((one) => `第${one.row}行${one.text}`).join('；'),
    });
  }
  const final = isHeadOf(write.actor, place.orgId);
  const meetingIds: MeetingId[] = [];
  const sittings: string[] = [];
  for (const late of meetings) {
    const made = await writeLate(write, place, late);
    if (!made.ok) return made;
    meetingIds.push(made.value.meetingId);
    sittings.push(made.value.sittingId);
    if (!final) continue;
    const target = await targetMeeting(write, made.value.meetingId);
    if (!target.ok) return target;
    const approval = { name: write.actor.accountName, signedFileId: null };
    const version = await writeVersion(write, target.value, approval);
    if (!version.ok) return version;
  }
  if (final) await settleSittings(write, sittings);
  return ok({ meetingIds, state: final ? 'final' : 'ready' });
}
