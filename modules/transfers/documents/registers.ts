import type { Document } from '#engines/document';
import { chineseDate, type PlainDate } from '#kernel/plain-date';

export interface RegisterLetter {
  readonly number: string;
  readonly names: string;
  readonly people: number;
  readonly fromName: string;
  readonly toName: string;
  readonly duesMonth: string;
  readonly issuedOn: PlainDate;
  readonly validDays: number;
  readonly receiptOn: PlainDate | null;
  readonly receiptBy: string;
  readonly spoiled: boolean;
  readonly expired: boolean;
  readonly note: string;
}

const remark = (row: RegisterLetter): string =>
  [row.spoiled ? '作废' : row.expired ? '过期未回' : '', row.note]
    .filter((one) => one !== '')
    .join('；');

/** 介绍信登记簿 (转出 or 转入) of a year. */
export const letterRegister = (of: {
  readonly orgName: string;
  readonly year: number;
  readonly direction: 'out' | 'in';
  readonly rows: readonly RegisterLetter[];
}): Document => ({
  title: `${of.year}年组织关系介绍信登记簿（${of.direction === 'out' ? '转出' : '转入'}）`,
  caption: [`党组织：${of.orgName}`, '', `共${of.rows.length}封`],
  layout: 'form',
  orientation: 'landscape',
  blocks: [
    {
      kind: 'table',
      columns: [
        { header: '编号', mm: 24, align: 'center' },
        { header: of.direction === 'out' ? '开具日期' : '信上日期', mm: 34, align: 'center' },
        { header: '姓名', mm: 22, align: 'center' },
        { header: '由', weight: 1 },
        { header: '去', weight: 1 },
        { header: '党费交到', mm: 20, align: 'center' },
        { header: '有效期', mm: 16, align: 'center' },
        { header: of.direction === 'out' ? '回执收到' : '回执寄出', mm: 34, align: 'center' },
        { header: '经办', mm: 18, align: 'center' },
        { header: '备注', mm: 30 },
      ],
      rows: of.rows.map((row) => [
        row.number,
        chineseDate(row.issuedOn),
        row.people > 1 ? `${row.names}等${row.people}人` : row.names,
        row.fromName,
        row.toName,
        row.duesMonth,
        `${row.validDays}天`,
        row.receiptOn === null ? '' : chineseDate(row.receiptOn),
        row.receiptBy,
        remark(row),
      ]),
      blankRows: of.rows.length === 0 ? 10 : 4,
      rowHeight: 9,
      small: true,
    },
  ],
  notes: ['存根保存年限按上级规定。'],
});

/** 整建制转接名册: one number, one list. */
export const wholeList = (of: {
  readonly orgName: string;
  readonly fromName: string;
  readonly toName: string;
  readonly on: PlainDate;
  readonly number: string;
  readonly paper: string;
  readonly people: readonly { readonly name: string; readonly full: boolean }[];
}): Document => {
  const full = of.people.filter((one) => one.full).length;
  return {
    title: '党组织整建制转接名册',
    caption: [`编号：${of.number}`, '', chineseDate(of.on)],
    layout: 'form',
    blocks: [
      {
        kind: 'paragraph',
        text: [
          `${of.orgName}整建制由${of.fromName}转至${of.toName}，共有党员${of.people.length}名，其中正式党员${full}名、预备党员${of.people.length - full}名。批准文件：${of.paper}。`,
        ],
      },
      {
        kind: 'table',
        columns: [
          { header: '序号', mm: 16, align: 'center' },
          { header: '姓名', mm: 34, align: 'center' },
          { header: '类别', mm: 34, align: 'center' },
          { header: '备注', weight: 1 },
        ],
        rows: of.people.map((one, at) => [
          String(at + 1),
          one.name,
          one.full ? '正式党员' : '预备党员',
          '',
        ]),
        rowHeight: 8,
      },
      { kind: 'signatures', labels: ['转出党委（盖章）', '接收党委（盖章）'], dated: true },
    ],
  };
};

/** 组织关系排查情况 of a branch and year. */
export const checkSheet = (of: {
  readonly orgName: string;
  readonly year: number;
  readonly openedOn: PlainDate;
  readonly closedOn: PlainDate | null;
  readonly sums: string;
  readonly rows: readonly {
    readonly name: string;
    readonly result: string;
    readonly on: PlainDate | null;
    readonly note: string;
  }[];
}): Document => ({
  title: `${of.year}年党员组织关系排查表`,
  caption: [
    `党组织：${of.orgName}`,
    '',
    of.closedOn === null ? `${chineseDate(of.openedOn)}开始` : `${chineseDate(of.closedOn)}结束`,
  ],
  layout: 'form',
  blocks: [
    { kind: 'paragraph', text: [of.sums], indent: false },
    {
      kind: 'table',
      columns: [
        { header: '序号', mm: 14, align: 'center' },
        { header: '姓名', mm: 28, align: 'center' },
        { header: '排查结果', mm: 40, align: 'center' },
        { header: '日期', mm: 34, align: 'center' },
        { header: '备注', weight: 1 },
      ],
      rows: of.rows.map((row, at) => [
        String(at + 1),
        row.name,
        row.result,
        row.on === null ? '' : chineseDate(row.on),
        row.note,
      ]),
      rowHeight: 8,
    },
    { kind: 'signatures', labels: ['党支部书记（签名）', '经办人（签名）'] },
  ],
});
