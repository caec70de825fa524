import type { OrgId } from '#kernel/ids';
import { insertMany, sql, type RawBuilder, type Read, type Write } from '#platform/db';
import type { OrgPlace } from '#modules/organisations';
import type { CellProblem, SealedSecret } from '#modules/members';
import type { Change } from '../rules/changes.ts';
import type { Entry } from '../rules/entry.ts';
import type { RowPlan, Says } from '../rules/plan.ts';
import type { ImportId } from './cases.ts';

export type StoredKind = RowPlan['kind'] | 'absent';

/** A row as staged. Numbers stand in `secret` only, encrypted; `entry` where it is somebody new. */
export interface StagedRow {
  readonly row: number;
  readonly kind: StoredKind;
  readonly who: string;
  readonly detail: string;
  readonly why: string;
  readonly personId: string | null;
  readonly targetOrgId: OrgId | null;
  readonly candidates: readonly string[];
  readonly says: Says | null;
  readonly secret: SealedSecret | null;
  readonly entry: Entry | null;
  readonly changes: readonly Change[];
  readonly basis: string | null;
  readonly problems: readonly CellProblem[] | null;
}

export interface Staging {
  readonly importId: ImportId;
  readonly generation: string;
  readonly place: OrgPlace;
}

const entryColumns = (entry: Entry | null) => ({
  new_id: entry?.newId ?? null,
  facts: entry?.facts ?? null,
  category: entry?.stay.category ?? null,
  stay_from: entry?.stay.from ?? null,
  turned_on: entry?.stay.turnedOn ?? null,
});

export async function insertRows(
  write: Write,
  { importId, generation, place }: Staging,
  rows: readonly StagedRow[],
): Promise<void> {
  const stamp = write.stamp(place);
  await insertMany(
    write,
    'import_row',
    rows.map((row) => ({
      ...stamp,
      import_id: importId,
      generation,
      row_no: row.row,
      kind: row.kind,
      who: row.who,
      detail: row.detail,
      why: row.why,
      person_id: row.personId,
      target_org_id: row.targetOrgId,
      candidates: row.candidates,
      says: row.says,
      secret: row.secret,
      ...entryColumns(row.entry),
      changes: row.changes,
      basis: row.basis,
      problems: row.problems,
    })),
  );
}

/** Rows of other readings of the file, or all. */
export async function deleteRows(
  write: Write,
  importId: ImportId,
  keep: string | null,
): Promise<void> {
  await write.db
    .deleteFrom('import_row')
    .where('tenant_id', '=', write.actor.tenantId)
    .where('import_id', '=', importId)
    .$if(keep !== null, (qb) => qb.where('generation', '<>', keep ?? ''))
    .execute();
}

const of = (read: Read, importId: ImportId, generation: string) =>
  read.db
    .selectFrom('import_row')
    .where('tenant_id', '=', read.actor.tenantId)
    .where('import_id', '=', importId)
    .where('generation', '=', generation);

type Raw = Awaited<ReturnType<typeof rawRows>>[number];
const rawRows = (read: Read, importId: ImportId, generation: string) =>
  of(read, importId, generation).selectAll().execute();

const staged = (row: Raw): StagedRow => ({
  row: row.row_no,
  kind: row.kind,
  who: row.who,
  detail: row.detail,
  why: row.why,
  personId: row.person_id,
  targetOrgId: row.target_org_id as OrgId | null,
  candidates: row.candidates as string[],
  says: row.says as Says | null,
  secret: row.secret as SealedSecret | null,
  entry:
    row.new_id === null || row.category === null || row.stay_from === null
      ? null
      : {
          newId: row.new_id,
          facts: row.facts as Entry['facts'],
          stay: { category: row.category, from: row.stay_from, turnedOn: row.turned_on },
        },
  changes: row.changes as Change[],
  basis: row.basis,
  problems: row.problems as CellProblem[] | null,
});

