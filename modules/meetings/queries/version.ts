import type { Id } from '#kernel/ids';
import { ok, type Result } from '#kernel/result';
import type { AuditEntry, Write } from '#platform/db';
import { correct } from '../rules/final.ts';
import { viewOf, type Content, type View } from '../rules/minutes.ts';
import { spanOf } from '../rules/credit.ts';
import { hindrancesOf, type RecordFacts } from '../rules/record.ts';
import type { MinutesHead } from '../rules/text.ts';
import { decisionOf, insertOutcome, supersedeOutcomesOf } from '../store/follow-ups.ts';
import {
  insertVersions,
  versionsOf,
  type HeldRow,
  type NewHeld,
  type NewVersion,
} from '../store/held.ts';
import { updateMeeting } from '../store/working.ts';
import { fingerprintOf, frozenContent, nameOn, recordedOn } from './finalised.ts';
import { recordFacts } from './record.ts';
import type { TargetMeeting } from './target.ts';

export interface Approval {
  readonly name: string;
  readonly signedFileId: Id<'File'> | null;
}

function headOf(organisation: string, { meeting, sitting, kind }: TargetMeeting): MinutesHead {
  return {
    organisation,
    kindName: kind.name,
    title: meeting.title,
    heldOn: meeting.held_on,
    yearOf: meeting.year_of,
    startsAt: meeting.starts_at ?? sitting.starts_at,
    endsAt: meeting.ends_at ?? sitting.ends_at,
    place: sitting.place,
    form: meeting.form,
    special: meeting.special,
    campaign: meeting.campaign,
  };
}

async function writeOutcomes(write: Write, target: TargetMeeting, version: number): Promise<void> {
  const { meeting, place } = target;
  if (version > 1) await supersedeOutcomesOf(write, meeting.id);
  for (const item of meeting.content.items) {
    if (item.followUpOf === null || item.outcome.trim() === '') continue;
    const decision = await decisionOf(write, item.followUpOf);
    if (decision === null || decision.closed_on !== null) continue;
    await insertOutcome(write, place, {
      decisionId: item.followUpOf,
      closedOn: meeting.held_on > decision.decided_on ? meeting.held_on : decision.decided_on,
      outcome: item.outcome,
      meetingId: meeting.id,
    });
  }
}

function detailsOf(meeting: TargetMeeting['meeting'], content: Content, view: View) {
  const held_on = meeting.held_on;
  return {
    items: content.items.map((item, index) => ({
      held_on,
      seq: index + 1,
      kind: item.kind,
      title: item.title,
      decision: item.decision,
      follow_up_of: item.followUpOf,
    })),
    votes: content.items.flatMap((item, index) =>
      item.votes.flatMap((vote, at) => {
        const result = view.votes[index]?.[at];
        if (result?.ok !== true) return [];
        return [
          {
            held_on,
            item_seq: index + 1,
            subject: vote.subject,
            method: vote.method,
            on_person: vote.onPerson,
            entitled: result.value.entitled,
            present: result.value.present,
            in_favour: vote.for,
            against: vote.against,
            abstained: vote.abstain,
            recused: vote.recused,
            needed: result.value.approvalsNeeded,
            passed: result.value.passed,
          },
        ];
      }),
    ),
    decisions: content.items.flatMap((item, index) =>
      item.tasks.flatMap((task) =>
        task.decisionId === null
          ? []
          : [
              {
                decision_id: task.decisionId,
                decided_on: held_on,
                item_seq: index + 1,
                item_title: item.title,
                what: task.text,
                responsible_id: task.responsible?.personId ?? null,
                responsible_name: task.responsible?.name ?? '',
                due_on: task.dueOn,
              },
            ],
      ),
    ),
  };
}

/** A correction must say why and change something; the first version just begins. */
function nextVersion(
  versions: readonly HeldRow[],
  fingerprint: string,
  reason: string,
): Result<{ readonly version: number; readonly reason: string }> {
  if (versions.length === 0) return ok({ version: 1, reason: '' });
  const known = versions.map((row) => ({ ...row, reason: row.correction_reason }));
  return correct('final', known, fingerprint, reason);
}

