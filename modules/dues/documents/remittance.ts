import { formTable, label, span, type Document } from '#engines/document';
import { capitalYuan, formatYuan, money } from '#kernel/money';
import { chineseDate, type PlainDate } from '#kernel/plain-date';

const yuan = (fen: number): string => formatYuan(money(fen), true);

export interface RemittancePaper {
  readonly organ: string;
  readonly handedOn: PlainDate;
  readonly amount: number;
  readonly receivedBy: string;
  readonly voucher: string;
  readonly cancelled: boolean;
  readonly receipts: readonly {
    readonly name: string;
    readonly paidOn: PlainDate;
    readonly amount: number;
    readonly means: string;
    readonly note: string;
  }[];
}

/** 党费上缴单: the sum in figures and capitals, with the list of the receipts it is made of. */
export function remittanceDocument(paper: RemittancePaper): Document {
  const people = new Set(paper.receipts.map((one) => one.name)).size;
  return {
    layout: 'form',
    title: '党费上缴单',
    ...(paper.cancelled ? { subtitle: '（已作废）' } : {}),
    caption: [`上缴单位：${paper.organ}`, chineseDate(paper.handedOn), '金额单位：元'],
    blocks: [
      formTable(
        [32, 53, 28, 53],
        [
          [label('接收单位'), paper.receivedBy, label('凭证号'), paper.voucher],
          [label('交纳人数'), `${people}人`, label('收款笔数'), `${paper.receipts.length}笔`],
          [label('上缴金额'), span(`¥${yuan(paper.amount)}`, 3)],
          [label('人民币（大写）'), span(capitalYuan(money(paper.amount)), 3)],
        ],
      ),
      {
        kind: 'signatures',
        labels: ['经办人（签名）', '支部书记（签名）', '接收人（签章）'],
        dated: true,
      },
      {
        kind: 'table',
        title: '所附收款明细',
        small: true,
        columns: [
          { header: '序号', mm: 12, align: 'center' },
          { header: '姓名', mm: 24, align: 'center' },
          { header: '收款日期', mm: 34, align: 'center' },
          { header: '金额', mm: 26, align: 'right' },
          { header: '方式', mm: 18, align: 'center' },
          { header: '备注', weight: 1 },
        ],
        rows: paper.receipts.map((one, index) => [
          String(index + 1),
          one.name,
          chineseDate(one.paidOn),
          yuan(one.amount),
          one.means,
          one.note,
        ]),
        totals: [['合计', '', '', yuan(paper.amount), '', '']],
      },
    ],
    notes: ['上缴金额等于所附收款之和。'],
  };
}
