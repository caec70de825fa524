import type { PlainDate } from '#kernel/plain-date';
import { dated, type DatedTable, type Read, type Write } from '#platform/db';
import type { OrgPlace } from '#modules/organisations';
import { known, within, type Asked } from './assessments.ts';

const CYCLE: DatedTable = { table: 'dues_cycle', key: 'org_id' };
const SETTING: DatedTable = { table: 'dues_setting', key: 'org_id' };

/** All settings within sight (they hold downwards), the highest organisation first. */
export async function settingRows(read: Read) {
  return read.db
    .selectFrom('dues_setting')
    .select(['org_id', 'org_path', 'settings', 'valid_from', 'valid_to'])
    .where('tenant_id', '=', read.actor.tenantId)
    .where('superseded_at', 'is', null)
    .orderBy('org_path')
    .orderBy('valid_from')
    .execute();
}

export async function changeSettings(
  write: Write,
  place: OrgPlace,
  from: PlainDate,
  settings: object,
): Promise<void> {
  const row = { org_id: place.orgId, org_path: place.orgPath };
  await dated.hold(write, SETTING, place.orgId, from, row, { settings: JSON.stringify(settings) });
}

export async function cyclesOf(read: Read, { orgIds, knownAt }: Asked) {
  return read.db
    .selectFrom('dues_cycle')
    .select(['org_id', 'cycle', 'basis', 'valid_from', 'valid_to'])
    .where('tenant_id', '=', read.actor.tenantId)
    .where(within(orgIds))
    .where(known(knownAt))
    .orderBy('valid_from')
    .execute();
}

export async function changeCycle(
  write: Write,
  place: OrgPlace,
  from: PlainDate,
  cycle: string,
  basis: string,
): Promise<void> {
  const row = { org_id: place.orgId, org_path: place.orgPath };
  await dated.hold(write, CYCLE, place.orgId, from, row, { cycle, basis });
}
