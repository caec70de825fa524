import type { PersonId } from '#kernel/ids';
import {
  addDays,
  addToMonth,
  firstDayOf,
  lastDayOf,
  monthNumberOf,
  monthOf,
  plainDate,
  plainMonth,
  weekdayOf,
  yearOf,
  type PlainDate,
  type PlainMonth,
} from '#kernel/plain-date';
import { headOf, type Lived } from './build.ts';
import type { Desk, Seat } from './desk.ts';
import type { Dice } from './dice.ts';
import { happen, putMeetingRight, type Told } from './happen.ts';
import { standing } from './standing.ts';
import { talkEachOther, TALK_MONTHS } from './talks.ts';

const TOPICS = [
  '学习党章和党员权利义务',
  '学习党员教育管理工作条例',
  '研究本月重点工作',
  '讨论联系服务群众安排',
  '通报上月决议落实情况',
  '学习先进典型事迹',
];
const THEMES = [
  '环境整治志愿服务',
  '走访困难群众',
  '重温入党誓词',
  '参观党史陈列',
  '集体学习和交流',
  '政策宣讲进家门',
];
const LESSONS = ['坚定理想信念', '做合格党员', '党的纪律与作风', '基层治理与群众工作'];
const REASONS = ['出差', '生病', '外出学习', '家中有事'];

interface LateRow {
  readonly heldOn: PlainDate;
  readonly kind: string;
  readonly title: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly place: string;
  readonly chair: string;
  readonly recorder: string;
  readonly items: readonly string[];
  readonly decision: string;
  readonly yearOf?: number;
  readonly special?: boolean;
  readonly away: readonly {
    readonly name: string;
    readonly state: 'leave' | 'absent';
    readonly reason: string;
  }[];
}

/** Last Wednesday of a month, as most branches keep their activity day. */
export function lastWednesday(month: PlainMonth): PlainDate {
  let day = lastDayOf(month);
  while (weekdayOf(day) !== 3) day = addDays(day, -1);
  return day;
}

/** First month of the quarter a month lies in. */
const quarterOf = (month: PlainMonth): PlainMonth =>
  addToMonth(month, -((monthNumberOf(month) - 1) % 3));

const dayIn = (month: PlainMonth, day: number): PlainDate =>
  plainDate(`${month}-${String(day).padStart(2, '0')}`);

/** Who of a list was away: a few, each with a reason or without. */
function awayOf(dice: Dice, people: Lived['people'], most: number): LateRow['away'] {
  const away = new Map<string, LateRow['away'][number]>();
  for (let n = dice.between(0, most); n > 0; n -= 1) {
    const { name } = dice.pick(people);
    const leave = dice.chance(0.8);
    away.set(name, {
      name,
      state: leave ? 'leave' : 'absent',
      reason: leave ? dice.pick(REASONS) : '',
    });
  }
  return [...away.values()];
}

/** The meetings of one month as the branch's book has them. */
function monthOfMeetings(lived: Lived, month: PlainMonth, dice: Dice): LateRow[] {
  const number = monthNumberOf(month);
  const committee = lived.people.filter((one) => lived.committee.includes(one.personId));
  const [chair, recorder] = [headOf(lived).name, committee[1]?.name ?? headOf(lived).name];
  const row = (
    kind: string,
    day: PlainDate,
    title: string,
    items: readonly string[],
    among: Lived['people'],
    more: Partial<LateRow> = {},
  ): LateRow => ({
    heldOn: day,
    kind,
    title,
    startsAt: '15:00',
    endsAt: '16:30',
    place: '党员活动室',
    chair,
    recorder,
    items,
    decision: '',
    away: awayOf(dice, among, Math.min(3, Math.floor(among.length / 5))),
    ...more,
  });
  const rows: LateRow[] = [];
  // Now and then a meeting was simply not held; the matrix says so.
  const held = (): boolean => dice.chance(0.985);
  if (committee.length > 0 && held()) {
    rows.push(
      row(
        'committee_meeting',
        dayIn(month, 18),
        '支部委员会会议',
        [dice.pick(TOPICS), '研究下月活动安排'],
        committee,
        { decision: '按计划落实下月活动' },
      ),
    );
  }
  if (held()) {
    const theme = dice.pick(THEMES);
    rows.push(
      row('theme_day', lastWednesday(month), theme, [theme], lived.people, {
        decision: '活动按计划完成，下次活动前通报参加情况',
      }),
    );
  }
  if (number % 3 === 0 && held()) {
    rows.push(
      row(
        'members_meeting',
        dayIn(month, 20),
        '支部党员大会',
        ['通报支部委员会工作', dice.pick(TOPICS)],
        lived.people,
        { decision: '通过支部委员会工作通报' },
      ),
    );
  }
  if ([3, 6, 9, 11].includes(number) && held()) {
    const lesson = dice.pick(LESSONS);
    rows.push(
      row('party_class', dayIn(month, 23), lesson, [lesson], lived.people, {
        decision: '完成授课和交流',
      }),
    );
  }
  if (number === 2) {
    rows.push(
      row(
        'org_life_meeting',
        dayIn(month, 25),
        '组织生活会',
        ['查摆问题', '批评和自我批评'],
        lived.people,
        { yearOf: yearOf(month) - 1, decision: '查摆问题列入整改清单，明确整改时限' },
      ),
    );
  }
  return rows;
}

