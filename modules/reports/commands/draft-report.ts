import type { ReportKind } from '#contract/reports-words';
import type { OrgId, PersonId } from '#kernel/ids';
import { daysBetween, type PlainDate } from '#kernel/plain-date';
import { ok, refuse, type Result } from '#kernel/result';
import { orgNames } from '#modules/organisations';
import { authorsOf } from '../queries/authors.ts';
import { seatsFor, type Desk } from '../queries/desk.ts';
import { measureBodies, totalOf, type Figures } from '../queries/measured.ts';
import { freshContent, titleOf } from '../rules/content.ts';
import type { NewReport } from '../store/working.ts';

/** A year of office and the month that a December meeting may run over. */
const LONGEST = 366 + 31;

export interface DraftInput {
  readonly orgId: OrgId;
  readonly kind: ReportKind;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly authorId?: PersonId | undefined;
  /** For callers that know a name only. */
  readonly authorName?: string | undefined;
}

export interface Drafted {
  readonly report: NewReport;
  readonly figures: Figures;
}

/**
 * A report as it is proposed, not yet written anywhere: author, bodies headed, heads, and in each facts
 * block the figures that are not nothing. A summary without a head speaks of its organisation alone.
 */
export async function draftReport(desk: Desk, input: DraftInput): Promise<Result<Drafted>> {
  const { orgId, kind, from, to } = input;
  if (to < from) return refuse('reports.period_reversed');
  if (daysBetween(from, to) > LONGEST) return refuse('reports.period_too_long');
  const names = await desk.db.read(desk.actor, (read) => orgNames(read, [orgId]));
  const named = names.get(orgId);
  if (named === undefined) return refuse('common.not_found');
  const { name, shortName } = named;
  const authors = await authorsOf(desk, orgId, from, to);
  const author = authors.find(
    (one) =>
      (input.authorId === undefined || one.personId === input.authorId) &&
      (input.authorName === undefined || one.name === input.authorName),
  );
  if (author === undefined && kind === 'annual') return refuse('reports.nobody_headed', { name });
  const alone = [{ orgId, name: shortName, role: '', from, to, below: false }];
  // A summary is the branch's own: other bodies its secretary heads have theirs.
  const bodies = kind === 'annual' ? (author?.bodies ?? alone) : alone;
  const seats = await seatsFor(desk, bodies);
  if (!seats.ok) return seats;
  const indicators = desk.registry.all;
  const knownAt = new Date(desk.db.clock.now());
  const figures = await measureBodies(desk, seats.value, bodies, indicators, knownAt);
  if (!figures.ok) return figures;
  const nonZero = indicators
    .filter((one) => totalOf(figures.value.get(one.id) ?? [], bodies, one).value !== 0)
    .map((one) => one.id);
  return ok({
    report: {
      kind,
      authorId: author?.personId ?? null,
      authorName: author?.name ?? '',
      title: titleOf(kind, name, from, to),
      from,
      to,
      content: freshContent(kind, bodies, nonZero),
    },
    figures: figures.value,
  });
}
