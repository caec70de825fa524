import type { Actor as Doer, Move, Register, State } from '../rules/words.ts';
import type { Id, OrgId, PersonId } from '#kernel/ids';
import type { OrgPath } from '#kernel/org-path';
import type { PlainDate } from '#kernel/plain-date';
import type { Read, Write } from '#platform/db';
import type { OrgPlace } from '#modules/organisations';

export type CaseId = Id<'AdmissionCase'>;

export interface CaseRow {
  readonly caseId: CaseId;
  readonly personId: PersonId;
  readonly place: OrgPlace;
  readonly state: State;
  readonly register: Register;
  readonly nextMove: Move | '';
  /** Name of a local step that has to come before it. */
  readonly nextLocal: string;
  readonly nextActor: Doer | '';
  readonly nextFrom: PlainDate | null;
  readonly nextUntil: PlainDate | null;
  readonly mobile: boolean;
  readonly league: boolean;
  readonly version: number;
}

const COLUMNS = [
  'case_id',
  'person_id',
  'org_id',
  'org_path',
  'state',
  'register',
  'next_move',
  'next_local',
  'next_actor',
  'next_from',
  'next_until',
  'mobile',
  'league',
  'version',
] as const;

type Row = Awaited<ReturnType<typeof rowsOf>>[number];

const rowsOf = (read: Read) =>
  read.db
    .selectFrom('admission_case')
    .select(COLUMNS)
    .where('tenant_id', '=', read.actor.tenantId)
    .execute();

const toCase = (row: Row): CaseRow => ({
  caseId: row.case_id as CaseId,
  personId: row.person_id as PersonId,
  place: { orgId: row.org_id as OrgId, orgPath: row.org_path as OrgPath },
  state: row.state as State,
  register: row.register,
  nextMove: row.next_move as Move | '',
  nextLocal: row.next_local,
  nextActor: row.next_actor,
  nextFrom: row.next_from,
  nextUntil: row.next_until,
  mobile: row.mobile,
  league: row.league,
  version: row.version,
});

/** A case within sight, or null. */
export async function caseOf(read: Read, caseId: CaseId): Promise<CaseRow | null> {
  const row = await read.db
    .selectFrom('admission_case')
    .select(COLUMNS)
    .where('tenant_id', '=', read.actor.tenantId)
    .where('case_id', '=', caseId)
    .executeTakeFirst();
  return row === undefined ? null : toCase(row);
}

/** The same, locked for the act. */
export async function caseForUpdate(write: Write, caseId: CaseId): Promise<CaseRow | null> {
  const row = await write.db
    .selectFrom('admission_case')
    .select(COLUMNS)
    .where('tenant_id', '=', write.actor.tenantId)
    .where('case_id', '=', caseId)
    .forUpdate()
    .executeTakeFirst();
  return row === undefined ? null : toCase(row);
}

/** The open case of a person, if any within sight. */
export async function openCaseOf(read: Read, personId: PersonId): Promise<CaseId | null> {
  const row = await read.db
    .selectFrom('admission_case')
    .select('case_id')
    .where('tenant_id', '=', read.actor.tenantId)
    .where('person_id', '=', personId)
    .where('register', '<>', 'done')
    .executeTakeFirst();
  return row === undefined ? null : (row.case_id as CaseId);
}

export async function insertCase(
  write: Write,
  place: OrgPlace,
  one: { readonly personId: PersonId; readonly mobile: boolean; readonly league: boolean },
): Promise<CaseId> {
  const caseId = write.newId<'AdmissionCase'>();
  await write.db
    .insertInto('admission_case')
    .values({
      ...write.stamp(place),
      case_id: caseId,
      person_id: one.personId,
      mobile: one.mobile,
      league: one.league,
      state: 'begun',
      register: 'applicants',
    })
    .execute();
  return caseId;
}

/** Where a case stands after an act; the version counts up, so that two people at once find out. */
export async function setCase(
  write: Write,
  caseId: CaseId,
  values: Pick<
    CaseRow,
    | 'state'
    | 'register'
    | 'nextMove'
    | 'nextLocal'
    | 'nextActor'
    | 'nextFrom'
    | 'nextUntil'
    | 'version'
  >,
): Promise<void> {
  await write.db
    .updateTable('admission_case')
    .set({
      state: values.state,
      register: values.register,
      next_move: values.nextMove,
      next_local: values.nextLocal,
      next_actor: values.nextActor,
      next_from: values.nextFrom,
      next_until: values.nextUntil,
      version: values.version,
    })
    .where('tenant_id', '=', write.actor.tenantId)
    .where('case_id', '=', caseId)
    .execute();
}

export interface CaseFilter {
  readonly path: OrgPath;
  /** A register, or all that have not ended. */
  readonly register?: Register | 'open' | undefined;
  /** Who does the next step; `above`: whichever body above the branch. */
  readonly nextActor?: Doer | 'above' | undefined;
  readonly dueBy?: PlainDate | undefined;
  readonly personIds?: readonly PersonId[] | undefined;
}

