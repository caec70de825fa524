import { stateOf } from '#engines/procedure';
import type { Write } from '#platform/db';
import { caseFileOf, stepDays } from '../queries/facts.ts';
import type { TransferSettings } from '../rules/facts.ts';
import { procedureOf } from '../rules/steps.ts';
import { openTerm } from '../rules/terms.ts';
import { standingOf } from '../rules/words.ts';
import { setCase, type CaseRow } from '../store/cases.ts';
import type { StepRow } from '../store/steps.ts';

/** Writes down where a case stands after its steps, and who does what next until when. */
export async function advance(
  write: Write,
  row: CaseRow,
  steps: readonly StepRow[],
  settings: TransferSettings,
): Promise<number> {
  const state = stateOf(procedureOf(row.route), caseFileOf(steps));
  const standing = standingOf(state, row.side);
  const running = standing === 'open' || standing === 'receipt';
  const next = running ? openTerm(row.route, stepDays(steps), settings.stepDays) : null;
  const version = row.version + 1;
  await setCase(write, row.caseId, {
    state,
    standing,
    nextMove: next?.move ?? '',
    nextActor: next?.actor ?? '',
    nextUntil: next?.until ?? null,
    version,
  });
  return version;
}
