import type { OrgId } from '#kernel/ids';
import { subtreeEnd, type OrgPath } from '#kernel/org-path';
import type { PlainDate } from '#kernel/plain-date';
import { Kept, sql, type Read } from '#platform/db';
import type { MeetingRow } from './working.ts';

export interface MeetingFilter {
  readonly orgId?: OrgId;
  /** The subtree instead of one organisation. */
  readonly below?: OrgPath;
  readonly from?: PlainDate;
  readonly to?: PlainDate;
  readonly kind?: string;
  readonly kinds?: readonly string[];
  /** All kinds but these. */
  readonly notKinds?: readonly string[];
  readonly state?: MeetingRow['state'];
  readonly states?: readonly MeetingRow['state'][];
  readonly sittingId?: string;
}

const COLUMNS = [
  'm.id',
  'm.sitting_id',
  'm.org_id',
  'm.kind',
  'm.title',
  'm.held_on',
  'm.starts_at',
  's.starts_at as sitting_starts_at',
  's.place',
  'm.year_of',
  'm.state',
  'm.entry',
  'm.form',
  'm.group_id',
  'h.entitled',
  'h.present',
  'h.recorded_on',
] as const;

/** Still to be held. */
export const WAITING = ['planned', 'announced'] as const;

/** Only `=` and ranges on `collate "C"` columns: what reaches an index under row security. */
const filtered = (read: Read, filter: MeetingFilter) =>
  read.db
    .selectFrom('meeting as m')
    .where('m.tenant_id', '=', read.actor.tenantId)
    .$if(filter.orgId !== undefined, (qb) => qb.where('m.org_id', '=', filter.orgId ?? ''))
    .$if(filter.below !== undefined, (qb) =>
      qb
        .where('m.org_path', '>=', filter.below ?? '')
        .where('m.org_path', '<', subtreeEnd(filter.below ?? ('' as OrgPath))),
    )
    .$if(filter.from !== undefined, (qb) => qb.where('m.held_on', '>=', filter.from as PlainDate))
    .$if(filter.to !== undefined, (qb) => qb.where('m.held_on', '<=', filter.to as PlainDate))
    .$if(filter.kind !== undefined, (qb) => qb.where('m.kind', '=', filter.kind ?? ''))
    .$if(filter.kinds !== undefined, (qb) => qb.where('m.kind', 'in', [...(filter.kinds ?? [])]))
    .$if(filter.notKinds !== undefined, (qb) =>
      qb.where('m.kind', 'not in', [...(filter.notKinds ?? [])]),
    )
    .$if(filter.states !== undefined, (qb) => qb.where('m.state', 'in', [...(filter.states ?? [])]))
    .$if(filter.state === undefined, (qb) => qb.where('m.state', '<>', 'cancelled'))
    .$if(filter.state !== undefined, (qb) =>
      qb.where('m.state', '=', filter.state as MeetingRow['state']),
    )
    .$if(filter.sittingId !== undefined, (qb) =>
      qb.where('m.sitting_id', '=', filter.sittingId ?? ''),
    );

/** Over a subtree the index gives the order; there nothing is put before it. */
const AHEAD_FIRST = sql`case when m.state in ('planned', 'announced') then m.held_on end`;

/** What a list shows of meetings, in the order of their ids here. */
async function rowsOf(read: Read, ids: readonly string[]) {
  if (ids.length === 0) return [];
  const rows = await read.db
    .selectFrom('meeting as m')
    .innerJoin('sitting as s', (join) =>
      join.onRef('s.tenant_id', '=', 'm.tenant_id').onRef('s.id', '=', 'm.sitting_id'),
    )
    .leftJoin('meeting_held as h', (join) =>
      join
        .onRef('h.tenant_id', '=', 'm.tenant_id')
        .onRef('h.meeting_id', '=', 'm.id')
        .on('h.superseded_at', 'is', null),
    )
    .select(COLUMNS)
    .where('m.tenant_id', '=', read.actor.tenantId)
    .where(sql<boolean>`m.id = any(${[...ids]}::uuid[])`)
    .execute();
  const place = new Map(ids.map((id, index) => [id, index]));
  return rows.toSorted((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0));
}

/** One page of meetings: of one organisation those to come first, the nearest at the top; then the latest first. */
export async function meetingPage(
  read: Read,
  filter: MeetingFilter,
  page: { readonly limit: number; readonly offset: number },
) {
  // Which ones is found in the index alone, planned for its values; what is shown is read by their ids, by
  // a statement planned once: planning four tables takes longer than reading fifty rows.
  const chosen = await filtered(read, filter)
    .select(['m.id'])
    .$if(filter.below === undefined, (qb) => qb.orderBy(AHEAD_FIRST, 'asc'))
    .orderBy('m.held_on', 'desc')
    .orderBy('m.id', 'desc')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
  const rows = await rowsOf(
    read,
    chosen.map((row) => row.id),
  );
  return { rows, total: await totalOf(read, filter, page, rows.length) };
}

const totals = new Kept<number>();

/** A page that is not full tells the number without counting; else it is counted once while nothing is entered. */
async function totalOf(
  read: Read,
  filter: MeetingFilter,
  page: { readonly limit: number; readonly offset: number },
  shown: number,
): Promise<number> {
  if (shown < page.limit && (shown > 0 || page.offset === 0)) return page.offset + shown;
  return totals.of(read, JSON.stringify(filter), async () => {
    const count = await filtered(read, filter)
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow();
    return Number(count.n);
  });
}

export type ListRow = Awaited<ReturnType<typeof meetingPage>>['rows'][number];

/** Planned or held meetings of organisations in a span of days, for duties: not yet finalised ones. */
export async function aheadIn(
  read: Read,
  orgIds: readonly OrgId[],
  from: PlainDate,
  to: PlainDate,
) {
  if (orgIds.length === 0) return [];
  return read.db
    .selectFrom('meeting')
    .select(['id', 'org_id', 'kind', 'held_on', 'group_id', 'state', 'year_of'])
    .where('tenant_id', '=', read.actor.tenantId)
    .where(sql<boolean>`org_id = any(${[...orgIds]}::uuid[])`)
    .where('held_on', '>=', from)
    .where('held_on', '<=', to)
    .where('state', 'in', ['planned', 'announced', 'started', 'ready'])
    .orderBy('held_on')
    .orderBy('id')
    .execute();
}
