import {
  measure,
  spansBelow,
  type Indicator,
  type Measured,
  type Segment,
} from '#engines/indicator';
import { refuse, type Result } from '#kernel/result';
import type { Read } from '#platform/db';
import { edgesOver } from '#modules/organisations';
import { overlapping, type Body } from '../rules/content.ts';
import type { Desk, Seat } from './desk.ts';

/** All figures of a report: by indicator id, one of each body in their order. */
export type Figures = ReadonlyMap<string, readonly Measured[]>;

async function segmentsOf(read: Read, body: Body, knownAt: Date): Promise<readonly Segment[]> {
  const { orgId, from, to } = body;
  if (!body.below) return [{ orgId, from, to }];
  return spansBelow(await edgesOver(read, from, to, knownAt), { orgId, from, to });
}

/**
 * Indicators over the bodies of a report as known at an instant, each body read in the post in which one
 * heads it. Refuses bodies that would count the same days twice.
 */
export async function measureBodies(
  desk: Desk,
  seats: readonly Seat[],
  bodies: readonly Body[],
  indicators: readonly Indicator[],
  knownAt: Date,
): Promise<Result<Figures>> {
  const figures = new Map<string, Measured[]>(indicators.map(({ id }) => [id, []]));
  const segments: (readonly Segment[])[] = [];
  for (const [index, body] of bodies.entries()) {
    const seat = seats[index];
    if (seat === undefined) throw new RangeError(`no seat for body ${index}`);
    await desk.db.read(seat.reader, async (read) => {
      const own = await segmentsOf(read, body, knownAt);
      segments.push(own);
      for (const indicator of indicators)
        figures
          .get(indicator.id)
          ?.push(await measure(indicator, read, own, { until: body.to, knownAt }));
    });
  }
  const clash = overlapping(segments);
  if (clash !== null) {
    const [a, b] = clash;
    return refuse('reports.bodies_overlap', {
      one: bodies[a]?.name ?? '',
      other: bodies[b]?.name ?? '',
    });
  }
  return { ok: true, value: figures };
}

/** What the bodies have together. Of a stock, an organisation headed twice counts on its last day only. */
export function totalOf(
  measured: readonly Measured[],
  bodies: readonly Body[],
  indicator: Pick<Indicator, 'stock' | 'unit'>,
): Measured {
  const counted = measured.filter((_, index) => {
    const body = bodies[index];
    return !(
      indicator.stock === true &&
      bodies.some((other) => other.orgId === body?.orgId && other.from > body.from)
    );
  });
  return {
    value: counted.reduce((sum, one) => sum + one.value, 0),
    of: indicator.unit === '%' ? counted.reduce((sum, one) => sum + one.of, 0) : 1,
    rows: counted.flatMap((one) => one.rows),
  };
}
