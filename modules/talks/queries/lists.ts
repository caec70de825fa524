import type { Inputs, Outputs } from '#contract/lib';
import { TALK_KINDS, type talksContract, type TalkKind } from '#contract/talks';
import type { OrgId, PersonId } from '#kernel/ids';
import { offsetOf } from '#kernel/paging';
import { dayOf, monthOf, todayAt } from '#kernel/plain-date';
import type { Read } from '#platform/db';
import { orgNames, placeOf } from '#modules/organisations';
import { mayRecord } from '../policy.ts';
import { contentOf, sideOf, sidesOf, writtenAmong } from '../store/own.ts';
import { talkCounts, talkPage, type TalkFilter, type TalkId } from '../store/talks.ts';

type In = Inputs<typeof talksContract>;
type Out = Outputs<typeof talksContract>;

/** 谈心谈话一览: who with whom, when, of which kind; what was said is never here. */
export async function list(read: Read, input: In['list']): Promise<Out['list'] | null> {
  const place = await placeOf(read, input.orgId);
  if (place === null) return null;
  const filter: TalkFilter = {
    ...(input.below === true ? { below: place.orgPath } : { orgId: input.orgId }),
    from: dayOf(input.year, 1, 1),
    to: dayOf(input.year, 12, 31),
    kind: input.kind,
    personId: input.personId,
  };
  const found = await talkPage(read, filter, { limit: input.pageSize, offset: offsetOf(input) });
  const counts = await talkCounts(read, filter);
  const orgs = await orgNames(
    read,
    found.rows.map((row) => row.org_id),
  );
  const { actor } = read;
  const may = mayRecord(actor, place.orgPath);
  return {
    total: found.total,
    counts: Object.fromEntries(
      Object.keys(TALK_KINDS).map((kind) => [kind, counts[kind] ?? 0]),
    ) as Record<TalkKind, number>,
    rows: found.rows.map((row) => ({
      talkId: row.talk_id as TalkId,
      orgId: row.org_id as OrgId,
      orgName: orgs.get(row.org_id)?.shortName ?? '',
      heldOn: row.held_on,
      kind: row.kind,
      place: row.place,
      talker: { personId: row.talker_id as PersonId | null, name: row.talker_name },
      partner: { personId: row.partner_id as PersonId | null, name: row.partner_name },
      enteredAt: row.entered_at.toISOString(),
      enteredLater: monthOf(todayAt(row.entered_at.getTime())) > monthOf(row.held_on),
      own:
        actor.personId !== null &&
        (row.talker_id === actor.personId || row.partner_id === actor.personId),
    })),
    can: { record: may, correct: may },
  };
}

/** The talks of the one who looks, with whether something is written down. */
export async function mine(read: Read, input: In['mine']): Promise<Out['mine']> {
  const me = read.actor.personId;
  if (me === null) return { rows: [] };
  const sides = await sidesOf(read, me, dayOf(input.year, 1, 1), dayOf(input.year, 12, 31));
  const written = await writtenAmong(
    read,
    sides.map((row) => row.talk_id),
  );
  return {
    rows: sides.map((row) => ({
      talkId: row.talk_id as TalkId,
      heldOn: row.held_on,
      kind: row.kind,
      place: row.place,
      side: row.side,
      other: row.other_name,
      written: written.has(row.talk_id),
    })),
  };
}

/** What was said, for one of the two; for everybody else there is nothing to be found. */
export async function content(read: Read, input: In['content']): Promise<Out['content'] | null> {
  const me = read.actor.personId;
  const side = me === null ? null : await sideOf(read, me, input.talkId);
  if (side === null) return null;
  const row = await contentOf(read, input.talkId);
  if (row === null)
    return { talkId: input.talkId, text: '', version: 0, writtenBy: '', writtenAt: null };
  return {
    talkId: input.talkId,
    text: read.secrets.decrypt(read.actor.tenantId, row.content),
    version: row.version,
    writtenBy: row.written_by === me ? side.own_name : side.other_name,
    writtenAt: row.entered_at.toISOString(),
  };
}
