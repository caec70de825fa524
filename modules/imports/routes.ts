import type { Handlers } from '#contract/lib';
import type { importsContract } from '#contract/imports';
import { ok } from '#kernel/result';
import type { RequestContext } from '#platform/request';
import { abandonImport, abandonOld } from './commands/abandon-import.ts';
import { answerRows } from './commands/answer-rows.ts';
import { confirmImport } from './commands/confirm-import.ts';
import { decideChanges } from './commands/decide-changes.ts';
import { openImport } from './commands/open-import.ts';
import { prepareImport } from './commands/prepare-import.ts';
import { settleDifferences } from './commands/settle-differences.ts';
import { undoImport } from './commands/undo-import.ts';
import { differences, printDifferences } from './queries/differences.ts';
import { look } from './queries/look.ts';
import { cases, preview, problems, progress, rows } from './queries/preview.ts';

/** Files go only once the row that named them is gone for good. */
async function drop(context: RequestContext, files: readonly (string | null)[]): Promise<void> {
  for (const file of files) {
    if (file !== null) await context.files.remove(context.actor.tenantId, file);
  }
}

export const importsRoutes: Handlers<typeof importsContract, RequestContext> = {
  cases: (input, context) => context.read((read) => cases(read, input)),
  open: async (input, context) => {
    const opened = await context.write(input, 'imports.open', async (write) => {
      const old = await abandonOld(write);
      const done = await openImport(write, input);
      return done.ok ? ok({ ...done.value, old }) : done;
    });
    if (!opened.ok) return opened;
    await drop(context, opened.value.old);
    return ok({ importId: opened.value.importId });
  },
  look: (input, context) => look(context, input),
  prepare: (input, context) => prepareImport(context, input, context.write),
  progress: (input, context) => context.read((read) => progress(read, input)),
  preview: (input, context) => context.read((read) => preview(read, input)),
  rows: (input, context) => context.read((read) => rows(read, input)),
  problems: (input, context) => context.read((read) => problems(read, input)),
  answer: (input, context) =>
    context.write(input, 'imports.answer', (write) => answerRows(write, input)),
  decide: (input, context) =>
    context.write(input, 'imports.decide', (write) => decideChanges(write, input)),
  confirm: async (input, context) => {
    const done = await context.write(input, 'imports.confirm', (write) =>
      confirmImport(write, input),
    );
    if (!done.ok) return done;
    const { file, ...counts } = done.value;
    await drop(context, [file]);
    return ok(counts);
  },
  undo: (input, context) =>
    context.write(input, 'imports.undo', (write) => undoImport(write, input)),
  abandon: async (input, context) => {
    const done = await context.write(input, 'imports.abandon', (write) =>
      abandonImport(write, input),
    );
    if (!done.ok) return done;
    await drop(context, [done.value.file]);
    return ok({});
  },
  differences: (input, context) => context.read((read) => differences(read, input)),
  settle: (input, context) =>
    context.write(input, 'imports.settle', (write) => settleDifferences(write, input)),
  printDifferences: (input, context) => context.read((read) => printDifferences(read, input)),
};
