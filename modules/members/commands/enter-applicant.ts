import type { PersonId } from '#kernel/ids';
import { ok, refuse, type Result } from '#kernel/result';
import type { Write } from '#platform/db';
import { ownPlace } from '#modules/organisations';
import { checkOrder, NO_FIELDS, tidyFields, type PersonFields } from '../rules/fields.ts';
import { learnNames } from '../store/names.ts';
import { insertPerson } from '../store/person.ts';
import { insertSecrets, isNumberTaken, numberHash, peopleByNumber } from '../store/secret.ts';
import { checkSecrets, type Entry } from './enter-member.ts';

export type Applicant = Omit<
  Entry,
  'category' | 'wayIn' | 'inPaper' | 'inFrom' | 'groupId' | 'unit'
>;

/**
 * A file for somebody who is in no roster yet: an applicant. Refuses an identity number that is wrong
 * or known already, without saying where.
 */
export async function enterApplicant(
  write: Write,
  input: Applicant,
): Promise<Result<{ personId: PersonId }>> {
  const own = await ownPlace(write, input.orgId);
  if (!own.ok) return own;
  const place = own.value;
  const given = tidyFields(input);
  if (!given.ok) return given;
  const secrets = checkSecrets(write.today, {
    idNumber: input.idNumber === '' ? undefined : input.idNumber,
    phone: input.phone === '' ? undefined : input.phone,
  });
  if (!secrets.ok) return secrets;
  const { bornOn, sex, ...numbers } = secrets.value;
  const typed = Object.fromEntries(Object.entries(given.value).filter(([, v]) => v !== null));
  const fields: PersonFields = {
    ...NO_FIELDS,
    ...(bornOn === undefined ? {} : { bornOn }),
    ...(sex === undefined ? {} : { sex }),
    ...typed,
  };
  const order = checkOrder(fields);
  if (!order.ok) return order;
  const { idNumber } = numbers;
  if (typeof idNumber === 'string') {
    const hash = numberHash(write, idNumber);
    if ((await peopleByNumber(write, [hash])).has(hash)) return refuse('members.number_known');
  }
  let personId: PersonId;
  try {
    personId = await insertPerson(write, place, input.from, fields);
    await insertSecrets(write, place, personId, numbers);
  } catch (error) {
    if (isNumberTaken(error)) return refuse('members.number_known');
    throw error;
  }
  await learnNames(write, [fields.name]);
  await write.audit({
    action: 'members.enter_applicant',
    objectKind: 'person',
    objectId: personId,
    place,
    forPersonId: personId,
    fields: { name: fields.name, from: input.from },
  });
  return ok({ personId });
}
