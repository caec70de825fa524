import type { OrgId } from '#kernel/ids';
import type { OrgPath } from '#kernel/org-path';
import { datedMany, sql, type Write } from '#platform/db';
import { MEMBERSHIP } from './membership.ts';
import { PERSON_STATE } from './person.ts';
import { setSecrets, type SealedSecret } from './bulk.ts';

export interface TakingBack {
  /** People the act entered. */
  readonly entered: readonly string[];
  /** People whose files it changed, with the numbers it replaced (null: it replaced none). */
  readonly changed: ReadonlyMap<string, SealedSecret | null>;
}

/** Whose file was written to after an act that is to be taken back. */
export async function writtenAfter(
  write: Write,
  people: readonly string[],
  act: Date,
): Promise<ReadonlySet<string>> {
  const later = new Set([
    ...(await datedMany.touchedAfter(write, PERSON_STATE, people, act)),
    ...(await datedMany.touchedAfter(write, MEMBERSHIP, people, act)),
  ]);
  const found = await sql<{ person_id: string }>`
    select person_id from person_secret where tenant_id = ${write.actor.tenantId}::uuid
       and person_id = any(${[...people]}::uuid[]) and entered_at > ${act}`.execute(write.db);
  for (const { person_id } of found.rows) later.add(person_id);
  return later;
}

/**
 * Takes an act of `enterStaged` and `changeMany` back: people it entered stand in no roster any more and
 * their numbers are free again, files it changed read as before. Nothing is deleted of the dated rows.
 */
export async function takeBackMany(write: Write, act: Date, what: TakingBack): Promise<void> {
  const { tenantId } = write.actor;
  const changed = [...what.changed.keys()];
  const all = [...what.entered, ...changed];
  await datedMany.takeBack(write, PERSON_STATE, all, act);
  await datedMany.takeBack(write, MEMBERSHIP, all, act);
  await sql`delete from person_secret where tenant_id = ${tenantId}::uuid
     and person_id = any(${[...what.entered]}::uuid[])`.execute(write.db);
  const found = await sql<{ person_id: string; org_id: string; org_path: string }>`
    select p.person_id, p.org_id, p.org_path from person p
     where p.tenant_id = ${tenantId}::uuid and p.person_id = any(${changed}::uuid[])`.execute(
    write.db,
  );
  const people = found.rows.map((row) => ({
    personId: row.person_id,
    place: { orgId: row.org_id as OrgId, orgPath: row.org_path as OrgPath },
  }));
  await setSecrets(
    write,
    people.flatMap(({ personId, place }) => {
      const secret = what.changed.get(personId) ?? null;
      return secret === null ? [] : [{ personId, place, secret }];
    }),
  );
}
