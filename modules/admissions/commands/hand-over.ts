import type { PersonId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import { ok, type Result } from '#kernel/result';
import type { Read, Write } from '#platform/db';
import { namesOf } from '#modules/members';
import { ownPlace, type OrgPlace } from '#modules/organisations';
import { load } from '../queries/facts.ts';
import { labelOf } from '../queries/list.ts';
import { STATES, type Register } from '../rules/words.ts';
import {
  caseForUpdate,
  caseOf,
  casesWithin,
  moveCase,
  openCaseOf,
  type CaseId,
} from '../store/cases.ts';
import { helpersOf, setHelpers } from '../store/parts.ts';
import { advance } from './advance.ts';

/** What another organisation has to know of an open case before it takes it over. */
export interface CaseBrief {
  readonly caseId: CaseId;
  readonly register: Register;
  readonly stateName: string;
  readonly next: string;
  readonly probationEnds: PlainDate | null;
}

/** The open case of a person, or null where there is none within sight. */
export async function openCaseBrief(read: Read, personId: PersonId): Promise<CaseBrief | null> {
  const caseId = await openCaseOf(read, personId);
  const row = caseId === null ? null : await caseOf(read, caseId);
  if (row === null) return null;
  const loaded = await load(read, row, read.today, {}, null);
  return {
    caseId: row.caseId,
    register: row.register,
    stateName: STATES[row.state],
    next: labelOf(row.nextMove),
    probationEnds: loaded.facts.days['probation_ends'] ?? null,
  };
}

/** Those of an organisation who are on their way and in no roster yet, by name. */
export async function applicantsOf(
  read: Read,
  place: OrgPlace,
): Promise<{ readonly personId: PersonId; readonly name: string; readonly stateName: string }[]> {
  const page = { offset: 0, limit: 500 };
  const rows = (await casesWithin(read, { path: place.orgPath, register: 'open' }, page)).filter(
    (row) => row.place.orgId === place.orgId && row.register !== 'probationary',
  );
  const names = await namesOf(
    read,
    rows.map((row) => row.personId),
  );
  return rows.map((row) => ({
    personId: row.personId,
    name: names.get(row.personId) ?? '',
    stateName: STATES[row.state],
  }));
}

/**
 * Hands the open case of a person over to where they went (DEV26 arts. 12, 34): its terms run on, the contacts of
 * the former branch end, introducers stay, an overseer (教育考察责任人) may be named. For the act of receiving, by
 * somebody who sees both ends. Null where there is no open case.
 */
export async function handOverCase(
  write: Write,
  input: {
    readonly personId: PersonId;
    readonly to: OrgPlace;
    readonly on: PlainDate;
    readonly overseer?: PersonId | undefined;
  },
): Promise<Result<{ caseId: CaseId | null }>> {
  const caseId = await openCaseOf(write, input.personId);
  const row = caseId === null ? null : await caseForUpdate(write, caseId);
  if (row === null) return ok({ caseId: null });
  const own = await ownPlace(write, row.place.orgId);
  if (!own.ok) return own;
  await write.tick(row.place.orgId);
  await write.tick(input.to.orgId);
  // Rows of those who accompanied it so far stand at the former place until the case has moved.
  await setHelpers(write, row.place, row.caseId, 'contact', [], input.on);
  await moveCase(write, row.caseId, input.to);
  if (input.overseer !== undefined)
    await setHelpers(write, input.to, row.caseId, 'overseer', [input.overseer], input.on);
  const moved = { ...row, place: input.to };
  const loaded = await load(write, moved, write.today, {}, null);
  await advance(write, loaded, loaded.file);
  const people = (await helpersOf(write, [row.caseId])).filter((one) => one.to === null);
  await write.audit({
    action: 'admissions.hand_over',
    objectKind: 'admission_case',
    objectId: row.caseId,
    place: input.to,
    forPersonId: input.personId,
    fields: {
      on: input.on,
      from: row.place.orgId,
      to: input.to.orgId,
      accompanied: people.map((one) => one.personId),
    },
  });
  return ok({ caseId: row.caseId });
}
