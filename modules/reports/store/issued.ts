import type { ReportContent } from '#contract/reports-words';
import type { Document } from '#engines/document';
import type { Measured, SourceRow } from '#engines/indicator';
import type { Id, OrgId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import { insertMany, sql, type Read, type Write } from '#platform/db';
import type { OrgPlace } from '#modules/organisations';
import type { ReportId } from './working.ts';

export type IssuedId = Id<'IssuedReport'>;

/** An indicator as it was worded when the report was issued. */
export interface Definition {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly unit: string;
  readonly definition: string;
}

/** One figure of one body, with its rows. */
export interface StoredFigure extends Measured {
  readonly indicator: string;
  readonly version: number;
  readonly body: number;
}

export interface Issued {
  readonly id: IssuedId;
  readonly edition: number;
  readonly knownAt: Date;
  readonly issuedOn: PlainDate;
  readonly content: ReportContent;
  readonly document: Document;
  readonly fingerprint: string;
  readonly definitions: readonly Definition[];
}

/** All that happened before this instant is known, and nothing will be entered before it any more. */
export async function settle(write: Write): Promise<void> {
  await sql`select tenant_settle(${write.enteredAt})`.execute(write.db);
}

export async function insertIssued(
  write: Write,
  place: OrgPlace,
  reportId: ReportId,
  issued: Omit<Issued, 'id'>,
  figures: readonly StoredFigure[],
): Promise<void> {
  await write.db
    .updateTable('report_issued')
    .set({ superseded_at: write.enteredAt })
    .where('tenant_id', '=', write.actor.tenantId)
    .where('report_id', '=', reportId)
    .where('superseded_at', 'is', null)
    .execute();
  const id = write.newId<'IssuedReport'>();
  await write.db
    .insertInto('report_issued')
    .values({
      ...write.stamp(place),
      id,
      report_id: reportId,
      edition: issued.edition,
      known_at: issued.knownAt,
      issued_on: issued.issuedOn,
      content: JSON.stringify(issued.content),
      document: JSON.stringify(issued.document),
      fingerprint: issued.fingerprint,
      definitions: JSON.stringify(issued.definitions),
    })
    .execute();
  const stamp = { ...write.stamp(place), issued_id: id };
  await insertMany(
    write,
    'report_figure',
    figures.map((figure) => ({
      ...stamp,
      id: write.newId(),
      indicator: figure.indicator,
      indicator_version: figure.version,
      body: figure.body,
      value: figure.value,
      denominator: figure.of,
      source_rows: figure.rows.length,
    })),
  );
  await insertMany(
    write,
    'report_source',
    figures.flatMap((figure) =>
      figure.rows.map((row) => ({
        ...stamp,
        id: write.newId(),
        indicator: figure.indicator,
        body: figure.body,
        row_id: row.id,
        record_id: row.recordId ?? row.id,
        row_org_id: row.orgId,
        happened_on: row.on,
        label: row.label,
        told_under: row.group ?? '',
        adds: row.adds,
        route: row.route,
      })),
    ),
  );
}

/** The standing edition of a report, or null. */
export async function issuedOf(read: Read, reportId: ReportId): Promise<Issued | null> {
  const row = await read.db
    .selectFrom('report_issued')
    .selectAll()
    .where('tenant_id', '=', read.actor.tenantId)
    .where('report_id', '=', reportId)
    .where('superseded_at', 'is', null)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    id: row.id as IssuedId,
    edition: row.edition,
    knownAt: row.known_at,
    issuedOn: row.issued_on,
    content: row.content as ReportContent,
    document: row.document as Document,
    fingerprint: row.fingerprint,
    definitions: row.definitions as Definition[],
  };
}

/** Every stored figure with its rows; of one indicator only where asked. */
export async function storedFigures(
  read: Read,
  issuedId: IssuedId,
  indicator?: string,
): Promise<StoredFigure[]> {
  const figures = await read.db
    .selectFrom('report_figure')
    .select(['indicator', 'indicator_version', 'body', 'value', 'denominator'])
    .where('tenant_id', '=', read.actor.tenantId)
    .where('issued_id', '=', issuedId)
    .$if(indicator !== undefined, (qb) => qb.where('indicator', '=', indicator ?? ''))
    .orderBy('indicator')
    .orderBy('body')
    .execute();
  const rows = await read.db
    .selectFrom('report_source')
    .select([
      'indicator',
      'body',
      'row_id',
      'record_id',
      'row_org_id',
      'happened_on',
      'label',
      'told_under',
      'adds',
      'route',
    ])
    .where('tenant_id', '=', read.actor.tenantId)
    .where('issued_id', '=', issuedId)
    .$if(indicator !== undefined, (qb) => qb.where('indicator', '=', indicator ?? ''))
    .orderBy('happened_on')
    .orderBy('row_id')
    .execute();
  const byFigure = Map.groupBy(rows, (row) => `${row.indicator} ${row.body}`);
  return figures.map((figure) => ({
    indicator: figure.indicator,
    version: figure.indicator_version,
    body: figure.body,
    value: figure.value,
    of: figure.denominator,
    rows: (byFigure.get(`${figure.indicator} ${figure.body}`) ?? []).map((row): SourceRow => ({
      id: row.row_id,
      recordId: row.record_id,
      orgId: row.row_org_id as OrgId,
      on: row.happened_on,
      label: row.label,
      group: row.told_under,
      adds: row.adds,
      route: row.route,
    })),
  }));
}
