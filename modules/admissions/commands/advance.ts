import { forecast, nextMoves, stateOf, type Case } from '#engines/procedure';
import type { Write } from '#platform/db';
import { GUARDS } from '../rules/guards.ts';
import { missingLocals } from '../rules/local.ts';
import { ADMISSION } from '../rules/steps.ts';
import { REGISTER_OF, type Move } from '../rules/words.ts';
import type { Loaded } from '../queries/facts.ts';
import { setCase } from '../store/cases.ts';

/** Writes down where a case stands after its moves, and what comes next for whom. */
export async function advance(
  write: Write,
  loaded: Pick<Loaded, 'row' | 'facts' | 'locals'>,
  file: Case<Move>,
): Promise<number> {
  const state = stateOf(ADMISSION, file);
  const [coming] = forecast(ADMISSION, file, write.today, loaded.facts.calendar);
  const open = nextMoves(ADMISSION, GUARDS, file, loaded.facts, write.today, loaded.facts.calendar);
  const next = open.find((one) => one.move === coming?.move) ?? open.find((one) => one.aside);
  const nextMove = coming?.move ?? next?.move ?? '';
  const local =
    nextMove === ''
      ? undefined
      : missingLocals(
          loaded.locals.steps,
          loaded.locals.done,
          file.done.map((one, at) => ({ ...one, seq: at + 1 })),
          nextMove,
          write.today,
        ).find((one) => one.required);
  const version = loaded.row.version + 1;
  await setCase(write, loaded.row.caseId, {
    state,
    register: REGISTER_OF[state],
    nextMove,
    nextLocal: local?.name ?? '',
    nextActor: local?.actor ?? next?.actor ?? '',
    nextFrom: coming?.earliest ?? null,
    nextUntil: coming?.latest ?? null,
    version,
  });
  return version;
}
