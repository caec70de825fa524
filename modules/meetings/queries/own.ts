import type { meetingsContract } from '#contract/meetings';
import type { Inputs, Outputs } from '#contract/lib';
import type { OrgId, PersonId } from '#kernel/ids';
import { dayOf } from '#kernel/plain-date';
import { COMMITTEE } from '#kernel/posts';
import type { Read } from '#platform/db';
import { homeOf, membershipsOf, namesOf } from '#modules/members';
import { placeOf, postsOver } from '#modules/organisations';
import { attendancesOf, minutesByPerson } from '../store/attendance.ts';
import { noticesFrom } from '../store/notices.ts';
import type { MeetingId, SittingId } from '../store/working.ts';
import { arrangementAt } from './arrangement.ts';
import { rollOn } from './people.ts';

type In = Inputs<typeof meetingsContract>;
type Out = Outputs<typeof meetingsContract>;

/** Study minutes of a branch in a year, per person; the roster of today or of the year's end stands in it with 0. */
export async function hours(read: Read, input: In['hours']): Promise<Out['hours'] | null> {
  const place = await placeOf(read, input.orgId);
  if (place === null) return null;
  const [from, to] = [dayOf(input.year, 1, 1), dayOf(input.year, 12, 31)];
  const on = read.today < to ? read.today : to;
  const found = new Map(
    (await minutesByPerson(read, input.orgId, from, to)).map((one) => [one.personId, one]),
  );
  const roster = await membershipsOf(read, input.orgId, on, on);
  const rosterIds = roster.map((row) => row.person_id as PersonId);
  const people = [...new Set([...rosterIds, ...found.keys()])];
  const names = await namesOf(read, people);
  const lines = people.map((personId) => ({
    personId,
    name: names.get(personId) ?? '',
    minutes: found.get(personId)?.minutes ?? 0,
    sessions: found.get(personId)?.sessions ?? 0,
  }));
  return { lines, minutes: lines.reduce((sum, line) => sum + line.minutes, 0) };
}

/** Notices of one's own branch from today on, of the bodies one belongs to. */
async function noticesFor(
  read: Read,
  personId: PersonId,
  orgId: OrgId,
): Promise<Out['mine']['notices']> {
  const rows = await noticesFrom(read, orgId, read.today);
  const committee: readonly string[] = COMMITTEE;
  const posts = await postsOver(read, [orgId], read.today, read.today);
  const inCommittee = posts.some(
    (post) => post.personId === personId && committee.includes(post.kind),
  );
  const roster = await membershipsOf(read, orgId, read.today, read.today);
  const groupId = roster.find((row) => row.person_id === personId)?.group_id ?? null;
  return rows
    .filter((row) => {
      if (row.body === 'members') return true;
      return row.body === 'group' ? row.group_id === groupId : inCommittee;
    })
    .map((row) => ({
      sittingId: row.sitting_id as SittingId,
      on: row.held_on,
      startsAt: row.starts_at,
      place: row.place,
      title: row.title,
      items: row.items,
      note: row.note,
      change: row.change,
      was: row.was,
    }));
}

/** One's own meetings and study minutes of a year, and what is ahead. Only finalised meetings. */
export async function mine(read: Read, input: In['mine']): Promise<Out['mine'] | null> {
  const { personId } = read.actor;
  if (personId === null) return { meetings: [], minutes: 0, notices: [] };
  const [from, to] = [dayOf(input.year, 1, 1), dayOf(input.year, 12, 31)];
  const rows = await attendancesOf(read, personId, from, to);
  const home = await homeOf(read, personId);
  const place = home ?? (await placeOf(read, read.actor.orgId));
  const known = place === null ? null : (await arrangementAt(read, place, read.today)).known;
  return {
    meetings: rows.map((row) => ({
      meetingId: row.meeting_id as MeetingId,
      on: row.held_on,
      kindName: known?.get(row.kind)?.name ?? '',
      title: row.title,
      state: row.state,
      minutes: row.minutes,
    })),
    minutes: rows.reduce((sum, row) => sum + row.minutes, 0),
    notices: home === null ? [] : await noticesFor(read, personId, home.orgId),
  };
}

/** Who would be entitled to a meeting of a kind on a day: the roll before it is frozen. */
export async function rollOnDay(read: Read, input: In['rollOn']): Promise<Out['rollOn'] | null> {
  const place = await placeOf(read, input.orgId);
  if (place === null) return null;
  const arrangement = await arrangementAt(read, place, input.on);
  const kind = arrangement.kinds.find((one) => one.kind === input.kind);
  if (kind === undefined) return null;
  const roll = await rollOn(read, input.orgId, kind, input.groupId ?? null, input.on);
  const attending = roll.filter((line) => line.column === 'attend');
  const voters = attending.filter((line) => line.voting).length;
  return {
    lines: roll.map(({ column, voting, alarm: _, ...line }) => ({
      ...line,
      part: column === 'attend' ? 'entitled' : 'guest',
      votes: voting,
      state: 'unknown',
      reason: '',
      away: [],
      sent: null,
      inherited: true,
      tapped: false,
    })),
    text: `应到${attending.length}人，其中有表决权${voters}人`,
  };
}