/** Cases at or below a place, those due first; one page. */
export async function casesWithin(
  read: Read,
  filter: CaseFilter,
  page: { readonly offset: number; readonly limit: number },
): Promise<CaseRow[]> {
  const rows = await withinQuery(read, filter)
    .select(COLUMNS)
    .orderBy('next_until', (ob) => ob.asc().nullsLast())
    .orderBy('case_id')
    .offset(page.offset)
    .limit(page.limit)
    .execute();
  return rows.map(toCase);
}

function withinQuery(read: Read, filter: CaseFilter) {
  let query = read.db
    .selectFrom('admission_case')
    .where('tenant_id', '=', read.actor.tenantId)
    .where('org_path', '>=', filter.path)
    .where('org_path', '<', `${filter.path}~`);
  if (filter.register === 'open') query = query.where('register', '<>', 'done');
  else if (filter.register !== undefined) query = query.where('register', '=', filter.register);
  if (filter.nextActor === 'above')
    query = query.where('next_actor', 'in', ['committee', 'county']);
  else if (filter.nextActor !== undefined) query = query.where('next_actor', '=', filter.nextActor);
  if (filter.dueBy !== undefined) query = query.where('next_until', '<=', filter.dueBy);
  if (filter.personIds !== undefined)
    query = query.where(
      'person_id',
      'in',
      filter.personIds.length === 0
        ? ['00000000-0000-0000-0000-000000000000']
        : [...filter.personIds],
    );
  return query;
}

/** How many cases a filter has. */
export async function countCases(read: Read, filter: CaseFilter): Promise<number> {
  const row = await withinQuery(read, filter)
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return Number(row.n);
}

/** How many cases stand in each register at or below a place. */
export async function registerCounts(
  read: Read,
  path: OrgPath,
): Promise<ReadonlyMap<Register, number>> {
  const rows = await read.db
    .selectFrom('admission_case')
    .select((eb) => ['register' as const, eb.fn.countAll<number>().as('n')])
    .where('tenant_id', '=', read.actor.tenantId)
    .where('org_path', '>=', path)
    .where('org_path', '<', `${path}~`)
    .groupBy('register')
    .execute();
  return new Map(rows.map((row) => [row.register, row.n]));
}

/** All cases at or below a place that have not ended. */
export async function openCases(read: Read, path: OrgPath): Promise<CaseRow[]> {
  const rows = await withinQuery(read, { path, register: 'open' }).select(COLUMNS).execute();
  return rows.map(toCase);
}

/** How many targets each organisation at or below a place has. */
export async function targetCounts(
  read: Read,
  path: OrgPath,
): Promise<{ readonly orgId: OrgId; readonly n: number }[]> {
  const rows = await withinQuery(read, { path, register: 'targets' })
    .select((eb) => ['org_id' as const, eb.fn.countAll<number>().as('n')])
    .groupBy('org_id')
    .execute();
  return rows.map((row) => ({ orgId: row.org_id as OrgId, n: Number(row.n) }));
}

/** Whose cases these are and where they stand, of those within sight. */
export async function casesNamed(
  read: Read,
  caseIds: readonly CaseId[],
): Promise<ReadonlyMap<CaseId, Pick<CaseRow, 'personId' | 'state'>>> {
  if (caseIds.length === 0) return new Map();
  const rows = await read.db
    .selectFrom('admission_case')
    .select(['case_id', 'person_id', 'state'])
    .where('tenant_id', '=', read.actor.tenantId)
    .where('case_id', 'in', [...caseIds])
    .execute();
  return new Map(
    rows.map((row) => [
      row.case_id as CaseId,
      { personId: row.person_id as PersonId, state: row.state as State },
    ]),
  );
}

/** Cases at or below a place whose next step is one of the chart. */
export async function casesBefore(read: Read, path: OrgPath, move: Move): Promise<CaseRow[]> {
  const rows = await withinQuery(read, { path, register: 'open' })
    .where('next_move', '=', move)
    .select(COLUMNS)
    .execute();
  return rows.map(toCase);
}

/** What comes next in cases, where a local step begins or ceases to stand before it. */
export async function setNextLocal(
  write: Write,
  caseIds: readonly CaseId[],
  next: Pick<CaseRow, 'nextLocal' | 'nextActor'>,
): Promise<void> {
  if (caseIds.length === 0) return;
  await write.db
    .updateTable('admission_case')
    .set({ next_local: next.nextLocal, next_actor: next.nextActor })
    .where('tenant_id', '=', write.actor.tenantId)
    .where('case_id', 'in', [...caseIds])
    .execute();
}

const PARTS = [
  'admission_step',
  'admission_undo',
  'admission_pause',
  'admission_helper',
  'admission_objection',
  'admission_file',
  'admission_local_done',
] as const;

/** The case and all that hangs on it stand at another organisation for access; who did a step stays written on it. */
export async function moveCase(write: Write, caseId: CaseId, to: OrgPlace): Promise<void> {
  const { tenantId } = write.actor;
  await write.db
    .updateTable('admission_case')
    .set({ org_id: to.orgId, org_path: to.orgPath })
    .where('tenant_id', '=', tenantId)
    .where('case_id', '=', caseId)
    .execute();
  for (const table of PARTS)
    await write.db
      .updateTable(table)
      .set({ org_path: to.orgPath })
      .where('tenant_id', '=', tenantId)
      .where('case_id', '=', caseId)
      .execute();
}
