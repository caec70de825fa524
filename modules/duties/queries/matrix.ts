import type { Inputs, Outputs } from '#contract/lib';
import type { dutiesContract } from '#contract/duties';
import { latenessOf, type Span } from '#engines/obligation';
import { offsetOf } from '#kernel/paging';
import { daysBetween, type PlainDate } from '#kernel/plain-date';
import { ok, refuse, type Result } from '#kernel/result';
import { tidy } from '#kernel/text';
import { orgNames } from '#modules/organisations';
import { currentSpan, dutiesAt, kindNames, type Desk } from './desk.ts';
import { dueOf } from './home.ts';

type In = Inputs<typeof dutiesContract>;
type Out = Outputs<typeof dutiesContract>;

const LONGEST = 731;

/** The days asked for, else this year up to today. */
export function spanOf(
  desk: Desk,
  asked: { readonly from?: PlainDate | undefined; readonly to?: PlainDate | undefined },
): Result<Span> {
  const usual = currentSpan(desk.today);
  const to = asked.to ?? desk.today;
  const from = asked.from ?? (usual.from <= to ? usual.from : to);
  return to < from || daysBetween(from, to) > LONGEST
    ? refuse('duties.span_too_long')
    : ok({ from, to });
}

/** 履职一览表 of the organisations at and below one's own: by name, or the longest missed first, never by a score. */
export async function matrix(desk: Desk, input: In['matrix']): Promise<Result<Out['matrix']>> {
  const span = spanOf(desk, input);
  if (!span.ok) return span;
  const board = await desk.boards.of(desk.db, desk.actor, desk.today, span.value);
  const names = kindNames(desk.sources);
  const q = tidy(input.q ?? '');
  const { kind, state, body } = input;
  const rows = board.orgs.flatMap(({ orgId, name, branch }) => {
    if (body !== undefined && branch !== (body === 'branches')) return [];
    const row = board.matrix.get(orgId);
    const cells = [...(row ?? [])].filter(([of]) => kind === undefined || of === kind);
    if (cells.length === 0 || !name.includes(q)) return [];
    if (state !== undefined && !cells.some(([, cell]) => cell.state === state)) return [];
    return [
      {
        orgId,
        name,
        missedSince: latenessOf(new Map(cells)),
        cells: cells.map(([of, { missedSince: _, ...cell }]) => ({ kind: of, ...cell })),
      },
    ];
  });
  const late = (since: PlainDate | null): string => since ?? '9999';
  const byName = (a: { name: string }, b: { name: string }): number =>
    a.name.localeCompare(b.name, 'zh');
  rows.sort((a, b) =>
    input.sort === 'lateness'
      ? late(a.missedSince).localeCompare(late(b.missedSince)) || byName(a, b)
      : byName(a, b),
  );
  const present = new Set(rows.flatMap((row) => row.cells.map((one) => one.kind)));
  return ok({
    rows: rows.slice(offsetOf(input), offsetOf(input) + input.pageSize),
    total: rows.length,
    from: span.value.from,
    to: span.value.to,
    kinds: [...names].filter(([of]) => present.has(of)).map(([of, name]) => ({ kind: of, name })),
  });
}

/** What stands behind one cell of the matrix. Null where the organisation is out of sight. */
export async function cell(desk: Desk, input: In['cell']): Promise<Result<Out['cell']>> {
  const span = spanOf(desk, input);
  if (!span.ok) return span;
  const names = await desk.db.read(desk.actor, (read) => orgNames(read, [input.orgId]));
  const name = names.get(input.orgId)?.name;
  if (name === undefined) return refuse('common.not_found');
  const duties = await dutiesAt(desk, [input.orgId], span.value);
  return ok({
    name,
    duties: duties
      .filter((duty) => duty.kind === input.kind && duty.orgId === input.orgId)
      .map((duty) => ({
        ...dueOf(duty, name),
        from: duty.from,
        fulfilledOn: duty.fulfilledBy?.on ?? null,
      })),
  });
}
