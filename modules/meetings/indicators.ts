import { chineseDate } from '#kernel/plain-date';
import type { Indicator, Period, SourceRow, Unit } from '#engines/indicator';
import { MEETING_KINDS, MEETING_KIND_KEYS, THREE_AND_ONE } from './rules/kinds.ts';
import { isBuiltIn } from './rules/own-kinds.ts';
import {
  factRows,
  factSums,
  heldRows,
  heldSums,
  type FactTable,
  type FigureRow,
  type HeldFilter,
  type HeldSum,
} from './store/figures.ts';

const kindName = (kind: string): string => (isBuiltIn(kind) ? MEETING_KINDS[kind].name : '');

function source(row: FigureRow): SourceRow {
  const name = kindName(row.kind);
  const title = row.title === name || name === '' ? row.title : `${name}（${row.title}）`;
  const held = Number(row.on.slice(0, 4));
  const year = row.yearOf === null || row.yearOf === held ? '' : `（${row.yearOf}年度）`;
  return {
    id: row.rowId,
    orgId: row.orgId,
    on: row.on,
    label: `${chineseDate(row.on)} ${title}${year}`,
    adds: row.value,
    route: `/meetings/one?meetingId=${row.meetingId}`,
    recordId: row.meetingId,
    group: name === '' ? row.title : name,
  };
}

interface Definition {
  readonly id: string;
  readonly name: string;
  readonly definition: string;
  readonly unit?: Unit;
}

/** A figure over finalised meetings, in the versions that stood at the instant asked for. */
const overHeld = (about: Definition, filter: HeldFilter, sum: HeldSum): Indicator => ({
  version: 1,
  unit: '次',
  ...about,
  figures: async (read, period: Period) =>
    (await heldSums(read, period, filter, sum)).map(({ orgId, value, rated }) => ({
      orgId,
      value,
      of: sum === 'rated_present' ? rated : 1,
    })),
  rows: async (read, period, orgIds) =>
    (await heldRows(read, period, filter, sum, orgIds)).map(source),
});

const overFacts = (about: Definition, table: FactTable): Indicator => ({
  version: 1,
  unit: '次',
  ...about,
  figures: async (read, period) =>
    (await factSums(read, period, table)).map((one) => ({ ...one, of: 1 })),
  rows: async (read, period, orgIds) =>
    (await factRows(read, period, table, orgIds)).map((row) => ({
      ...source(row),
      recordId: table === 'study' ? row.meetingId : row.rowId,
    })),
});

const FINAL = '已定稿的会议，按召开日期计；据纸质记录补录的计入，取消的不计';

const counts = MEETING_KIND_KEYS.map((kind) =>
  overHeld(
    {
      id: `meetings.${kind}.count`,
      name: `${MEETING_KINDS[kind].name}次数`,
      definition: `${MEETING_KINDS[kind].name}：${FINAL}`,
    },
    { kinds: [kind] },
    'count',
  ),
);

const ofYear = MEETING_KIND_KEYS.filter((kind) => MEETING_KINDS[kind].yearWindow).map((kind) =>
  overHeld(
    {
      id: `meetings.${kind}.of_year`,
      name: `${MEETING_KINDS[kind].name}次数（按归属年度）`,
      definition: `${MEETING_KINDS[kind].name}：已定稿的会议，按归属年度计，不论召开日期`,
    },
    { kinds: [kind], byYear: true },
    'count',
  ),
);

const rates = [...THREE_AND_ONE, 'theme_day' as const].map((kind) =>
  overHeld(
    {
      id: `meetings.${kind}.rate`,
      name: `${MEETING_KINDS[kind].name}到会率`,
      definition: '实到人次除以应到人次；年老体弱、流动党员不计入，只有人数的补录不计入',
      unit: '%',
    },
    { kinds: [kind] },
    'rated_present',
  ),
);

/** Figures of meetings: how often, how many came, how long they studied, what was voted and decided. */
export const meetingIndicators: readonly Indicator[] = [
  ...counts,
  ...ofYear,
  overHeld(
    {
      id: 'meetings.own.count',
      name: '自设会议次数',
      definition: `本单位自设的会议种类：${FINAL}`,
    },
    { notKinds: MEETING_KIND_KEYS },
    'count',
  ),
  overHeld(
    { id: 'meetings.all.count', name: '会议总次数', definition: `各类会议：${FINAL}` },
    {},
    'count',
  ),
  overHeld(
    {
      id: 'meetings.three_and_one.count',
      name: '三会一课次数',
      definition: `党员大会、支委会、党小组会和党课：${FINAL}`,
    },
    { kinds: THREE_AND_ONE },
    'count',
  ),
  overHeld(
    {
      id: 'meetings.home_visit.count',
      name: '送教上门次数',
      definition: '已定稿的送教上门；不计入会议次数',
    },
    { form: 'home_visit' },
    'count',
  ),
  overHeld(
    {
      id: 'meetings.post.count',
      name: '邮寄资料次数',
      definition: '已定稿的邮寄资料；不计入会议次数',
    },
    { form: 'post' },
    'count',
  ),
  overHeld(
    {
      id: 'meetings.first_topic.count',
      name: '第一议题学习次数',
      definition: '已定稿的会议中，第一项是第一议题的次数',
    },
    { firstTopic: true },
    'count',
  ),
  overHeld(
    {
      id: 'meetings.attendances',
      name: '参加组织生活人次',
      definition: '已定稿会议的实到人次，不含列席',
      unit: '人次',
    },
    {},
    'present',
  ),
  overHeld(
    {
      id: 'meetings.rate',
      name: '组织生活到会率',
      definition: '实到人次除以应到人次；年老体弱、流动党员不计入，只有人数的补录不计入',
      unit: '%',
    },
    {},
    'rated_present',
  ),
  ...rates,
  overFacts(
    {
      id: 'meetings.study_minutes',
      name: '集中学习学时（各人合计）',
      definition: '学习类会议实到和列席人员的时间之和；同一时间只计一次，1小时计1学时',
      unit: '学时',
    },
    'study',
  ),
  overFacts(
    { id: 'meetings.votes.count', name: '会议表决次数', definition: '已定稿会议中的表决' },
    'votes',
  ),
  overFacts(
    {
      id: 'meetings.decisions.count',
      name: '议定事项数',
      definition: '已定稿会议中确定责任人或期限的事项',
      unit: '项',
    },
    'decisions',
  ),
];
