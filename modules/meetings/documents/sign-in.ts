import type { Block, Document, Row } from '#engines/document';
import { chineseDate, type PlainDate } from '#kernel/plain-date';

export interface SignInFacts {
  readonly organisation: string;
  readonly kindName: string;
  readonly heldOn: PlainDate;
  readonly startsAt: string | null;
  readonly place: string;
  readonly code: string;
  readonly entitled: readonly { readonly name: string; readonly note: string }[];
  readonly guests: readonly { readonly name: string; readonly note: string }[];
}

/** Two people in a line, as the sheets in use have it. */
function pairs(people: readonly { readonly name: string; readonly note: string }[]): Row[] {
  const half = Math.ceil(people.length / 2);
  const cells = (at: number): string[] => {
    const one = people[at];
    return one === undefined ? ['', '', '', ''] : [String(at + 1), one.name, '', one.note];
  };
  return Array.from({ length: half }, (_, at) => [
    ...cells(at),
    ...(at + half < people.length ? cells(at + half) : ['', '', '', '']),
  ]);
}

const HALF = [
  { header: '序号', mm: 10, align: 'center' },
  { header: '姓名', mm: 22, align: 'center' },
  { header: '签名', weight: 2, align: 'center' },
  { header: '备注', weight: 1, align: 'center' },
] as const;

export const signInBlocks = (facts: SignInFacts): readonly Block[] => [
  {
    kind: 'table',
    title: `应到${facts.entitled.length}人`,
    columns: [...HALF, ...HALF],
    rows: pairs(facts.entitled),
    blankRows: facts.entitled.length === 0 ? 8 : 0,
    rowHeight: 10,
  },
  {
    kind: 'table',
    title: '列席',
    columns: [...HALF, ...HALF],
    rows: pairs(facts.guests),
    blankRows: Math.max(2, 3 - Math.ceil(facts.guests.length / 2)),
    rowHeight: 10,
  },
  {
    kind: 'paragraph',
    indent: false,
    text: [
      '实到',
      { kind: 'blank', chars: 4 },
      '人，请假',
      { kind: 'blank', chars: 4 },
      '人，缺席',
      { kind: 'blank', chars: 4 },
      '人。',
    ],
  },
];

/** 签到表: entitled and guests apart, with lines to sign on; nobody's place is filled in beforehand. */
export function signInDocument(facts: SignInFacts): Document {
  return {
    title: '签到表',
    subtitle: `${facts.organisation}　${facts.kindName}`,
    layout: 'form',
    caption: [
      `时间：${chineseDate(facts.heldOn)}${facts.startsAt === null ? '' : ` ${facts.startsAt}`}`,
      facts.place === '' ? '' : `地点：${facts.place}`,
      `编号：${facts.code}`,
    ],
    blocks: signInBlocks(facts),
    pageNumbers: facts.entitled.length > 40,
  };
}
