import type { PersonId } from '#kernel/ids';
import { chineseDate, type PlainDate } from '#kernel/plain-date';
import { ok, refuse, type Result } from '#kernel/result';
import { dated, type Write } from '#platform/db';
import type { OrgPlace } from '#modules/organisations';
import { ownFile } from '../policy.ts';
import {
  changedFields,
  checkOrder,
  columnsOf,
  fieldsOf,
  tidyFields,
  valueOf,
  PERSON_FIELD_NAMES,
  type FieldInputs,
  type PersonFields,
} from '../rules/fields.ts';
import { learnNames } from '../store/names.ts';
import { PERSON_STATE, stateForUpdate } from '../store/person.ts';

/** Field names with old and new value, as the audit keeps them. */
const auditFields = (old: PersonFields, next: Partial<PersonFields>): Record<string, unknown> =>
  Object.fromEntries(
    PERSON_FIELD_NAMES.filter((name) => next[name] !== undefined).map((name) => [
      name,
      [valueOf(name, old[name]), valueOf(name, next[name] ?? old[name])],
    ]),
  );

/** Writes a dated change without asking who may: for commands that asked. Returns how many fields changed. */
export async function changeState(
  write: Write,
  place: OrgPlace,
  personId: PersonId,
  from: PlainDate,
  fields: Partial<PersonFields>,
): Promise<Result<number>> {
  const row = await stateForUpdate(write, personId, from);
  if (row === null) return refuse('common.not_found');
  if (row.valid_from > from)
    return refuse('members.before_entry', { day: chineseDate(row.valid_from) });
  const old = fieldsOf(row);
  const changes = changedFields(old, fields);
  const count = Object.keys(changes).length;
  if (count === 0) return ok(0);
  const order = checkOrder({ ...old, ...changes });
  if (!order.ok) return order;
  if ((await dated.change(write, PERSON_STATE, personId, from, columnsOf(changes))) === null)
    return refuse('common.changed_meanwhile');
  if (changes.name !== undefined) await learnNames(write, [changes.name]);
  return ok(count);
}

export interface ChangeOptions {
  /** The state row the change was based on; refused when somebody changed the file meanwhile. */
  readonly basedOn?: string | undefined;
  readonly reason?: string | undefined;
}

/**
 * 变更: from a day on other facts hold; the earlier ones stay in the history. Refuses a day before the
 * file begins, days out of order, and a file that changed since `basedOn` was read. Nothing different: 0.
 */
export async function changeMember(
  write: Write,
  personId: PersonId,
  from: PlainDate,
  inputs: FieldInputs,
  options: ChangeOptions = {},
): Promise<Result<{ changed: number }>> {
  const own = await ownFile(write, personId);
  if (!own.ok) return own;
  const fields = tidyFields(inputs);
  if (!fields.ok) return fields;
  if (from > write.today)
    return refuse('members.day_to_come', { what: '生效日期', day: chineseDate(from) });
  const today = await stateForUpdate(write, personId, write.today);
  if (options.basedOn !== undefined && today?.id !== options.basedOn)
    return refuse('common.changed_meanwhile');
  const row = await stateForUpdate(write, personId, from);
  const old = row === null ? null : fieldsOf(row);
  const changed = await changeState(write, own.value, personId, from, fields.value);
  if (!changed.ok) return changed;
  if (changed.value === 0 || old === null) return ok({ changed: 0 });
  await write.tick(own.value.orgId);
  await write.audit({
    action: 'members.change',
    objectKind: 'person',
    objectId: personId,
    place: own.value,
    forPersonId: personId,
    fields: { from, ...auditFields(old, changedFields(old, fields.value)) },
    ...(options.reason === undefined || options.reason === '' ? {} : { reason: options.reason }),
  });
  return ok({ changed: changed.value });
}

/**
 * 更正: the row that holds today was wrong from its first day. It is replaced for the same span; the
 * wrong one stays in the history with the reason.
 */
export async function correctMember(
  write: Write,
  personId: PersonId,
  inputs: FieldInputs,
  why: { readonly basedOn: string; readonly reason: string },
): Promise<Result<{ changed: number }>> {
  const own = await ownFile(write, personId);
  if (!own.ok) return own;
  const fields = tidyFields(inputs);
  if (!fields.ok) return fields;
  const row = await stateForUpdate(write, personId, write.today);
  if (row === null || row.id !== why.basedOn) return refuse('common.changed_meanwhile');
  const old = fieldsOf(row);
  const changes = changedFields(old, fields.value);
  const count = Object.keys(changes).length;
  if (count === 0) return refuse('members.nothing_changed');
  const order = checkOrder({ ...old, ...changes });
  if (!order.ok) return order;
  await write.tick(own.value.orgId);
  await dated.correct(write, PERSON_STATE, personId, row.id, columnsOf(changes));
  if (changes.name !== undefined) await learnNames(write, [changes.name]);
  await write.audit({
    action: 'members.correct',
    objectKind: 'person',
    objectId: personId,
    place: own.value,
    forPersonId: personId,
    fields: auditFields(old, changes),
    reason: why.reason,
  });
  return ok({ changed: count });
}
