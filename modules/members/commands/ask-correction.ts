import type { PersonId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import { ok, refuse, type Result } from '#kernel/result';
import type { Write } from '#platform/db';
import { ownFile } from '../policy.ts';
import { matchCode, YES_NO } from '../rules/codes.ts';
import { parseLooseDate } from '../rules/dates.ts';
import { textOf } from '../rules/diff.ts';
import {
  fieldsOf,
  isPersonField,
  PERSON_FIELDS,
  showField,
  type FieldInputs,
  type PersonField,
} from '../rules/fields.ts';
import { anchorOf, statesOf } from '../store/person.ts';
import { closeRequest, insertRequest, requestForUpdate, type RequestId } from '../store/request.ts';
import { changeMember } from './change-member.ts';
import { checkSecrets } from './enter-member.ts';
import { setSecrets } from './set-secrets.ts';

const SECRET_FIELDS = ['idNumber', 'phone'] as const;
const isSecret = (field: string): field is (typeof SECRET_FIELDS)[number] =>
  SECRET_FIELDS.some((one) => one === field);

/** A stored wish in the shape a change takes. */
function inputOf(field: PersonField, text: string): FieldInputs {
  const { kind } = PERSON_FIELDS[field];
  const value = kind === 'flag' ? text === 'true' : kind === 'number' ? Number(text) : text;
  return { [field]: value };
}

/** What a member typed for one field, as it is stored: code, ISO day, number, `true`. */
function readTyped(field: PersonField, typed: string, latest: PlainDate): Result<string> {
  const { kind } = PERSON_FIELDS[field];
  if (kind === 'day') {
    const found = parseLooseDate(typed, { latest });
    if (!found.ok) return found;
    return found.value === null
      ? refuse('members.date_unreadable', { text: typed })
      : ok(textOf(found.value) ?? '');
  }
  const table = kind === 'flag' ? YES_NO : typeof kind === 'object' ? kind : null;
  if (table !== null) {
    const match = matchCode(table, typed);
    if (match.kind !== 'found') return refuse('members.code_unknown', { text: typed });
    return ok(kind === 'flag' ? String(match.key === 'yes') : match.key);
  }
  if (kind === 'number' && !/^-?\d{1,3}$/.test(typed))
    return refuse('members.code_unknown', { text: typed });
  return ok(typed);
}

/** 申请更正: a member asks for another value in their own file; nothing changes until it is accepted. */
export async function askCorrection(
  write: Write,
  input: {
    readonly field: string;
    readonly value: string;
    readonly trueFrom: PlainDate;
    readonly reason: string;
  },
): Promise<Result<{ requestId: RequestId }>> {
  const { personId } = write.actor;
  if (personId === null) return refuse('members.own_file_only');
  const place = await anchorOf(write, personId);
  if (place === null) return refuse('common.not_found');
  const { field, value } = input;
  let next = value;
  let old: string | null = null;
  if (isSecret(field)) {
    const checked = checkSecrets(write.today, { [field]: value });
    if (!checked.ok) return checked;
    // Known numbers stand encrypted wherever they stand.
    next = write.secrets.encrypt(write.actor.tenantId, checked.value[field] ?? '');
  } else if (isPersonField(field)) {
    const typed = readTyped(field, value, write.today);
    if (!typed.ok) return typed;
    next = typed.value;
    const states = await statesOf(write, personId);
    const now = states.findLast((row) => row.superseded_at === null);
    old = now === undefined ? null : showField(field, fieldsOf(now)[field]);
  } else return refuse('members.field_unknown', { field });
  const requestId = await insertRequest(write, place, { ...input, personId, next, old });
  await write.audit({
    action: 'members.ask_correction',
    objectKind: 'member_request',
    objectId: requestId,
    place,
    forPersonId: personId,
    fields: { field },
  });
  return ok({ requestId });
}

/** The member takes an open request back. */
export async function withdrawRequest(
  write: Write,
  input: { readonly requestId: RequestId; readonly basedOn: number },
): Promise<Result<Record<string, never>>> {
  const row = await requestForUpdate(write, input.requestId);
  if (row === null || row.person_id !== write.actor.personId) return refuse('common.not_found');
  if (row.state !== 'open') return refuse('members.request_answered');
  if (row.version !== input.basedOn) return refuse('common.changed_meanwhile');
  await closeRequest(write, input.requestId, 'withdrawn', '');
  return ok({});
}

/** Accepts a request as a dated change (a number at once), or declines it with a reason. */
export async function answerRequest(
  write: Write,
  input: {
    readonly requestId: RequestId;
    readonly basedOn: number;
    readonly accept: boolean;
    readonly answer: string;
  },
): Promise<Result<Record<string, never>>> {
  const row = await requestForUpdate(write, input.requestId);
  if (row === null) return refuse('common.not_found');
  const personId = row.person_id as PersonId;
  const own = await ownFile(write, personId);
  if (!own.ok) return own;
  if (row.state !== 'open') return refuse('members.request_answered');
  if (row.version !== input.basedOn) return refuse('common.changed_meanwhile');
  if (!input.accept && input.answer === '') return refuse('members.answer_needed');
  if (input.accept) {
    const { field } = row;
    const reason = '本人申请更正';
    const done = isSecret(field)
      ? await setSecrets(write, {
          personId,
          basedOn: null,
          reason,
          [field]: write.secrets.decrypt(write.actor.tenantId, row.new_value),
        })
      : isPersonField(field)
        ? await changeMember(write, personId, row.true_from, inputOf(field, row.new_value), {
            reason,
          })
        : refuse('members.field_unknown', { field });
    if (!done.ok) return done;
  }
  await closeRequest(write, input.requestId, input.accept ? 'accepted' : 'declined', input.answer);
  await write.audit({
    action: 'members.answer_request',
    objectKind: 'member_request',
    objectId: input.requestId,
    place: own.value,
    forPersonId: personId,
    fields: { field: row.field, accepted: input.accept },
    ...(input.answer === '' ? {} : { reason: input.answer }),
  });
  return ok({});
}
