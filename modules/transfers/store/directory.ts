import type { OrgId } from '#kernel/ids';
import type { OrgPath } from '#kernel/org-path';
import { sql, type Read } from '#platform/db';
import { orgDirectory } from '#modules/organisations';

/** An organisation of this tenant as everybody may know it, with the committee it stands under (itself, if one). */
export interface Place {
  readonly orgId: OrgId;
  readonly orgPath: OrgPath;
  readonly name: string;
  readonly shortName: string;
  readonly kind: string;
  readonly committeeId: OrgId | null;
  readonly committeePath: OrgPath | null;
  readonly committeeName: string;
}

interface Row {
  org_id: OrgId;
  org_path: OrgPath;
  name: string;
  short_name: string;
  kind: string;
  committee_id: OrgId | null;
  committee_path: OrgPath | null;
  committee_name: string | null;
}

/** Organisations by id, also those out of one's sight: names and places only. */
export async function placesOf(
  read: Read,
  orgIds: readonly OrgId[],
): Promise<ReadonlyMap<OrgId, Place>> {
  const ids = [...new Set(orgIds)];
  if (ids.length === 0) return new Map();
  const found = await sql<Row>`select * from transfer_places(${ids}::uuid[])`.execute(read.db);
  return new Map(
    found.rows.map((row) => [
      row.org_id,
      {
        orgId: row.org_id,
        orgPath: row.org_path,
        name: row.name,
        shortName: row.short_name,
        kind: row.kind,
        committeeId: row.committee_id,
        committeePath: row.committee_path,
        committeeName: row.committee_name ?? '',
      },
    ]),
  );
}

/** Organisations whose name has these words, the shortest names first. */
export async function placesNamed(read: Read, typed: string): Promise<Place[]> {
  const ids = (await orgDirectory(read, typed)).map((one) => one.orgId);
  const places = await placesOf(read, ids);
  return ids.flatMap((id) => {
    const place = places.get(id);
    return place === undefined ? [] : [place];
  });
}
