import type { Audience, ItemMove, ItemState } from '#contract/publication-words';
import type { PublicContent } from '#engines/publishing';
import type { Id, OrgId } from '#kernel/ids';
import type { OrgPath } from '#kernel/org-path';
import type { PlainDate } from '#kernel/plain-date';
import { sql, type Read, type Write } from '#platform/db';
import type { OrgPlace } from '#modules/organisations';

export type ItemId = Id<'PublicationItem'>;

export interface Item {
  readonly itemId: ItemId;
  readonly place: OrgPlace;
  readonly kind: string;
  readonly title: string;
  readonly state: ItemState;
  readonly audience: Audience;
  readonly period: { readonly from: PlainDate; readonly to: PlainDate } | null;
  readonly source: { readonly module: string; readonly sourceId: string } | null;
  readonly version: number;
  readonly shownVersion: number;
  readonly shownFrom: PlainDate | null;
  readonly shownUntil: PlainDate | null;
  readonly endedOn: PlainDate | null;
  readonly edition: number;
}

type Row = Awaited<ReturnType<typeof rowsOf>>[number];
const rowsOf = (read: Read) =>
  read.db
    .selectFrom('publication_item')
    .selectAll()
    .where('tenant_id', '=', read.actor.tenantId)
    .execute();

const toItem = (row: Row): Item => ({
  itemId: row.item_id as ItemId,
  place: { orgId: row.org_id as OrgId, orgPath: row.org_path as OrgPath },
  kind: row.kind,
  title: row.title,
  state: row.state,
  audience: row.audience,
  period:
    row.period_from === null || row.period_to === null
      ? null
      : { from: row.period_from, to: row.period_to },
  source:
    row.source_module === null || row.source_id === null
      ? null
      : { module: row.source_module, sourceId: row.source_id },
  version: row.version,
  shownVersion: row.shown_version,
  shownFrom: row.shown_from,
  shownUntil: row.shown_until,
  endedOn: row.ended_on,
  edition: row.edition,
});

/** An item within sight, or null. */
export async function itemOf(read: Read, itemId: ItemId): Promise<Item | null> {
  const row = await read.db
    .selectFrom('publication_item')
    .selectAll()
    .where('tenant_id', '=', read.actor.tenantId)
    .where('item_id', '=', itemId)
    .executeTakeFirst();
  return row === undefined ? null : toItem(row);
}

/** The same, locked for the act. */
export async function itemForUpdate(write: Write, itemId: ItemId): Promise<Item | null> {
  const row = await write.db
    .selectFrom('publication_item')
    .selectAll()
    .where('tenant_id', '=', write.actor.tenantId)
    .where('item_id', '=', itemId)
    .forUpdate()
    .executeTakeFirst();
  return row === undefined ? null : toItem(row);
}

export type NewItem = Pick<Item, 'kind' | 'title' | 'audience' | 'period' | 'source'>;

export async function insertItem(write: Write, place: OrgPlace, item: NewItem): Promise<ItemId> {
  const itemId = write.newId<'PublicationItem'>();
  await write.db
    .insertInto('publication_item')
    .values({
      ...write.stamp(place),
      item_id: itemId,
      kind: item.kind,
      title: item.title,
      state: 'proposed',
      audience: item.audience,
      period_from: item.period?.from ?? null,
      period_to: item.period?.to ?? null,
      source_module: item.source?.module ?? null,
      source_id: item.source?.sourceId ?? null,
      version: 1,
    })
    .execute();
  return itemId;
}

type Changes = Partial<
  Pick<
    Item,
    'title' | 'state' | 'version' | 'shownVersion' | 'shownFrom' | 'shownUntil' | 'endedOn'
  >
>;

/** Where an item stands after an act; the edition counts up. */
export async function setItem(write: Write, item: Item, changes: Changes): Promise<void> {
  const next = { ...item, ...changes };
  await write.db
    .updateTable('publication_item')
    .set({
      title: next.title,
      state: next.state,
      version: next.version,
      shown_version: next.shownVersion,
      shown_from: next.shownFrom,
      shown_until: next.shownUntil,
      ended_on: next.endedOn,
      edition: item.edition + 1,
    })
    .where('tenant_id', '=', write.actor.tenantId)
    .where('item_id', '=', item.itemId)
    .execute();
}

export interface ItemFilter {
  readonly path: string;
  readonly states?: readonly ItemState[] | undefined;
  readonly kinds?: readonly string[] | undefined;
  /** Hanging with a last day before this one. */
  readonly endedBefore?: PlainDate | undefined;
}

