import type { meetingsContract } from '#contract/meetings';
import type { Inputs } from '#contract/lib';
import type { Id } from '#kernel/ids';
import { ok, refuse, type Result } from '#kernel/result';
import { takeFile, type Write } from '#platform/db';
import { isHeadOf } from '../policy.ts';
import { settleSittings } from '../queries/finalised.ts';
import { writeVersion, type Approval } from '../queries/version.ts';
import { targetMeeting, type TargetMeeting } from '../queries/target.ts';
import { insertFile } from '../store/files.ts';

type Input = Omit<Inputs<typeof meetingsContract>['finalise'], 'commandId'>;

/**
 * Who approves: the head on screen, else whoever signed the print that is attached (situation 4).
 * The scan is kept with each meeting it was signed for.
 */
async function approvalOf(
  write: Write,
  target: TargetMeeting,
  signed: { readonly fileId: Id<'File'> | null; readonly by: string },
): Promise<Result<Approval>> {
  const { meeting, place } = target;
  if (signed.fileId === null) {
    return isHeadOf(write.actor, meeting.org_id)
      ? ok({ name: write.actor.accountName, signedFileId: null })
      : refuse('meetings.not_confirmed');
  }
  if (signed.by === '') return refuse('meetings.signed_by_missing');
  const taken = await takeFile(write, signed.fileId, `meetings.signed:${signed.fileId}`, place);
  if (!taken.ok) return taken;
  await insertFile(write, place, meeting.id, { ...taken.value, use: 'signed_print' });
  return ok({ name: signed.by, signedFileId: signed.fileId });
}

/**
 * 定稿: the record is frozen, its words get a fingerprint, facts are written that never change. A meeting
 * being corrected gets a new version; the old one stays readable. All or none.
 */
export async function finalise(
  write: Write,
  input: Input,
): Promise<Result<{ fingerprints: string[] }>> {
  const fingerprints: string[] = [];
  const sittings = new Set<string>();
  for (const one of input.meetings) {
    const target = await targetMeeting(write, one.meetingId, one.basedOn);
    if (!target.ok) return target;
    const signed = { fileId: input.signedFileId, by: input.signedBy };
    const approval = await approvalOf(write, target.value, signed);
    if (!approval.ok) return approval;
    const version = await writeVersion(write, target.value, approval.value);
    if (!version.ok) return version;
    fingerprints.push(version.value.fingerprint);
    sittings.add(target.value.sitting.id);
  }
  await settleSittings(write, [...sittings]);
  return ok({ fingerprints });
}
