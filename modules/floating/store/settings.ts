import type { OrgPath } from '#kernel/org-path';
import type { PlainDate } from '#kernel/plain-date';
import { dated, type DatedTable, type Read, type Write } from '#platform/db';
import type { OrgPlace } from '#modules/organisations';
import { DEFAULT_RHYTHM, type Rhythm } from '../rules/rhythm.ts';

const SETTING: DatedTable = { table: 'floating_setting', key: 'org_id' };

/** The rhythm that holds at any place on a day: that of the nearest committee above wins. */
export async function rhythmsOn(read: Read, day: PlainDate): Promise<(path: OrgPath) => Rhythm> {
  const rows = await read.db
    .selectFrom('floating_setting')
    .select(['org_path', 'contact_months', 'abroad_months', 'counts_presence'])
    .where('tenant_id', '=', read.actor.tenantId)
    .where('superseded_at', 'is', null)
    .where('valid_from', '<=', day)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', day)]))
    .orderBy('org_path')
    .execute();
  return (path) => {
    const nearest = rows.findLast((row) => path.startsWith(row.org_path));
    return nearest === undefined
      ? DEFAULT_RHYTHM
      : {
          contactMonths: nearest.contact_months,
          abroadMonths: nearest.abroad_months,
          countsPresence: nearest.counts_presence,
        };
  };
}

export async function setRhythm(
  write: Write,
  place: OrgPlace,
  from: PlainDate,
  rhythm: Rhythm,
): Promise<void> {
  await dated.hold(
    write,
    SETTING,
    place.orgId,
    from,
    { org_id: place.orgId, org_path: place.orgPath, tenant_id: write.actor.tenantId },
    {
      contact_months: rhythm.contactMonths,
      abroad_months: rhythm.abroadMonths,
      counts_presence: rhythm.countsPresence,
    },
  );
}
