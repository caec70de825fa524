import type { RoundState, SecrecyWord } from '#contract/ballots';
import type { Form } from '#engines/ballot';
import type { BallotId } from './ballots.ts';
import { sql, type Database, type Read } from '#platform/db';

/** What a code opens. Nothing here says who holds it: nobody knows. */
export interface BoothPaper {
  readonly tenantId: string;
  readonly ballotId: BallotId;
  readonly roundNo: number;
  /** The code's place among those printed. */
  readonly place: number;
  readonly isOpen: boolean;
  readonly state: RoundState;
  readonly secrecy: SecrecyWord;
  readonly form: Form;
  readonly title: string;
  readonly organ: string;
}

/** The paper behind a code's hash, or null. */
export async function findPaper(db: Database, hash: string): Promise<BoothPaper | null> {
  const found = await db.system((plain) =>
    sql<{
      tenant_id: string;
      ballot_id: string;
      round_no: number;
      place: number;
      is_open: boolean;
      state: RoundState;
      secrecy: SecrecyWord;
      form: Form;
      title: string;
      organ: string;
    }>`select * from booth_find(${hash})`.execute(plain),
  );
  const [row] = found.rows;
  if (row === undefined) return null;
  const { title, organ, form, state, secrecy, place } = row;
  return {
    tenantId: row.tenant_id,
    ballotId: row.ballot_id as BallotId,
    roundNo: row.round_no,
    place,
    isOpen: row.is_open,
    state,
    secrecy,
    form,
    title,
    organ,
  };
}

type Box = Pick<BoothPaper, 'tenantId' | 'ballotId' | 'roundNo'>;

export interface HeldBox {
  readonly isOpen: boolean;
  /** Enciphered, as stored. */
  readonly spent: string;
  readonly part: number;
  readonly content: string | null;
}

export interface FilledBox {
  readonly spent: string;
  readonly more: number;
  readonly part: number;
  readonly content: string;
}

export type BoxChange = (held: HeldBox) => FilledBox | null;

async function hold(plain: Read['db'], box: Box): Promise<HeldBox | null> {
  const found = await sql<{
    is_open: boolean;
    spent: string;
    part: number;
    content: string | null;
  }>`select * from booth_hold(${box.tenantId}::uuid, ${box.ballotId}::uuid, ${box.roundNo})`.execute(
    plain,
  );
  const [row] = found.rows;
  return row === undefined
    ? null
    : { isOpen: row.is_open, spent: row.spent, part: row.part, content: row.content };
}

/**
 * Changes a box in one transaction while nobody else does. No actor, no command, no audit entry, no entry
 * clock: nothing but the box is touched. Null from `change` leaves it as it was.
 */
export function changeBox(db: Database, box: Box, change: BoxChange): Promise<void> {
  return db.system((plain) =>
    plain.transaction().execute(async (trx) => {
      const held = await hold(trx, box);
      const filled = held === null ? null : change(held);
      if (filled === null) return;
      await sql`select booth_put(${box.tenantId}::uuid, ${box.ballotId}::uuid, ${box.roundNo},
        ${filled.spent}, ${filled.more}, ${filled.part}, ${filled.content})`.execute(trx);
    }),
  );
}
