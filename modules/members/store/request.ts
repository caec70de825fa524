import type { Id, PersonId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import { sql, type Read, type Write } from '#platform/db';
import type { OrgPlace } from '#modules/organisations';

export type RequestId = Id<'MemberRequest'>;

export interface NewRequest {
  readonly personId: PersonId;
  readonly field: string;
  readonly old: string | null;
  readonly next: string;
  readonly trueFrom: PlainDate;
  readonly reason: string;
}

export async function insertRequest(
  write: Write,
  place: OrgPlace,
  one: NewRequest,
): Promise<RequestId> {
  const requestId = write.newId<'MemberRequest'>();
  await write.db
    .insertInto('member_request')
    .values({
      ...write.stamp(place),
      request_id: requestId,
      person_id: one.personId,
      field: one.field,
      old_value: one.old,
      new_value: one.next,
      true_from: one.trueFrom,
      reason: one.reason,
    })
    .execute();
  return requestId;
}

export async function requestForUpdate(write: Write, requestId: RequestId) {
  const row = await write.db
    .selectFrom('member_request')
    .selectAll()
    .where('tenant_id', '=', write.actor.tenantId)
    .where('request_id', '=', requestId)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

/** The answer, or the member's own withdrawal, on the version that was read. */
export async function closeRequest(
  write: Write,
  requestId: RequestId,
  state: 'accepted' | 'declined' | 'withdrawn',
  answer: string,
): Promise<void> {
  await write.db
    .updateTable('member_request')
    .set({ state, answer, answered_on: write.today, version: sql<number>`version + 1` })
    .where('tenant_id', '=', write.actor.tenantId)
    .where('request_id', '=', requestId)
    .execute();
}

export async function requestsOf(read: Read, personId: PersonId) {
  return read.db
    .selectFrom('member_request')
    .selectAll()
    .where('tenant_id', '=', read.actor.tenantId)
    .where('person_id', '=', personId)
    .orderBy('entered_at', 'desc')
    .limit(100)
    .execute();
}

export type RequestRow = Awaited<ReturnType<typeof requestsOf>>[number];

/** One page of requests within sight, open ones or answered ones, newest first. */
export async function requestPage(
  read: Read,
  open: boolean,
  page: { readonly limit: number; readonly offset: number },
) {
  const scope = read.actor.scope ?? '-';
  const query = read.db
    .selectFrom('member_request')
    .where('tenant_id', '=', read.actor.tenantId)
    .where('org_path', '>=', scope)
    .where('org_path', '<', `${scope}~`)
    .where('state', open ? '=' : '!=', 'open');
  const rows = await query
    .selectAll()
    .orderBy('entered_at', 'desc')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
  const count = await query.select(sql<number>`count(*)`.as('n')).executeTakeFirstOrThrow();
  return { rows, total: Number(count.n) };
}
