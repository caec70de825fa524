import type { Outputs } from '#contract/lib';
import type { reportsContract } from '#contract/reports';
import type { Measured } from '#engines/indicator';
import { addYears } from '#kernel/plain-date';
import { refuse, type Result } from '#kernel/result';
import {
  amountText,
  differenceOf,
  SINCE_ISSUE,
  YEARS,
  type Difference,
  type Sides,
} from '../rules/differences.ts';
import { indicatorsIn } from '../rules/content.ts';
import { namesFor, seatsFor, type Desk, type Seat } from './desk.ts';
import { measureBodies, totalOf, type Figures } from './measured.ts';
import type { Opened } from './opened.ts';
import { sourcesOf } from './view.ts';

type Out = Outputs<typeof reportsContract>;

const NOTHING: Measured = { value: 0, of: 1, rows: [] };

async function worded(
  desk: Desk,
  seats: readonly Seat[],
  opened: Opened,
  before: Figures,
  after: Figures,
  sides: Sides,
): Promise<Out['compare']['differences']> {
  const { bodies } = opened.content;
  const used = indicatorsIn(opened.content);
  const indicators = opened.indicators.filter((one) => used.has(one.id));
  const all = [...before.values(), ...after.values()].flat().flatMap((one) => one.rows);
  const names = await namesFor(
    desk,
    seats,
    all.map((row) => row.orgId),
  );
  const plain = (found: Difference) => ({
    indicator: found.indicator.id,
    name: found.indicator.name,
    unit: found.indicator.unit,
    before: found.before,
    after: found.after,
    amount: found.amount,
    text: amountText(found.indicator.unit, found.amount),
    causes: found.causes.map((cause) => ({
      words: cause.words,
      amount: cause.amount,
      text: amountText(found.indicator.unit, cause.amount),
      added: sourcesOf(cause.added, names),
      removed: sourcesOf(cause.removed, names),
    })),
  });
  return indicators.map((indicator) => {
    const a = before.get(indicator.id);
    const b = after.get(indicator.id);
    return plain(
      differenceOf(
        indicator,
        a === undefined ? NOTHING : totalOf(a, bodies, indicator),
        b === undefined ? NOTHING : totalOf(b, bodies, indicator),
        sides,
        names,
      ),
    );
  });
}

/**
 * Each figure against the same days of the year before, of the bodies headed now: who came into office
 * this year still compares with what the bodies did before.
 */
export async function yearDifference(
  desk: Desk,
  opened: Opened,
): Promise<Result<Out['difference']>> {
  const { bodies } = opened.content;
  const before = bodies.map((body) => ({
    ...body,
    from: addYears(body.from, -1),
    to: addYears(body.to, -1),
  }));
  const seats = await seatsFor(desk, bodies);
  if (!seats.ok) return seats;
  const used = indicatorsIn(opened.content);
  const indicators = desk.registry.all.filter((one) => used.has(one.id));
  const knownAt = opened.issued?.knownAt ?? new Date(desk.db.clock.now());
  const figures = await measureBodies(desk, seats.value, before, indicators, knownAt);
  if (!figures.ok) return figures;
  return {
    ok: true,
    value: {
      from: addYears(opened.report.from, -1),
      to: addYears(opened.report.to, -1),
      differences: await worded(desk, seats.value, opened, figures.value, opened.figures, YEARS),
    },
  };
}

/** One line a row: indicator, body, and what the row adds. */
const lines = (figures: Figures): readonly string[] =>
  [...figures].flatMap(([id, all]) =>
    all.flatMap(({ value, of, rows }, body) => [
      `${id} ${body} ${value} ${of}`,
      ...rows.map((row) => `${id} ${body} ${row.id} ${row.adds}`),
    ]),
  );

/** Every figure of both with the same value and the same rows. */
function same(a: Figures, b: Figures): boolean {
  const one = lines(a);
  const other = new Set(lines(b));
  return one.length === lines(b).length && one.every((line) => other.has(line));
}

/**
 * An issued report against today: counted again as it was known then (which must give what was stored), and
 * as it is known now, with each difference explained by what was entered or corrected since.
 */
export async function sinceIssue(desk: Desk, opened: Opened): Promise<Result<Out['compare']>> {
  const { issued, content } = opened;
  if (issued === null) return refuse('reports.not_issued');
  const seats = await seatsFor(desk, content.bodies);
  if (!seats.ok) return seats;
  const used = indicatorsIn(content);
  const indicators = desk.registry.all.filter((one) => used.has(one.id));
  const count = (knownAt: Date) =>
    measureBodies(desk, seats.value, content.bodies, indicators, knownAt);
  const then = await count(issued.knownAt);
  if (!then.ok) return then;
  const now = await count(new Date(desk.db.clock.now()));
  if (!now.ok) return now;
  const differences = await worded(
    desk,
    seats.value,
    opened,
    opened.figures,
    now.value,
    SINCE_ISSUE,
  );
  return {
    ok: true,
    value: {
      reproduced: same(then.value, opened.figures),
      knownAt: issued.knownAt.toISOString(),
      differences: differences.filter((one) => one.causes.length > 0 || one.amount !== 0),
    },
  };
}
