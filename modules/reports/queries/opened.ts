import type { Indicator } from '#engines/indicator';
import type { Document } from '#engines/document';
import { refuse, type Result } from '#kernel/result';
import type { ReportContent } from '#contract/reports-words';
import { reportDocument } from '../documents/report.ts';
import { issuedOf, storedFigures, type Issued } from '../store/issued.ts';
import { reportOf, type ReportId, type ReportRow } from '../store/working.ts';
import { seatsFor, type Desk, type Seat } from './desk.ts';
import { measureBodies, type Figures } from './measured.ts';

/** A report with its figures: a draft as counted now, an issued one as it was stored. */
export interface Opened {
  readonly report: ReportRow;
  readonly content: ReportContent;
  readonly issued: Issued | null;
  readonly indicators: readonly Indicator[];
  readonly figures: Figures;
  readonly seats: readonly Seat[];
  readonly document: Document;
}

/** What is stored needs no counting; its names and wording are those of its day. */
function asIssued(issued: Issued): readonly Indicator[] {
  const closed = (): never => {
    throw new Error('an issued report is never counted again');
  };
  return issued.definitions.map((one) => ({
    ...one,
    unit: one.unit as Indicator['unit'],
    figures: closed,
    rows: closed,
  }));
}

async function openIssued(desk: Desk, report: ReportRow, issued: Issued): Promise<Result<Opened>> {
  const stored = await desk.db.read(desk.actor, (read) => storedFigures(read, issued.id));
  const byIndicator = Map.groupBy(stored, (one) => one.indicator);
  return {
    ok: true,
    value: {
      report,
      content: issued.content,
      issued,
      indicators: asIssued(issued).map((one) => ({
        ...one,
        stock: desk.registry.find(one.id)?.stock === true,
      })),
      figures: byIndicator,
      seats: [],
      document: issued.document,
    },
  };
}

/** Opens a report: an issued one from what was stored, a draft from the records of this moment. */
export async function openReport(desk: Desk, reportId: ReportId): Promise<Result<Opened>> {
  const { db, actor, registry } = desk;
  const found = await db.read(actor, async (read) => {
    const report = await reportOf(read, reportId);
    return report === null ? null : { report, issued: await issuedOf(read, reportId) };
  });
  if (found === null) return refuse('common.not_found');
  const { report, issued } = found;
  if (report.state === 'issued' && issued !== null) return openIssued(desk, report, issued);
  const { content } = report;
  const seats = await seatsFor(desk, content.bodies);
  if (!seats.ok) return seats;
  const knownAt = new Date(db.clock.now());
  const figures = await measureBodies(desk, seats.value, content.bodies, registry.all, knownAt);
  if (!figures.ok) return figures;
  return {
    ok: true,
    value: {
      report,
      content,
      issued: null,
      indicators: registry.all,
      figures: figures.value,
      seats: seats.value,
      document: reportDocument(report, registry.all, figures.value, {
        on: desk.today,
        knownAt,
        draft: true,
      }),
    },
  };
}
