import type { Inputs } from '#contract/lib';
import type { talksContract } from '#contract/talks';
import type { OrgId, PersonId } from '#kernel/ids';
import { chineseDate } from '#kernel/plain-date';
import { ok, refuse, type Result } from '#kernel/result';
import type { Write } from '#platform/db';
import { ownPlace, type OrgPlace } from '#modules/organisations';
import { peopleOn, sideIn } from '../queries/people.ts';
import { kindOf } from '../rules/kind.ts';
import { insertTalks, supersedeTalk, talkForUpdate, type TalkId } from '../store/talks.ts';

type In = Inputs<typeof talksContract>;
type Standing = NonNullable<Awaited<ReturnType<typeof talkForUpdate>>>;

async function standing(
  write: Write,
  talkId: TalkId,
): Promise<Result<{ readonly row: Standing; readonly place: OrgPlace }>> {
  const row = await talkForUpdate(write, talkId);
  if (row === null) return refuse('common.not_found');
  const own = await ownPlace(write, row.org_id as OrgId);
  if (!own.ok) return own;
  if (row.superseded_at !== null) return refuse('talks.cancelled');
  await write.tick(row.org_id);
  return ok({ row, place: own.value });
}

/**
 * Corrects day, kind or place of a talk. The two stay: what they wrote belongs to them, so a talk of
 * other people is cancelled and entered anew.
 */
export async function correctTalk(
  write: Write,
  input: Omit<In['correct'], 'commandId'>,
): Promise<Result<Record<string, never>>> {
  const found = await standing(write, input.talkId);
  if (!found.ok) return found;
  const { row, place } = found.value;
  if (input.heldOn > write.today)
    return refuse('talks.in_future', { day: chineseDate(input.heldOn) });
  if (row.held_on === input.heldOn && row.kind === input.kind && row.place === input.place)
    return refuse('talks.nothing_changed');
  const people = await peopleOn(write, place.orgId, input.heldOn);
  const talker = { personId: row.talker_id as PersonId | null, name: row.talker_name };
  const partner = { personId: row.partner_id as PersonId | null, name: row.partner_name };
  const kind = kindOf({
    chosen: input.kind,
    talker: sideIn(people, talker.personId),
    partner: sideIn(people, partner.personId),
    committeeKnown: people.committee.length > 0,
    on: input.heldOn,
  });
  if (!kind.ok) return kind;
  await supersedeTalk(write, input.talkId);
  const { heldOn, place: where } = input;
  const corrected = { heldOn, kind: kind.value, place: where, talker, partner };
  await insertTalks(write, place, [{ talkId: input.talkId, ...corrected }]);
  await write.audit({
    action: 'talks.correct',
    objectKind: 'talk',
    objectId: input.talkId,
    place,
    fields: {
      heldOn: { from: row.held_on, to: heldOn },
      kind: { from: row.kind, to: kind.value },
      place: { from: row.place, to: where },
    },
    reason: input.reason,
  });
  return ok({});
}

/** Takes back an entry made by mistake; the log keeps that it was there. */
export async function cancelTalk(
  write: Write,
  input: Omit<In['cancel'], 'commandId'>,
): Promise<Result<Record<string, never>>> {
  const found = await standing(write, input.talkId);
  if (!found.ok) return found;
  const { row, place } = found.value;
  await supersedeTalk(write, input.talkId);
  await write.audit({
    action: 'talks.cancel',
    objectKind: 'talk',
    objectId: input.talkId,
    place,
    fields: { heldOn: row.held_on, kind: row.kind },
    reason: input.reason,
  });
  return ok({});
}
