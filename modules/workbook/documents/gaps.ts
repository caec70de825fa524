import { chineseDate, todayAt, type PlainDate } from '#kernel/plain-date';
import type { MinutesFacts } from '#modules/meetings';
import type { YearFacts } from '../queries/year-facts.ts';

type Kind = YearFacts['kinds'][number];

/** What a meeting's record lacks of 六有, without what is never asked for. */
export const lacking = (facts: MinutesFacts): string[] =>
  facts.evidences.filter((one) => !one.done && !one.optional).map((one) => one.name);

export const archiveText = (facts: MinutesFacts): string => {
  const missing = lacking(facts);
  return missing.length === 0 ? '齐全' : `未归档：${missing.join('、')}`;
};

/** Day on which the standing record was entered. */
export const enteredText = (facts: MinutesFacts): string =>
  facts.finalisedAt === null
    ? ''
    : `${todayAt(facts.finalisedAt.getTime())}${facts.enteredLater ? '（补录）' : ''}`;

/** Occasions of a kind that passed without a meeting, and records begun and never finished. */
export function gapsOf(kind: Kind, day: PlainDate): string[] {
  const missed = kind.periods.filter((one) => one.state === 'missed').map((one) => one.label);
  return [
    ...(missed.length === 0 ? [] : [`未开展：${missed.join('、')}`]),
    ...kind.unfinished
      .filter((one) => one.heldOn <= day)
      .map((one) => `未归档：${chineseDate(one.heldOn)}${one.title}没有定稿`),
  ];
}

/** Meetings whose record lacks something, told together where they lack the same. */
export function unarchived(minutes: readonly MinutesFacts[]): string[] {
  const short = (day: PlainDate): string => chineseDate(day).slice(5);
  const poor = minutes.filter((one) => lacking(one).length > 0);
  return [...Map.groupBy(poor, (one) => lacking(one).join('、'))].map(
    ([what, some]) => `未归档：${some.map((one) => short(one.heldOn)).join('、')}缺${what}`,
  );
}
