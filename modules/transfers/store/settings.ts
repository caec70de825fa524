import type { OrgPath } from '#kernel/org-path';
import type { PlainDate } from '#kernel/plain-date';
import { dated, type DatedTable, type Read, type Write } from '#platform/db';
import type { OrgPlace } from '#modules/organisations';
import { DEFAULT_TRANSFER_SETTINGS, type TransferSettings } from '../rules/facts.ts';

const SETTING: DatedTable = { table: 'transfer_setting', key: 'org_id' };

/** Settings that hold at a place on a day: those of the nearest organisation above win. */
export async function settingsAt(
  read: Read,
  path: OrgPath,
  day: PlainDate,
): Promise<TransferSettings> {
  const rows = await read.db
    .selectFrom('transfer_setting')
    .select(['org_path', 'settings'])
    .where('tenant_id', '=', read.actor.tenantId)
    .where('superseded_at', 'is', null)
    .where('valid_from', '<=', day)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', day)]))
    .orderBy('org_path')
    .execute();
  return rows
    .filter((row) => path.startsWith(row.org_path))
    .map((row) => row.settings as Partial<TransferSettings>)
    .reduce<TransferSettings>((all, one) => ({ ...all, ...one }), DEFAULT_TRANSFER_SETTINGS);
}

export async function changeSettings(
  write: Write,
  place: OrgPlace,
  from: PlainDate,
  settings: TransferSettings,
): Promise<void> {
  const values = { settings: JSON.stringify(settings) };
  if ((await dated.change(write, SETTING, place.orgId, from, values)) !== null) return;
  await dated.begin(write, SETTING, from, {
    org_id: place.orgId,
    org_path: place.orgPath,
    ...values,
  });
}
