import type { Inputs } from '#contract/lib';
import type { importsContract } from '#contract/imports';
import type { PersonId } from '#kernel/ids';
import { ok, refuse, type Result } from '#kernel/result';
import type { Write } from '#platform/db';
import { namesOf, takeBackMany, writtenAfter } from '#modules/members';
import { mayWorkOn } from '../policy.ts';
import { caseForUpdate, setState } from '../store/cases.ts';
import { effectsOf, forgetEffects, restedOn } from '../store/effects.ts';

type Input = Omit<Inputs<typeof importsContract>['undo'], 'commandId'>;

const NAMED = 5;

/**
 * Takes a whole import back: people it entered stand in no roster any more, files it changed read as
 * before. Refused with their names where something newer rests on one of them.
 */
export async function undoImport(
  write: Write,
  input: Input,
): Promise<Result<{ removed: number; restored: number }>> {
  const mine = mayWorkOn(write, await caseForUpdate(write, input.importId));
  if (!mine.ok) return mine;
  const one = mine.value;
  if (one.state !== 'done' || one.confirmedAt === null) return refuse('imports.not_done');
  const effects = await effectsOf(write, one.importId);
  const entered = effects.filter(({ kind }) => kind === 'new').map(({ personId }) => personId);
  const changed = new Map(
    effects
      .filter(({ kind }) => kind === 'changed')
      .map(({ personId, before }) => [personId, before]),
  );
  const later = new Set([
    ...(await writtenAfter(write, [...entered, ...changed.keys()], one.confirmedAt)),
    ...(await restedOn(write, entered, one.confirmedAt)),
  ]);
  if (later.size > 0) {
    const ids = [...later].slice(0, NAMED) as PersonId[];
    const names = await namesOf(write, ids);
    return refuse('imports.newer_rests', {
      names: ids.map((id) => names.get(id) ?? '').join('、'),
      count: later.size,
      more: later.size - ids.length,
    });
  }
  await takeBackMany(write, one.confirmedAt, { entered, changed });
  await forgetEffects(write, one.importId);
  await setState(write, one.importId, 'undone');
  await write.audit({
    action: 'imports.undo',
    objectKind: 'import_case',
    objectId: one.importId,
    place: one.place,
    fields: { fileName: one.fileName, removed: entered.length, restored: changed.size },
  });
  return ok({ removed: entered.length, restored: changed.size });
}
