import type { OrgId } from '#kernel/ids';
import type { OrgPath } from '#kernel/org-path';
import { tidyName } from '#kernel/text';
import { sql, type Read } from '#platform/db';

/** A body of the county by name and place: all that is told of bodies out of sight. */
export interface KnownOrg {
  readonly orgId: OrgId;
  readonly orgPath: OrgPath;
  readonly name: string;
  readonly shortName: string;
  readonly kind: string;
  readonly memberKind: string;
}

interface Row {
  org_id: OrgId;
  org_path: OrgPath;
  name: string;
  short_name: string;
  kind: string;
  member_kind: string;
}

const known = (row: Row): KnownOrg => ({
  orgId: row.org_id,
  orgPath: row.org_path,
  name: row.name,
  shortName: row.short_name,
  kind: row.kind,
  memberKind: row.member_kind,
});

/** Bodies of the tenant whose name holds the words typed, in sight or not; twenty at most. */
export async function orgDirectory(read: Read, words: string): Promise<KnownOrg[]> {
  const typed = tidyName(words);
  if (typed === '') return [];
  const found = await sql<Row>`select * from org_directory(${typed}, ${read.today}::date)`.execute(
    read.db,
  );
  return found.rows.map(known);
}

/** Place and latest name of bodies of the tenant, in sight or not: the far end of a two-ended record. */
export async function knownOrgs(
  read: Read,
  ids: readonly string[],
): Promise<ReadonlyMap<string, KnownOrg>> {
  if (ids.length === 0) return new Map();
  const found = await sql<Row>`select * from org_known(${[...new Set(ids)]}::uuid[])`.execute(
    read.db,
  );
  return new Map(found.rows.map((row) => [row.org_id, known(row)]));
}
