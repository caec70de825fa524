import {
  addToMonth,
  lastDayOf,
  monthNumberOf,
  monthOf,
  plainDate,
  yearOf,
  type PlainDate,
  type PlainMonth,
} from '#kernel/plain-date';
import { headOf, type Lived } from './build.ts';
import type { Desk } from './desk.ts';

const STUDIES = ['学习党内法规', '学习经济工作部署', '学习基层治理文件', '学习生态环境保护要求'];

/** What the leading bodies hold: study of the centre group each quarter, a democratic life meeting each year. */
export async function liveAbove(
  desk: Desk,
  body: Lived,
  from: PlainMonth,
  today: PlainDate,
): Promise<void> {
  const head = headOf(body);
  for (let month = from; month <= monthOf(today); month = addToMonth(month, 1)) {
    const number = monthNumberOf(month);
    const row = (day: number, kind: string, title: string, items: readonly string[]) => ({
      heldOn: plainDate(`${month}-${day}`),
      kind,
      title,
      startsAt: '09:00',
      endsAt: '11:00',
      place: '会议室',
      chair: head.name,
      recorder: head.name,
      items,
      decision:
        kind === 'centre_group' ? '完成学习和交流研讨' : '查摆问题列入整改清单，明确整改时限',
    });
    const rows = [
      ...(number % 3 === 2
        ? [row(16, 'centre_group', '理论学习中心组学习', [STUDIES[(number - 2) / 3] ?? '专题学习'])]
        : []),
      ...(number === 1
        ? [
            {
              ...row(19, 'democratic_life_meeting', `${yearOf(month) - 1}年度民主生活会`, [
                '对照检查',
                '批评和自我批评',
              ]),
              yearOf: yearOf(month) - 1,
            },
          ]
        : []),
    ].filter((one) => one.heldOn <= today);
    if (rows.length === 0) continue;
    desk.until(lastDayOf(month) < today ? lastDayOf(month) : today);
    await desk.call(head, 'meetings', 'enterLate', { orgId: body.orgId, rows });
  }
}
