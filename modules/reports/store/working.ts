import type { ReportContent, ReportKind } from '#contract/reports-words';
import type { Id, OrgId, PersonId } from '#kernel/ids';
import type { OrgPath } from '#kernel/org-path';
import type { PlainDate } from '#kernel/plain-date';
import type { Read, Write } from '#platform/db';
import type { OrgPlace } from '#modules/organisations';

export type ReportId = Id<'Report'>;

export interface ReportRow {
  readonly id: ReportId;
  readonly orgId: OrgId;
  readonly orgPath: OrgPath;
  readonly kind: ReportKind;
  readonly authorId: PersonId | null;
  readonly authorName: string;
  readonly title: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly content: ReportContent;
  readonly state: 'draft' | 'issued';
  readonly edition: number;
  readonly version: number;
}

const one = (read: Read, id: ReportId) =>
  read.db
    .selectFrom('report')
    .selectAll()
    .where('tenant_id', '=', read.actor.tenantId)
    .where('id', '=', id);

type Found = NonNullable<Awaited<ReturnType<ReturnType<typeof one>['executeTakeFirst']>>>;

const rowOf = (row: Found): ReportRow => ({
  id: row.id as ReportId,
  orgId: row.org_id as OrgId,
  orgPath: row.org_path as OrgPath,
  kind: row.kind,
  authorId: row.author_id as PersonId | null,
  authorName: row.author_name,
  title: row.title,
  from: row.period_from,
  to: row.period_to,
  content: row.content as ReportContent,
  state: row.state,
  edition: row.edition,
  version: row.version,
});

export async function reportOf(read: Read, id: ReportId): Promise<ReportRow | null> {
  const row = await one(read, id).executeTakeFirst();
  return row === undefined ? null : rowOf(row);
}

/** Locked, so that two people writing find out. */
export async function reportForUpdate(write: Write, id: ReportId): Promise<ReportRow | null> {
  const row = await one(write, id).forUpdate().executeTakeFirst();
  return row === undefined ? null : rowOf(row);
}

export interface NewReport {
  readonly kind: ReportKind;
  readonly authorId: PersonId | null;
  readonly authorName: string;
  readonly title: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly content: ReportContent;
}

export async function insertReport(
  write: Write,
  place: OrgPlace,
  report: NewReport,
): Promise<ReportId> {
  const id = write.newId<'Report'>();
  await write.db
    .insertInto('report')
    .values({
      ...write.stamp(place),
      id,
      kind: report.kind,
      author_id: report.authorId,
      author_name: report.authorName,
      title: report.title,
      period_from: report.from,
      period_to: report.to,
      content: JSON.stringify(report.content),
      state: 'draft',
      changed_at: write.enteredAt,
    })
    .execute();
  return id;
}

/** The working copy with its next version; the caller holds the row. */
export async function updateReport(
  write: Write,
  report: ReportRow,
  changes: {
    readonly title?: string;
    readonly content?: ReportContent;
    readonly state?: 'draft' | 'issued';
    readonly edition?: number;
  },
): Promise<number> {
  const version = report.version + 1;
  await write.db
    .updateTable('report')
    .set({
      title: changes.title ?? report.title,
      content: JSON.stringify(changes.content ?? report.content),
      state: changes.state ?? report.state,
      edition: changes.edition ?? report.edition,
      version,
      changed_at: write.enteredAt,
    })
    .where('tenant_id', '=', write.actor.tenantId)
    .where('id', '=', report.id)
    .execute();
  return version;
}

export interface ReportFilter {
  readonly kind?: ReportKind;
  readonly state?: 'draft' | 'issued';
  readonly from?: PlainDate;
  readonly to?: PlainDate;
}

/** One page of reports within one's scope, the latest period first. */
export async function reportPage(
  read: Read,
  filter: ReportFilter,
  page: { readonly limit: number; readonly offset: number },
) {
  const { kind, state, from, to } = filter;
  const query = read.db
    .selectFrom('report')
    .where('tenant_id', '=', read.actor.tenantId)
    .$if(kind !== undefined, (qb) => qb.where('kind', '=', kind ?? 'annual'))
    .$if(state !== undefined, (qb) => qb.where('state', '=', state ?? 'draft'))
    .$if(from !== undefined, (qb) => qb.where('period_to', '>=', from ?? read.today))
    .$if(to !== undefined, (qb) => qb.where('period_to', '<=', to ?? read.today));
  const rows = await query
    .select([
      'id',
      'kind',
      'title',
      'org_id',
      'author_name',
      'period_from',
      'period_to',
      'state',
      'edition',
      'changed_at',
    ])
    .orderBy('period_to', 'desc')
    .orderBy('org_path')
    .orderBy('id')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
  const { n } = await query
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return { rows, total: Number(n) };
}

/** Reports of an organisation and kind over exactly these days, issued ones first: what the command line prints. */
export async function reportsOfPeriod(
  read: Read,
  orgId: OrgId,
  kind: ReportKind,
  from: PlainDate,
  to: PlainDate,
): Promise<ReportRow[]> {
  const rows = await read.db
    .selectFrom('report')
    .selectAll()
    .where('tenant_id', '=', read.actor.tenantId)
    .where('org_id', '=', orgId)
    .where('kind', '=', kind)
    .where('period_from', '=', from)
    .where('period_to', '=', to)
    .orderBy('state', 'desc')
    .orderBy('changed_at', 'desc')
    .execute();
  return rows.map(rowOf);
}
