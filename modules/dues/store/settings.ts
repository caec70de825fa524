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
  const values = { settings: JSON.stringify(settings) };
  const before = await dated.change(write, SETTING, place.orgId, from, values);
  if (before !== null) return;
  await dated.begin(write, SETTING, from, {
    org_id: place.orgId,
    org_path: place.orgPath,
    ...values,
  });
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
  const before = await dated.change(write, CYCLE, place.orgId, from, { cycle, basis });
  if (before !== null) return;
  await dated.begin(write, CYCLE, from, {
    org_id: place.orgId,
    org_path: place.orgPath,
    cycle,
    basis,
  });
}
