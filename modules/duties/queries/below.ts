import {
  dutiesOf,
  latenessOf,
  matrixOf,
  type Matrix,
  type MatrixCell,
  type ObligationSource,
  type Span,
} from '#engines/obligation';
import type { OrgId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import { tenantMark, type Actor, type Database } from '#platform/db';
import { holdsMembers, orgNames, subtreeIdsOn, type OrgKind } from '#modules/organisations';

/** All duties of an organisation and those below it over a span, counted. */
export interface Board {
  readonly at: Date;
  /** Organisations looked at, also those that owe nothing. */
  readonly size: number;
  readonly orgs: readonly {
    readonly orgId: OrgId;
    readonly name: string;
    /** Keeps a roster: a branch, not a body over branches. */
    readonly branch: boolean;
    readonly missedSince: PlainDate | null;
  }[];
  readonly matrix: Matrix;
}

type MatrixRow = ReadonlyMap<string, MatrixCell>;

export interface Boards {
  /** The board of an organisation and those below it; waits where there is none, or an old one. */
  of(db: Database, actor: Actor, today: PlainDate, span: Span): Promise<Board>;
  /**
   * For a first page, which never waits for many organisations: what is known, while a newer one is
   * reckoned in the background. Null the first time.
   */
  soon(db: Database, actor: Actor, today: PlainDate, span: Span): Promise<Board | null>;
}

/** From so many organisations on nobody waits for the newest entry. */
const MANY = 100;
const OLD_MS = 5 * 60_000;
const MOST_KEPT = 64;
/** Organisations reckoned in one go; between them the server answers others. */
const CHUNK = 10;

interface Kept {
  readonly mark: string;
  readonly board: Board;
}

const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** All duties of all organisations, a few at a time, so that a county holds nobody else up. */
async function boardOf(
  sources: readonly ObligationSource[],
  db: Database,
  actor: Actor,
  today: PlainDate,
  span: Span,
): Promise<Kept> {
  // The mark is read first: an act that commits meanwhile makes the board old, never wrongly new.
  const { mark, ids } = await db.read(actor, async (read) => ({
    mark: await tenantMark(read),
    ids: await subtreeIdsOn(read, actor.orgId, today),
  }));
  const matrix = new Map<OrgId, MatrixRow>();
  for (let at = 0; at < ids.length; at += CHUNK) {
    const few = ids.slice(at, at + CHUNK);
    const duties = await db.read(actor, (read) => dutiesOf(sources, read, few, span, today));
    for (const [orgId, row] of matrixOf(duties)) matrix.set(orgId, row);
    await breathe();
  }
  const names = await db.read(actor, (read) => orgNames(read, [...matrix.keys()]));
  const orgs = [...matrix].map(([orgId, row]) => ({
    orgId,
    name: names.get(orgId)?.name ?? '',
    branch: holdsMembers((names.get(orgId)?.kind ?? 'branch') as OrgKind),
    missedSince: latenessOf(row),
  }));
  return { mark, board: { at: new Date(db.clock.now()), size: ids.length, orgs, matrix } };
}

/**
 * Boards are kept while nothing was entered in the tenant (`tenant_mark`); callers who ask together wait for
 * one reckoning. Of many organisations a board may be five minutes old, and says from when it is.
 */
export function boards(sources: readonly ObligationSource[]): Boards {
  const kept = new Map<string, Kept>();
  const running = new Map<string, Promise<Board>>();
  const sizes = new Map<string, number>();

  const reckon: Boards['of'] = (db, actor, today, span) => {
    const key = keyOf(actor, today, span);
    const now = running.get(key);
    if (now !== undefined) return now;
    const work = boardOf(sources, db, actor, today, span)
      .then((made) => {
        kept.delete(key);
        kept.set(key, made);
        sizes.set(actor.orgId, made.board.size);
        for (const oldest of kept.keys()) {
          if (kept.size <= MOST_KEPT) break;
          kept.delete(oldest);
        }
        return made.board;
      })
      .finally(() => running.delete(key));
    running.set(key, work);
    return work;
  };
  const current = async (db: Database, actor: Actor, known: Kept): Promise<boolean> => {
    const age = db.clock.now() - known.board.at.getTime();
    if (known.board.size >= MANY && age < OLD_MS) return true;
    return (await db.read(actor, tenantMark)) === known.mark;
  };

  return {
    of: async (db, actor, today, span) => {
      const known = kept.get(keyOf(actor, today, span));
      return known !== undefined && (await current(db, actor, known))
        ? known.board
        : reckon(db, actor, today, span);
    },
    soon: async (db, actor, today, span) => {
      const known = kept.get(keyOf(actor, today, span));
      if (known !== undefined && (await current(db, actor, known))) return known.board;
      const size =
        sizes.get(actor.orgId) ??
        (await db.read(actor, (read) => subtreeIdsOn(read, actor.orgId, today))).length;
      sizes.set(actor.orgId, size);
      const work = reckon(db, actor, today, span);
      if (size < MANY) return work;
      // Whoever waits for it is told of a failure; nobody waits here.
      work.catch(() => undefined);
      return known?.board ?? null;
    },
  };
}

const keyOf = (actor: Actor, today: PlainDate, span: Span): string =>
  [actor.tenantId, actor.orgId, actor.scope, today, span.from, span.to].join(' ');
