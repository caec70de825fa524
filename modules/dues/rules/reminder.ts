import { formatYuan, type Money } from '#kernel/money';
import {
  addToMonth,
  chineseMonth,
  monthNumberOf,
  yearOf,
  type PlainMonth,
} from '#kernel/plain-date';
import { citation, ruleOf } from '#kernel/rule';
import { STEP_TEXT, type ArrearsStep } from './arrears.ts';
import { DUES_RULES } from './catalogue.ts';

/** `2026年1月至3月、5月`: months that follow each other are joined. Months in order. */
export function monthsInWords(months: readonly PlainMonth[]): string {
  const runs: { first: PlainMonth; last: PlainMonth }[] = [];
  for (const month of months) {
    const run = runs.at(-1);
    if (run !== undefined && addToMonth(run.last, 1) === month) run.last = month;
    else runs.push({ first: month, last: month });
  }
  let year: number | null = null;
  return runs
    .map(({ first, last }) => {
      const begin = yearOf(first) === year ? `${monthNumberOf(first)}月` : chineseMonth(first);
      year = yearOf(last);
      if (first === last) return begin;
      const end = yearOf(last) === yearOf(first) ? `${monthNumberOf(last)}月` : chineseMonth(last);
      return `${begin}至${end}`;
    })
    .join('、');
}

/** What may be done about arrears, with the rule it rests on. */
export function stepInWords(step: ArrearsStep): string {
  const words = STEP_TEXT[step.step];
  return step.step === 'none' ? words : `${words}${citation(ruleOf(DUES_RULES, step.rule))}`;
}

/** A polite line for one comrade, to be sent by the secretary; it names neither base nor anybody else. */
export const reminderText = (
  name: string,
  months: readonly PlainMonth[],
  amount: Money,
  branch: string,
): string =>
  `${name}同志：您${monthsInWords(months)}的党费共${formatYuan(amount)}元还没有交纳，请方便时交给支部收党费的同志。如已交纳，请告知核对。——${branch}`;