/** A version that may be written, and the meeting's text as it is frozen by it. */
export interface Frozen {
  readonly target: TargetMeeting;
  readonly version: NewVersion;
  readonly content: Content;
}

/**
 * The next version of a meeting from what is known of it. Refuses what the record lacks, and a correction
 * that says no reason or changes nothing. Writes nothing.
 */
export function freeze(
  write: Write,
  target: TargetMeeting,
  approval: Approval,
  known: {
    readonly facts: RecordFacts;
    readonly orgName: string;
    readonly versions: readonly HeldRow[];
  },
): Result<Frozen> {
  const { meeting, sitting, place, arrangement, kind } = target;
  const { facts, versions } = known;
  const [hindrance] = hindrancesOf(facts);
  if (hindrance !== undefined) return { ok: false, refusal: hindrance };
  const content = frozenContent(write, meeting, sitting, facts.view);
  const view = viewOf(
    kind,
    content,
    {},
    {
      recusedLeaveCount: arrangement.settings.recusedLeaveCount,
    },
  );
  const fingerprint = fingerprintOf(headOf(known.orgName, target), content, view);
  const next = nextVersion(versions, fingerprint, meeting.reason);
  if (!next.ok) return next;
  const { counts } = view;
  const span = content.held === null ? null : spanOf(content.held, content.held);
  const held: NewHeld = {
    meeting_id: meeting.id,
    sitting_id: sitting.id,
    version: next.value.version,
    kind: kind.kind,
    body: kind.body,
    group_id: meeting.group_id,
    form: meeting.form,
    entry: meeting.entry,
    title: meeting.title,
    held_on: meeting.held_on,
    year_of: meeting.year_of,
    special: meeting.special,
    campaign: meeting.campaign,
    entitled: counts.shouldAttend,
    present: counts.present,
    on_leave: counts.leave,
    absent: counts.absent,
    guests: counts.satIn,
    rated: counts.alarmBase,
    rated_present: counts.alarmPresent,
    items: content.items.length,
    minutes: span === null ? null : span.to - span.from,
    study: kind.study,
    content,
    fingerprint,
    prepared_by: meeting.prepared_by ?? write.actor.accountId,
    prepared_name: meeting.prepared_name,
    approved_by: write.actor.accountId,
    approved_name: approval.name,
    signed_file_id: approval.signedFileId,
    correction_reason: next.value.reason,
    recorded_on: versions[0]?.recorded_on ?? recordedOn(write, sitting),
  };
  const version = { place, held, ...detailsOf(meeting, content, view) };
  return ok({ target, version, content });
}

/** What the log says of a version. */
export function entryOf({ target, version: { held } }: Frozen): AuditEntry {
  const { version, fingerprint, approved_name: approvedBy, correction_reason: reason } = held;
  return {
    action: version === 1 ? 'meetings.finalise' : 'meetings.correct',
    objectKind: 'meeting',
    objectId: target.meeting.id,
    place: target.place,
    fields: { version, fingerprint, approvedBy },
    ...(reason === undefined || reason === '' ? {} : { reason }),
  };
}

/** Writes the next version of a meeting, without its attendance (`settleSittings` does that for the sitting). */
export async function writeVersion(
  write: Write,
  target: TargetMeeting,
  approval: Approval,
): Promise<Result<{ readonly fingerprint: string }>> {
  const { meeting, sitting, arrangement, kind } = target;
  const frozen = freeze(write, target, approval, {
    facts: await recordFacts(write, meeting, sitting, arrangement, kind),
    orgName: await nameOn(write, meeting.org_id, meeting.held_on),
    versions: await versionsOf(write, meeting.id),
  });
  if (!frozen.ok) return frozen;
  const { version, content } = frozen.value;
  await insertVersions(write, [version]);
  await writeOutcomes(write, target, version.held.version);
  await updateMeeting(write, meeting, { state: 'final', content, reason: '' });
  await write.audit(entryOf(frozen.value));
  return ok({ fingerprint: version.held.fingerprint });
}
