import type { Outputs } from '#contract/lib';
import type { organisationsContract } from '#contract/organisations';
import { HOLIDAYS } from '#kernel/holidays';
import { refuse } from '#kernel/result';
import type { Read } from '#platform/db';
import { bodiesAbove } from '../store/look-up.ts';
import { workYearsOf } from '../store/work-years.ts';

const countOf = (list: string): number => (list === '' ? 0 : list.split(' ').length);

/** 节假日表: the years that come with the program and those loaded since, the latest first. */
export async function workYears(
  read: Read,
): Promise<Outputs<typeof organisationsContract>['workYears']> {
  const loaded = await workYearsOf(read);
  const known = new Set(loaded.map((one) => one.year));
  const { actor } = read;
  const may = actor.permissions.has('organisations.change');
  const top = may && (await bodiesAbove(read, actor.orgId, read.today)).length === 0;
  return {
    years: [
      ...loaded.map((one) => ({
        year: one.year,
        rest: countOf(one.rest),
        work: countOf(one.work),
        source: one.source,
        enteredAt: one.enteredAt.toISOString(),
      })),
      ...Object.entries(HOLIDAYS)
        .filter(([year]) => !known.has(Number(year)))
        .map(([year, { rest, work }]) => ({
          year: Number(year),
          rest: countOf(rest),
          work: countOf(work),
          source: '',
          enteredAt: null,
        })),
    ].toSorted((a, b) => b.year - a.year),
    can: {
      load: top
        ? true
        : refuse(may ? 'organisations.holidays_top_only' : 'common.not_allowed').refusal,
    },
  };
}
