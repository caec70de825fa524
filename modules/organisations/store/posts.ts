import type { Id, OrgId, PersonId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import type { PostKind } from '#kernel/posts';
import { dated, type DatedTable, type Read, type Write } from '#platform/db';
import { inOfficeFrom, type WayIn } from '../rules/posts.ts';
import type { OrgPlace } from './place.ts';

const POST: DatedTable = { table: 'post', key: 'post_id' };

export interface PostValues {
  readonly personId: PersonId;
  /** As announced; shown to whoever does not see the file. */
  readonly personName?: string;
  readonly kind: string;
  readonly groupId?: Id<'Group'> | null;
  readonly duties: string;
  readonly wayIn: WayIn;
  readonly termEndsOn: PlainDate | null;
  readonly approvedOn: PlainDate | null;
  readonly approvalPaper: string;
}

/** A tenure as entered, without any check: `appoint` is the act. */
export async function insertPost(
  write: Write,
  place: OrgPlace,
  from: PlainDate,
  post: PostValues,
): Promise<Id<'Post'>> {
  const postId = write.newId<'Post'>();
  await dated.begin(write, POST, from, {
    post_id: postId,
    org_id: place.orgId,
    org_path: place.orgPath,
    person_id: post.personId,
    person_name: post.personName ?? '',
    kind: post.kind,
    group_id: post.groupId ?? null,
    duties: post.duties,
    way_in: post.wayIn,
    term_ends_on: post.termEndsOn,
    approved_on: post.approvedOn,
    approval_paper: post.approvalPaper,
  });
  return postId;
}

/** One row of a tenure: the duties of it may change within. */
export interface Tenure {
  readonly postId: Id<'Post'>;
  readonly orgId: OrgId;
  readonly personId: PersonId;
  readonly name: string;
  readonly kind: PostKind;
  readonly duties: string;
  readonly wayIn: WayIn;
  readonly from: PlainDate;
  readonly to: PlainDate | null;
  readonly termEndsOn: PlainDate | null;
  readonly approvedOn: PlainDate | null;
  readonly approvalPaper: string;
  readonly groupId: Id<'Group'> | null;
  readonly endReason: string;
  /** Null while it waits for approval. */
  readonly inOfficeFrom: PlainDate | null;
}

interface PostFilter {
  readonly orgIds?: readonly OrgId[];
  readonly personId?: PersonId;
  readonly postId?: Id<'Post'>;
  /** Rows that touch these days, both included. */
  readonly from?: PlainDate;
  readonly to?: PlainDate;
}

/** Rows of tenures within sight, the earliest first; those waiting for approval too. */
export async function tenures(read: Read, filter: PostFilter): Promise<Tenure[]> {
  const { orgIds, personId, postId, from, to } = filter;
  if (orgIds?.length === 0) return [];
  let query = read.db
    .selectFrom('post')
    .selectAll()
    .where('tenant_id', '=', read.actor.tenantId)
    .where('superseded_at', 'is', null);
  if (orgIds !== undefined) query = query.where('org_id', 'in', [...orgIds]);
  if (personId !== undefined) query = query.where('person_id', '=', personId);
  if (postId !== undefined) query = query.where('post_id', '=', postId);
  if (to !== undefined) query = query.where('valid_from', '<=', to);
  if (from !== undefined) {
    query = query.where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', from)]));
  }
  const rows = await query.orderBy('valid_from').orderBy('post_id').execute();
  return rows.map((row) => {
    const kind = row.kind as PostKind;
    return {
      postId: row.post_id as Id<'Post'>,
      orgId: row.org_id as OrgId,
      personId: row.person_id as PersonId,
      name: row.person_name,
      kind,
      duties: row.duties,
      wayIn: row.way_in,
      from: row.valid_from,
      to: row.valid_to,
      termEndsOn: row.term_ends_on,
      approvedOn: row.approved_on,
      approvalPaper: row.approval_paper,
      groupId: row.group_id as Id<'Group'> | null,
      endReason: row.end_reason,
      inOfficeFrom: inOfficeFrom(kind, row.way_in, row.valid_from, row.approved_on),
    };
  });
}

/** The tenure ends: from that day the post is no longer held. */
export const endTenure = (write: Write, postId: Id<'Post'>, on: PlainDate, reason: string) =>
  dated.end(write, POST, postId, on, { end_reason: reason });

/** A tenure that was ended on a day by mistake goes on. */
export async function reopenTenure(
  write: Write,
  postId: Id<'Post'>,
  endedOn: PlainDate,
): Promise<void> {
  const row = await write.db
    .selectFrom('post')
    .select('id')
    .where('tenant_id', '=', write.actor.tenantId)
    .where('post_id', '=', postId)
    .where('valid_to', '=', endedOn)
    .where('superseded_at', 'is', null)
    .executeTakeFirst();
  if (row !== undefined)
    await dated.correct(write, POST, postId, row.id, { valid_to: null, end_reason: '' });
}

export const changeTenure = (
  write: Write,
  postId: Id<'Post'>,
  from: PlainDate,
  changes: Readonly<Record<string, unknown>>,
) => dated.change(write, POST, postId, from, { ...changes });
