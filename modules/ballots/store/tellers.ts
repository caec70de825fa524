import type { TellerRole } from '#contract/ballots';
import type { Id, PersonId } from '#kernel/ids';
import { insertMany, sql, type Read, type Write } from '#platform/db';
import type { OrgPlace } from '#modules/organisations';
import type { BallotId } from './ballots.ts';

export type TellerId = Id<'Teller'>;

export interface NewTeller {
  readonly role: TellerRole;
  readonly personId: PersonId | null;
  readonly name: string;
}

export async function replaceTellers(
  write: Write,
  place: OrgPlace,
  ballotId: BallotId,
  tellers: readonly NewTeller[],
): Promise<void> {
  await write.db
    .deleteFrom('ballot_teller')
    .where('tenant_id', '=', write.actor.tenantId)
    .where('ballot_id', '=', ballotId)
    .execute();
  const stamp = write.stamp(place);
  await insertMany(
    write,
    'ballot_teller',
    tellers.map((teller) => ({
      ...stamp,
      teller_id: write.newId<'Teller'>(),
      ballot_id: ballotId,
      role: teller.role,
      person_id: teller.personId,
      name: teller.name,
    })),
  );
}

/** Supervisors first. */
export async function tellersOf(read: Read, ballotId: BallotId) {
  return read.db
    .selectFrom('ballot_teller')
    .select(['teller_id', 'role', 'person_id', 'name', 'slip_hash'])
    .where('tenant_id', '=', read.actor.tenantId)
    .where('ballot_id', '=', ballotId)
    .orderBy('role', 'desc')
    .orderBy('teller_id')
    .execute();
}

export async function setSlipHash(write: Write, tellerId: string, hash: string): Promise<void> {
  await write.db
    .updateTable('ballot_teller')
    .set({ slip_hash: hash })
    .where('tenant_id', '=', write.actor.tenantId)
    .where('teller_id', '=', tellerId)
    .execute();
}

export interface Turn {
  readonly ballotId: BallotId;
  readonly roundNo: number;
  readonly tellerId: string;
  readonly personId: string | null;
  readonly means: 'session' | 'slip';
}

export async function insertTurn(write: Write, place: OrgPlace, turn: Turn): Promise<void> {
  await write.db
    .insertInto('ballot_turn')
    .values({
      ...write.stamp(place),
      id: write.newId<'Turn'>(),
      ballot_id: turn.ballotId,
      round_no: turn.roundNo,
      teller_id: turn.tellerId,
      person_id: turn.personId,
      means: turn.means,
    })
    .execute();
}

/** Who has turned the key, by round. */
export async function turnsOf(read: Read, ballotId: BallotId) {
  return read.db
    .selectFrom('ballot_turn')
    .select(['round_no', 'teller_id'])
    .where('tenant_id', '=', read.actor.tenantId)
    .where('ballot_id', '=', ballotId)
    .execute();
}

export interface WaitingTurn {
  readonly ballotId: BallotId;
  readonly roundNo: number;
  readonly tellerId: TellerId;
  readonly title: string;
  readonly organ: string;
  readonly place: OrgPlace;
}

/** Closed rounds whose teller the actor is, in whatever post or none, and who has not turned the key yet. */
export async function waitingTurns(read: Read): Promise<WaitingTurn[]> {
  const found = await sql<{
    ballot_id: string;
    round_no: number;
    teller_id: string;
    title: string;
    organ: string;
    org_id: string;
    org_path: string;
  }>`select * from turns_waiting()`.execute(read.db);
  return found.rows.map((row) => ({
    ballotId: row.ballot_id as BallotId,
    roundNo: row.round_no,
    tellerId: row.teller_id as TellerId,
    title: row.title,
    organ: row.organ,
    place: { orgId: row.org_id, orgPath: row.org_path } as OrgPlace,
  }));
}
