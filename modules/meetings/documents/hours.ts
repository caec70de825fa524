import type { Block, Document } from '#engines/document';
import { chineseDate, type PlainDate } from '#kernel/plain-date';

export interface HoursFacts {
  readonly orgName: string;
  readonly year: number;
  readonly on: PlainDate;
  readonly lines: readonly {
    readonly name: string;
    readonly minutes: number;
    readonly sessions: number;
  }[];
}

/** A clock hour is one 学时 (`edu.hour.conversion`), to one decimal. */
export const hoursText = (minutes: number): string => String(Math.floor(minutes / 6) / 10);

export const hoursBlocks = (facts: HoursFacts): readonly Block[] => [
  {
    kind: 'table',
    columns: [
      { header: '序号', mm: 14, align: 'center' },
      { header: '姓名', weight: 2, align: 'center' },
      { header: '参加次数', weight: 1, align: 'center' },
      { header: '时长（分钟）', weight: 1, align: 'center' },
      { header: '学时', weight: 1, align: 'center' },
      { header: '备注', weight: 2 },
    ],
    rows: facts.lines.map((line, at) => [
      String(at + 1),
      line.name,
      String(line.sessions),
      String(line.minutes),
      hoursText(line.minutes),
      '',
    ]),
    rowHeight: 8,
  },
];

/** 学时登记表, from attendance of sessions held; nothing is asked of anybody's screen. */
export function hoursDocument(facts: HoursFacts): Document {
  return {
    title: `${facts.year}年党员集中学习培训学时登记表`,
    layout: 'form',
    caption: [facts.orgName, '', `截至${chineseDate(facts.on)}`],
    blocks: hoursBlocks(facts),
    notes: [
      '学时从到会记录折算，1小时计1学时，同一时间只计一次（按上级规定）。',
      '党员每年集中学习培训时间一般不少于32学时（依据：《中国共产党党员教育管理工作条例》第20条）。年老体弱等党员不作硬性要求（第23条）。',
    ],
  };
}
