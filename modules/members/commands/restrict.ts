import type { Id, PersonId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import { ok, refuse, type Result } from '#kernel/result';
import { dated, type DatedTable, type Write } from '#platform/db';
import { ownFile } from '../policy.ts';
import type { Restriction } from '../rules/rights.ts';
import { restrictionsAt } from '../store/rights.ts';

const RESTRICTION: DatedTable = { table: 'member_restriction', key: 'restriction_id' };

/** From a day on somebody may not do what others may; why is known to the module that calls. */
export async function restrict(
  write: Write,
  input: { readonly personId: PersonId } & Restriction,
): Promise<Result<{ restrictionId: Id<'Restriction'> }>> {
  const own = await ownFile(write, input.personId);
  if (!own.ok) return own;
  const restrictionId = write.newId<'Restriction'>();
  await dated.begin(
    write,
    RESTRICTION,
    input.from,
    {
      restriction_id: restrictionId,
      person_id: input.personId,
      org_id: own.value.orgId,
      org_path: own.value.orgPath,
      kind: input.kind,
    },
    input.to,
  );
  return ok({ restrictionId });
}

/** Ends what bars somebody from a day on; refuses where nothing does. */
export async function liftRestriction(
  write: Write,
  input: {
    readonly personId: PersonId;
    readonly kind: Restriction['kind'];
    readonly on: PlainDate;
  },
): Promise<Result<Record<string, never>>> {
  const own = await ownFile(write, input.personId);
  if (!own.ok) return own;
  const ids = await restrictionsAt(write, input.personId, input.kind, input.on);
  if (ids.length === 0) return refuse('members.not_restricted');
  for (const id of ids) await dated.end(write, RESTRICTION, id, input.on);
  return ok({});
}