const within = (read: Read, filter: ItemFilter) =>
  read.db
    .selectFrom('publication_item')
    .where('tenant_id', '=', read.actor.tenantId)
    .where('org_path', '>=', filter.path)
    .where('org_path', '<', `${filter.path}~`)
    .$if(filter.states !== undefined, (qb) => qb.where('state', 'in', [...(filter.states ?? [])]))
    .$if(filter.kinds !== undefined, (qb) =>
      qb.where(sql<boolean>`kind = any(${[...(filter.kinds ?? [])]}::text[])`),
    )
    .$if(filter.endedBefore !== undefined, (qb) =>
      qb
        .where('shown_version', '>', 0)
        .where('ended_on', 'is', null)
        .where('shown_until', '<', filter.endedBefore as PlainDate),
    );

/** Items at or below a place, the newest first; one page. */
export async function itemsWithin(
  read: Read,
  filter: ItemFilter,
  page: { readonly offset: number; readonly limit: number },
): Promise<{ readonly rows: Item[]; readonly total: number }> {
  const query = within(read, filter);
  const rows = await query
    .selectAll()
    .orderBy('entered_at', 'desc')
    .orderBy('item_id', 'desc')
    .offset(page.offset)
    .limit(page.limit)
    .execute();
  const counted = await query
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return { rows: rows.map(toItem), total: Number(counted.n) };
}

/** Items of some organisations that hang or hung, by what they tell of: what duties look at. */
export async function shownItems(read: Read, orgIds: readonly OrgId[]) {
  if (orgIds.length === 0) return [];
  return read.db
    .selectFrom('publication_item')
    .select(['item_id', 'org_id', 'kind', 'shown_from'])
    .where('tenant_id', '=', read.actor.tenantId)
    .where(sql<boolean>`org_id = any(${[...orgIds]}::uuid[])`)
    .where('shown_version', '>', 0)
    .execute();
}

/** Records of a module that are proposed or published already. */
export async function takenSources(read: Read, orgId: OrgId): Promise<ReadonlySet<string>> {
  const rows = await read.db
    .selectFrom('publication_item')
    .select(['source_module', 'source_id'])
    .where('tenant_id', '=', read.actor.tenantId)
    .where('org_id', '=', orgId)
    .where('source_id', 'is not', null)
    .where('state', '<>', 'withdrawn')
    .execute();
  return new Set(rows.map((row) => `${row.source_module} ${row.source_id}`));
}

export interface Version {
  readonly version: number;
  readonly title: string;
  readonly content: PublicContent;
  readonly code: string;
  readonly reason: string;
  readonly enteredAt: Date;
}

/** Every text an item ever had, the newest first. */
export async function versionsOf(read: Read, itemId: ItemId): Promise<Version[]> {
  const rows = await read.db
    .selectFrom('publication_version')
    .selectAll()
    .where('tenant_id', '=', read.actor.tenantId)
    .where('item_id', '=', itemId)
    .orderBy('version', 'desc')
    .execute();
  return rows.map((row) => ({
    version: row.version,
    title: row.title,
    content: row.content as PublicContent,
    code: row.code,
    reason: row.reason,
    enteredAt: row.entered_at,
  }));
}

export async function insertVersion(
  write: Write,
  place: OrgPlace,
  itemId: ItemId,
  version: Omit<Version, 'enteredAt'>,
): Promise<void> {
  await write.db
    .insertInto('publication_version')
    .values({
      ...write.stamp(place),
      id: write.newId<'PublicationVersion'>(),
      item_id: itemId,
      version: version.version,
      title: version.title,
      content: JSON.stringify(version.content),
      code: version.code,
      reason: version.reason,
    })
    .execute();
}

export interface Step {
  readonly seq: number;
  readonly version: number;
  readonly move: ItemMove;
  readonly on: PlainDate;
  readonly byName: string;
  readonly byAs: string;
  readonly onPaper: boolean;
  readonly note: string;
  readonly accountId: string;
}

/** Steps of an item in their order. */
export async function stepsOf(read: Read, itemId: ItemId): Promise<Step[]> {
  const rows = await read.db
    .selectFrom('publication_step')
    .selectAll()
    .where('tenant_id', '=', read.actor.tenantId)
    .where('item_id', '=', itemId)
    .orderBy('seq')
    .execute();
  return rows.map((row) => ({
    seq: row.seq,
    version: row.version,
    move: row.move,
    on: row.done_on,
    byName: row.by_name,
    byAs: row.by_as,
    onPaper: row.on_paper,
    note: row.note,
    accountId: row.entered_by,
  }));
}

export async function insertStep(
  write: Write,
  item: Pick<Item, 'itemId' | 'place'>,
  step: Omit<Step, 'seq' | 'accountId' | 'on'> & { readonly seq: number },
): Promise<void> {
  await write.db
    .insertInto('publication_step')
    .values({
      ...write.stamp(item.place),
      id: write.newId<'PublicationStep'>(),
      item_id: item.itemId,
      seq: step.seq,
      version: step.version,
      move: step.move,
      done_on: write.today,
      by_name: step.byName,
      by_as: step.byAs,
      on_paper: step.onPaper,
      note: step.note,
    })
    .execute();
}
