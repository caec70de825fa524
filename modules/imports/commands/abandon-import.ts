import type { Inputs } from '#contract/lib';
import type { importsContract } from '#contract/imports';
import { ok, refuse, type Result } from '#kernel/result';
import { forgetFile, type Write } from '#platform/db';
import { mayWorkOn } from '../policy.ts';
import { caseForUpdate, setState, unfinishedBefore } from '../store/cases.ts';
import { deleteRows } from '../store/rows.ts';

type Input = Omit<Inputs<typeof importsContract>['abandon'], 'commandId'>;

const UNFINISHED_FOR = 7 * 24 * 3600 * 1000;

/** Gives an import up: staged rows and the file go. Returns the stored file to be removed. */
export async function abandonImport(
  write: Write,
  input: Input,
): Promise<Result<{ file: string | null }>> {
  const mine = mayWorkOn(write, await caseForUpdate(write, input.importId));
  if (!mine.ok) return mine;
  const one = mine.value;
  if (one.state !== 'open' && one.state !== 'ready') return refuse('imports.not_ready');
  await deleteRows(write, one.importId, null);
  await setState(write, one.importId, 'abandoned');
  const file = one.fileId === null ? null : await forgetFile(write, one.fileId);
  await write.audit({
    action: 'imports.abandon',
    objectKind: 'import_case',
    objectId: one.importId,
    place: one.place,
    fields: { fileName: one.fileName },
  });
  return ok({ file });
}

/** Imports in sight that nobody finished within a week; a roster file is not kept longer than it is needed. */
export async function abandonOld(write: Write): Promise<string[]> {
  const before = new Date(write.enteredAt.getTime() - UNFINISHED_FOR);
  const files: string[] = [];
  for (const { importId } of await unfinishedBefore(write, before)) {
    const done = await abandonImport(write, { importId });
    if (done.ok && done.value.file !== null) files.push(done.value.file);
  }
  return files;
}
