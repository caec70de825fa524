import {
  dutiesOf,
  latenessOf,
  matrixOf,
  type Matrix,
  type ObligationSource,
  type Span,
} from '#engines/obligation';
import type { OrgId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import type { Actor, Database } from '#platform/db';
import { orgNames, subtreeIdsOn } from '#modules/organisations';
import { tenantMark } from '../store.ts';

/** All duties of an organisation and those below it over a span, counted. */
export interface Board {
  readonly at: Date;
  readonly orgs: readonly {
    readonly orgId: OrgId;
    readonly name: string;
    readonly missedSince: PlainDate | null;
  }[];
  readonly matrix: Matrix;
}

export interface Boards {
  /** `fresh` waits for what was entered a moment ago; otherwise a board of many organisations may be a minute old. */
  of(db: Database, actor: Actor, today: PlainDate, span: Span, fresh: boolean): Promise<Board>;
}

/** From so many organisations on a first page does not wait for the newest entry. */
const MANY = 100;
const OLD_MS = 60_000;
const MOST_KEPT = 64;

interface Kept {
  readonly mark: string;
  readonly board: Board;
}

/**
 * Boards are reckoned in one pass and kept while nothing was entered in the tenant (`tenant_mark`). Callers
 * who ask together wait for one reckoning. A county of a thousand branches takes part of a second, too long
 * for every first page.
 */
export function boards(sources: readonly ObligationSource[]): Boards {
  const kept = new Map<string, Kept>();
  const running = new Map<string, Promise<Board>>();

  const reckon = (
    db: Database,
    actor: Actor,
    today: PlainDate,
    span: Span,
    key: string,
  ): Promise<Board> => {
    const now = running.get(key);
    if (now !== undefined) return now;
    const work = db
      .read(actor, async (read) => {
        // Read first: an act that commits meanwhile makes the board old, never wrongly new.
        const mark = await tenantMark(read);
        const ids = await subtreeIdsOn(read, actor.orgId, today);
        const duties = await dutiesOf(sources, read, ids, span, today);
        const matrix = matrixOf(duties);
        const names = await orgNames(read, [...matrix.keys()]);
        const orgs = [...matrix].map(([orgId, row]) => ({
          orgId,
          name: names.get(orgId)?.name ?? '',
          missedSince: latenessOf(row),
        }));
        const board: Board = { at: new Date(db.clock.now()), orgs, matrix };
        kept.delete(key);
        kept.set(key, { mark, board });
        for (const oldest of kept.keys()) {
          if (kept.size <= MOST_KEPT) break;
          kept.delete(oldest);
        }
        return board;
      })
      .finally(() => running.delete(key));
    running.set(key, work);
    return work;
  };

  return {
    of: async (db, actor, today, span, fresh) => {
      const key = [actor.tenantId, actor.orgId, actor.scope, today, span.from, span.to].join(' ');
      const known = kept.get(key);
      if (known === undefined) return reckon(db, actor, today, span, key);
      const mark = await db.read(actor, tenantMark);
      if (mark === known.mark) return known.board;
      const age = db.clock.now() - known.board.at.getTime();
      if (!fresh && known.board.orgs.length >= MANY && age < OLD_MS) return known.board;
      return reckon(db, actor, today, span, key);
    },
  };
}
