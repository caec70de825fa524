import { fingerprint } from '#engines/document';
import type { CommandId } from '#kernel/ids';
import { ok, refuse, type Result } from '#kernel/result';
import { ownPlace } from '#modules/organisations';
import { reportDocument } from '../documents/report.ts';
import { seatsFor, type Desk } from '../queries/desk.ts';
import { measureBodies } from '../queries/measured.ts';
import { findingsOf, indicatorsIn } from '../rules/content.ts';
import { insertIssued, settle, type StoredFigure } from '../store/issued.ts';
import { reportForUpdate, reportOf, updateReport, type ReportId } from '../store/working.ts';

export interface IssueInput {
  readonly reportId: ReportId;
  readonly basedOn: number;
  readonly commandId: CommandId | null;
}

/**
 * 定稿. First everybody is waited for and the entry clocks of the tenant are set to one instant (`alone`,
 * `settle`): whatever was entered before it is known, and nothing will be entered before it later. Then the
 * figures are counted as known just before it and stored with their rows, definitions and the document.
 */
export async function issueReport(
  desk: Desk,
  input: IssueInput,
): Promise<Result<{ edition: number; fingerprint: string }>> {
  const { db, actor, registry } = desk;
  const report = await db.read(actor, (read) => reportOf(read, input.reportId));
  if (report === null) return refuse('common.not_found');
  if (report.state === 'issued' && input.commandId === null)
    return refuse('reports.already_issued');
  const known = new Set(registry.all.map((one) => one.id));
  const findings = findingsOf(report.content, known);
  const [first] = findings;
  if (first !== undefined)
    return refuse('reports.not_ready', { count: findings.length, first: first.place });
  const { bodies } = report.content;
  const seats = await seatsFor(desk, bodies);
  if (!seats.ok) return seats;

  const settled = await db.write(
    actor,
    { commandId: null, action: 'reports.settle', alone: true },
    async (write) => {
      await settle(write);
      return ok(new Date(write.enteredAt.getTime() - 1));
    },
  );
  if (!settled.ok) return settled;
  const knownAt = settled.value;
  const used = indicatorsIn(report.content);
  const indicators = registry.all.filter((one) => used.has(one.id));
  const figures = await measureBodies(desk, seats.value, bodies, indicators, knownAt);
  if (!figures.ok) return figures;
  const stored = indicators.flatMap((one): StoredFigure[] =>
    (figures.value.get(one.id) ?? []).map((measured, body) => ({
      ...measured,
      indicator: one.id,
      version: one.version,
      body,
    })),
  );

  return db.write(
    actor,
    { commandId: input.commandId, action: 'reports.issue', orgId: report.orgId },
    async (write) => {
      const standing = await reportForUpdate(write, input.reportId);
      if (standing === null) return refuse('common.not_found');
      const own = await ownPlace(write, standing.orgId);
      if (!own.ok) return own;
      if (standing.state === 'issued') return refuse('reports.already_issued');
      if (standing.version !== input.basedOn || standing.version !== report.version)
        return refuse('common.changed_meanwhile');
      const edition = standing.edition + 1;
      const document = reportDocument(report, indicators, figures.value, {
        on: write.today,
        knownAt,
        draft: false,
      });
      const print = fingerprint(document);
      const issued = {
        edition,
        knownAt,
        issuedOn: write.today,
        content: report.content,
        document,
        fingerprint: print,
        definitions: indicators.map(({ id, version, name, unit, definition }) => ({
          id,
          version,
          name,
          unit,
          definition,
        })),
      };
      await insertIssued(write, own.value, report.id, issued, stored);
      await updateReport(write, standing, { state: 'issued', edition });
      await write.audit({
        action: 'reports.issue',
        objectKind: 'report',
        objectId: report.id,
        place: own.value,
        fields: { edition, fingerprint: print, knownAt: knownAt.toISOString() },
      });
      return ok({ edition, fingerprint: print });
    },
  );
}