interface Money {
  readonly amounts: ReadonlyMap<string, number>;
}

/** Pay and pensions rise a little each year; nobody's falls. */
function baseNext(dice: Dice, before: number | undefined, retired: boolean): number {
  if (before !== undefined) return before + dice.between(0, 5) * 2_000;
  return retired ? 260_000 + dice.between(0, 40) * 8_000 : 350_000 + dice.between(0, 50) * 9_000;
}

/** 核定 of a year: how each member's dues are reckoned, as the sector has it. */
async function assess(
  desk: Desk,
  head: Seat,
  lived: Lived,
  month: PlainMonth,
  dice: Dice,
  who: Lived['people'],
  bases: Map<PersonId, number>,
): Promise<Money> {
  const lines = who.map((one) => {
    if (lived.planned.sector === 'village')
      return { personId: one.personId, payerKind: 'farmer', base: null };
    const base = baseNext(dice, bases.get(one.personId), one.retired);
    bases.set(one.personId, base);
    return { personId: one.personId, payerKind: one.retired ? 'retired' : 'wage', base };
  });
  await desk.call(head, 'dues', 'assess', {
    orgId: lived.orgId,
    fromMonth: month,
    decidedOn: desk.today,
    lines,
  });
  const found = (await desk.call(head, 'dues', 'assessment', {
    orgId: lived.orgId,
    month,
  })) as {
    lines: readonly { personId: string; amount: number | null }[];
  };
  return { amounts: new Map(found.lines.map((line) => [line.personId, line.amount ?? 0])) };
}

interface Taken {
  readonly ids: readonly string[];
  readonly sum: number;
  readonly receipts: readonly {
    readonly personId: string;
    readonly paidOn: PlainDate;
    readonly amount: number;
    readonly means: string;
  }[];
}

/** What the round of collection that holds a month asks of each. */
async function askedIn(
  desk: Desk,
  head: Seat,
  lived: Lived,
  month: PlainMonth,
): Promise<Money['amounts']> {
  const round = (await desk.call(head, 'dues', 'round', { orgId: lived.orgId, month })) as {
    lines: readonly { personId: string; open: number; before: number }[];
  };
  return new Map(round.lines.map((line) => [line.personId, line.open + line.before]));
}

/** Takes what is asked from everybody but those who owe. */
async function collect(
  desk: Desk,
  head: Seat,
  lived: Lived,
  asked: Money['amounts'],
  when: { readonly on: PlainDate; readonly late: ReadonlySet<string> },
): Promise<Taken> {
  const receipts = lived.people
    .filter((one) => !when.late.has(one.personId) && (asked.get(one.personId) ?? 0) > 0)
    .map((one, index) => ({
      personId: one.personId,
      paidOn: when.on,
      amount: asked.get(one.personId) ?? 0,
      means: index % 3 === 0 ? 'cash' : 'transfer',
    }));
  if (receipts.length === 0) return { ids: [], sum: 0, receipts };
  const done = await desk.call(head, 'dues', 'recordReceipts', { orgId: lived.orgId, receipts });
  return { ids: done['receiptIds'] as string[], sum: Number(done['total']), receipts };
}

async function remit(
  desk: Desk,
  head: Seat,
  lived: Lived,
  waiting: { ids: string[]; sum: number },
  on: PlainDate,
): Promise<void> {
  if (waiting.ids.length === 0) return;
  await desk.call(head, 'dues', 'remit', {
    orgId: lived.orgId,
    handedOn: on,
    receivedBy: '上级党委党费专户',
    voucher: `${on.slice(0, 7)}缴款单`,
    receiptIds: waiting.ids,
    amount: waiting.sum,
  });
  waiting.ids = [];
  waiting.sum = 0;
}