/** How many rows there are of each kind, how many cells would change, how many rows have problems. */
export async function rowCounts(read: Read, importId: ImportId, generation: string) {
  const found = await of(read, importId, generation)
    .select((eb) => [
      'kind',
      eb.fn.countAll<number>().as('rows'),
      eb.fn.sum<number>(sql<number>`jsonb_array_length(changes)`).as('cells'),
      eb.fn.sum<number>(sql<number>`coalesce(jsonb_array_length(problems), 0)`).as('problems'),
    ])
    .groupBy('kind')
    .execute();
  const counts: Partial<Record<StoredKind, number>> = {};
  let cells = 0;
  let problems = 0;
  for (const row of found) {
    counts[row.kind] = Number(row.rows);
    if (row.kind === 'change') cells += Number(row.cells);
    problems += Number(row.problems);
  }
  return { counts, cells, problems };
}

export async function rowPage(
  read: Read,
  importId: ImportId,
  generation: string,
  kind: StoredKind,
  page: { limit: number; offset: number },
): Promise<{ rows: StagedRow[]; total: number }> {
  const query = of(read, importId, generation).where('kind', '=', kind);
  const rows = await query
    .selectAll()
    .orderBy('row_no', kind === 'absent' ? 'desc' : 'asc')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
  const count = await query
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return { rows: rows.map(staged), total: Number(count.n) };
}

/** Problems of a page of rows that have any; `total` counts such rows. */
export async function problemPage(
  read: Read,
  importId: ImportId,
  generation: string,
  page: { limit: number; offset: number },
): Promise<{ rows: StagedRow[]; total: number }> {
  const query = of(read, importId, generation).where('problems', 'is not', null);
  const rows = await query
    .selectAll()
    .orderBy('row_no')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
  const count = await query
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return { rows: rows.map(staged), total: Number(count.n) };
}

/** Rows by their numbers, locked. */
export async function rowsForUpdate(
  write: Write,
  importId: ImportId,
  generation: string,
  numbers: readonly number[],
): Promise<StagedRow[]> {
  const rows = await of(write, importId, generation)
    .selectAll()
    .where('row_no', 'in', [...numbers])
    .forUpdate()
    .execute();
  return rows.map(staged);
}

/** The next rows of some kinds after a row, in order: for going through all of them. */
export async function rowsAfter(
  read: Read,
  importId: ImportId,
  generation: string,
  kind: StoredKind,
  after: number,
  limit: number,
): Promise<StagedRow[]> {
  const rows = await of(read, importId, generation)
    .selectAll()
    .where('kind', '=', kind)
    .where('row_no', '>', after)
    .orderBy('row_no')
    .limit(limit)
    .execute();
  return rows.map(staged);
}

/** Rows from one number up to another. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** First and last number of the rows of somebody new; null where there are none. */
export async function newSpan(
  read: Read,
  importId: ImportId,
  generation: string,
): Promise<Span | null> {
  const row = await of(read, importId, generation)
    .where('kind', '=', 'new')
    .select((eb) => [eb.fn.min('row_no').as('from'), eb.fn.max('row_no').as('to')])
    .executeTakeFirstOrThrow();
  // Of no rows there is neither.
  const { from, to } = row as { from: number | null; to: number | null };
  return from === null || to === null ? null : { from, to };
}

/** Which rows of somebody new are entered: all, or those decided to be changed here. */
const entered = (mode: 'roster' | 'compare') =>
  mode === 'roster'
    ? sql`coalesce(r.changes -> 0 ->> 'side', 'here') = 'here'`
    : sql`(jsonb_array_length(r.changes) = 0 or r.changes -> 0 ->> 'side' = 'here')`;

