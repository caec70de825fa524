import { ok, refuse, type Result } from '#kernel/result';
import type { Write } from '#platform/db';
import { checkSecrets } from '../commands/enter-member.ts';
import { numberHash, peopleByNumber } from '../store/secret.ts';

/** Refuses an identity number that is wrong, or whose bearer stands in a roster already, without saying where. */
export async function knownNumber(
  write: Write,
  idNumber: string | undefined,
): Promise<Result<null>> {
  if (idNumber === undefined || idNumber === '') return ok(null);
  const checked = checkSecrets(write.today, { idNumber });
  if (!checked.ok) return checked;
  const tidied = checked.value.idNumber;
  if (typeof tidied !== 'string') return ok(null);
  const hash = numberHash(write, tidied);
  const before = (await peopleByNumber(write, [hash])).get(hash);
  return before?.inRoster === true ? refuse('members.already_in_a_roster') : ok(null);
}
