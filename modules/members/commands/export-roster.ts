import type { Inputs } from '#contract/lib';
import type { membersContract } from '#contract/members';
import { ok, refuse, type Result } from '#kernel/result';
import { may, type Write } from '#platform/db';
import { rosterBook } from '../queries/print.ts';

type Input = Inputs<typeof membersContract>['exportRoster'];

/**
 * Hands out the roster as a workbook. Full numbers need the permission and a reason; every export is kept
 * in the log with its columns and how many people went out.
 */
export async function exportRoster(write: Write, input: Input): Promise<Result<File>> {
  if (input.secrets === 'full') {
    if (!may(write.actor, 'members.reveal')) return refuse('common.not_allowed');
    if (input.reason === '') return refuse('members.reason_needed');
  }
  const book = await rosterBook(write, input);
  if (!book.ok) return book;
  await write.audit({
    action: 'members.export',
    objectKind: 'organisation',
    objectId: input.orgId ?? write.actor.orgId,
    fields: {
      columns: book.value.columns,
      people: book.value.people,
      secrets: input.secrets,
    },
    ...(input.reason === '' ? {} : { reason: input.reason }),
  });
  return ok(book.value.file);
}
