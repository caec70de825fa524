import type { Id, OrgId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import { dated, type DatedTable, type Read, type Write } from '#platform/db';
import type { OrgPlace } from './place.ts';

const GROUP: DatedTable = { table: 'party_group', key: 'group_id' };
export type GroupId = Id<'Group'>;

export interface GroupRow {
  readonly groupId: GroupId;
  readonly orgId: OrgId;
  readonly name: string;
  readonly from: PlainDate;
}

export async function insertGroup(
  write: Write,
  place: OrgPlace,
  name: string,
  from: PlainDate,
): Promise<GroupId> {
  const groupId = write.newId<'Group'>();
  await dated.begin(write, GROUP, from, {
    group_id: groupId,
    org_id: place.orgId,
    org_path: place.orgPath,
    name,
  });
  return groupId;
}

const rowsOn = (read: Read, day: PlainDate) =>
  read.db
    .selectFrom('party_group')
    .select(['group_id', 'org_id', 'name', 'valid_from'])
    .where('tenant_id', '=', read.actor.tenantId)
    .where('superseded_at', 'is', null)
    .where('valid_from', '<=', day)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', day)]));

const toGroup = (row: {
  group_id: string;
  org_id: string;
  name: string;
  valid_from: PlainDate;
}): GroupRow => ({
  groupId: row.group_id as GroupId,
  orgId: row.org_id as OrgId,
  name: row.name,
  from: row.valid_from,
});

/** Groups of a branch on a day, in the order in which they were made. */
export async function groupsOn(read: Read, orgId: OrgId, day: PlainDate): Promise<GroupRow[]> {
  const rows = await rowsOn(read, day).where('org_id', '=', orgId).orderBy('group_id').execute();
  return rows.map(toGroup);
}

export async function groupOn(
  read: Read,
  groupId: GroupId,
  day: PlainDate,
): Promise<GroupRow | null> {
  const row = await rowsOn(read, day).where('group_id', '=', groupId).executeTakeFirst();
  return row === undefined ? null : toGroup(row);
}

export const changeGroup = (write: Write, groupId: GroupId, from: PlainDate, name: string) =>
  dated.change(write, GROUP, groupId, from, { name });

export const endGroup = (write: Write, groupId: GroupId, on: PlainDate) =>
  dated.end(write, GROUP, groupId, on);

/** Groups that stand on a day or later: what ends with their branch. */
export async function groupsFrom(read: Read, orgId: OrgId, day: PlainDate): Promise<GroupId[]> {
  const rows = await read.db
    .selectFrom('party_group')
    .select('group_id')
    .distinct()
    .where('tenant_id', '=', read.actor.tenantId)
    .where('org_id', '=', orgId)
    .where('superseded_at', 'is', null)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', day)]))
    .execute();
  return rows.map((row) => row.group_id as GroupId);
}
