import type { Document } from '#engines/document';
import { formatYuan, money } from '#kernel/money';
import { chineseDate, type PlainDate } from '#kernel/plain-date';
import { PURPOSES } from '../rules/means.ts';

export interface PublishedLines {
  readonly members: readonly {
    readonly name: string;
    readonly due: number;
    readonly paid: number;
    readonly open: number;
  }[];
  readonly uses: readonly {
    readonly on: PlainDate;
    readonly purpose: keyof typeof PURPOSES;
    readonly what: string;
    readonly amount: number;
  }[];
  readonly remitted: number;
}

export interface PublicationPaper extends PublishedLines {
  readonly organ: string;
  readonly months: string;
  readonly publishedOn: PlainDate;
  readonly place: string;
}

const yuan = (fen: number): string => formatYuan(money(fen), true);

/** 党费收缴使用情况公示: due and paid of each member and what was used; never the base. */
export function publicationDocument(paper: PublicationPaper): Document {
  const sum = (field: 'due' | 'paid' | 'open'): number =>
    paper.members.reduce((total, line) => total + line[field], 0);
  const used = paper.uses.reduce((total, line) => total + line.amount, 0);
  return {
    layout: 'form',
    title: '党费收缴使用情况公示',
    caption: [`单位：${paper.organ}`, paper.months, '金额单位：元'],
    blocks: [
      {
        kind: 'paragraph',
        text: `${paper.months}，本支部${paper.members.length}名党员应交党费${yuan(sum('due'))}元，实交${yuan(sum('paid'))}元，上缴${yuan(paper.remitted)}元；使用上级下拨、返还的党费${yuan(used)}元。`,
      },
      {
        kind: 'table',
        title: '收缴情况',
        columns: [
          { header: '序号', mm: 14, align: 'center' },
          { header: '姓名', weight: 1, align: 'center' },
          { header: '应交', weight: 1, align: 'right' },
          { header: '实交', weight: 1, align: 'right' },
        ],
        rows: paper.members.map((line, index) => [
          String(index + 1),
          line.name,
          yuan(line.due),
          yuan(line.paid),
        ]),
        totals: [['合计', '', yuan(sum('due')), yuan(sum('paid'))]],
      },
      ...(paper.uses.length === 0
        ? []
        : [
            {
              kind: 'table' as const,
              title: '使用情况',
              columns: [
                { header: '日期', mm: 34, align: 'center' as const },
                { header: '用途', mm: 48 },
                { header: '内容', weight: 1 },
                { header: '金额', mm: 28, align: 'right' as const },
              ],
              rows: paper.uses.map((line) => [
                chineseDate(line.on),
                PURPOSES[line.purpose],
                line.what,
                yuan(line.amount),
              ]),
              totals: [['合计', '', '', yuan(used)]],
            },
          ]),
    ],
    sign: { organ: paper.organ, date: paper.publishedOn },
    notes: [`公示地点：${paper.place}。对以上情况有不同意见的，请向党支部反映。`],
  };
}
