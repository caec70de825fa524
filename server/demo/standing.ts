import { addDays, addMonths, type PlainDate } from '#kernel/plain-date';
import { headOf, type Lived } from './build.ts';
import type { Desk } from './desk.ts';

/** Branches with something to show of 党籍和组织处置; neutral, and nothing that changes a roster. */
const LOST = new Set(['白水镇长滩村党支部', '松岗乡云顶村党支部']);
const CORRECTING = '城西社区党支部';
const SANCTIONED = '青石镇竹溪村党支部';

/** What a branch has in hand of these on the day of the demonstration. */
export async function standing(desk: Desk, lived: Lived, today: PlainDate): Promise<void> {
  const { short } = lived.planned;
  const head = headOf(lived);
  const who = lived.people.findLast(
    (one) =>
      one.category === 'full' &&
      one.personId !== head.personId &&
      !lived.committee.includes(one.personId),
  );
  if (who === undefined) return;
  const { personId } = who;
  if (LOST.has(short)) {
    desk.until(addDays(today, -8));
    const { lostId } = await desk.call(head, 'status', 'recordLost', {
      personId,
      since: addMonths(today, -2),
      cause: 1,
      on: addDays(today, -10),
    });
    for (const [back, how] of [
      [9, 'phone'],
      [8, 'relatives'],
    ] as const)
      await desk.call(head, 'status', 'recordSearch', {
        lostId,
        on: addDays(today, -back),
        how,
        searcher: head.name,
        result: 'nothing',
      });
  }
  if (short === CORRECTING)
    await desk.call(head, 'status', 'takeOver', {
      personId,
      kind: 'correction',
      on: addMonths(today, -5),
      until: addMonths(today, 1),
      clause: '第六条第（四）项',
      paper: '街道党工委批复〔2026〕6号',
    });
  if (short === SANCTIONED)
    await desk.call(head, 'status', 'takeOver', {
      personId,
      kind: 'discipline',
      sanction: 'warning',
      organ: '青石镇纪委',
      on: addMonths(today, -4),
      until: addMonths(today, 8),
      paper: '青纪〔2026〕2号',
    });
}
