import type { Outcome, RecountFile, RoundNumbers, Tally } from '#engines/ballot';
import type { Read, Write } from '#platform/db';
import type { OrgPlace } from '#modules/organisations';
import type { BallotId } from './ballots.ts';

export interface Sheet {
  readonly mode: 'totals' | 'slips';
  readonly issued: number;
  readonly returned: number;
  readonly missing: number;
  readonly tally: Tally;
  readonly papers: RecountFile['papers'] | null;
  readonly readBy: string;
  readonly recordedBy: string;
}

async function supersede(
  write: Write,
  table: 'ballot_sheet' | 'ballot_result',
  ballotId: BallotId,
  roundNo: number,
): Promise<void> {
  await write.db
    .updateTable(table)
    .set({ superseded_at: write.enteredAt })
    .where('tenant_id', '=', write.actor.tenantId)
    .where('ballot_id', '=', ballotId)
    .where('round_no', '=', roundNo)
    .where('superseded_at', 'is', null)
    .execute();
}

/** The tellers' count of a round; one entered before stays as what was thought. */
export async function insertSheet(
  write: Write,
  place: OrgPlace,
  ballotId: BallotId,
  roundNo: number,
  sheet: Sheet,
): Promise<void> {
  await supersede(write, 'ballot_sheet', ballotId, roundNo);
  await write.db
    .insertInto('ballot_sheet')
    .values({
      ...write.stamp(place),
      id: write.newId<'Sheet'>(),
      ballot_id: ballotId,
      round_no: roundNo,
      mode: sheet.mode,
      issued: sheet.issued,
      returned: sheet.returned,
      missing: sheet.missing,
      tally: JSON.stringify(sheet.tally),
      papers: sheet.papers === null ? null : JSON.stringify(sheet.papers),
      read_by: sheet.readBy,
      recorded_by: sheet.recordedBy,
    })
    .execute();
}

/** Standing sheets of a ballot by round. */
export async function sheetsOf(
  read: Read,
  ballotId: BallotId,
): Promise<ReadonlyMap<number, Sheet>> {
  const rows = await read.db
    .selectFrom('ballot_sheet')
    .selectAll()
    .where('tenant_id', '=', read.actor.tenantId)
    .where('ballot_id', '=', ballotId)
    .where('superseded_at', 'is', null)
    .execute();
  return new Map(
    rows.map((row) => [
      row.round_no,
      {
        mode: row.mode,
        issued: row.issued,
        returned: row.returned,
        missing: row.missing,
        tally: row.tally as Tally,
        papers: row.papers as Sheet['papers'],
        readBy: row.read_by,
        recordedBy: row.recorded_by,
      },
    ]),
  );
}

export interface StoredResult {
  readonly numbers: RoundNumbers;
  readonly tally: Tally;
  readonly outcome: Outcome | null;
  /** False where more papers came back than were issued: the round is void (EL20). */
  readonly stands: boolean;
}

export async function insertResult(
  write: Write,
  place: OrgPlace,
  ballotId: BallotId,
  roundNo: number,
  result: StoredResult,
): Promise<void> {
  await write.db
    .insertInto('ballot_result')
    .values({
      ...write.stamp(place),
      id: write.newId<'BallotResult'>(),
      ballot_id: ballotId,
      round_no: roundNo,
      numbers: JSON.stringify(result.numbers),
      tally: JSON.stringify(result.tally),
      outcome: result.outcome === null ? null : JSON.stringify(result.outcome),
      stands: result.stands,
    })
    .execute();
}

/** Results of a ballot by round. */
export async function resultsOf(
  read: Read,
  ballotId: BallotId,
): Promise<ReadonlyMap<number, StoredResult>> {
  const rows = await read.db
    .selectFrom('ballot_result')
    .selectAll()
    .where('tenant_id', '=', read.actor.tenantId)
    .where('ballot_id', '=', ballotId)
    .where('superseded_at', 'is', null)
    .execute();
  return new Map(
    rows.map((row) => [
      row.round_no,
      {
        numbers: row.numbers as RoundNumbers,
        tally: row.tally as Tally,
        outcome: row.outcome as Outcome | null,
        stands: row.stands,
      },
    ]),
  );
}
