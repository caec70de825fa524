import type { Inputs } from '#contract/lib';
import type { importsContract } from '#contract/imports';
import { ok, refuse, type Result } from '#kernel/result';
import type { Write } from '#platform/db';
import { mayWorkOn } from '../policy.ts';
import { caseForUpdate, touchCase } from '../store/cases.ts';
import { setSides } from '../store/rows.ts';

type Input = Omit<Inputs<typeof importsContract>['decide'], 'commandId'>;

/** Decides where differences are to be changed: here, over there, or nowhere. */
export async function decideChanges(
  write: Write,
  input: Input,
): Promise<Result<{ decided: number }>> {
  const mine = mayWorkOn(write, await caseForUpdate(write, input.importId));
  if (!mine.ok) return mine;
  const one = mine.value;
  if (one.state !== 'ready' || one.generation === null) return refuse('imports.not_ready');
  const staging = { importId: one.importId, generation: one.generation, place: one.place };
  const decided = await setSides(write, staging, input.side, input.rows, input.field);
  await touchCase(write, one.importId);
  return ok({ decided });
}
