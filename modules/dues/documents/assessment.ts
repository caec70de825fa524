import type { Document } from '#engines/document';
import { formatYuan, money, type Money } from '#kernel/money';
import { chineseDate, chineseMonth, type PlainDate, type PlainMonth } from '#kernel/plain-date';
import { PAYER_KINDS, type PayerKind } from '../rules/amount.ts';

export interface AssessmentPaper {
  readonly organ: string;
  readonly month: PlainMonth;
  readonly decidedOn: PlainDate | null;
  readonly cycle: string;
  readonly lines: readonly {
    readonly name: string;
    readonly payerKind: PayerKind | null;
    readonly base: number | null;
    readonly amount: number | null;
    readonly relief: number | null;
    readonly explanation: string;
  }[];
}

const yuan = (fen: number | null): string => (fen === null ? '' : formatYuan(money(fen), true));

/** 党费核定表: for the branch's own keeping; it shows bases and is not put up anywhere. */
export function assessmentDocument(paper: AssessmentPaper): Document {
  const paid = (line: AssessmentPaper['lines'][number]): number | null =>
    line.relief === null || line.amount === null ? line.amount : Math.min(line.relief, line.amount);
  const total = paper.lines.reduce((sum, line) => sum + (paid(line) ?? 0), 0) as Money;
  return {
    layout: 'form',
    orientation: 'landscape',
    title: '党费核定表',
    caption: [
      `单位：${paper.organ}`,
      `自${chineseMonth(paper.month)}起，${paper.cycle}交纳`,
      '金额单位：元',
    ],
    blocks: [
      {
        kind: 'table',
        rowHeight: 8,
        columns: [
          { header: '序号', mm: 12, align: 'center' },
          { header: '姓名', mm: 22, align: 'center' },
          { header: '类别', mm: 42 },
          { header: '计算基数', mm: 26, align: 'right' },
          { header: '月应交', mm: 24, align: 'right' },
          { header: '核定说明', weight: 1 },
          { header: '本人确认', mm: 22 },
        ],
        rows: paper.lines.map((line, index) => [
          String(index + 1),
          line.name,
          line.payerKind === null ? '未核定' : PAYER_KINDS[line.payerKind].name,
          yuan(line.base),
          yuan(paid(line)),
          line.relief === null
            ? line.explanation
            : `经批准减免，每月交${yuan(line.relief)}元；${line.explanation}`,
          '',
        ]),
        totals: [['合计', '', '', '', formatYuan(total, true), '', '']],
      },
      { kind: 'signatures', labels: ['核定人（签名）', '支部书记（签名）'] },
    ],
    notes: [
      ...(paper.decidedOn === null ? [] : [`${chineseDate(paper.decidedOn)}核定。`]),
      '本表含计算基数，只供支部留存和本人核对，不对外公布。',
    ],
  };
}
