import type { meetingsContract } from '#contract/meetings';
import type { Inputs } from '#contract/lib';
import type { OrgId } from '#kernel/ids';
import { ok, refuse, type Result } from '#kernel/result';
import type { Write } from '#platform/db';
import { ownPlace } from '#modules/organisations';
import { decisionOf, insertOutcome } from '../store/follow-ups.ts';

type Input = Omit<Inputs<typeof meetingsContract>['closeFollowUp'], 'commandId'>;

/** A decision is carried out (办结), with its result; it no longer returns on the agenda. */
export async function closeFollowUp(
  write: Write,
  input: Input,
): Promise<Result<Record<string, never>>> {
  const decision = await decisionOf(write, input.decisionId);
  if (decision === null) return refuse('common.not_found');
  const own = await ownPlace(write, decision.org_id as OrgId);
  if (!own.ok) return own;
  if (decision.closed_on !== null) return refuse('meetings.decision_closed');
  if (input.closedOn < decision.decided_on) return refuse('meetings.closed_before_decided');
  if (input.closedOn > write.today) return refuse('meetings.not_yet_held', { day: input.closedOn });
  if (decision.org_id !== write.actor.orgId) await write.tick(decision.org_id);
  await insertOutcome(write, own.value, { ...input, meetingId: null });
  await write.audit({
    action: 'meetings.close_follow_up',
    objectKind: 'meeting_decision',
    objectId: input.decisionId,
    place: own.value,
    fields: { closedOn: input.closedOn },
  });
  return ok({});
}
