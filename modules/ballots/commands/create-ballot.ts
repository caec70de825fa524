import type { Inputs } from '#contract/lib';
import type { ballotsContract } from '#contract/ballots';
import { addMonths } from '#kernel/plain-date';
import { ok, refuse, type Result } from '#kernel/result';
import type { Write } from '#platform/db';
import { orgNames, ownPlace } from '#modules/organisations';
import { planFits } from '../rules/round.ts';
import { insertBallot, insertRound, type BallotId } from '../store/ballots.ts';

export type Creating = Omit<Inputs<typeof ballotsContract>['create'], 'commandId'> & {
  /** The module that holds the ballot, and its own record: `elections`, the case's id. */
  readonly owner?: string;
  readonly ownerId?: string;
};

/**
 * A ballot with its first round, nobody on its roll yet. Refuses a form that cannot be used, a statutory
 * vote without a roll, and screen papers in a vote on persons without adopted rules and upper consent.
 */
export async function createBallot(
  write: Write,
  input: Creating,
): Promise<Result<{ ballotId: BallotId }>> {
  const own = await ownPlace(write, input.orgId);
  if (!own.ok) return own;
  const fits = planFits(input, input);
  if (!fits.ok) return fits;
  await write.tick(input.orgId);
  const organ = (await orgNames(write, [input.orgId])).get(input.orgId)?.name;
  if (organ === undefined) return refuse('common.not_found');
  const ballotId = await insertBallot(write, own.value, {
    organ,
    owner: input.owner ?? '',
    ownerId: input.ownerId ?? null,
    title: input.title,
    heldOn: input.heldOn,
    secrecy: input.secrecy,
    onPersons: input.onPersons,
    hasRoll: input.hasRoll,
    rulesAdopted: input.rulesAdopted,
    upperConsent: input.upperConsent,
    keepUntil: addMonths(input.heldOn, input.keepMonths),
  });
  await insertRound(write, own.value, ballotId, {
    roundNo: 1,
    why: 'first',
    form: input.form,
    threshold: input.threshold,
    onPaper: input.onPaper,
    onScreen: input.onScreen,
  });
  await write.audit({
    action: 'ballots.create',
    objectKind: 'ballot',
    objectId: ballotId,
    place: own.value,
    fields: { title: input.title, kind: input.form.kind, secrecy: input.secrecy },
  });
  return ok({ ballotId });
}
