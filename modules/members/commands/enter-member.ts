import type { PersonId, OrgId } from '#kernel/ids';
import { addYears, type PlainDate } from '#kernel/plain-date';
import { ok, refuse, type Result } from '#kernel/result';
import { constraintOf, type Write } from '#platform/db';
import { ownPlace, stateOn, type OrgPlace } from '#modules/organisations';
import {
  checkOrder,
  NO_FIELDS,
  tidyFields,
  type FieldInputs,
  type PersonFields,
} from '../rules/fields.ts';
import { checkIdentity, tidyPhone } from '../rules/identity.ts';
import type { WayIn } from '../rules/movement.ts';
import { DEFAULT_MEMBER_SETTINGS } from '../rules/settings.ts';
import { insertMembership, staysOf, type NewMembership } from '../store/membership.ts';
import { learnNames } from '../store/names.ts';
import { follow, homeFrom, insertPerson } from '../store/person.ts';
import {
  insertSecrets,
  isNumberTaken,
  numberHash,
  peopleByNumber,
  type SecretValues,
} from '../store/secret.ts';
import { changeState } from './change-member.ts';

/** Everything that may be said of a person entering a roster. */
export interface Entry extends FieldInputs {
  readonly orgId: OrgId;
  readonly name: string;
  readonly category: 'full' | 'probationary';
  /** Day from which the person stands in this roster. */
  readonly from: PlainDate;
  readonly wayIn?: WayIn | undefined;
  readonly inPaper?: string | undefined;
  /** Where somebody comes from who is transferred in. */
  readonly inFrom?: string | undefined;
  readonly groupId?: string | undefined;
  readonly unit?: string | undefined;
  readonly idNumber?: string | undefined;
  readonly phone?: string | undefined;
}

/** Number and phone checked and tidied; a number also tells a missing day of birth and sex. */
export function checkSecrets(
  today: PlainDate,
  input: { readonly idNumber?: string | undefined; readonly phone?: string | undefined },
): Result<SecretValues & Partial<Pick<PersonFields, 'bornOn' | 'sex'>>> {
  const out: { -readonly [K in keyof SecretValues]: SecretValues[K] } = {};
  if (input.phone !== undefined) {
    const phone = input.phone === '' ? null : tidyPhone(input.phone);
    if (phone === null && input.phone !== '') return refuse('members.phone_unreadable');
    out.phone = phone;
  }
  if (input.idNumber === undefined) return ok(out);
  if (input.idNumber === '') return ok({ ...out, idNumber: null });
  const latest = addYears(today, -DEFAULT_MEMBER_SETTINGS.minimumAge);
  const identity = checkIdentity(input.idNumber, latest);
  if (!identity.ok) return identity;
  const { number, bornOn, sex } = identity.value;
  return ok({ ...out, idNumber: number, bornOn: { day: bornOn, precision: 'day' }, sex });
}

/** Somebody kept here who left every roster comes back: the file goes on. */
async function comeBack(
  write: Write,
  place: OrgPlace,
  personId: PersonId,
  from: PlainDate,
  membership: NewMembership,
  fields: Partial<PersonFields>,
): Promise<Result<PersonId>> {
  await insertMembership(write, place, personId, from, membership);
  await follow(write, personId);
  // Only now the earlier memberships are within sight.
  const earlier = (await staysOf(write, personId)).filter((row) => row.valid_to !== null);
  if (earlier.some((row) => row.valid_to !== null && row.valid_to > from))
    return refuse('members.dates_out_of_order', { earlier: '上次离开的日期', later: '在册日期' });
  await homeFrom(write, place, personId, from);
  const changed = await changeState(write, place, personId, from, fields);
  return changed.ok ? ok(personId) : changed;
}

/**
 * Enters one member into the roster of an organisation from a day on. Refuses days out of order, an
 * identity number that is wrong, and one that stands in a roster already, without saying where.
 * Somebody who left every roster of the tenant comes back to the same file.
 */
export async function enterMember(
  write: Write,
  input: Entry,
): Promise<Result<{ personId: PersonId }>> {
  const own = await ownPlace(write, input.orgId);
  if (!own.ok) return own;
  const place = own.value;
  const state = await stateOn(write, input.orgId, write.today);
  if (state?.kind === 'leading_group') return refuse('members.not_a_roster');
  const given = tidyFields(input);
  if (!given.ok) return given;
  const secrets = checkSecrets(write.today, {
    idNumber: input.idNumber === '' ? undefined : input.idNumber,
    phone: input.phone === '' ? undefined : input.phone,
  });
  if (!secrets.ok) return secrets;
  const { bornOn, sex, ...numbers } = secrets.value;
  const known = {
    ...(bornOn === undefined ? {} : { bornOn }),
    ...(sex === undefined ? {} : { sex }),
  };
  // The file may differ from the card: what was typed stands, the list of data quality shows it.
  const typed = Object.fromEntries(Object.entries(given.value).filter(([, v]) => v !== null));
  const fields: PersonFields = { ...NO_FIELDS, ...known, ...typed };
  const order = checkOrder(fields);
  if (!order.ok) return order;
  const membership: NewMembership = {
    category: input.category,
    wayIn: input.wayIn ?? 'opening',
    inPaper: input.inPaper ?? '',
    inFrom: input.inFrom ?? '',
    groupId: input.groupId ?? null,
    unit: input.unit ?? '',
  };
  const { idNumber } = numbers;
  const hash = typeof idNumber === 'string' ? numberHash(write, idNumber) : null;
  const before = hash === null ? undefined : (await peopleByNumber(write, [hash])).get(hash);
  if (before?.inRoster === true) return refuse('members.already_in_a_roster');
  if (before?.wayOut === 'died') return refuse('members.deceased');
  let personId = before?.personId ?? null;
  try {
    if (personId !== null) {
      const back = await comeBack(write, place, personId, input.from, membership, {
        ...known,
        ...typed,
      });
      if (!back.ok) return back;
    } else {
      personId = await insertPerson(write, place, input.from, fields);
      await insertMembership(write, place, personId, input.from, membership);
      await insertSecrets(write, place, personId, numbers);
    }
  } catch (error) {
    if (isNumberTaken(error) || constraintOf(error) === 'membership_one_open')
      return refuse('members.already_in_a_roster');
    throw error;
  }
  await learnNames(write, [fields.name]);
  await write.audit({
    action: 'members.enter',
    objectKind: 'person',
    objectId: personId,
    place,
    forPersonId: personId,
    fields: {
      name: fields.name,
      category: input.category,
      wayIn: membership.wayIn,
      from: input.from,
    },
  });
  return ok({ personId });
}
