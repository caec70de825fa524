import type { Inputs } from '#contract/lib';
import type { importsContract } from '#contract/imports';
import { ok, refuse, type Result } from '#kernel/result';
import { takeFile, type Write } from '#platform/db';
import { ownPlace } from '#modules/organisations';
import { insertCase, type ImportId } from '../store/cases.ts';

type Input = Omit<Inputs<typeof importsContract>['open'], 'commandId'>;

/** Begins a case with an uploaded table. Whether it can be read is seen when one looks at its columns. */
export async function openImport(
  write: Write,
  input: Input,
): Promise<Result<{ importId: ImportId }>> {
  const own = await ownPlace(write, input.orgId);
  if (!own.ok) return own;
  const importId = write.newId<'Import'>();
  const file = await takeFile(write, input.fileId, `imports.roster:${importId}`, own.value);
  if (!file.ok) return file;
  if (!/spreadsheetml|csv|text\/plain/u.test(file.value.mime)) {
    return refuse('imports.not_a_table');
  }
  await insertCase(write, own.value, importId, {
    kind: input.kind,
    fileId: input.fileId,
    fileName: file.value.name,
  });
  await write.audit({
    action: 'imports.open',
    objectKind: 'import_case',
    objectId: importId,
    place: own.value,
    fields: { kind: input.kind, fileName: file.value.name },
  });
  return ok({ importId });
}
