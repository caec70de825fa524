import type { Id, PersonId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import { dated, type DatedTable, type Read, type Write } from '#platform/db';
import type { OrgPlace } from '#modules/organisations';

const HARDSHIP: DatedTable = { table: 'member_hardship', key: 'hardship_id' };
export type HardshipId = Id<'Hardship'>;

export interface NewHardship {
  readonly personId: PersonId;
  readonly kind: string;
  readonly situation: string;
  readonly help: string;
  readonly readers: readonly PersonId[];
}

export async function insertHardship(
  write: Write,
  place: OrgPlace,
  from: PlainDate,
  one: NewHardship,
): Promise<HardshipId> {
  const hardshipId = write.newId<'Hardship'>();
  await dated.begin(write, HARDSHIP, from, {
    hardship_id: hardshipId,
    person_id: one.personId,
    org_id: place.orgId,
    org_path: place.orgPath,
    readers: [...one.readers],
    kind: one.kind,
    situation: one.situation,
    help: one.help,
  });
  return hardshipId;
}

/** Standing rows the reader is named in, below a path. */
export async function hardshipsWithin(read: Read, within: string) {
  return read.db
    .selectFrom('member_hardship')
    .selectAll()
    .where('tenant_id', '=', read.actor.tenantId)
    .where('superseded_at', 'is', null)
    .where('org_path', '>=', within)
    .where('org_path', '<', `${within}~`)
    .orderBy('org_path')
    .orderBy('valid_from')
    .execute();
}

/** False where there is none the reader is named in. */
export async function endHardshipRow(
  write: Write,
  hardshipId: HardshipId,
  on: PlainDate,
): Promise<boolean> {
  return (await dated.end(write, HARDSHIP, hardshipId, on)) !== null;
}
