import type { PersonId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import { sql, type Read, type Write } from '#platform/db';
import type { TalkId } from './talks.ts';

/** A person's standing sides of talks in a span, newest first. */
export async function sidesOf(read: Read, personId: PersonId, from: PlainDate, to: PlainDate) {
  return read.db
    .selectFrom('talk_party')
    .selectAll()
    .where('tenant_id', '=', read.actor.tenantId)
    .where('person_id', '=', personId)
    .where('superseded_at', 'is', null)
    .where('held_on', '>=', from)
    .where('held_on', '<=', to)
    .orderBy('held_on', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

/** A person's own standing side of one talk, or null. */
export async function sideOf(read: Read, personId: PersonId, talkId: TalkId) {
  const row = await read.db
    .selectFrom('talk_party')
    .selectAll()
    .where('tenant_id', '=', read.actor.tenantId)
    .where('talk_id', '=', talkId)
    .where('person_id', '=', personId)
    .where('superseded_at', 'is', null)
    .executeTakeFirst();
  return row ?? null;
}

/** What was said, still encrypted; row security shows it to the two alone. */
export async function contentOf(read: Read, talkId: TalkId) {
  const row = await read.db
    .selectFrom('talk_content')
    .selectAll()
    .where('tenant_id', '=', read.actor.tenantId)
    .where('talk_id', '=', talkId)
    .executeTakeFirst();
  return row ?? null;
}

/** Which of some talks have content the reader may open. */
export async function writtenAmong(
  read: Read,
  talkIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (talkIds.length === 0) return new Set();
  const rows = await read.db
    .selectFrom('talk_content')
    .select('talk_id')
    .where('tenant_id', '=', read.actor.tenantId)
    .where('talk_id', 'in', [...talkIds])
    .execute();
  return new Set(rows.map((row) => row.talk_id));
}

export interface NewContent {
  readonly talkId: TalkId;
  readonly orgId: string;
  readonly orgPath: string;
  readonly readers: readonly string[];
  readonly writer: PersonId;
  /** Encrypted. */
  readonly content: string;
  readonly basedOn: number;
}

/** False where somebody wrote meanwhile. `basedOn` 0 means nothing was there. */
export async function saveContentRow(write: Write, one: NewContent): Promise<boolean> {
  const fresh = {
    content: one.content,
    written_by: one.writer,
    version: one.basedOn + 1,
    entered_at: write.enteredAt,
    entered_by: write.actor.accountId,
  };
  if (one.basedOn === 0) {
    const added = await write.db
      .insertInto('talk_content')
      .values({
        ...write.stamp({ orgId: one.orgId, orgPath: one.orgPath }),
        talk_id: one.talkId,
        readers: sql`${one.readers}::uuid[]`,
        ...fresh,
      })
      .onConflict((on) => on.columns(['tenant_id', 'talk_id']).doNothing())
      .executeTakeFirst();
    return Number(added.numInsertedOrUpdatedRows ?? 0) === 1;
  }
  const changed = await write.db
    .updateTable('talk_content')
    .set(fresh)
    .where('tenant_id', '=', write.actor.tenantId)
    .where('talk_id', '=', one.talkId)
    .where('version', '=', one.basedOn)
    .executeTakeFirst();
  return Number(changed.numUpdatedRows) === 1;
}
