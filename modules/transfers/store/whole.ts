import type { Id, OrgId, PersonId } from '#kernel/ids';
import type { OrgPath } from '#kernel/org-path';
import type { PlainDate } from '#kernel/plain-date';
import type { Read, Write } from '#platform/db';
import type { OrgPlace } from '#modules/organisations';

export type WholeId = Id<'TransferWhole'>;

/** 整建制转接 of an organisation, with who was in it that day. */
export interface Whole {
  readonly wholeId: WholeId;
  readonly orgId: OrgId;
  readonly fromName: string;
  readonly toName: string;
  readonly on: PlainDate;
  readonly number: string;
  readonly paper: string;
  readonly people: readonly {
    readonly personId: PersonId;
    readonly name: string;
    readonly full: boolean;
  }[];
}

const base = (read: Read) =>
  read.db
    .selectFrom('transfer_whole')
    .selectAll()
    .where('tenant_id', '=', read.actor.tenantId)
    .where('superseded_at', 'is', null);
type Row = Awaited<ReturnType<ReturnType<typeof base>['execute']>>[number];

const toWhole = (row: Row): Whole => ({
  wholeId: row.whole_id as WholeId,
  orgId: row.org_id as OrgId,
  fromName: row.from_name,
  toName: row.to_name,
  on: row.moved_on,
  number: row.number,
  paper: row.paper,
  people: row.people as Whole['people'],
});

export async function wholesWithin(read: Read, path: OrgPath): Promise<Whole[]> {
  const rows = await base(read)
    .where('org_path', '>=', path)
    .where('org_path', '<', `${path}~`)
    .orderBy('moved_on', 'desc')
    .execute();
  return rows.map(toWhole);
}

export async function wholeOf(read: Read, wholeId: WholeId): Promise<Whole | null> {
  const { scope } = read.actor;
  if (scope === null) return null;
  const row = await base(read)
    .where('org_path', '>=', scope)
    .where('org_path', '<', `${scope}~`)
    .where('whole_id', '=', wholeId)
    .executeTakeFirst();
  return row === undefined ? null : toWhole(row);
}

export async function insertWhole(
  write: Write,
  place: OrgPlace,
  one: Omit<Whole, 'orgId'>,
): Promise<void> {
  await write.db
    .insertInto('transfer_whole')
    .values({
      ...write.stamp(place),
      id: write.newId<'TransferWholeVersion'>(),
      whole_id: one.wholeId,
      from_name: one.fromName,
      to_name: one.toName,
      moved_on: one.on,
      number: one.number,
      paper: one.paper,
      people: JSON.stringify(one.people),
    })
    .execute();
}
