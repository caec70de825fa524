import type { Id, OrgId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import { insertMany, sql, type RawBuilder, type Read, type Write } from '#platform/db';
import type { OrgPlace } from '#modules/organisations';
import type { SealedSecret } from '#modules/members';
import type { ImportId } from './cases.ts';

export interface Effect {
  readonly personId: string;
  readonly kind: 'new' | 'changed';
  readonly before: SealedSecret | null;
}

/** Whom a confirmed case touched. */
export async function insertEffects(
  write: Write,
  importId: ImportId,
  place: OrgPlace,
  effects: readonly Effect[],
): Promise<void> {
  const stamp = write.stamp(place);
  await insertMany(
    write,
    'import_effect',
    effects.map(({ personId, kind, before }) => ({
      ...stamp,
      id: write.newId(),
      import_id: importId,
      people: [personId],
      kind,
      before,
    })),
  );
}

/** The same for people about to be entered (`stagedPeople`), without taking them through this process. */
export async function insertNewEffects(
  write: Write,
  importId: ImportId,
  place: OrgPlace,
  people: RawBuilder<unknown>,
): Promise<void> {
  await sql`
    insert into import_effect (tenant_id, id, import_id, people, org_id, org_path, kind, entered_at, entered_by)
    select ${write.actor.tenantId}::uuid, ${write.newId()}::uuid, ${importId}::uuid,
           array_agg(s.person_id order by s.row_no), ${place.orgId}::uuid, ${place.orgPath}, 'new',
           ${write.enteredAt}::timestamptz, ${write.actor.accountId}::uuid
      from ${people} s having count(*) > 0`.execute(write.db);
}

export async function effectsOf(read: Read, importId: ImportId): Promise<Effect[]> {
  const rows = await read.db
    .selectFrom('import_effect')
    .select(['people', 'kind', 'before'])
    .where('tenant_id', '=', read.actor.tenantId)
    .where('import_id', '=', importId)
    .execute();
  return rows.flatMap(({ people, kind, before }) =>
    people.map((personId) => ({ personId, kind, before: before as SealedSecret | null })),
  );
}

/** How many people a confirmed case entered and changed. */
export async function effectCounts(
  read: Read,
  importId: ImportId,
): Promise<{ entered: number; changed: number }> {
  const rows = await read.db
    .selectFrom('import_effect')
    .select((eb) => ['kind', eb.fn.sum<number>(eb.fn<number>('cardinality', ['people'])).as('n')])
    .where('tenant_id', '=', read.actor.tenantId)
    .where('import_id', '=', importId)
    .groupBy('kind')
    .execute();
  const of = (kind: Effect['kind']): number =>
    Number(rows.find((row) => row.kind === kind)?.n ?? 0);
  return { entered: of('new'), changed: of('changed') };
}

/** Once taken back, the numbers that were replaced are not kept a second time. */
export async function forgetEffects(write: Write, importId: ImportId): Promise<void> {
  await write.db
    .deleteFrom('import_effect')
    .where('tenant_id', '=', write.actor.tenantId)
    .where('import_id', '=', importId)
    .execute();
}

/** Of these people, those on whom records entered since then rest. */
export async function restedOn(
  read: Read,
  people: readonly string[],
  since: Date,
): Promise<string[]> {
  const found = await sql<{ id: string }>`
    select distinct id from person_rests(${[...people]}::uuid[], ${since}) as id`.execute(read.db);
  return found.rows.map((row) => row.id);
}

export interface NewDifference {
  readonly personId: string | null;
  readonly who: string;
  readonly branch: string;
  readonly field: string;
  readonly ours: string | null;
  readonly theirs: string | null;
}

export async function insertDifferences(
  write: Write,
  importId: ImportId,
  place: OrgPlace,
  differences: readonly NewDifference[],
): Promise<void> {
  const stamp = write.stamp(place);
  await insertMany(
    write,
    'import_difference',
    differences.map((one) => ({
      ...stamp,
      id: write.newId(),
      import_id: importId,
      person_id: one.personId,
      who: one.who,
      branch: one.branch,
      field: one.field,
      ours: one.ours,
      theirs: one.theirs,
    })),
  );
}

/** Differences to be changed over there, the oldest first. */
export async function differencePage(
  read: Read,
  open: boolean,
  page: { limit: number; offset: number },
) {
  const query = read.db
    .selectFrom('import_difference')
    .where('tenant_id', '=', read.actor.tenantId)
    .$if(open, (qb) => qb.where('settled_on', 'is', null));
  const rows = await query
    .selectAll()
    .orderBy('entered_at')
    .orderBy('id')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
  const count = await query
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return { rows, total: Number(count.n) };
}

export async function settleDifferences(
  write: Write,
  ids: readonly Id<'ImportDifference'>[],
  on: PlainDate,
): Promise<{ orgId: OrgId; id: string }[]> {
  const rows = await write.db
    .updateTable('import_difference')
    .set((eb) => ({ settled_on: on, version: eb('version', '+', 1) }))
    .where('tenant_id', '=', write.actor.tenantId)
    .where('id', 'in', [...ids])
    .where('settled_on', 'is', null)
    .returning(['id', 'org_id'])
    .execute();
  return rows.map((row) => ({ orgId: row.org_id as OrgId, id: row.id }));
}
