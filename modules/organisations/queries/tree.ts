import type { Inputs, Outputs } from '#contract/lib';
import type { organisationsContract } from '#contract/organisations';
import type { OrgId } from '#kernel/ids';
import { offsetOf } from '#kernel/paging';
import type { PlainDate } from '#kernel/plain-date';
import type { FileId, Read } from '#platform/db';
import { DEFAULT_ORG_SETTINGS } from '../rules/settings.ts';
import { checkSetup } from '../rules/setup.ts';
import { listActs } from '../store/acts.ts';
import { orgNames } from '../store/look-up.ts';
import type { Roster } from '../store/roster.ts';
import { searchByName, treeOn } from '../store/tree.ts';
import { withBasis } from './advice.ts';

type Out = Outputs<typeof organisationsContract>;
type In = Inputs<typeof organisationsContract>;
export type OrgNode = Out['tree']['organisations'][number];

/** The dated tree within sight; numbers only of rosters within one's scope. */
export async function nodesOn(
  read: Read,
  day: PlainDate,
  roster: Roster | null,
): Promise<OrgNode[]> {
  const rows = await treeOn(read, day);
  const { scope } = read.actor;
  const counts = roster === null || scope === null ? null : await roster.counts(read, day);
  return rows.map((row) => {
    const orgId = row.org_id as OrgId;
    const seen = counts !== null && row.org_path.startsWith(scope ?? '');
    const count = counts?.get(orgId) ?? { full: 0, probationary: 0 };
    return {
      orgId,
      parentId: row.parent_id as OrgId | null,
      name: row.name,
      shortName: row.short_name,
      kind: row.kind,
      sector: row.sector,
      memberKind: row.member_kind,
      units: row.units,
      members: seen ? count.full + count.probationary : null,
      fullMembers: seen ? count.full : null,
    };
  });
}

export async function tree(read: Read, input: In['tree'], roster: Roster): Promise<Out['tree']> {
  const asOf = input.asOf ?? read.today;
  return {
    asOf,
    organisations: await nodesOn(read, asOf, input.counts === true ? roster : null),
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

/** The register of acts with their papers. */
export async function acts(read: Read, input: In['acts']): Promise<Out['acts']> {
  const found = await listActs(read, {
    ...input,
    limit: input.pageSize,
    offset: offsetOf(input),
  });
  const ids = found.rows.flatMap((row) => [row.org_id, ...row.other_org_ids]);
  const names = await orgNames(read, ids);
  return {
    total: found.total,
    rows: found.rows.map((row) => ({
      actId: row.id,
      orgId: row.org_id as OrgId,
      orgName: names.get(row.org_id)?.name ?? '',
      act: row.act,
      on: row.happened_on,
      approvedBy: row.approved_by,
      approvalPaper: row.approval_paper,
      scanFileId: row.file_id as FileId | null,
      approvedOn: row.approved_on,
      appliedOn: row.applied_on,
      exception: row.exception,
      note: row.note,
      others: row.other_org_ids.flatMap((id) => names.get(id)?.name ?? []),
      advice: row.advice as Out['acts']['rows'][number]['advice'],
      enteredAt: row.entered_at.toISOString(),
    })),
  };
}

/** Whether a body of that kind may be set up with these numbers: the refusal, and the warnings. */
export function setupCheck(input: In['setupCheck']): Out['setupCheck'] {
  const { kind, sector, members, fullMembers, exception } = input;
  const units = Array.from({ length: input.units }, () => ({ name: '', fullMembers: 0 }));
  const found = checkSetup(
    { kind, sector, members, fullMembers, units, exception },
    DEFAULT_ORG_SETTINGS,
  );
  return found.ok
    ? { refusal: null, advice: found.value.map(withBasis) }
    : { refusal: found.refusal, advice: [] };
}
