import type { Inputs } from '#contract/lib';
import type { reportsContract } from '#contract/reports';
import { ok, refuse, type Result } from '#kernel/result';
import type { Write } from '#platform/db';
import { ownPlace } from '#modules/organisations';
import { findingsOf, type Finding } from '../rules/content.ts';
import { reportForUpdate, updateReport } from '../store/working.ts';

type Input = Omit<Inputs<typeof reportsContract>['save'], 'commandId'>;

/** Saves a draft over the version it was based on; tells which numbers still have no origin. */
export async function saveReport(
  write: Write,
  input: Input,
  known: ReadonlySet<string>,
): Promise<Result<{ version: number; findings: Finding[] }>> {
  const report = await reportForUpdate(write, input.reportId);
  if (report === null) return refuse('common.not_found');
  const own = await ownPlace(write, report.orgId);
  if (!own.ok) return own;
  if (report.state === 'issued') return refuse('reports.already_issued');
  if (report.version !== input.basedOn) return refuse('common.changed_meanwhile');
  const { content, title } = input;
  const unknown = content.sections.flatMap((one) => one.figures).find((id) => !known.has(id));
  if (unknown !== undefined) return refuse('reports.unknown_indicator', { id: unknown });
  const outside = content.bodies.find(
    (body) => body.to < body.from || body.from < report.from || body.to > report.to,
  );
  if (outside !== undefined) return refuse('reports.body_outside_period', { name: outside.name });
  const version = await updateReport(write, report, { title, content });
  await write.audit({
    action: 'reports.save',
    objectKind: 'report',
    objectId: report.id,
    place: own.value,
    fields: { version },
  });
  return ok({ version, findings: [...findingsOf(content, known)] });
}
