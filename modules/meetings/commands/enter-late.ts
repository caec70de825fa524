import type { meetingsContract } from '#contract/meetings';
import type { Inputs } from '#contract/lib';
import { ok, refuse, type Result } from '#kernel/result';
import { takeFile, type AuditEntry, type Write } from '#platform/db';
import { ownPlace, type OrgPlace } from '#modules/organisations';
import { isHeadOf } from '../policy.ts';
import { settleSittings } from '../queries/finalised.ts';
import { prepareLate, type LateMeeting } from '../queries/late.ts';
import { factsFrom } from '../queries/record.ts';
import type { TargetMeeting } from '../queries/target.ts';
import { entryOf, freeze, type Frozen } from '../queries/version.ts';
import { insertFile } from '../store/files.ts';
import { insertVersions } from '../store/held.ts';
import {
  insertMeetingRows,
  insertSittings,
  newMeeting,
  newSitting,
  type MeetingId,
  type MeetingRow,
} from '../store/working.ts';

type Input = Omit<Inputs<typeof meetingsContract>['enterLate'], 'commandId'>;

/** A line of the book as meeting and sitting, not yet written. */
function targetOf(write: Write, place: OrgPlace, late: LateMeeting): TargetMeeting {
  const { row, kind, content, yearOf, arrangement } = late;
  const sitting = newSitting(write, place, { ...row, startedAt: write.enteredAt });
  const meeting = newMeeting(write, place, {
    sittingId: sitting.id,
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
  });
  return { sitting, meeting, place, arrangement, kind };
}

const entered = ({ meeting, place }: TargetMeeting): AuditEntry => ({
  action: 'meetings.enter_late',
  objectKind: 'meeting',
  objectId: meeting.id,
  place,
  fields: {
    kind: meeting.kind,
    on: meeting.held_on,
    paperTotals: meeting.entry === 'paper_totals',
  },
});

/** Scans of the sheets that only tell numbers are kept with their meetings. */
async function keepScans(write: Write, targets: readonly TargetMeeting[]): Promise<Result<null>> {
  for (const { meeting, place } of targets) {
    const { totals } = meeting.content;
    if (totals === null) continue;
    const taken = await takeFile(write, totals.fileId, `meetings:${meeting.id}`, place);
    if (!taken.ok) return taken;
    await insertFile(write, place, meeting.id, { ...taken.value, use: 'record' });
  }
  return ok(null);
}

/** First versions of meetings nobody has seen yet: nothing needs to be asked about them. */
function freezeAll(
  write: Write,
  targets: readonly TargetMeeting[],
  meetings: readonly LateMeeting[],
): Result<Frozen[]> {
  const approval = { name: write.actor.accountName, signedFileId: null };
  const versions: Frozen[] = [];
  for (const [index, target] of targets.entries()) {
    const { meeting, sitting, arrangement, kind } = target;
    const uses = meeting.content.totals === null ? [] : (['record'] as const);
    const seen = { taps: new Set<string>(), uses };
    const frozen = freeze(write, target, approval, {
      facts: factsFrom(write.today, meeting, sitting, arrangement, kind, seen),
      orgName: meetings[index]?.orgName ?? '',
      versions: [],
    });
    if (!frozen.ok) return frozen;
    versions.push(frozen.value);
  }
  return ok(versions);
}

/**
 * 补录表: many meetings from the paper book at once, each with the roll of its day (situation 6). All or
 * none; every bad cell is named. Entered by the head they are final, else they wait for 定稿. The whole
 * table takes as many statements as one line of it.
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
  const targets = meetings.map((late) => targetOf(write, place, late));
  const final = isHeadOf(write.actor, place.orgId);
  const frozen = final ? freezeAll(write, targets, meetings) : ok([]);
  if (!frozen.ok) return frozen;
  const rows = final
    ? frozen.value.map(({ target, content }) => ({
        ...target.meeting,
        state: 'final' as const,
        content,
      }))
    : targets.map(({ meeting }) => meeting);
  await insertSittings(
    write,
    targets.map(({ sitting }) => sitting),
  );
  await insertMeetingRows(write, rows);
  const kept = await keepScans(write, targets);
  if (!kept.ok) return kept;
  await insertVersions(
    write,
    frozen.value.map(({ version }) => version),
  );
  await write.auditAll([...targets.map(entered), ...frozen.value.map(entryOf)]);
  if (final)
    await settleSittings(
      write,
      targets.map(({ sitting }) => sitting.id),
    );
  return ok({ meetingIds: rows.map((row) => row.id), state: final ? 'final' : 'ready' });
}
