import type { TalkKind } from '#contract/talks';
import type { Id, OrgId, PersonId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import { insertMany, type Read, type Write } from '#platform/db';
import type { OrgPlace } from '#modules/organisations';

export type TalkId = Id<'Talk'>;

export interface Party {
  readonly personId: PersonId | null;
  readonly name: string;
}

export interface TalkValues {
  readonly heldOn: PlainDate;
  readonly kind: TalkKind;
  readonly place: string;
  readonly talker: Party;
  readonly partner: Party;
}

/** Writes talks and each known person's side of them, however many by two statements. */
export async function insertTalks(
  write: Write,
  place: OrgPlace,
  talks: readonly (TalkValues & { readonly talkId: TalkId })[],
): Promise<void> {
  const common = (talk: (typeof talks)[number]) => ({
    ...write.stamp(place),
    talk_id: talk.talkId,
    held_on: talk.heldOn,
    kind: talk.kind,
    place: talk.place,
  });
  await insertMany(
    write,
    'talk',
    talks.map((talk) => ({
      ...common(talk),
      id: write.newId<'TalkRow'>(),
      talker_id: talk.talker.personId,
      talker_name: talk.talker.name,
      partner_id: talk.partner.personId,
      partner_name: talk.partner.name,
    })),
  );
  const sides = talks.flatMap((talk) =>
    [
      { side: 'talker', own: talk.talker, other: talk.partner },
      { side: 'partner', own: talk.partner, other: talk.talker },
    ].flatMap(({ side, own, other }) =>
      own.personId === null
        ? []
        : [
            {
              ...common(talk),
              id: write.newId<'TalkParty'>(),
              side,
              person_id: own.personId,
              own_name: own.name,
              other_id: other.personId,
              other_name: other.name,
            },
          ],
    ),
  );
  await insertMany(write, 'talk_party', sides);
}

/** The standing row of a talk, locked; null where there is none in sight. */
export async function talkForUpdate(write: Write, talkId: TalkId) {
  const row = await write.db
    .selectFrom('talk')
    .selectAll()
    .where('tenant_id', '=', write.actor.tenantId)
    .where('talk_id', '=', talkId)
    .orderBy('entered_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

/** The standing talk, or null. */
export async function talkOf(read: Read, talkId: TalkId) {
  const row = await read.db
    .selectFrom('talk')
    .selectAll()
    .where('tenant_id', '=', read.actor.tenantId)
    .where('talk_id', '=', talkId)
    .where('superseded_at', 'is', null)
    .executeTakeFirst();
  return row ?? null;
}

/** Takes a talk and its sides out of what stands. */
export async function supersedeTalk(write: Write, talkId: TalkId): Promise<void> {
  for (const table of ['talk', 'talk_party'] as const) {
    await write.db
      .updateTable(table)
      .set({ superseded_at: write.enteredAt })
      .where('tenant_id', '=', write.actor.tenantId)
      .where('talk_id', '=', talkId)
      .where('superseded_at', 'is', null)
      .execute();
  }
}

export interface TalkFilter {
  /** One organisation, or an access path and all below it. */
  readonly orgId?: OrgId;
  readonly below?: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly kind?: TalkKind | undefined;
  readonly personId?: PersonId | undefined;
}

const standing = (read: Read, filter: TalkFilter) =>
  read.db
    .selectFrom('talk')
    .where('tenant_id', '=', read.actor.tenantId)
    .where('superseded_at', 'is', null)
    .where('held_on', '>=', filter.from)
    .where('held_on', '<=', filter.to)
    .$if(filter.orgId !== undefined, (qb) => qb.where('org_id', '=', filter.orgId as OrgId))
    .$if(filter.below !== undefined, (qb) =>
      qb.where('org_path', '>=', filter.below ?? '').where('org_path', '<', `${filter.below}~`),
    )
    .$if(filter.kind !== undefined, (qb) => qb.where('kind', '=', filter.kind as TalkKind))
    .$if(filter.personId !== undefined, (qb) =>
      qb.where((eb) =>
        eb.or([
          eb('talker_id', '=', filter.personId as PersonId),
          eb('partner_id', '=', filter.personId as PersonId),
        ]),
      ),
    );

/** One page of standing talks, newest first. */
export async function talkPage(
  read: Read,
  filter: TalkFilter,
  page: { readonly limit: number; readonly offset: number },
) {
  const query = standing(read, filter);
  const rows = await query
    .selectAll()
    .orderBy('held_on', 'desc')
    .orderBy('id', 'desc')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
  const count = await query
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return { rows, total: Number(count.n) };
}

/** Standing talks by kind. */
export async function talkCounts(read: Read, filter: TalkFilter): Promise<Record<string, number>> {
  const rows = await standing(read, { ...filter, kind: undefined })
    .select((eb) => ['kind', eb.fn.countAll<number>().as('n')])
    .groupBy('kind')
    .execute();
  return Object.fromEntries(rows.map((row) => [row.kind, Number(row.n)]));
}

/** All standing talks of some organisations in a span, in order of days. */
export async function talksOver(
  read: Read,
  orgIds: readonly OrgId[],
  from: PlainDate,
  to: PlainDate,
) {
  if (orgIds.length === 0) return [];
  return read.db
    .selectFrom('talk')
    .selectAll()
    .where('tenant_id', '=', read.actor.tenantId)
    .where('superseded_at', 'is', null)
    .where('org_id', 'in', [...orgIds])
    .where('held_on', '>=', from)
    .where('held_on', '<=', to)
    .orderBy('held_on')
    .orderBy('id')
    .execute();
}

/** Standing talks of an organisation on certain days: what a new entry is compared with. */
export async function talksOnDays(read: Read, orgId: OrgId, days: readonly PlainDate[]) {
  return read.db
    .selectFrom('talk')
    .selectAll()
    .where('tenant_id', '=', read.actor.tenantId)
    .where('superseded_at', 'is', null)
    .where('org_id', '=', orgId)
    .where('held_on', 'in', [...new Set(days)])
    .execute();
}
