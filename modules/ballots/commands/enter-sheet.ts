import type { Inputs } from '#contract/lib';
import type { ballotsContract } from '#contract/ballots';
import {
  countGrouped,
  grouped,
  paperText,
  readMarks,
  type Form,
  type Marks,
} from '#engines/ballot';
import { refuse, type Result } from '#kernel/result';
import { tidyName } from '#kernel/text';
import type { Write } from '#platform/db';
import { sheetFits, stateIs } from '../rules/round.ts';
import { insertSheet, type Sheet } from '../store/results.ts';
import { holdBallot, noted } from './hold-ballot.ts';

type Entering = Omit<Inputs<typeof ballotsContract>['enterSheet'], 'commandId'>;
type Counted = Omit<Sheet, 'readBy' | 'recordedBy'>;

function fromTotals(sheet: Extract<Entering['sheet'], { mode: 'totals' }>): Counted {
  const { issued, returned, missing, valid, invalid, lines } = sheet;
  const writeIns = sheet.writeIns.map((one) => ({ ...one, name: tidyName(one.name) }));
  const tally = {
    papers: valid + invalid,
    valid,
    invalid,
    invalidBy: {},
    blank: 0,
    lines,
    writeIns,
    texts: lines.map(() => []),
  };
  return { mode: 'totals', issued, returned, missing, tally, papers: null };
}

function fromSlips(
  form: Form,
  sheet: Extract<Entering['sheet'], { mode: 'slips' }>,
): Counted | null {
  const read: Marks[] = [];
  for (const slip of sheet.slips) {
    const marks = readMarks(form, slip);
    if (marks === null) return null;
    read.push(marks);
  }
  const papers = grouped(read.map(paperText));
  return {
    mode: 'slips',
    issued: sheet.issued,
    returned: read.length,
    missing: sheet.missing,
    tally: countGrouped(form, papers),
    papers,
  };
}

/**
 * What was in the paper box: totals as counted by hand, or the papers read out one by one. Two different
 * people read and record. After closing; entered again it replaces what was entered before, until counted.
 */
export async function enterSheet(
  write: Write,
  input: Entering,
): Promise<Result<{ version: number }>> {
  const held = await holdBallot(write, input.ballotId, input.basedOn);
  if (!held.ok) return held;
  const { round, ballotId, place, issued } = held.value;
  const closed = stateIs(round.state, 'closed');
  if (!closed.ok) return closed;
  const [readBy, recordedBy] = [tidyName(input.readBy), tidyName(input.recordedBy)];
  if (readBy === recordedBy) return refuse('ballots.same_teller');
  const counted =
    input.sheet.mode === 'totals' ? fromTotals(input.sheet) : fromSlips(round.form, input.sheet);
  if (counted === null) return refuse('ballots.paper_unreadable');
  const fits = sheetFits(round.form, counted, issued.issuedPaper);
  if (!fits.ok) return fits;
  await insertSheet(write, place, ballotId, round.round_no, { ...counted, readBy, recordedBy });
  const { mode, returned, missing } = counted;
  return noted(write, held.value, 'enter_sheet', { mode, returned, missing });
}
