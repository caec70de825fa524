import type { Inputs, Outputs } from '#contract/lib';
import type { organisationsContract } from '#contract/organisations';
import type { OrgId } from '#kernel/ids';
import { offsetOf } from '#kernel/paging';
import type { Read } from '#platform/db';
import { searchByName, treeOn } from './store.ts';

type Out = Outputs<typeof organisationsContract>;
type In = Inputs<typeof organisationsContract>;

/** The dated tree within sight. Member counts belong to `members` and are filled there. */
export async function tree(read: Read, input: In['tree']): Promise<Out['tree']> {
  const asOf = input.asOf ?? read.today;
  const rows = await treeOn(read, asOf);
  return {
    asOf,
    organisations: rows.map((row) => ({
      orgId: row.org_id as OrgId,
      parentId: row.parent_id as OrgId | null,
      name: row.name,
      shortName: row.short_name,
      kind: row.kind,
      sector: row.sector,
      memberKind: row.member_kind,
      units: row.units,
      alive: row.alive,
    })),
  };
}

export async function search(read: Read, input: In['search']): Promise<Out['search']> {
  const found = await searchByName(read, input.q, {
    limit: input.pageSize,
    offset: offsetOf(input),
  });
  return {
    rows: found.rows.map((row) => ({
      orgId: row.org_id as OrgId,
      name: row.name,
      kind: row.kind,
    })),
    total: found.total,
  };
}
