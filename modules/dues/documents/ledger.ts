import type { Document } from '#engines/document';
import { capitalYuan, formatYuan, money, type Money } from '#kernel/money';
import { chineseDate, type PlainDate } from '#kernel/plain-date';

const yuan = (fen: number): string => formatYuan(money(fen), true);

export interface LedgerPaper {
  readonly organ: string;
  /** `2026年3月`, `2026年第1季度` or the span in words. */
  readonly period: string;
  readonly printedOn: PlainDate;
  readonly lines: readonly {
    readonly name: string;
    readonly due: number;
    readonly paid: number;
    readonly open: number;
    readonly paidOn: string;
    readonly note: string;
  }[];
}

/** 党费收缴明细表: the members of a branch with due, paid and open of a span of months. */
export function ledgerDocument(paper: LedgerPaper): Document {
  const sum = (field: 'due' | 'paid' | 'open'): number =>
    paper.lines.reduce((total, line) => total + line[field], 0);
  return {
    layout: 'form',
    title: '党费收缴明细表',
    caption: [`单位：${paper.organ}`, paper.period, '金额单位：元'],
    blocks: [
      {
        kind: 'table',
        rowHeight: 8,
        columns: [
          { header: '序号', mm: 12, align: 'center' },
          { header: '姓名', mm: 22, align: 'center' },
          { header: '应交', mm: 22, align: 'right' },
          { header: '实交', mm: 22, align: 'right' },
          { header: '欠交', mm: 22, align: 'right' },
          { header: '交纳日期', mm: 26, align: 'center' },
          { header: '交纳人签名', weight: 1 },
          { header: '备注', weight: 1 },
        ],
        rows: paper.lines.map((line, index) => [
          String(index + 1),
          line.name,
          yuan(line.due),
          yuan(line.paid),
          yuan(line.open),
          line.paidOn,
          '',
          line.note,
        ]),
        totals: [['合计', '', yuan(sum('due')), yuan(sum('paid')), yuan(sum('open')), '', '', '']],
      },
      {
        kind: 'paragraph',
        indent: false,
        text: `实交合计（大写）：${capitalYuan(sum('paid') as Money)}`,
      },
      { kind: 'signatures', labels: ['收款人（签名）', '记账人（签名）', '支部书记（签名）'] },
    ],
    notes: [`打印日期：${chineseDate(paper.printedOn)}。`],
  };
}

export interface MemberPaper {
  readonly organ: string;
  readonly name: string;
  readonly year: number;
  readonly lines: readonly {
    readonly month: string;
    readonly due: number | null;
    readonly paid: number;
    readonly paidOn: PlainDate | null;
    readonly note: string;
  }[];
  readonly advance: number;
}

/** 党费证: one member's year, month by month. */
export function memberDocument(paper: MemberPaper): Document {
  const due = paper.lines.reduce((total, line) => total + (line.due ?? 0), 0);
  const paid = paper.lines.reduce((total, line) => total + line.paid, 0);
  return {
    layout: 'form',
    title: '党费证',
    subtitle: `${paper.year}年`,
    caption: [`姓名：${paper.name}`, `所在党支部：${paper.organ}`, '金额单位：元'],
    blocks: [
      {
        kind: 'table',
        rowHeight: 9,
        columns: [
          { header: '月份', mm: 30, align: 'center' },
          { header: '应交', mm: 26, align: 'right' },
          { header: '实交', mm: 26, align: 'right' },
          { header: '交纳日期', mm: 38, align: 'center' },
          { header: '收款人签章', weight: 1 },
          { header: '备注', weight: 1 },
        ],
        rows: paper.lines.map((line) => [
          line.month,
          line.due === null ? '未核定' : yuan(line.due),
          yuan(line.paid),
          line.paidOn === null ? '' : chineseDate(line.paidOn),
          '',
          line.note,
        ]),
        totals: [['合计', yuan(due), yuan(paid), '', '', '']],
      },
    ],
    notes: paper.advance > 0 ? [`另已预交${yuan(paper.advance)}元，抵以后月份。`] : [],
  };
}
