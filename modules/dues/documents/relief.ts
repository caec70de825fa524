import { formTable, label, opinion, span, type Document } from '#engines/document';
import { formatYuan, money } from '#kernel/money';
import { chineseDate, type PlainDate } from '#kernel/plain-date';

export interface ReliefPaper {
  readonly organ: string;
  readonly name: string;
  /** Due a month without the relief; null where nothing was fixed. */
  readonly due: number | null;
  readonly amount: number;
  readonly months: string;
  readonly studiedOn: PlainDate;
  readonly approvedOn: PlainDate | null;
  readonly approvedBy: string;
  readonly approvalPaper: string;
  readonly reason: string;
}

/** 党费减免审批表: the branch studied, the next higher committee approves. */
export function reliefDocument(paper: ReliefPaper): Document {
  const yuan = (fen: number): string => `${formatYuan(money(fen), true)}元`;
  const approval =
    paper.approvedOn === null
      ? ''
      : `${paper.approvedBy}于${chineseDate(paper.approvedOn)}批准（${paper.approvalPaper}）。`;
  return {
    layout: 'form',
    title: '党费减免审批表',
    caption: [`单位：${paper.organ}`],
    blocks: [
      formTable(
        [34, 49, 34, 49],
        [
          [label('姓名'), paper.name, label('所在党支部'), paper.organ],
          [
            label('月应交党费'),
            paper.due === null ? '' : yuan(paper.due),
            label('减免后月交'),
            paper.amount === 0 ? '免交' : yuan(paper.amount),
          ],
          [label('减免月份'), span(paper.months, 3)],
          { height: 42, cells: [label('减免原因'), span(paper.reason, 3)] },
          {
            height: 48,
            cells: [
              label('党支部意见'),
              opinion(
                3,
                `${chineseDate(paper.studiedOn)}支部研究同意。`,
                '支部书记（签名）：　　　　　　',
              ),
            ],
          },
          { height: 48, cells: [label('上一级党委\n审批意见'), opinion(3, approval)] },
          [label('备注'), span('', 3)],
        ],
      ),
    ],
  };
}
