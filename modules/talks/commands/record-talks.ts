import type { Inputs } from '#contract/lib';
import type { talksContract } from '#contract/talks';
import type { PersonId } from '#kernel/ids';
import { chineseDate } from '#kernel/plain-date';
import { ok, refuse, type Result } from '#kernel/result';
import { tidyName } from '#kernel/text';
import type { Write } from '#platform/db';
import { namesOf } from '#modules/members';
import { ownPlace } from '#modules/organisations';
import { peopleOver, sideIn, type PeopleOn } from '../queries/people.ts';
import { kindOf } from '../rules/kind.ts';
import {
  insertTalks,
  talksOnDays,
  type Party,
  type TalkId,
  type TalkValues,
} from '../store/talks.ts';

export type Recording = Omit<Inputs<typeof talksContract>['record'], 'commandId'>;
type One = Recording['talks'][number];
type Named = ReadonlyMap<string, string>;

const partyOf = (names: Named, given: One['talker']): Party | null => {
  if ('name' in given) return { personId: null, name: tidyName(given.name) };
  const name = names.get(given.personId);
  return name === undefined ? null : { personId: given.personId, name };
};

/** The same two on the same day in one kind, whoever spoke first. */
const sameness = (talk: TalkValues): string =>
  [
    talk.heldOn,
    talk.kind,
    ...[talk.talker, talk.partner].map((one) => one.personId ?? one.name).toSorted(),
  ].join(' ');

function checkOne(write: Write, names: Named, people: PeopleOn, one: One): Result<TalkValues> {
  const day = chineseDate(one.heldOn);
  if (one.heldOn > write.today) return refuse('talks.in_future', { day });
  const talker = partyOf(names, one.talker);
  const partner = partyOf(names, one.partner);
  if (talker === null || partner === null) return refuse('common.not_found');
  const alone =
    talker.personId === partner.personId &&
    (talker.personId !== null || talker.name === partner.name);
  if (alone) return refuse('talks.with_oneself', { name: talker.name });
  const kind = kindOf({
    chosen: one.kind,
    talker: sideIn(people, talker.personId),
    partner: sideIn(people, partner.personId),
    committeeKnown: people.committee.length > 0,
    on: one.heldOn,
  });
  if (!kind.ok) return kind;
  return ok({ heldOn: one.heldOn, kind: kind.value, place: one.place, talker, partner });
}

/**
 * Enters one or many talks: who with whom, when, of which kind. All or none. Refuses a day to come,
 * people of whom nobody is of the organisation, a kind that the posts of the day contradict, and the
 * same talk twice. What was said is not entered here: it is for the two alone.
 */
export async function recordTalks(
  write: Write,
  input: Recording,
): Promise<Result<{ talkIds: TalkId[] }>> {
  const own = await ownPlace(write, input.orgId);
  if (!own.ok) return own;
  await write.tick(input.orgId);
  const given = input.talks.flatMap(({ talker, partner }) => [talker, partner]);
  const names = await namesOf(
    write,
    given.flatMap((one): PersonId[] => ('personId' in one ? [one.personId] : [])),
  );
  const days = [...new Set(input.talks.map((one) => one.heldOn))].toSorted();
  const [first = write.today, last = first] = [days[0], days.at(-1)];
  const peopleOf = await peopleOver(write, input.orgId, first, last);
  const people = new Map(days.map((day) => [day, peopleOf(day)]));
  const talks: TalkValues[] = [];
  for (const one of input.talks) {
    const checked = checkOne(write, names, people.get(one.heldOn) ?? peopleOf(one.heldOn), one);
    if (!checked.ok) return checked;
    talks.push(checked.value);
  }
  const known = (await talksOnDays(write, input.orgId, days)).map((row) =>
    sameness({
      heldOn: row.held_on,
      kind: row.kind,
      place: '',
      talker: { personId: row.talker_id as PersonId | null, name: row.talker_name },
      partner: { personId: row.partner_id as PersonId | null, name: row.partner_name },
    }),
  );
  const seen = new Set(known);
  for (const talk of talks) {
    const names = `${talk.talker.name}、${talk.partner.name}`;
    if (seen.has(sameness(talk)))
      return refuse('talks.twice', { names, day: chineseDate(talk.heldOn) });
    seen.add(sameness(talk));
  }
  const entered = talks.map((talk) => ({ ...talk, talkId: write.newId<'Talk'>() }));
  await insertTalks(write, own.value, entered);
  await write.auditAll(
    entered.map(({ talkId, heldOn, kind }) => ({
      action: 'talks.record',
      objectKind: 'talk',
      objectId: talkId,
      place: own.value,
      fields: { heldOn, kind },
    })),
  );
  return ok({ talkIds: entered.map(({ talkId }) => talkId) });
}
