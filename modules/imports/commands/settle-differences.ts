import type { Inputs } from '#contract/lib';
import type { importsContract } from '#contract/imports';
import { ok, type Result } from '#kernel/result';
import type { Write } from '#platform/db';
import { settleDifferences as settle } from '../store/effects.ts';

type Input = Omit<Inputs<typeof importsContract>['settle'], 'commandId'>;

/** Ticks differences off once they were changed in the national system. */
export async function settleDifferences(
  write: Write,
  input: Input,
): Promise<Result<{ settled: number }>> {
  const done = await settle(write, input.differenceIds, input.on);
  for (const { id } of done) {
    await write.audit({
      action: 'imports.settle',
      objectKind: 'import_difference',
      objectId: id,
      fields: { on: input.on },
    });
  }
  return ok({ settled: done.length });
}
