import type { OrgId, TenantId } from '#kernel/ids';
import type { OrgPath } from '#kernel/org-path';
import type { PlainDate } from '#kernel/plain-date';
import type { Kysely, Read, Write } from '#platform/db';
import type { DB } from '#db/types';
import type { OrgPlace } from '#modules/organisations';

export interface Board {
  readonly tenantId: TenantId;
  readonly orgId: OrgId;
  readonly orgPath: OrgPath;
  readonly code: string;
  readonly name: string;
  readonly village: boolean;
  readonly openedOn: PlainDate;
  readonly open: boolean;
}

const COLUMNS = [
  'tenant_id',
  'org_id',
  'org_path',
  'code',
  'name',
  'village',
  'opened_on',
  'published_at',
] as const;

type Row = Awaited<ReturnType<typeof rowsOf>>[number];
const rowsOf = (read: Read) =>
  read.db
    .selectFrom('publication_board')
    .select(COLUMNS)
    .where('tenant_id', '=', read.actor.tenantId)
    .execute();

const toBoard = (row: Row): Board => ({
  tenantId: row.tenant_id as TenantId,
  orgId: row.org_id as OrgId,
  orgPath: row.org_path as OrgPath,
  code: row.code,
  name: row.name,
  village: row.village,
  openedOn: row.opened_on,
  open: row.published_at !== null,
});

/** The board of an organisation, open or closed; null where none was ever opened. */
export async function boardOf(read: Read, orgId: OrgId): Promise<Board | null> {
  const row = await read.db
    .selectFrom('publication_board')
    .select(COLUMNS)
    .where('tenant_id', '=', read.actor.tenantId)
    .where('org_id', '=', orgId)
    .executeTakeFirst();
  return row === undefined ? null : toBoard(row);
}

/** Boards of many organisations within sight. */
export async function boardsOf(read: Read, orgIds: readonly OrgId[]): Promise<readonly Board[]> {
  const wanted = new Set<string>(orgIds);
  return (await rowsOf(read)).filter((row) => wanted.has(row.org_id)).map(toBoard);
}

/** The open board at an address, for anybody: row security shows nothing else. */
export async function publicBoard(db: Kysely<DB>, code: string): Promise<Board | null> {
  const row = await db
    .selectFrom('publication_board')
    .select(COLUMNS)
    .where('code', '=', code)
    .where('published_at', 'is not', null)
    .executeTakeFirst();
  return row === undefined ? null : toBoard(row);
}

/** A new address, or the one it had before: sheets that hang somewhere carry it. */
export async function openBoardRow(
  write: Write,
  place: OrgPlace,
  board: { readonly code: string; readonly name: string; readonly village: boolean },
): Promise<void> {
  await write.db
    .insertInto('publication_board')
    .values({
      ...write.stamp(place),
      id: write.newId<'PublicationBoard'>(),
      ...board,
      opened_on: write.today,
      published_at: write.enteredAt,
    })
    .onConflict((on) =>
      on.columns(['tenant_id', 'org_id']).doUpdateSet({
        name: board.name,
        village: board.village,
        published_at: write.enteredAt,
      }),
    )
    .execute();
}

export async function closeBoardRow(write: Write, orgId: OrgId): Promise<void> {
  await write.db
    .updateTable('publication_board')
    .set({ published_at: null })
    .where('tenant_id', '=', write.actor.tenantId)
    .where('org_id', '=', orgId)
    .execute();
}