/** People of a span of rows, as `enterStaged` takes them; rows without a place of their own stand at `place`. */
export const stagedPeople = (
  read: Read,
  { importId, generation, place }: Staging,
  mode: 'roster' | 'compare',
  span: Span,
  places: readonly OrgPlace[],
): RawBuilder<unknown> => sql`(
  select r.row_no, r.new_id as person_id, coalesce(o.id, ${place.orgId}::uuid) as org_id,
         coalesce(o.path, ${place.orgPath}) as org_path,
         r.who as name, r.facts, r.category, r.stay_from, r.turned_on, r.secret
    from import_row r
    left join unnest(${places.map((one) => one.orgId)}::uuid[], ${places.map((one) => one.orgPath)}::text[])
      as o(id, path) on o.id = r.target_org_id
   where r.tenant_id = ${read.actor.tenantId}::uuid and r.import_id = ${importId}::uuid
     and r.generation = ${generation}::uuid and r.kind = 'new'
     and r.row_no between ${span.from} and ${span.to} and ${entered(mode)})`;

/** Names of the people who are to be entered, each once. */
export async function newNames(read: Read, people: RawBuilder<unknown>): Promise<string[]> {
  const found = await sql<{ name: string }>`select distinct name from ${people} s`.execute(read.db);
  return found.rows.map((row) => row.name);
}

/** Names and numbers of the people who are to be entered, as `standingPeople` takes them. */
export const likesOf = (people: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`(select s.name, s.secret ->> 'id_number_hash' as hash from ${people} s)`;

/** The next rows of somebody new who bear one of these names or numbers. */
export async function newAmong(
  read: Read,
  { importId, generation }: Staging,
  names: readonly string[],
  hashes: readonly string[],
  after: number,
  limit: number,
): Promise<StagedRow[]> {
  const rows = await of(read, importId, generation)
    .selectAll()
    .where('kind', '=', 'new')
    .where('row_no', '>', after)
    .where(
      sql<boolean>`(who = any(${[...names]}::text[])
        or secret ->> 'id_number_hash' = any(${[...hashes]}::text[]))`,
    )
    .orderBy('row_no')
    .limit(limit)
    .execute();
  return rows.map(staged);
}

export async function targetOrgs(
  read: Read,
  importId: ImportId,
  generation: string,
): Promise<OrgId[]> {
  const rows = await of(read, importId, generation)
    .select('target_org_id')
    .distinct()
    .where('kind', 'in', ['new', 'change'])
    .where('target_org_id', 'is not', null)
    .orderBy('target_org_id')
    .execute();
  return rows.map((row) => row.target_org_id as OrgId);
}

/** Replaces a row by what an answer made of it. */
export async function updateRow(
  write: Write,
  { importId, generation }: Staging,
  row: StagedRow,
): Promise<void> {
  await write.db
    .updateTable('import_row')
    .set({
      kind: row.kind,
      detail: row.detail,
      why: row.why,
      person_id: row.personId,
      target_org_id: row.targetOrgId,
      changes: JSON.stringify(row.changes),
      basis: row.basis,
      ...entryColumns(row.entry),
      facts: row.entry === null ? null : JSON.stringify(row.entry.facts),
    })
    .where('tenant_id', '=', write.actor.tenantId)
    .where('import_id', '=', importId)
    .where('generation', '=', generation)
    .where('row_no', '=', row.row)
    .execute();
}

/**
 * Decides where differences are to be changed, and for people of one side only whether they are entered
 * (`here`) or named to the other side (`there`). Returns how many rows were touched.
 */
export async function setSides(
  write: Write,
  { importId, generation }: Staging,
  side: 'here' | 'there' | 'skip',
  rows: readonly number[] | undefined,
  field: string | undefined,
): Promise<number> {
  const some = rows === undefined ? null : [...rows];
  const done = await sql`
    update import_row set
      changes = (select coalesce(jsonb_agg(
          case when ${field ?? null}::text is null or c ->> 'field' = ${field ?? null}::text
               then c || jsonb_build_object('side', ${side}::text) else c end), '[]'::jsonb)
        from jsonb_array_elements(changes) c)
     where tenant_id = ${write.actor.tenantId}::uuid and import_id = ${importId}::uuid
       and generation = ${generation}::uuid and kind in ('change', 'new', 'absent')
       and (${some}::int[] is null or row_no = any(${some}::int[]))`.execute(write.db);
  return Number(done.numAffectedRows ?? 0n);
}
