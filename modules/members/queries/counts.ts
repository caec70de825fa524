import type { Inputs, Outputs } from '#contract/lib';
import type { membersContract } from '#contract/members';
import type { Read } from '#platform/db';
import { rosterShape } from '../store/roster.ts';
import { filterOf } from './roster.ts';

type Out = Outputs<typeof membersContract>;
type In = Inputs<typeof membersContract>;
type Line = Out['counts']['groups'][number]['lines'][number];

const AGES = [
  ['30岁及以下', undefined, 30],
  ['31—35岁', 31, 35],
  ['36—40岁', 36, 40],
  ['41—45岁', 41, 45],
  ['46—50岁', 46, 50],
  ['51—55岁', 51, 55],
  ['56—60岁', 56, 60],
  ['61岁及以上', 61, undefined],
] as const;

/** How the roster of a day is made up; each number names the filter that shows its people. */
export async function counts(read: Read, input: In['counts']): Promise<Out['counts'] | null> {
  const filter = await filterOf(read, { ...input, q: '' });
  if (filter === null) return null;
  const shape = await rosterShape(read, filter);
  const line = (name: string, count: number, search: Record<string, string>): Line => ({
    name,
    count,
    search,
  });
  const ages = AGES.map(([name, from, to]) => {
    const count = shape.ages
      .filter(({ age }) => (from === undefined || age >= from) && (to === undefined || age <= to))
      .reduce((sum, one) => sum + one.count, 0);
    return line(name, count, {
      ...(from === undefined ? {} : { ageFrom: String(from) }),
      ...(to === undefined ? {} : { ageTo: String(to) }),
    });
  });
  return {
    total: shape.total,
    groups: [
      {
        title: '人员类别',
        lines: [
          line('正式党员', shape.full, { category: 'full' }),
          line('预备党员', shape.total - shape.full, { category: 'probationary' }),
        ],
      },
      {
        title: '构成',
        lines: [
          line('女党员', shape.female, { sex: 'female' }),
          line('少数民族', shape.minority, { ethnic: 'minority' }),
          line('年老体弱', shape.frail, { mark: 'frail' }),
          line('流动党员', shape.floating, { mark: 'floating' }),
          line('失联党员', shape.lost, { mark: 'lost' }),
        ],
      },
      { title: '年龄', lines: ages },
    ],
  };
}
