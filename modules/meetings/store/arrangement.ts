import type { PlainDate } from '#kernel/plain-date';
import { dated, type DatedTable, type Read, type Write } from '#platform/db';
import type { OrgPlace } from '#modules/organisations';
import type { DatedOwnKind, StoredSettings } from '../rules/arrangement.ts';
import type { OwnKind } from '../rules/own-kinds.ts';

const SETTING: DatedTable = { table: 'meeting_setting', key: 'org_id' };
const KIND: DatedTable = { table: 'meeting_kind', key: 'kind_id' };

/** All settings within sight with the days they hold: few rows, looked at for many days. */
export async function standingSettings(read: Read): Promise<
  {
    readonly org_path: string;
    readonly settings: StoredSettings;
    readonly valid_from: PlainDate;
    readonly valid_to: PlainDate | null;
  }[]
> {
  const rows = await read.db
    .selectFrom('meeting_setting')
    .select(['org_path', 'settings', 'valid_from', 'valid_to'])
    .where('tenant_id', '=', read.actor.tenantId)
    .where('superseded_at', 'is', null)
    .orderBy('org_path')
    .execute();
  return rows.map((row) => ({ ...row, settings: row.settings as StoredSettings }));
}

/** All settings within sight on a day, for many organisations at once. */
export async function settingsWithin(
  read: Read,
  day: PlainDate,
): Promise<{ readonly org_path: string; readonly settings: StoredSettings }[]> {
  const rows = await read.db
    .selectFrom('meeting_setting')
    .select(['org_path', 'settings'])
    .where('tenant_id', '=', read.actor.tenantId)
    .where('superseded_at', 'is', null)
    .where('valid_from', '<=', day)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', day)]))
    .orderBy('org_path')
    .execute();
  return rows.map((row) => ({
    org_path: row.org_path,
    settings: row.settings as StoredSettings,
  }));
}

/** From a day on; what was not named stays as it stood. */
export async function changeSettings(
  write: Write,
  place: OrgPlace,
  from: PlainDate,
  settings: object,
): Promise<void> {
  const row = { org_id: place.orgId, org_path: place.orgPath };
  const values = { settings: JSON.stringify(settings) };
  await dated.hold(write, SETTING, place.orgId, from, row, values);
}

/** Own kinds within sight, also ended ones: minutes of old meetings still name them. */
export async function ownKinds(read: Read): Promise<DatedOwnKind[]> {
  const rows = await read.db
    .selectFrom('meeting_kind')
    .selectAll()
    .where('tenant_id', '=', read.actor.tenantId)
    .where('superseded_at', 'is', null)
    .orderBy('org_path')
    .orderBy('name')
    .orderBy('valid_from')
    .execute();
  return rows.map((row) => ({
    kindId: row.kind_id,
    orgId: row.org_id,
    orgPath: row.org_path,
    name: row.name,
    body: row.body,
    rhythm:
      row.rhythm_per === null || row.rhythm_times === null
        ? null
        : { per: row.rhythm_per, times: row.rhythm_times },
    study: row.study,
    firstTopic: row.first_topic,
    template: row.template,
    from: row.valid_from,
    to: row.valid_to,
  }));
}

const columnsOf = (kind: Omit<OwnKind, 'kindId' | 'orgId'>) => ({
  name: kind.name,
  body: kind.body,
  rhythm_times: kind.rhythm?.times ?? null,
  rhythm_per: kind.rhythm?.per ?? null,
  study: kind.study,
  first_topic: kind.firstTopic,
  template: [...kind.template],
});

/** From a day on a kind is as given; a new one without `kindId`, and one that had ended begins again. */
export async function holdKind(
  write: Write,
  place: OrgPlace,
  kindId: string | undefined,
  from: PlainDate,
  kind: Omit<OwnKind, 'kindId' | 'orgId'>,
): Promise<string> {
  const id = kindId ?? write.newId<'MeetingKind'>();
  const row = { kind_id: id, org_id: place.orgId, org_path: place.orgPath };
  await dated.hold(write, KIND, id, from, row, columnsOf(kind));
  return id;
}

export async function endKindOn(write: Write, kindId: string, on: PlainDate): Promise<boolean> {
  return (await dated.end(write, KIND, kindId, on)) !== null;
}

/** What an organisation itself set, as it stands on a day. */
export async function ownSettings(
  read: Read,
  orgId: string,
  day: PlainDate,
): Promise<StoredSettings> {
  const row = await read.db
    .selectFrom('meeting_setting')
    .select('settings')
    .where('tenant_id', '=', read.actor.tenantId)
    .where('org_id', '=', orgId)
    .where('superseded_at', 'is', null)
    .where('valid_from', '<=', day)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', day)]))
    .executeTakeFirst();
  return row?.settings ?? {};
}
