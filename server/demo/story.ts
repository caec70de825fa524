import {
  addDays,
  addMonths,
  addYears,
  firstDayOf,
  plainDate,
  type PlainDate,
  type PlainMonth,
} from '#kernel/plain-date';
import type { Planned } from './county-plan.ts';

/** What is going to happen to a branch beside its months: from its place in the plan and the day of the demonstration. */
export interface Story {
  /** End of the term of the committee it came into the product with. */
  readonly firstTermEndsOn: PlainDate;
  /** 换届, a few days before that; null where that end lies after the day of the demonstration. */
  readonly electsOn: PlainDate | null;
  /** 补选 of another secretary in the middle of a term. */
  readonly newHeadOn: PlainDate | null;
  /** The secretary left, the deputy leads for the time being (主持工作). */
  readonly headLeavesOn: PlainDate | null;
  /** Somebody is admitted on probation. */
  readonly admitsOn: PlainDate | null;
  readonly diesOn: PlainDate | null;
  /** A meeting and a receipt of that month are put right afterwards. */
  readonly correctsIn: string | null;
  /** A quarterly book is brought up to last month, or waits for the end of the quarter. */
  readonly behind: boolean;
}

/** Days until the terms of these branches end; those not named are in the middle of theirs. */
const ENDING: Readonly<Record<string, number>> = {
  青石镇上坪村党支部: 84,
  青石镇竹溪村党支部: -19,
  白水镇长滩村党支部: 26,
  松岗乡云顶村党支部: 160,
  城西社区党支部: 21,
  滨河社区党支部: -64,
  城关小学党支部: 73,
  县城投公司党支部: 148,
  云山竹业公司党支部: 171,
  县交通运输局党支部: 55,
};

const NEW_HEADS: Readonly<Record<string, number>> = {
  青石镇石桥村党支部: 5,
  白水镇桃源村党支部: 17,
  南桥社区党支部: 4,
  县财政局党支部: 7,
  县自来水公司党支部: 16,
  县职业技术学校党支部: 28,
};

const LEAVING: Readonly<Record<string, number>> = { 白水水泥公司党支部: 2 };

/** Months since somebody was admitted: twelve and more are to become full members. */
const ADMITS: Readonly<Record<string, number>> = {
  青石镇上坪村党支部: 12,
  青石镇横塘村党支部: 9,
  白水镇枫林村党支部: 13,
  松岗乡松岗村党支部: 20,
  城东社区党支部: 12,
  北门社区党支部: 3,
  云山县第二中学党支部: 26,
  县卫生健康局党支部: 5,
  青石镇机关党支部: 15,
};

const DEATHS: Readonly<Record<string, number>> = {
  青石镇水口村党支部: 14,
  白水镇古塘村党支部: 3,
  城东社区党支部: 22,
};

const CORRECTS: Readonly<Record<string, number>> = {
  青石镇上坪村党支部: 4,
  城东社区党支部: 8,
  云山县第一中学党支部: 3,
  县财政局党支部: 13,
  松岗乡茶亭村党支部: 6,
};

/** A day in a month so many months ago, after the twelfth and before the last week. */
const ago = (today: PlainDate, months: number | undefined, day: number): PlainDate | null =>
  months === undefined
    ? null
    : plainDate(`${addMonths(today, -months).slice(0, 7)}-${String(day).padStart(2, '0')}`);

const YEARS_OF_TERM = { village: 5, community: 5 } as const;

/** `first` is the month in which the branch begins to be lived month by month. */
export function storyOf(
  planned: Planned,
  index: number,
  first: PlainMonth,
  today: PlainDate,
): Story {
  const { short } = planned;
  const years = planned.sector in YEARS_OF_TERM ? 5 : 3;
  // In the middle of a term: between seven months and the whole of it are left.
  const left = ENDING[short] ?? 215 + ((index * 131) % (years * 365 - 300));
  const ends = addDays(today, left);
  const before = addYears(ends, -years);
  const electsOn = plainDate(`${addDays(before, -20).slice(0, 7)}-14`);
  const held = electsOn > firstDayOf(first) && before <= today;
  return {
    firstTermEndsOn: held ? before : ends,
    electsOn: held ? electsOn : null,
    newHeadOn: ago(today, NEW_HEADS[short], 16),
    headLeavesOn: ago(today, LEAVING[short], 17),
    admitsOn: ago(today, ADMITS[short], 15),
    diesOn: ago(today, DEATHS[short], 13),
    correctsIn: ago(today, CORRECTS[short], 1)?.slice(0, 7) ?? null,
    behind: index % 3 === 0,
  };
}

/** The branches of the bureau: elected with the opening, and again three years later. */
export function bureauStory(today: PlainDate): Story {
  const electsOn = plainDate('2025-11-14');
  return {
    firstTermEndsOn: plainDate('2025-12-06'),
    electsOn: electsOn <= today ? electsOn : null,
    newHeadOn: null,
    headLeavesOn: null,
    admitsOn: null,
    diesOn: null,
    correctsIn: null,
    behind: false,
  };
}
