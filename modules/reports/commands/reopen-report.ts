import type { Inputs } from '#contract/lib';
import type { reportsContract } from '#contract/reports';
import { ok, refuse, type Result } from '#kernel/result';
import type { Write } from '#platform/db';
import { ownPlace } from '#modules/organisations';
import { reportForUpdate, updateReport } from '../store/working.ts';

type Input = Omit<Inputs<typeof reportsContract>['reopen'], 'commandId'>;

/** Opens an issued report for another edition. What was issued stays until the next one is. */
export async function reopenReport(
  write: Write,
  input: Input,
): Promise<Result<{ version: number }>> {
  const report = await reportForUpdate(write, input.reportId);
  if (report === null) return refuse('common.not_found');
  const own = await ownPlace(write, report.orgId);
  if (!own.ok) return own;
  if (report.state !== 'issued') return refuse('reports.not_issued');
  const version = await updateReport(write, report, { state: 'draft' });
  await write.audit({
    action: 'reports.reopen',
    objectKind: 'report',
    objectId: report.id,
    place: own.value,
    fields: { edition: report.edition },
    reason: input.reason,
  });
  return ok({ version });
}
