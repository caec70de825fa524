import type { Handlers } from '#contract/lib';
import type { reportsContract } from '#contract/reports';
import type { IndicatorRegistry } from '#engines/indicator';
import { refuse } from '#kernel/result';
import type { RequestContext } from '#platform/request';
import { createReport } from './commands/create-report.ts';
import { draftReport } from './commands/draft-report.ts';
import { issueReport } from './commands/issue-report.ts';
import { reopenReport } from './commands/reopen-report.ts';
import { saveReport } from './commands/save-report.ts';
import { authorsOf } from './queries/authors.ts';
import type { Desk } from './queries/desk.ts';
import { sinceIssue, yearDifference } from './queries/differences.ts';
import { list } from './queries/list.ts';
import { openReport, type Opened } from './queries/opened.ts';
import { print, sheet, word } from './queries/papers.ts';
import { rowsOf, viewOf } from './queries/view.ts';
import type { Result } from '#kernel/result';
import type { ReportId } from './store/working.ts';

/** Reports stand above all modules: their indicators are handed in where everything is known. */
export function reportsRoutes(
  registry: IndicatorRegistry,
): Handlers<typeof reportsContract, RequestContext> {
  const known = new Set(registry.all.map((one) => one.id));
  const deskOf = ({ db, actor, today }: RequestContext): Desk => ({ db, actor, today, registry });
  const opened = async <T>(
    context: RequestContext,
    reportId: ReportId,
    work: (opened: Opened, desk: Desk) => Promise<Result<T>> | Result<T>,
  ): Promise<Result<T>> => {
    const desk = deskOf(context);
    const found = await openReport(desk, reportId);
    return found.ok ? work(found.value, desk) : found;
  };
  const given = <T>(value: T | null): Result<T> =>
    value === null ? refuse('common.not_found') : { ok: true, value };

  return {
    list: (input, context) => context.read((read) => list(read, input)),
    propose: async (input, context) => {
      if (input.to < input.from) return refuse('reports.period_reversed');
      const authors = await authorsOf(deskOf(context), input.orgId, input.from, input.to);
      return given({
        authors: authors.map((one) => ({ ...one, bodies: [...one.bodies] })),
      });
    },
    create: async ({ commandId, ...input }, context) => {
      const drafted = await draftReport(deskOf(context), input);
      if (!drafted.ok) return drafted;
      return context.write({ commandId, orgId: input.orgId }, 'reports.create', (write) =>
        createReport(write, input.orgId, drafted.value.report),
      );
    },
    open: ({ reportId }, context) =>
      opened(context, reportId, async (found, desk) => given(await viewOf(desk, found))),
    save: ({ commandId, ...input }, context) =>
      context.write({ commandId }, 'reports.save', (write) => saveReport(write, input, known)),
    rows: ({ reportId, indicator, body }, context) =>
      opened(context, reportId, async (found, desk) =>
        given(await rowsOf(desk, found, indicator, body)),
      ),
    difference: ({ reportId }, context) =>
      opened(context, reportId, (found, desk) => yearDifference(desk, found)),
    issue: (input, context) => issueReport(deskOf(context), input),
    reopen: ({ commandId, ...input }, context) =>
      context.write({ commandId }, 'reports.reopen', (write) => reopenReport(write, input)),
    compare: ({ reportId }, context) =>
      opened(context, reportId, (found, desk) => sinceIssue(desk, found)),
    word: ({ reportId }, context) =>
      opened(context, reportId, async (found) => given(await word(found))),
    print: ({ reportId }, context) => opened(context, reportId, (found) => given(print(found))),
    sheet: ({ reportId }, context) =>
      opened(context, reportId, async (found) => given(await sheet(found))),
  };
}
