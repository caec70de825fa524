import type { PlainMonth } from '#kernel/plain-date';
import { headOf, type Lived } from './build.ts';
import type { Desk } from './desk.ts';

export const YEAR = 2023;

export interface Held {
  readonly on: string;
  readonly kind: string;
  readonly title: string;
  readonly items: readonly string[];
  readonly yearOf?: number;
  readonly special?: boolean;
}

const held = (
  on: string,
  kind: string,
  title: string,
  items: readonly string[],
  more: Partial<Held> = {},
): Held => ({
  on,
  kind,
  title,
  items,
  ...more,
});

export const day = (month: number, date: number): string =>
  `${YEAR}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);

/** Ten members' meetings, twelve of the committee, four lessons, 24 forums, theme days, life meetings. */
export const OFFICE_YEAR: readonly Held[] = [
  ...MONTHS.map((m) =>
    held(day(m, 17), 'committee_meeting', '支部委员会会议', ['学习上级部署', '研究支部工作']),
  ),
  ...MONTHS.filter((m) => m !== 2 && m !== 8).map((m) =>
    held(day(m, 21), 'members_meeting', '支部党员大会', ['通报支部工作', '讨论支部事项']),
  ),
  ...[3, 6, 9, 12].map((m) => held(day(m, 23), 'party_class', '坚定理想信念', ['党课'])),
  ...MONTHS.flatMap((m) =>
    [16, 27].map((d) => held(day(m, d), 'forum', '双周讲坛', ['业务和理论讲座'])),
  ),
  held(day(4, 7), 'theme_day', '红色教育基地现场学习', ['现场学习']),
  held(day(8, 6), 'theme_day', '参观成就展', ['参观展览']),
  held(day(3, 12), 'org_life_meeting', '2022年度组织生活会', ['查摆问题', '批评和自我批评'], {
    yearOf: YEAR - 1,
  }),
  held(day(8, 24), 'org_life_meeting', '专题组织生活会', ['围绕专题查摆问题'], { special: true }),
];

export const GROUP_YEAR: readonly Held[] = [
  held(day(2, 7), 'democratic_life_meeting', '2022年度民主生活会', ['对照检查', '批评和自我批评'], {
    yearOf: YEAR - 1,
  }),
  ...[5, 11].map((m) =>
    held(day(m, 18), 'governance_meeting', '全面从严治党专题会', ['研究全面从严治党工作']),
  ),
  ...[6, 12].map((m) =>
    held(day(m, 19), 'discipline_meeting', '党风廉政专题会', ['研究党风廉政建设']),
  ),
  ...[3, 6, 9, 12].map((m) =>
    held(day(m, 26), 'ideology_meeting', '意识形态工作会议', ['研究意识形态工作']),
  ),
];

/** What came of a meeting, told with its first matter as the paper book has it. */
const DECISIONS: Readonly<Record<string, string>> = {
  party_class: '完成授课和交流',
  forum: '完成讲座和交流',
  theme_day: '活动按计划完成',
  org_life_meeting: '查摆问题列入整改清单，明确整改时限',
  democratic_life_meeting: '查摆问题列入整改清单，明确整改时限',
};

/** Enters what a body held in a month. */
export async function enterYear(
  desk: Desk,
  lived: Lived,
  year: readonly Held[],
  month: PlainMonth,
): Promise<void> {
  const head = headOf(lived);
  const rows = year
    .filter((one) => one.on.startsWith(month))
    .map((one) => ({
      heldOn: one.on,
      kind: one.kind,
      title: one.title,
      startsAt: '15:00',
      endsAt: '16:30',
      place: '局党员活动室',
      chair: head.name,
      recorder: lived.people[1]?.name ?? head.name,
      items: one.items,
      decision: DECISIONS[one.kind] ?? '会议讨论同意，按分工落实',
      yearOf: one.yearOf ?? null,
      special: one.special ?? false,
    }));
  if (rows.length > 0) await desk.call(head, 'meetings', 'enterLate', { orgId: lived.orgId, rows });
}
