import { forecast, stateOf, type Case } from '#engines/procedure';
import type { Write } from '#platform/db';
import { CALENDAR } from '../queries/facts.ts';
import { FAMILIES, isEnd } from '../rules/steps.ts';
import type { Move } from '../rules/words.ts';
import { setCase, type CaseRow } from '../store/cases.ts';

/** Writes down where a case stands after its moves, and what comes next. */
export async function advance(write: Write, row: CaseRow, file: Case<Move>): Promise<number> {
  const all = FAMILIES[row.kind];
  const state = stateOf(all, file);
  const ended = isEnd(row.kind, state);
  const [coming] = forecast(all, file, write.today, CALENDAR);
  return setCase(write, row, {
    state,
    ended,
    nextMove: coming?.move ?? '',
    until: file.done.findLast((one) => one.until !== undefined)?.until ?? null,
  });
}
