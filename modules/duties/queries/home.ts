import type { Outputs } from '#contract/lib';
import type { dutiesContract } from '#contract/duties';
import { dutiesOf, type Duty, type Span } from '#engines/obligation';
import { isOfficer, Kept } from '#platform/db';
import { actOf, addressOf, basisOf, dueFor, MOST_DUE, stripFor } from '../rules/home.ts';
import type { Board } from './below.ts';
import { currentSpan, kindNames, lookerOf, type Desk } from './desk.ts';

type Out = Outputs<typeof dutiesContract>['home'];
export type Due = Out['due'][number];

export const dueOf = (duty: Duty, orgName: string): Due => ({
  key: duty.key,
  title: duty.title,
  reason: duty.reason,
  basis: basisOf(duty),
  dueOn: duty.until,
  state: duty.state,
  orgId: duty.orgId,
  orgName,
  act: actOf(duty),
  to: addressOf(duty),
});

const ownDuties = new Kept<readonly Duty[]>();

/** What one's own organisation owes: asked for with every look at the first page, reckoned after an act only. */
const dutiesOfOwn = ({ db, actor, sources, today }: Desk, span: Span): Promise<readonly Duty[]> =>
  db.read(actor, (read) =>
    ownDuties.of(read, `${actor.orgId} ${span.from} ${span.to}`, () =>
      dutiesOf(sources, read, [actor.orgId], span, today),
    ),
  );

const counted = new WeakMap<Board, Out['below']>();

/** How many organisations below have something missed or still ahead, by kind of duty. */
function belowOf(board: Board, desk: Desk): Out['below'] {
  const known = counted.get(board);
  if (known !== undefined) return known;
  const counts = new Map<string, { missed: number; ahead: number; of: number }>();
  for (const [orgId, row] of board.matrix) {
    if (orgId === desk.actor.orgId) continue;
    for (const [kind, cell] of row) {
      const count = counts.get(kind) ?? { missed: 0, ahead: 0, of: 0 };
      count.of += 1;
      if (cell.missed > 0) count.missed += 1;
      else if (cell.ahead > 0) count.ahead += 1;
      counts.set(kind, count);
    }
  }
  const names = kindNames(desk.sources);
  const below = [...counts]
    .map(([kind, count]) => ({ kind, name: names.get(kind) ?? kind, ...count }))
    .toSorted((a, b) => b.missed - a.missed || a.name.localeCompare(b.name, 'zh'));
  counted.set(board, below);
  return below;
}

/** The first page of whoever looks: at most seven things due, two weeks ahead, and what is missed below. */
export async function home(desk: Desk): Promise<Out> {
  const { actor, today } = desk;
  const span = currentSpan(today);
  const looker = lookerOf(actor);
  const own = await dutiesOfOwn(desk, span);
  const due = dueFor(own, looker, today);
  const board = isOfficer(actor)
    ? await desk.boards.soon(desk.db, actor, today, { from: span.from, to: today })
    : null;
  const below = board === null ? [] : belowOf(board, desk);
  return {
    today,
    due: due.slice(0, MOST_DUE).map((duty) => dueOf(duty, '')),
    total: due.length,
    strip: stripFor(own, looker, today).map(({ date, duties }) => ({
      date,
      entries: duties.map((duty) => ({
        key: duty.key,
        title: duty.title,
        to: addressOf(duty),
      })),
    })),
    below,
    belowAt: board === null ? null : board.at.toISOString(),
    belowPending: isOfficer(actor) && board === null,
  };
}
