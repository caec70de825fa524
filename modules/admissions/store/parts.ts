import type { Id, PersonId } from '#kernel/ids';
import type { OrgPath } from '#kernel/org-path';
import type { PlainDate } from '#kernel/plain-date';
import { dated, type DatedTable, type Read, type Write } from '#platform/db';
import type { OrgPlace } from '#modules/organisations';
import { DEFAULT_ADMISSION_SETTINGS, type AdmissionSettings } from '../rules/facts.ts';
import type { CaseId } from './cases.ts';

const HELPER: DatedTable = { table: 'admission_helper', key: 'role_id' };
const PAUSE: DatedTable = { table: 'admission_pause', key: 'case_id' };
const SETTING: DatedTable = { table: 'admission_setting', key: 'org_id' };

export interface HelperRow {
  readonly roleId: string;
  readonly caseId: CaseId;
  readonly personId: PersonId;
  readonly role: 'contact' | 'introducer' | 'overseer';
  readonly from: PlainDate;
  readonly to: PlainDate | null;
}

/** Who accompanied cases, earlier ones too. */
export async function helpersOf(read: Read, caseIds: readonly CaseId[]): Promise<HelperRow[]> {
  if (caseIds.length === 0) return [];
  const rows = await read.db
    .selectFrom('admission_helper')
    .select(['role_id', 'case_id', 'person_id', 'role', 'valid_from', 'valid_to'])
    .where('tenant_id', '=', read.actor.tenantId)
    .where('case_id', 'in', [...caseIds])
    .where('superseded_at', 'is', null)
    .orderBy('valid_from')
    .orderBy('role_id')
    .execute();
  return rows.map((row) => ({
    roleId: row.role_id,
    caseId: row.case_id as CaseId,
    personId: row.person_id as PersonId,
    role: row.role,
    from: row.valid_from,
    to: row.valid_to,
  }));
}

/** From a day on these and no others are contacts or introducers of a case; who stays, stays. */
export async function setHelpers(
  write: Write,
  place: OrgPlace,
  caseId: CaseId,
  role: HelperRow['role'],
  people: readonly PersonId[],
  from: PlainDate,
): Promise<void> {
  const standing = (await helpersOf(write, [caseId])).filter(
    (one) => one.role === role && one.to === null,
  );
  for (const one of standing)
    if (!people.includes(one.personId)) await dated.end(write, HELPER, one.roleId, from);
  for (const personId of people) {
    if (standing.some((one) => one.personId === personId)) continue;
    await dated.begin(write, HELPER, from, {
      role_id: write.newId<'AdmissionRole'>(),
      case_id: caseId,
      org_id: place.orgId,
      org_path: place.orgPath,
      person_id: personId,
      role,
    });
  }
}

/** Writes down anew who accompanies a case after steps fell: as if only these choices had been made, in their order. */
export async function retellHelpers(
  write: Write,
  place: OrgPlace,
  caseId: CaseId,
  role: HelperRow['role'],
  chosen: readonly { readonly people: readonly PersonId[]; readonly from: PlainDate }[],
): Promise<void> {
  for (const one of await helpersOf(write, [caseId]))
    if (one.role === role) await dated.end(write, HELPER, one.roleId, one.from);
  for (const { people, from } of chosen) await setHelpers(write, place, caseId, role, people, from);
}

export interface PauseRow {
  readonly from: PlainDate;
  readonly to: PlainDate | null;
  readonly reason: string;
}

export async function pausesOf(
  read: Read,
  caseIds: readonly CaseId[],
): Promise<ReadonlyMap<CaseId, PauseRow[]>> {
  if (caseIds.length === 0) return new Map();
  const rows = await read.db
    .selectFrom('admission_pause')
    .select(['case_id', 'valid_from', 'valid_to', 'reason'])
    .where('tenant_id', '=', read.actor.tenantId)
    .where('case_id', 'in', [...caseIds])
    .where('superseded_at', 'is', null)
    .orderBy('valid_from')
    .execute();
  return new Map(
    [...Map.groupBy(rows, (row) => row.case_id as CaseId)].map(([caseId, list]) => [
      caseId,
      list.map((row) => ({ from: row.valid_from, to: row.valid_to, reason: row.reason })),
    ]),
  );
}

