import { formTable, label, span, type Document } from '#engines/document';
import { capitalYuan, formatYuan, type Money } from '#kernel/money';
import { chineseDate, type PlainDate } from '#kernel/plain-date';

export interface ReceiptPaper {
  readonly organ: string;
  /** End of the receipt's id, so that paper and record find each other. */
  readonly number: string;
  readonly name: string;
  readonly paidOn: PlainDate;
  readonly amount: Money;
  readonly means: string;
  readonly payer: string;
  readonly voluntary: boolean;
  /** Goes to the Centre whole, which gives its own receipt (DUES17). */
  readonly large: boolean;
  readonly note: string;
  readonly cancelled: boolean;
}

/** 党费收据: one sum of one member, for the hand of whoever paid. */
export function receiptDocument(paper: ReceiptPaper): Document {
  return {
    layout: 'form',
    title: '党费收据',
    ...(paper.cancelled ? { subtitle: '（已作废）' } : {}),
    caption: [`收款单位：${paper.organ}`, `编号：${paper.number}`],
    blocks: [
      formTable(
        [32, 51, 32, 51],
        [
          [label('交纳人'), paper.name, label('收款日期'), chineseDate(paper.paidOn)],
          [label('交纳方式'), paper.means, label('谁交来的'), paper.payer],
          [label('金额'), span(`¥${formatYuan(paper.amount, true)}`, 3)],
          [label('人民币（大写）'), span(capitalYuan(paper.amount), 3)],
          [label('性质'), span(paper.voluntary ? '自愿多交的党费' : '党费', 3)],
          [label('备注'), span(paper.note, 3)],
        ],
      ),
      { kind: 'signatures', labels: ['收款人（签名）', '交款人（签名）'] },
    ],
    notes: paper.large
      ? ['自愿一次多交1000元以上的，全部上缴中央，由中央组织部出具收据；本收据只证明收到。']
      : [],
  };
}
