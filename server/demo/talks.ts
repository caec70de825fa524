import type { PersonId } from '#kernel/ids';
import {
  monthNumberOf,
  plainDate,
  weekdayOf,
  yearOf,
  type PlainDate,
  type PlainMonth,
} from '#kernel/plain-date';
import type { Lived } from './build.ts';
import type { Desk, Seat } from './desk.ts';
import type { Dice } from './dice.ts';

/** 谈心谈话 of a half-year are held and taken down in these months. */
export const TALK_MONTHS: readonly number[] = [6, 10];

type Pair = readonly [PersonId, PersonId];

/** Every two of the committee, the committee with the members, members among each other. */
function pairsOf(lived: Lived, firstHalf: boolean): Pair[] {
  const heads = lived.secretary === null ? [] : [lived.secretary];
  const present = new Set(lived.people.map((one) => one.personId));
  const committee = (lived.committee.length > 0 ? lived.committee : heads).filter((id) =>
    present.has(id),
  );
  const others = lived.people.map((one) => one.personId).filter((id) => !committee.includes(id));
  const withCommittee = others.flatMap((member, index): Pair[] => {
    const talker = committee[index % committee.length];
    return talker === undefined || (index % 2 === 0) !== firstHalf ? [] : [[talker, member]];
  });
  if (firstHalf) {
    const among = committee.flatMap((one, index) =>
      committee.slice(index + 1).map((other): Pair => [one, other]),
    );
    return [...among, ...withCommittee];
  }
  const between = others.flatMap((one, index): Pair[] => {
    const next = others[index + 1];
    return next === undefined || index % 2 === 1 ? [] : [[one, next]];
  });
  // The last of an odd number speaks with whoever sits before.
  const last = others.at(-1);
  const before = others.at(-2);
  const left: Pair[] =
    others.length % 2 === 1 && last !== undefined && before !== undefined ? [[before, last]] : [];
  return [...withCommittee, ...between, ...left];
}

/** Working days of a month between the eighth and the twenty-fifth, none after `until`. */
const daysIn = (month: PlainMonth, until: PlainDate): PlainDate[] =>
  Array.from({ length: 18 }, (_, index) =>
    plainDate(`${month}-${String(8 + index).padStart(2, '0')}`),
  ).filter((day) => weekdayOf(day) <= 5 && day <= until);

/** A branch's talks of half a year, entered at once; a few never come about, more of them in the year that runs. */
export async function talkEachOther(
  desk: Desk,
  head: Seat,
  lived: Lived,
  month: PlainMonth,
  dice: Dice,
  today: PlainDate,
): Promise<void> {
  const days = daysIn(month, today);
  const held = yearOf(month) === yearOf(today) ? 0.92 : 0.985;
  const talks = pairsOf(lived, monthNumberOf(month) <= 6)
    .filter(() => dice.chance(held))
    .flatMap(([talker, partner], index) => {
      const heldOn = days[index % days.length];
      return heldOn === undefined
        ? []
        : [{ heldOn, talker: { personId: talker }, partner: { personId: partner } }];
    });
  if (talks.length > 0) await desk.call(head, 'talks', 'record', { orgId: lived.orgId, talks });
}
