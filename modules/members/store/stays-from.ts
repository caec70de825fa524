import type { OrgId, PersonId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import { dated, type Read, type Write } from '#platform/db';
import type { WayOut } from '../rules/movement.ts';
import { MEMBERSHIP, staysOf } from './membership.ts';

/** Everybody whose membership in an organisation holds on a day or begins later, whatever its standing. */
export async function staysFrom(read: Read, orgId: OrgId, day: PlainDate): Promise<PersonId[]> {
  const rows = await read.db
    .selectFrom('membership')
    .select('person_id')
    .distinct()
    .where('tenant_id', '=', read.actor.tenantId)
    .where('org_id', '=', orgId)
    .where('superseded_at', 'is', null)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', day)]))
    .orderBy('person_id')
    .execute();
  return rows.map((row) => row.person_id as PersonId);
}

/** What decides about a post, as true on a day; the earliest known where nothing is entered so far back. */
export async function stateOfPerson(read: Read, personId: PersonId, day: PlainDate) {
  const rows = await read.db
    .selectFrom('person_state')
    .select(['name', 'regularised_on', 'correction', 'valid_from'])
    .where('tenant_id', '=', read.actor.tenantId)
    .where('person_id', '=', personId)
    .where('superseded_at', 'is', null)
    .orderBy('valid_from')
    .execute();
  return rows.findLast((row) => row.valid_from <= day) ?? rows[0] ?? null;
}

/** The row that was cut on a day tells how the stay there ended. */
export async function sayHowLeft(
  write: Write,
  personId: PersonId,
  on: PlainDate,
  way: WayOut,
  paper: string,
): Promise<void> {
  const cut = (await staysOf(write, personId)).find((row) => row.valid_to === on);
  if (cut === undefined) return;
  await dated.correct(write, MEMBERSHIP, personId, cut.id, { way_out: way, out_paper: paper });
}
