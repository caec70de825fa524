import type { Id, PersonId } from '#kernel/ids';
import { insertMany, type Read, type Write } from '#platform/db';
import type { OrgPlace } from '#modules/organisations';
import type { BallotId } from './ballots.ts';

export type LineId = Id<'RollLine'>;
export type SlipKind = 'paper' | 'code';

export interface RollLine {
  readonly personId: PersonId | null;
  readonly name: string;
  /** Why somebody is left out of those who should attend; empty for everybody else. */
  readonly leftOut: string;
  readonly present?: boolean;
}

/** Puts down the roll of a round in the order given; what stood there goes. */
export async function replaceRoll(
  write: Write,
  place: OrgPlace,
  ballotId: BallotId,
  roundNo: number,
  lines: readonly RollLine[],
): Promise<void> {
  await write.db
    .deleteFrom('ballot_roll')
    .where('tenant_id', '=', write.actor.tenantId)
    .where('ballot_id', '=', ballotId)
    .where('round_no', '=', roundNo)
    .execute();
  const stamp = write.stamp(place);
  await insertMany(
    write,
    'ballot_roll',
    lines.map((line, at) => ({
      ...stamp,
      line_id: write.newId<'RollLine'>(),
      ballot_id: ballotId,
      round_no: roundNo,
      place: at,
      person_id: line.personId,
      name: line.name,
      left_out: line.leftOut,
      present: line.present ?? false,
    })),
  );
}

/** The roll of a round in its order. */
export async function rollOf(read: Read, ballotId: BallotId, roundNo: number) {
  return read.db
    .selectFrom('ballot_roll')
    .select(['line_id', 'person_id', 'name', 'left_out', 'present', 'slip'])
    .where('tenant_id', '=', read.actor.tenantId)
    .where('ballot_id', '=', ballotId)
    .where('round_no', '=', roundNo)
    .orderBy('place')
    .execute();
}

export type RollRow = Awaited<ReturnType<typeof rollOf>>[number];

export interface RollCounts {
  readonly entitled: number;
  readonly present: number;
  readonly paper: number;
  readonly codes: number;
}

/** How many are entitled, present, and received which slip, by round. */
export async function rollCounts(
  read: Read,
  ballotId: BallotId,
): Promise<ReadonlyMap<number, RollCounts>> {
  const rows = await read.db
    .selectFrom('ballot_roll')
    .select((eb) => [
      'round_no',
      eb.fn.countAll<number>().filterWhere('left_out', '=', '').as('entitled'),
      eb.fn.countAll<number>().filterWhere('present', '=', true).as('present'),
      eb.fn.countAll<number>().filterWhere('slip', '=', 'paper').as('paper'),
      eb.fn.countAll<number>().filterWhere('slip', '=', 'code').as('codes'),
    ])
    .where('tenant_id', '=', read.actor.tenantId)
    .where('ballot_id', '=', ballotId)
    .groupBy('round_no')
    .execute();
  return new Map(
    rows.map((row) => [
      row.round_no,
      {
        entitled: Number(row.entitled),
        present: Number(row.present),
        paper: Number(row.paper),
        codes: Number(row.codes),
      },
    ]),
  );
}

/** Marks presence and the kind of slip received. */
export async function markLine(
  write: Write,
  lineId: LineId,
  mark: { readonly present: boolean; readonly slip: SlipKind | null },
): Promise<void> {
  await write.db
    .updateTable('ballot_roll')
    .set({ present: mark.present, slip: mark.slip })
    .where('tenant_id', '=', write.actor.tenantId)
    .where('line_id', '=', lineId)
    .execute();
}