/** Cases at or below a place in which nothing goes on now. */
export async function pausedWithin(read: Read, path: OrgPath): Promise<ReadonlySet<CaseId>> {
  const rows = await read.db
    .selectFrom('admission_pause')
    .select('case_id')
    .where('tenant_id', '=', read.actor.tenantId)
    .where('org_path', '>=', path)
    .where('org_path', '<', `${path}~`)
    .where('valid_to', 'is', null)
    .where('superseded_at', 'is', null)
    .execute();
  return new Set(rows.map((row) => row.case_id as CaseId));
}

export async function beginPause(
  write: Write,
  place: OrgPlace,
  caseId: CaseId,
  from: PlainDate,
  reason: string,
): Promise<void> {
  await dated.begin(write, PAUSE, from, {
    case_id: caseId,
    org_id: place.orgId,
    org_path: place.orgPath,
    reason,
  });
}

export async function endPause(write: Write, caseId: CaseId, on: PlainDate): Promise<boolean> {
  return (await dated.end(write, PAUSE, caseId, on)) !== null;
}

export interface ObjectionRow {
  readonly objectionId: Id<'Objection'>;
  readonly number: number;
  readonly receivedOn: PlainDate;
  readonly matter: string;
  readonly answeredOn: PlainDate | null;
  readonly answer: string;
}

/** Objections of a case by number; who raised them is not kept. */
export async function objectionsOf(read: Read, caseId: CaseId): Promise<ObjectionRow[]> {
  const rows = await read.db
    .selectFrom('admission_objection')
    .selectAll()
    .where('tenant_id', '=', read.actor.tenantId)
    .where('case_id', '=', caseId)
    .where('superseded_at', 'is', null)
    .orderBy('number')
    .execute();
  return rows.map((row) => ({
    objectionId: row.objection_id as Id<'Objection'>,
    number: row.number,
    receivedOn: row.received_on,
    matter: row.matter,
    answeredOn: row.answered_on,
    answer: row.answer,
  }));
}

/** A new objection, or a new version of one that was answered. */
export async function saveObjection(
  write: Write,
  place: OrgPlace,
  caseId: CaseId,
  one: ObjectionRow,
): Promise<void> {
  await write.db
    .updateTable('admission_objection')
    .set({ superseded_at: write.enteredAt })
    .where('tenant_id', '=', write.actor.tenantId)
    .where('objection_id', '=', one.objectionId)
    .where('superseded_at', 'is', null)
    .execute();
  await write.db
    .insertInto('admission_objection')
    .values({
      ...write.stamp(place),
      id: write.newId<'ObjectionVersion'>(),
      objection_id: one.objectionId,
      case_id: caseId,
      number: one.number,
      received_on: one.receivedOn,
      matter: one.matter,
      answered_on: one.answeredOn,
      answer: one.answer,
    })
    .execute();
}

export type SettingsThere = AdmissionSettings & {
  /** Committees of the tenant that were set to have no power to approve. */
  readonly noPower: readonly OrgPath[];
};

/** Settings of a day, for any place: those of the nearest organisation above win. */
export async function settingsOn(
  read: Read,
  day: PlainDate,
): Promise<(path: OrgPath) => SettingsThere> {
  const rows = await read.db
    .selectFrom('admission_setting')
    .select(['org_path', 'settings'])
    .where('tenant_id', '=', read.actor.tenantId)
    .where('superseded_at', 'is', null)
    .where('valid_from', '<=', day)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', day)]))
    .orderBy('org_path')
    .execute();
  const noPower = rows
    .filter((row) => (row.settings as { approves?: boolean }).approves === false)
    .map((row) => row.org_path as OrgPath);
  return (path) => ({
    ...rows
      .filter((row) => path.startsWith(row.org_path))
      .map((row) => row.settings as Partial<AdmissionSettings>)
      .reduce<AdmissionSettings>((all, one) => ({ ...all, ...one }), DEFAULT_ADMISSION_SETTINGS),
    noPower,
  });
}

/** Settings that hold at a place on a day. */
export const settingsAt = async (
  read: Read,
  path: OrgPath,
  day: PlainDate,
): Promise<SettingsThere> => (await settingsOn(read, day))(path);

export async function changeSettings(
  write: Write,
  place: OrgPlace,
  from: PlainDate,
  settings: object,
): Promise<void> {
  const values = { settings: JSON.stringify(settings) };
  if ((await dated.change(write, SETTING, place.orgId, from, values)) !== null) return;
  await dated.begin(write, SETTING, from, {
    org_id: place.orgId,
    org_path: place.orgPath,
    ...values,
  });
}