/** A receipt that was taken down as cash came by transfer. */
async function putReceiptRight(
  desk: Desk,
  head: Seat,
  lived: Lived,
  taken: Taken,
): Promise<readonly string[]> {
  const [wrong] = taken.ids;
  const [receipt] = taken.receipts;
  if (wrong === undefined || receipt === undefined) return taken.ids;
  const reason = '收款方式记错，实为转账';
  await desk.call(head, 'dues', 'cancelReceipt', { receiptId: wrong, reason });
  const done = await desk.call(head, 'dues', 'recordReceipts', {
    orgId: lived.orgId,
    receipts: [{ ...receipt, means: 'transfer' }],
  });
  return [...taken.ids.slice(1), ...(done['receiptIds'] as string[])];
}

/**
 * A branch's life from its beginning in the product to a day, month by month through the product's own
 * commands; the branch as it stands at the end.
 */
export async function live(
  desk: Desk,
  begun: Lived,
  from: PlainMonth,
  today: PlainDate,
  dice: Dice,
  told: Told | null = null,
): Promise<Lived> {
  let lived = begun;
  let head = headOf(lived);
  const quarterly = lived.planned.book === 'quarterly';
  const late = new Set(
    lived.people.filter(() => dice.chance(0.008)).map((one) => one.personId as string),
  );
  if (quarterly) {
    const begins = quarterOf(from);
    desk.until(plainDate(`${from}-05`));
    await desk.call(head, 'dues', 'setCycle', {
      orgId: lived.orgId,
      cycle: 'quarter',
      basis: '支部党员大会同意按季度收缴',
      fromMonth: begins,
    });
  }
  const bases = new Map(told?.bases);
  let money: Money = { amounts: new Map() };
  let book: LateRow[] = [];
  const waiting = { ids: [] as string[], sum: 0 };
  for (let month = from; firstDayOf(month) <= today; month = addToMonth(month, 1)) {
    const last = lastDayOf(month) < today ? lastDayOf(month) : today;
    const number = monthNumberOf(month);
    if (number === 1 || month === from) {
      desk.until(plainDate(`${month}-12`) < today ? plainDate(`${month}-12`) : today);
      money = await assess(desk, head, lived, month, dice, lived.people, bases);
    }
    const before = lived;
    if (told !== null) lived = await happen(desk, before, month, told, today);
    const joined = lived.people.filter((one) => !money.amounts.has(one.personId));
    if (joined.length > 0)
      money = await assess(desk, headOf(lived), lived, month, dice, joined, bases);
    // Whoever came or went in the month is not said to have been away from its meetings.
    const there = {
      ...before,
      people: before.people.filter((one) => lived.people.includes(one)),
      committee: before.committee.filter((one) => lived.committee.includes(one)),
    };
    book.push(...monthOfMeetings(there, month, dice).filter((row) => row.heldOn <= today));
    head = headOf(lived);
    const lastMonth = addToMonth(monthOf(today), -1) === month && told?.story.behind === false;
    if (TALK_MONTHS.includes(number)) {
      desk.until(last);
      await talkEachOther(desk, head, there, month, dice, today);
    }
    const closes = !quarterly || number % 3 === 0 || monthOf(today) === month || lastMonth;
    if (!closes) continue;
    desk.until(last);
    const ended = lastDayOf(month) <= today;
    const corrects = told?.story.correctsIn === month && ended;
    if (book.length > 0 && (!quarterly || ended)) {
      const rows = { orgId: lived.orgId, rows: book };
      const done = await desk.call(head, 'meetings', 'enterLate', rows);
      book = [];
      const [first] = done['meetingIds'] as string[];
      if (corrects && first !== undefined) await putMeetingRight(desk, lived, first);
    }
    const owing = number > 6 && yearOf(month) === yearOf(today) ? late : new Set<string>();
    if (!quarterly || (ended && number % 3 === 0)) {
      const on = ended ? addDays(last, -5) : last;
      // A month asks what was assessed for it; a quarter also what its parts were paid ahead or owe.
      const asked = quarterly ? await askedIn(desk, head, lived, month) : money.amounts;
      const taken = await collect(desk, head, lived, asked, { on, late: owing });
      const right = corrects && !quarterly;
      const ids = right ? await putReceiptRight(desk, head, lived, taken) : taken.ids;
      waiting.ids.push(...ids);
      waiting.sum += taken.sum;
    }
    if (number % 3 === 0 && ended) await remit(desk, head, lived, waiting, last);
  }
  if (told !== null) await standing(desk, lived, today);
  return lived;
}

export const FIRST_MONTH = plainMonth('2023-01');
