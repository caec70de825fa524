import type { PersonId } from '#kernel/ids';
import { ok, refuse, type Result } from '#kernel/result';
import { constraintOf, type Write } from '#platform/db';
import { homeOf } from '#modules/members';
import { ownPlace } from '#modules/organisations';
import { approverOf } from '../queries/facts.ts';
import type { Kind } from '../rules/words.ts';
import { insertCase, readersOf, type CaseId } from '../store/cases.ts';

/**
 * Opens a case of a member, read by the handling posts of the branch and of the committee above alone. Nothing is
 * taken from the member by it. Refuses who does not handle cases there, and a second case of the kind.
 */
export async function beginCase(
  write: Write,
  input: { readonly personId: PersonId; readonly kind: Kind },
): Promise<Result<{ caseId: CaseId }>> {
  const home = await homeOf(write, input.personId);
  if (home === null) return refuse('status.not_member', { basis: '' });
  const own = await ownPlace(write, home.orgId);
  if (!own.ok) return own;
  const approver = await approverOf(write, home.orgId, write.today);
  await write.tick(home.orgId);
  const readers = await readersOf(write, home.orgId, approver?.orgId ?? null);
  if (write.actor.personId === null || !readers.readers.includes(write.actor.personId))
    return refuse('status.not_handler');
  let caseId: CaseId;
  try {
    caseId = await insertCase(write, own.value, {
      ...input,
      approverId: approver?.orgId ?? null,
      ...readers,
    });
  } catch (error) {
    const constraint = constraintOf(error);
    if (constraint === 'status_case_kind' || constraint === 'status_case_handling')
      return refuse('status.case_open');
    throw error;
  }
  // Neither the person nor the kind: the log is read by more than the handling posts.
  await write.audit({
    action: 'status.begin',
    objectKind: 'status_case',
    objectId: caseId,
    place: own.value,
  });
  return ok({ caseId });
}
