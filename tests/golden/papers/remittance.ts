import { formTable, label, span, type Document } from '#engines/document';

/** 党费上缴单: the amount in capitals, three signatures. */
export const remittance: Document = {
  layout: 'form',
  title: '党费上缴单',
  caption: ['缴款日期：2023年12月28日', '编号：2023-04'],
  blocks: [
    formTable(
      [32, 53, 32, 53],
      [
        [label('缴款党组织'), span('清河县发展和改革局党支部', 3)],
        [label('收款党组织'), span('中共清河县直属机关工作委员会', 3)],
        [label('所属期间'), '2023年10月—12月', label('党员人数'), '20人'],
        [label('本期收据'), '60张', label('缴款方式'), '银行转账'],
        [label('金额（大写）'), span('叁仟零陆拾伍元玖角伍分', 3)],
        [label('金额（小写）'), span('¥3,065.95', 3)],
        { cells: [label('备　　注'), span('', 3)], height: 18 },
      ],
      12,
    ),
    { kind: 'signatures', labels: ['支部书记', '经手人', '收款人（盖章）'] },
  ],
  notes: ['本单一式两份，缴款、收款党组织各存一份。'],
};
