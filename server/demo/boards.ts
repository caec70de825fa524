import { addDays, chineseMonth, monthOf, type PlainDate } from '#kernel/plain-date';
import { headOf, type Lived } from './build.ts';
import type { Desk, Seat } from './desk.ts';

interface Text {
  readonly kind: string;
  readonly title: string;
  readonly text: string;
}

/** What residents and members of a village, a community or an office find on its board. Invented. */
function textsOf(lived: Lived, today: PlainDate): Text[] {
  const month = chineseMonth(monthOf(today));
  const resident = lived.planned.sector === 'village' || lived.planned.sector === 'community';
  const shared: Text[] = [
    {
      kind: 'party.work',
      title: `${month}党建工作情况`,
      text: '按计划开展组织生活和主题党日。\n项目\t次数\n支部党员大会\t1\n主题党日\t3\n党课\t1',
    },
    {
      kind: 'service.duty',
      title: '值班安排和办事电话',
      text: '周一至周五 8:30—12:00、14:00—17:30，周末轮流值班。\n值班电话：0571-87650123',
    },
  ];
  if (!resident) return shared;
  return [
    ...shared,
    {
      kind: 'village.affairs',
      title: `${month}村（居）务公开`,
      text: '事项\t进展\n主干道路灯更换\t已完工，共36盏\n灌溉水渠清淤\t完成1.2公里\n文化广场修缮\t正在施工',
    },
    {
      kind: 'village.finance',
      title: `${month}集体财务收支`,
      text: '项目\t收入（元）\t支出（元）\n集体山林承包\t48000\t\n闲置房屋出租\t12600\t\n道路养护\t\t9350\n垃圾清运\t\t7200\n合计\t60600\t16550',
    },
  ];
}

async function publish(desk: Desk, head: Seat, checker: string, text: Text): Promise<void> {
  const { itemId } = await desk.call(head, 'publication', 'propose', {
    orgId: head.orgId,
    ...text,
  });
  const moves = [
    { move: 'check', signedBy: checker },
    { move: 'approve' },
    { move: 'publish' },
  ] as const;
  for (const [at, move] of moves.entries())
    await desk.call(head, 'publication', 'move', { itemId, edition: at + 1, ...move });
}

const OPENED_FOR: readonly string[] = ['village', 'community', 'office'];

/** The board of a branch on the last day told: opened, filled, one text waiting, one question answered and one not. */
export async function fillBoard(desk: Desk, lived: Lived, today: PlainDate): Promise<void> {
  const head = headOf(lived);
  const checker = lived.people.find(
    (one) => one.personId !== lived.secretary && one.category === 'full',
  );
  if (!OPENED_FOR.includes(lived.planned.sector) || checker === undefined) return;
  desk.until(today);
  const { orgId } = lived;
  await desk.call(head, 'publication', 'openBoard', { orgId });
  for (const text of textsOf(lived, today)) await publish(desk, head, checker.name, text);
  await desk.call(head, 'publication', 'propose', {
    orgId,
    kind: 'party.setup',
    title: '班子成员及分工',
    text: '书记主持全面工作；组织委员负责党员发展、教育管理；宣传委员负责学习教育和宣传。',
  });
  const asked = [
    { words: '路灯几点开、几点关？', answer: '十一月起 17:30 开、23:00 关。' },
    { words: '文化广场什么时候修好？', answer: null },
  ];
  for (const { words, answer } of asked) {
    const { questionId } = await desk.call(head, 'publication', 'recordQuestion', {
      orgId,
      words,
      askedOn: addDays(today, -4),
    });
    if (answer !== null)
      await desk.call(head, 'publication', 'answerQuestion', { questionId, answer, show: true });
  }
}
