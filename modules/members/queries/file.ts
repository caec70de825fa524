import type { Inputs, Outputs } from '#contract/lib';
import { ATTACHMENTS, type membersContract } from '#contract/members';
import type { Id, OrgId } from '#kernel/ids';
import { addMonths, addYears } from '#kernel/plain-date';
import { auditOf, type Read } from '#platform/db';
import { orgNames } from '#modules/organisations';
import { keepsFilesAt } from '../policy.ts';
import {
  fieldsOf,
  PERSON_FIELD_NAMES,
  PERSON_FIELDS,
  showField,
  valueOf,
  type PersonFields,
} from '../rules/fields.ts';
import { historyOf } from '../rules/history.ts';
import { maskIdentity } from '../rules/identity.ts';
import { INNER_WAYS, WAYS_IN, WAYS_OUT } from '../rules/movement.ts';
import { DEFAULT_MEMBER_SETTINGS } from '../rules/settings.ts';
import { ageOn, probationEnd, standingFrom, standingOn } from '../rules/standing.ts';
import { attachmentsOf } from '../store/attachment.ts';
import { staysOf, type StayRow } from '../store/membership.ts';
import { anchorOf, statesOf } from '../store/person.ts';
import { secretsOf } from '../store/secret.ts';

type Out = Outputs<typeof membersContract>;
type In = Inputs<typeof membersContract>;
type File = Out['file'];

const WAYS: Readonly<Record<string, string>> = { ...WAYS_IN, ...WAYS_OUT, ...INNER_WAYS };
const MEDAL_YEARS = DEFAULT_MEMBER_SETTINGS.medal.years;

/** `138****8000`, as lists and files show a phone. */
export const maskPhone = (phone: string): string => `${phone.slice(0, 3)}****${phone.slice(-4)}`;

function standingPart(fields: PersonFields, read: Read): File['standing'] {
  const { regularisedOn, correction } = fields;
  if (regularisedOn === null) return null;
  const from = standingFrom(regularisedOn.day, correction);
  return {
    years: standingOn(regularisedOn.day, correction, read.today),
    from,
    correction,
    fiftyOn: addYears(from, MEDAL_YEARS),
  };
}

function probationEndsOn(fields: PersonFields, stay: StayRow | null): File['probationEndsOn'] {
  if (stay?.category !== 'probationary' || fields.joinedOn === null) return null;
  const end = probationEnd(fields.joinedOn.day, fields.extension, DEFAULT_MEMBER_SETTINGS);
  return end.ok
    ? end.value
    : addMonths(fields.joinedOn.day, DEFAULT_MEMBER_SETTINGS.probationMonths);
}

/**
 * Everything of one person on one page. A former organisation gets what was true in its own period; who is
 * out of sight gives null.
 */
export async function file(read: Read, input: In['file']): Promise<File | null> {
  const { personId } = input;
  const states = await statesOf(read, personId);
  const standing = states.filter((row) => row.superseded_at === null);
  const current = standing.findLast((row) => row.valid_from <= read.today) ?? standing[0];
  if (current === undefined) return null;
  const anchor = await anchorOf(read, personId);
  const stays = await staysOf(read, personId);
  const attachments = await attachmentsOf(read, personId);
  const last =
    stays.find(
      (row) => row.valid_from <= read.today && (row.valid_to === null || row.valid_to > read.today),
    ) ?? null;
  const names = await orgNames(
    read,
    [current, ...stays].map((row) => row.org_id),
  );
  const orgName = (id: string): string => names.get(id)?.name ?? '';
  const secret = (await secretsOf(read, [personId])).get(personId);
  const audit = await auditOf(read, personId);
  const fields = fieldsOf(current);
  const keeps = anchor !== null && keepsFilesAt(read.actor, anchor);
  const can = keeps ? true : { code: 'common.not_allowed', params: {} };
  const versions = states.map((row) => ({
    fields: fieldsOf(row),
    from: row.valid_from,
    to: row.valid_to,
    enteredAt: row.entered_at.getTime(),
    supersededAt: row.superseded_at?.getTime() ?? null,
  }));
  return {
    personId,
    name: current.name,
    orgId: last?.org_id ?? current.org_id,
    orgName: orgName(last?.org_id ?? current.org_id),
    category: last?.category ?? null,
    suspended: last?.standing === 'suspended',
    basedOn: current.id,
    secretVersion: secret?.version ?? 0,
    age: fields.bornOn === null ? null : ageOn(fields.bornOn.day, read.today),
    standing: standingPart(fields, read),
    probationEndsOn: probationEndsOn(fields, last),
    idNumber: typeof secret?.idNumber === 'string' ? maskIdentity(secret.idNumber) : null,
    phone: typeof secret?.phone === 'string' ? maskPhone(secret.phone) : null,
    fields: PERSON_FIELD_NAMES.map((name) => ({
      field: name,
      label: PERSON_FIELDS[name].label,
      section: PERSON_FIELDS[name].section,
      text: showField(name, fields[name]),
      value: valueOf(name, fields[name]),
      can,
    })),
    stays: stays.map((row) => ({
      orgId: row.org_id as OrgId,
      orgName: orgName(row.org_id),
      category: row.category,
      suspended: row.standing === 'suspended',
      unit: row.unit,
      groupId: row.group_id as Id<'Group'> | null,
      from: row.valid_from,
      to: row.valid_to,
      wayIn: WAYS[row.way_in] ?? row.way_in,
      wayOut: row.way_out === null ? null : (WAYS[row.way_out] ?? row.way_out),
      paper: row.out_paper === '' ? row.in_paper : row.out_paper,
    })),
    attachments: attachments.map((row) => ({
      attachmentId: row.attachment_id as Id<'Attachment'>,
      kind: row.kind,
      kindName: ATTACHMENTS[row.kind],
      host: row.host_name,
      duty: row.duty,
      from: row.valid_from,
      to: row.valid_to,
    })),
    history: historyOf(versions).map((act) => {
      const done = audit.find((line) => line.at.getTime() === act.enteredAt);
      return {
        enteredAt: new Date(act.enteredAt).toISOString(),
        by: done?.actingAs ?? '',
        kind: act.first
          ? ('entered' as const)
          : done?.action === 'members.correct'
            ? ('corrected' as const)
            : ('changed' as const),
        reason: done?.reason ?? '',
        trueFrom: act.trueFrom,
        lines: [...act.lines],
      };
    }),
    can: {
      change: can,
      secrets: can,
      reveal:
        keeps && read.actor.permissions.has('members.reveal')
          ? true
          : { code: 'common.not_allowed', params: {} },
      regularise:
        last?.category === 'probationary' ? can : { code: 'members.already_full', params: {} },
      end: last === null ? { code: 'members.not_in_roster', params: {} } : can,
      move: last === null ? { code: 'members.not_in_roster', params: {} } : can,
      attach: last === null ? { code: 'members.not_in_roster', params: {} } : can,
    },
  };
}
