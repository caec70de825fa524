import { checkCode, type PublicContent, type PublicationSource } from '#engines/publishing';
import type { OrgId } from '#kernel/ids';
import { ok, refuse, type Result } from '#kernel/result';
import type { Read } from '#platform/db';
import { membershipsOf } from '#modules/members';
import { lint, lintWords } from '../rules/lint.ts';
import type { ItemId } from '../store/items.ts';

/** Names that stand in the roster today: beside one of them hardship is somebody's. */
export async function knownNames(read: Read, orgId: OrgId): Promise<string[]> {
  return (await membershipsOf(read, orgId, read.today, read.today)).map((row) => row.name);
}

/** Refuses a text that is empty, or that would give away private facts. */
export async function checkText(
  read: Read,
  orgId: OrgId,
  content: PublicContent,
  section: string,
): Promise<Result<PublicContent>> {
  if (content.title === '' || content.blocks.length === 0) return refuse('publication.empty');
  const names = await knownNames(read, orgId);
  const found = lint(content, { names, dutyPhones: section === 'service' });
  return found.length > 0
    ? refuse('publication.private_facts', { found: lintWords(found) })
    : ok(content);
}

export const sourceOf = (
  sources: readonly PublicationSource[],
  module: string,
): PublicationSource | undefined => sources.find((source) => source.module === module);

/** The code of a text: of this item, this version, this organisation. */
export const codeOf = (
  itemId: ItemId,
  version: number,
  orgName: string,
  content: PublicContent,
): string => checkCode([itemId, String(version), orgName], content);
