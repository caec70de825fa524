import type { Inputs, Outputs } from '#contract/lib';
import type { membersContract } from '#contract/members';
import type { PersonId } from '#kernel/ids';
import { offsetOf } from '#kernel/paging';
import type { Read } from '#platform/db';
import {
  isPersonField,
  looseDay,
  PERSON_FIELDS,
  showField,
  type PersonFields,
} from '../rules/fields.ts';
import { maskIdentity } from '../rules/identity.ts';
import { requestPage, requestsOf, type RequestRow } from '../store/request.ts';
import { namesOf } from '../store/sight.ts';
import { file, maskPhone } from './file.ts';

type Out = Outputs<typeof membersContract>;
type In = Inputs<typeof membersContract>;
type Line = Out['requests']['rows'][number];

function shown(read: Read, row: RequestRow): { label: string; next: string } {
  const { field, new_value: value } = row;
  if (field === 'idNumber' || field === 'phone') {
    const plain = read.secrets.decrypt(read.actor.tenantId, value);
    return field === 'phone'
      ? { label: '手机号码', next: maskPhone(plain) }
      : { label: '公民身份号码', next: maskIdentity(plain) };
  }
  if (!isPersonField(field)) return { label: field, next: value };
  const { kind, label } = PERSON_FIELDS[field];
  const typed = kind === 'day' ? looseDay(value) : kind === 'flag' ? value === 'true' : value;
  return { label, next: showField(field, typed as PersonFields[typeof field]) };
}

function lineOf(read: Read, row: RequestRow, name: string): Line {
  return {
    requestId: row.request_id,
    personId: row.person_id,
    name,
    field: row.field,
    ...shown(read, row),
    old: row.old_value ?? '',
    trueFrom: row.true_from,
    reason: row.reason,
    state: row.state,
    answer: row.answer,
    askedAt: row.entered_at.toISOString(),
    version: row.version,
  };
}

/** What members asked to have corrected, within sight. */
export async function requests(read: Read, input: In['requests']): Promise<Out['requests']> {
  const page = { limit: input.pageSize, offset: offsetOf(input) };
  const found = await requestPage(read, input.state === 'open', page);
  const names = await namesOf(
    read,
    found.rows.map((row) => row.person_id as PersonId),
  );
  return {
    total: found.total,
    rows: found.rows.map((row) => lineOf(read, row, names.get(row.person_id) ?? '')),
  };
}

/** A member's own file and what they asked for. */
export async function mine(read: Read): Promise<Out['mine'] | null> {
  const { personId } = read.actor;
  if (personId === null) return null;
  const own = await file(read, { personId });
  if (own === null) return null;
  const rows = await requestsOf(read, personId);
  return { file: own, requests: rows.map((row) => lineOf(read, row, own.name)) };
}
