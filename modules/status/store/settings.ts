import type { OrgPath } from '#kernel/org-path';
import type { PlainDate } from '#kernel/plain-date';
import { dated, type DatedTable, type Read, type Write } from '#platform/db';
import type { OrgPlace } from '#modules/organisations';
import { DEFAULT_STATUS_SETTINGS, type StatusSettings } from '../rules/facts.ts';

const SETTING: DatedTable = { table: 'status_setting', key: 'org_id' };

/** What holds for an organisation on a day: what a body nearer to it fixes goes before what one further up does. */
export async function settingsAt(
  read: Read,
  path: OrgPath,
  day: PlainDate,
): Promise<StatusSettings> {
  const rows = await read.db
    .selectFrom('status_setting')
    .select(['org_path', 'settings'])
    .where('tenant_id', '=', read.actor.tenantId)
    .where('superseded_at', 'is', null)
    .where('valid_from', '<=', day)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', day)]))
    .orderBy('org_path')
    .execute();
  return rows
    .filter((row) => path.startsWith(row.org_path))
    .reduce<StatusSettings>(
      (all, row) => ({ ...all, ...(row.settings as Partial<StatusSettings>) }),
      DEFAULT_STATUS_SETTINGS,
    );
}

export async function changeSettings(
  write: Write,
  place: OrgPlace,
  from: PlainDate,
  settings: StatusSettings,
): Promise<void> {
  const values = { settings: JSON.stringify(settings) };
  await dated.hold(
    write,
    SETTING,
    place.orgId,
    from,
    { tenant_id: write.actor.tenantId, org_id: place.orgId, org_path: place.orgPath },
    values,
  );
}
