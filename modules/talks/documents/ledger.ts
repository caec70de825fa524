import type { Document } from '#engines/document';
import { chineseDate, type PlainDate } from '#kernel/plain-date';

/** 谈心谈话一览表: who with whom, when, of which kind. It has no column for what was said. */
export function ledgerDocument(of: {
  readonly orgName: string;
  readonly year: number;
  readonly on: PlainDate;
  readonly rows: readonly {
    readonly heldOn: PlainDate;
    readonly kind: string;
    readonly talker: string;
    readonly partner: string;
    readonly place: string;
    readonly enteredOn: PlainDate;
  }[];
}): Document {
  return {
    title: `${of.year}年谈心谈话一览表`,
    caption: [`党组织：${of.orgName}`, '', `共${of.rows.length}次`],
    layout: 'form',
    blocks: [
      {
        kind: 'table',
        columns: [
          { header: '序号', mm: 12, align: 'center' },
          { header: '日期', mm: 30, align: 'center' },
          { header: '谈话人', mm: 22, align: 'center' },
          { header: '谈话对象', mm: 22, align: 'center' },
          { header: '类别', weight: 1, align: 'center' },
          { header: '地点', mm: 24, align: 'center' },
          { header: '录入日期', mm: 24, align: 'center' },
        ],
        rows: of.rows.map((row, at) => [
          String(at + 1),
          chineseDate(row.heldOn),
          row.talker,
          row.partner,
          row.kind,
          row.place,
          row.enteredOn,
        ]),
        rowHeight: 8,
        small: true,
      },
    ],
    notes: [`打印日期：${chineseDate(of.on)}。谈话内容由谈话双方保管，不列入本表。`],
  };
}
