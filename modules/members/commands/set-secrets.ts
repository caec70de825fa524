import type { PersonId } from '#kernel/ids';
import { ok, refuse, type Result } from '#kernel/result';
import type { Write } from '#platform/db';
import { ownFile } from '../policy.ts';
import {
  isNumberTaken,
  numberHash,
  peopleByNumber,
  phoneHash,
  secretsOf,
  updateSecrets,
  type SecretValues,
} from '../store/secret.ts';
import { checkSecrets } from './enter-member.ts';

export interface SecretsInput {
  readonly personId: PersonId;
  /** `''` takes the value away; absent leaves it. */
  readonly idNumber?: string | undefined;
  readonly phone?: string | undefined;
  /** Version that was read; null where the caller has just read it in the same act. */
  readonly basedOn: number | null;
  readonly reason?: string | undefined;
}

/** Only digests of what was and what is: the log never opens a number. */
function digests(write: Write, old: SecretValues, next: SecretValues): Record<string, unknown> {
  const of = (hash: typeof numberHash, value: string | null | undefined): string | null =>
    typeof value === 'string' ? hash(write, value) : null;
  return {
    ...(next.idNumber === undefined
      ? {}
      : { idNumber: [of(numberHash, old.idNumber), of(numberHash, next.idNumber)] }),
    ...(next.phone === undefined
      ? {}
      : { phone: [of(phoneHash, old.phone), of(phoneHash, next.phone)] }),
  };
}

/** Sets identity number or phone. Refuses a wrong number, one that another file has, and a stale version. */
export async function setSecrets(
  write: Write,
  input: SecretsInput,
): Promise<Result<Record<string, never>>> {
  const own = await ownFile(write, input.personId);
  if (!own.ok) return own;
  const checked = checkSecrets(write.today, input);
  if (!checked.ok) return checked;
  const { idNumber, phone } = checked.value;
  const values: SecretValues = { idNumber, phone };
  const old = (await secretsOf(write, [input.personId])).get(input.personId);
  if (old === undefined) return refuse('common.not_found');
  if (input.basedOn !== null && old.version !== input.basedOn)
    return refuse('common.changed_meanwhile');
  if (typeof idNumber === 'string' && idNumber !== old.idNumber) {
    const hash = numberHash(write, idNumber);
    if ((await peopleByNumber(write, [hash])).has(hash)) return refuse('members.identity_used');
  }
  await write.tick(own.value.orgId);
  try {
    if (!(await updateSecrets(write, input.personId, values, input.basedOn)))
      return refuse('common.changed_meanwhile');
  } catch (error) {
    if (isNumberTaken(error)) return refuse('members.identity_used');
    throw error;
  }
  await write.audit({
    action: 'members.set_secrets',
    objectKind: 'person',
    objectId: input.personId,
    place: own.value,
    forPersonId: input.personId,
    fields: digests(write, old, values),
    ...(input.reason === undefined || input.reason === '' ? {} : { reason: input.reason }),
  });
  return ok({});
}

/** The full numbers of one person, for a reason that the audit keeps each time. */
export async function reveal(
  write: Write,
  input: { readonly personId: PersonId; readonly reason: string },
): Promise<Result<{ idNumber: string | null; phone: string | null }>> {
  const own = await ownFile(write, input.personId);
  if (!own.ok) return own;
  const known = (await secretsOf(write, [input.personId])).get(input.personId);
  if (known === undefined) return refuse('common.not_found');
  await write.audit({
    action: 'members.reveal',
    objectKind: 'person',
    objectId: input.personId,
    place: own.value,
    forPersonId: input.personId,
    reason: input.reason,
  });
  return ok({ idNumber: known.idNumber, phone: known.phone });
}
