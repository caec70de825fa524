import type { Id, OrgId, PersonId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import type { PostKind } from '#kernel/posts';
import { sql, type Read } from '#platform/db';
import { inOfficeFrom } from '../rules/posts.ts';

export interface PostSpan {
  readonly orgId: OrgId;
  readonly personId: PersonId;
  readonly kind: PostKind;
  readonly duties: string;
  readonly from: PlainDate;
  readonly to: PlainDate | null;
}

/** Posts of organisations that touch a span of days, both included; those waiting for approval are left out. */
export async function postsOver(
  read: Read,
  orgIds: readonly OrgId[],
  from: PlainDate,
  to: PlainDate,
): Promise<PostSpan[]> {
  if (orgIds.length === 0) return [];
  const rows = await read.db
    .selectFrom('post')
    .select([
      'org_id',
      'person_id',
      'kind',
      'duties',
      'way_in',
      'approved_on',
      'valid_from',
      'valid_to',
    ])
    .where('tenant_id', '=', read.actor.tenantId)
    .where(sql<boolean>`org_id = any(${[...orgIds]}::uuid[])`)
    .where('superseded_at', 'is', null)
    .where((eb) =>
      eb.or([
        eb('kind', 'not in', ['secretary', 'deputy_secretary']),
        eb('approved_on', 'is not', null),
      ]),
    )
    .where('valid_from', '<=', to)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', from)]))
    .orderBy('org_id')
    .orderBy('valid_from')
    .execute();
  return rows.flatMap((row) => {
    const kind = row.kind as PostKind;
    // An elected head is in office from the day of approval on, which may lie after the span.
    const begun = inOfficeFrom(kind, row.way_in, row.valid_from, row.approved_on);
    if (begun === null || begun > to || (row.valid_to !== null && row.valid_to <= begun)) return [];
    return [
      {
        orgId: row.org_id as OrgId,
        personId: row.person_id as PersonId,
        kind,
        duties: row.duties,
        from: begun,
        to: row.valid_to,
      },
    ];
  });
}

export interface OrgSpan {
  readonly orgId: OrgId;
  readonly orgPath: string;
  readonly name: string;
  readonly kind: string;
  readonly from: PlainDate;
  readonly to: PlainDate | null;
}

/** What organisations were over a span of days, both included, only while they were alive. */
export async function aliveOver(
  read: Read,
  orgIds: readonly OrgId[],
  from: PlainDate,
  to: PlainDate,
): Promise<OrgSpan[]> {
  if (orgIds.length === 0) return [];
  const rows = await read.db
    .selectFrom('organisation_state')
    .select(['org_id', 'org_path', 'name', 'kind', 'valid_from', 'valid_to'])
    .where('tenant_id', '=', read.actor.tenantId)
    .where(sql<boolean>`org_id = any(${[...orgIds]}::uuid[])`)
    .where('superseded_at', 'is', null)
    .where('valid_from', '<=', to)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', from)]))
    .orderBy('org_id')
    .orderBy('valid_from')
    .execute();
  return rows.map((row) => ({
    orgId: row.org_id as OrgId,
    orgPath: row.org_path,
    name: row.name,
    kind: row.kind,
    from: row.valid_from,
    to: row.valid_to,
  }));
}

export interface GroupSpan {
  readonly groupId: Id<'Group'>;
  readonly orgId: OrgId;
  readonly name: string;
  readonly from: PlainDate;
  readonly to: PlainDate | null;
}

/** Groups of organisations that touch a span of days, both included. */
export async function groupsOver(
  read: Read,
  orgIds: readonly OrgId[],
  from: PlainDate,
  to: PlainDate,
): Promise<GroupSpan[]> {
  if (orgIds.length === 0) return [];
  const rows = await read.db
    .selectFrom('party_group')
    .select(['group_id', 'org_id', 'name', 'valid_from', 'valid_to'])
    .where('tenant_id', '=', read.actor.tenantId)
    .where(sql<boolean>`org_id = any(${[...orgIds]}::uuid[])`)
    .where('superseded_at', 'is', null)
    .where('valid_from', '<=', to)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', from)]))
    .orderBy('org_id')
    .orderBy('group_id')
    .orderBy('valid_from')
    .execute();
  return rows.map((row) => ({
    groupId: row.group_id as Id<'Group'>,
    orgId: row.org_id as OrgId,
    name: row.name,
    from: row.valid_from,
    to: row.valid_to,
  }));
}
