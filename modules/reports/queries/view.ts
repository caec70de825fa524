import type { Outputs } from '#contract/lib';
import type { reportsContract } from '#contract/reports';
import { figureText, type SourceRow, type Unit } from '#engines/indicator';
import type { Refusal } from '#kernel/result';
import { may, type Actor } from '#platform/db';
import { isWithin } from '#kernel/org-path';
import { findingsOf } from '../rules/content.ts';
import { headOf } from '../rules/heads.ts';
import { namesFor, type Desk } from './desk.ts';
import { totalOf } from './measured.ts';
import type { Opened } from './opened.ts';

type Out = Outputs<typeof reportsContract>;
type Figure = Out['open']['figures'][number] & {
  readonly unit: Unit;
  /** Denominator of a share, else 1. */
  readonly of: number;
};

/** The figures of a report as pages and programs show them. */
export function figuresOf(opened: Pick<Opened, 'content' | 'indicators' | 'figures'>): Figure[] {
  const { bodies } = opened.content;
  return opened.indicators.map((indicator) => {
    const all = opened.figures.get(indicator.id) ?? [];
    const total = totalOf(all, bodies, indicator);
    return {
      indicator: indicator.id,
      name: indicator.name,
      unit: indicator.unit,
      definition: indicator.definition,
      head: headOf(indicator.id),
      text: figureText(indicator.unit, total.value, total.of),
      value: total.value,
      of: total.of,
      rows: total.rows.length,
      bodies: all.map((one) => ({
        text: figureText(indicator.unit, one.value, one.of),
        value: one.value,
        rows: one.rows.length,
      })),
    };
  });
}

/** What may be done with a report now, and why not. */
function canOf(actor: Actor, opened: Opened, findings: number): Record<string, true | Refusal> {
  const { report } = opened;
  const not: Refusal = { code: 'common.not_allowed', params: {} };
  const own = actor.scope !== null && isWithin(report.orgPath, actor.scope);
  const draft: true | Refusal =
    report.state === 'draft' ? true : { code: 'reports.already_issued', params: {} };
  const issue: true | Refusal = own && may(actor, 'reports.issue') ? draft : not;
  return {
    save: own && may(actor, 'reports.write') ? draft : not,
    issue:
      issue === true && findings > 0
        ? { code: 'reports.not_ready', params: { count: findings, first: firstOf(opened) } }
        : issue,
    reopen:
      own && may(actor, 'reports.issue')
        ? report.state === 'issued' || { code: 'reports.not_issued', params: {} }
        : not,
  };
}

const findings = (opened: Opened) =>
  opened.issued === null
    ? findingsOf(opened.content, new Set(opened.indicators.map((one) => one.id)))
    : [];
const firstOf = (opened: Opened): string => findings(opened)[0]?.place ?? '';

export async function viewOf(desk: Desk, opened: Opened): Promise<Out['open']> {
  const { report, issued, content } = opened;
  const asked = findings(opened);
  const names = await namesFor(desk, opened.seats, [report.orgId]);
  return {
    reportId: report.id,
    kind: report.kind,
    title: report.title,
    orgName: names.get(report.orgId) ?? '',
    authorName: report.authorName,
    from: report.from,
    to: report.to,
    state: report.state,
    edition: report.edition,
    version: report.version,
    content,
    figures: figuresOf(opened),
    findings: [...asked],
    issued:
      issued === null
        ? null
        : {
            knownAt: issued.knownAt.toISOString(),
            issuedOn: issued.issuedOn,
            fingerprint: issued.fingerprint,
          },
    can: canOf(desk.actor, opened, asked.length),
  };
}

/** Rows as the drawer lists them. */
export const sourcesOf = (
  rows: readonly SourceRow[],
  names: ReadonlyMap<string, string>,
): Out['rows']['rows'] =>
  rows.map((row) => ({
    id: row.id,
    on: row.on,
    label: row.label,
    adds: row.adds,
    orgName: names.get(row.orgId) ?? '',
    route: row.route,
  }));

/** The records behind one figure, in all or of one body; null where there is no such figure. */
export async function rowsOf(
  desk: Desk,
  opened: Opened,
  id: string,
  body: number | undefined,
): Promise<Out['rows'] | null> {
  const indicator = opened.indicators.find((one) => one.id === id);
  const all = opened.figures.get(id);
  if (indicator === undefined || all === undefined) return null;
  const measured = body === undefined ? totalOf(all, opened.content.bodies, indicator) : all[body];
  if (measured === undefined) return null;
  const names = await namesFor(
    desk,
    opened.seats,
    measured.rows.map((row) => row.orgId),
  );
  return {
    name: indicator.name,
    text: figureText(indicator.unit, measured.value, measured.of),
    unit: indicator.unit,
    definition: indicator.definition,
    rows: sourcesOf(measured.rows, names),
  };
}
