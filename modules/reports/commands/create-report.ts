import { ok, type Result } from '#kernel/result';
import type { Write } from '#platform/db';
import { ownPlace } from '#modules/organisations';
import type { OrgId } from '#kernel/ids';
import { insertReport, type NewReport, type ReportId } from '../store/working.ts';

/** Puts a proposed report down as a draft. */
export async function createReport(
  write: Write,
  orgId: OrgId,
  report: NewReport,
): Promise<Result<{ reportId: ReportId }>> {
  const own = await ownPlace(write, orgId);
  if (!own.ok) return own;
  const reportId = await insertReport(write, own.value, report);
  await write.audit({
    action: 'reports.create',
    objectKind: 'report',
    objectId: reportId,
    place: own.value,
    fields: { kind: report.kind, from: report.from, to: report.to, author: report.authorName },
  });
  return ok({ reportId });
}
