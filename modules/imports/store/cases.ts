import type { Id, OrgId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import type { FileId, Read, Write } from '#platform/db';
import type { OrgPlace } from '#modules/organisations';
import type { ChosenColumn } from '../rules/understand.ts';

export type ImportId = Id<'Import'>;

/** What the table's branch names stand for, and how many rows name each. */
export type Branches = Readonly<
  Record<string, { readonly orgId: OrgId | null; readonly rows: number; readonly decided: boolean }>
>;

export interface Case {
  readonly importId: ImportId;
  readonly place: OrgPlace;
  readonly kind: 'roster' | 'compare';
  readonly state: 'open' | 'ready' | 'done' | 'undone' | 'abandoned';
  readonly fileId: FileId | null;
  readonly fileName: string;
  readonly sheet: string;
  readonly headerRow: number;
  readonly headerRows: number;
  readonly columns: readonly ChosenColumn[];
  readonly branches: Branches;
  readonly asOf: PlainDate | null;
  readonly rosterFrom: PlainDate | null;
  readonly keepBad: boolean;
  readonly generation: string | null;
  readonly confirmedAt: Date | null;
  readonly version: number;
  readonly enteredAt: Date;
}

type Row = Awaited<ReturnType<typeof rowsOf>>[number];

const rowsOf = (read: Read, importId: ImportId) =>
  read.db
    .selectFrom('import_case')
    .selectAll()
    .where('tenant_id', '=', read.actor.tenantId)
    .where('id', '=', importId)
    .execute();

export const caseOfRow = (row: Row): Case => ({
  importId: row.id as ImportId,
  place: { orgId: row.org_id as OrgId, orgPath: row.org_path as OrgPlace['orgPath'] },
  kind: row.kind,
  state: row.state,
  fileId: row.file_id as FileId | null,
  fileName: row.file_name,
  sheet: row.sheet,
  headerRow: row.header_row,
  headerRows: row.header_rows,
  columns: row.columns as ChosenColumn[],
  branches: row.branches as Branches,
  asOf: row.as_of,
  rosterFrom: row.roster_from,
  keepBad: row.keep_bad,
  generation: row.generation,
  confirmedAt: row.confirmed_at,
  version: row.version,
  enteredAt: row.entered_at,
});

/** A case within sight, or null. */
export async function caseOf(read: Read, importId: ImportId): Promise<Case | null> {
  const [row] = await rowsOf(read, importId);
  return row === undefined ? null : caseOfRow(row);
}

/** The same, locked: two people deciding about one case queue up. */
export async function caseForUpdate(write: Write, importId: ImportId): Promise<Case | null> {
  const row = await write.db
    .selectFrom('import_case')
    .selectAll()
    .where('tenant_id', '=', write.actor.tenantId)
    .where('id', '=', importId)
    .forUpdate()
    .executeTakeFirst();
  return row === undefined ? null : caseOfRow(row);
}

export async function insertCase(
  write: Write,
  place: OrgPlace,
  importId: ImportId,
  one: { kind: 'roster' | 'compare'; fileId: FileId; fileName: string },
): Promise<void> {
  await write.db
    .insertInto('import_case')
    .values({
      ...write.stamp(place),
      id: importId,
      kind: one.kind,
      state: 'open',
      file_id: one.fileId,
      file_name: one.fileName,
    })
    .execute();
}

export interface Prepared {
  readonly sheet: string;
  readonly headerRow: number;
  readonly headerRows: number;
  readonly columns: readonly ChosenColumn[];
  readonly branches: Branches;
  readonly asOf: PlainDate;
  readonly rosterFrom: PlainDate;
  readonly keepBad: boolean;
  readonly generation: string;
}

export async function setPrepared(write: Write, importId: ImportId, one: Prepared): Promise<void> {
  await write.db
    .updateTable('import_case')
    .set((eb) => ({
      state: 'ready',
      sheet: one.sheet,
      header_row: one.headerRow,
      header_rows: one.headerRows,
      columns: JSON.stringify(one.columns),
      branches: JSON.stringify(one.branches),
      as_of: one.asOf,
      roster_from: one.rosterFrom,
      keep_bad: one.keepBad,
      generation: one.generation,
      version: eb('version', '+', 1),
    }))
    .where('tenant_id', '=', write.actor.tenantId)
    .where('id', '=', importId)
    .execute();
}

/** Another state; `confirmedAt` where the case was written. */
export async function setState(
  write: Write,
  importId: ImportId,
  state: Case['state'],
  confirmedAt?: Date,
): Promise<void> {
  await write.db
    .updateTable('import_case')
    .set((eb) => ({
      state,
      version: eb('version', '+', 1),
      ...(state === 'ready' ? {} : { file_id: null, generation: null }),
      ...(confirmedAt === undefined ? {} : { confirmed_at: confirmedAt }),
    }))
    .where('tenant_id', '=', write.actor.tenantId)
    .where('id', '=', importId)
    .execute();
}

export async function touchCase(write: Write, importId: ImportId): Promise<void> {
  await write.db
    .updateTable('import_case')
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('tenant_id', '=', write.actor.tenantId)
    .where('id', '=', importId)
    .execute();
}

/** One page of cases, the latest first. */
export async function casePage(
  read: Read,
  kind: 'roster' | 'compare' | undefined,
  page: { limit: number; offset: number },
) {
  const query = read.db
    .selectFrom('import_case')
    .where('tenant_id', '=', read.actor.tenantId)
    .$if(kind !== undefined, (qb) => qb.where('kind', '=', kind ?? 'roster'));
  const rows = await query
    .selectAll()
    .orderBy('entered_at', 'desc')
    .orderBy('id', 'desc')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
  const count = await query
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return { rows: rows.map(caseOfRow), total: Number(count.n) };
}

/** Cases one began and left unfinished before an instant. */
export async function unfinishedBefore(read: Read, before: Date): Promise<Case[]> {
  const rows = await read.db
    .selectFrom('import_case')
    .selectAll()
    .where('tenant_id', '=', read.actor.tenantId)
    .where('state', 'in', ['open', 'ready'])
    .where('entered_at', '<', before)
    .execute();
  return rows.map(caseOfRow);
}
