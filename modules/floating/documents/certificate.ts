import { AWAY_REASONS, GRADES, type AwayReason } from '#contract/floating';
import { formTable, label, span, type Block, type Document, type Row } from '#engines/document';
import { formatYuan } from '#kernel/money';
import { chineseDate, chineseMonth, monthOf, type PlainDate } from '#kernel/plain-date';
import type { LifeRow } from '../store/life.ts';

export interface CertificateFacts {
  readonly number: string;
  readonly name: string;
  readonly sex: string;
  readonly bornOn: PlainDate | null;
  readonly joinedOn: PlainDate | null;
  readonly orgName: string;
  readonly keeperName: string;
  readonly reason: AwayReason;
  readonly place: string;
  readonly leftOn: PlainDate;
  readonly hostName: string;
  readonly life: readonly LifeRow[];
}

/** Rows for handwriting after what is known already. */
const filled = (rows: readonly Row[], least: number) => ({
  rows,
  blankRows: Math.max(4, least - rows.length),
});

const monthOr = (day: PlainDate | null): string => (day === null ? '' : chineseMonth(monthOf(day)));

function holder(of: CertificateFacts): Block {
  return formTable(
    [30, 50, 30, 50],
    [
      [label('姓名'), of.name, label('性别'), of.sex],
      [label('出生年月'), monthOr(of.bornOn), label('入党时间'), monthOr(of.joinedOn)],
      [label('组织关系\n所在党组织'), span(of.orgName, 3)],
      [label('外出原因'), AWAY_REASONS[of.reason], label('外出时间'), chineseDate(of.leftOn)],
      [label('外出去向'), span(of.place, 3)],
      [label('流入地党组织'), span(of.hostName, 3)],
      [label('支部联系人'), of.keeperName, label('联系电话'), ''],
      {
        cells: [
          label('发证党委'),
          {
            kind: 'cell' as const,
            colSpan: 3,
            vertical: 'bottom' as const,
            lines: [
              { text: '（盖章）', align: 'right' as const },
              { text: '年　　月　　日', align: 'right' as const },
            ],
          },
        ],
        height: 38,
      },
    ],
    12,
  );
}

/**
 * 流动党员活动证 (组通字〔2006〕45号): the county's organisation department numbers it, the committee stamps
 * it, the branch fills it in; activities, dues, evaluation and yearly review are those on record, with room to write.
 */
export function certificateDocument(of: CertificateFacts): Document {
  const of_ = (kind: LifeRow['kind']): LifeRow[] => of.life.filter((one) => one.kind === kind);
  const years = [
    ...new Set(of.life.flatMap((one) => (one.year === null ? [] : [one.year]))),
  ].toSorted((a, b) => a - b);
  const reviewOf = (year: number): Row => {
    const grade = of_('evaluation').find((one) => one.year === year)?.grade ?? null;
    const review = of_('review').find((one) => one.year === year);
    return [
      String(year),
      grade === null ? '' : GRADES[grade],
      review === undefined ? '' : chineseDate(review.on),
      '',
    ];
  };
  return {
    title: '流动党员活动证',
    caption: [`编号：${of.number === '' ? '　　　　　　' : of.number}`],
    layout: 'form',
    blocks: [
      holder(of),
      { kind: 'pageBreak' },
      {
        kind: 'table',
        title: '参加组织活动登记',
        columns: [
          { header: '日期', mm: 34, align: 'center' },
          { header: '活动内容', weight: 1 },
          { header: '党组织（盖章或负责人签名）', mm: 56, align: 'center' },
        ],
        ...filled(
          of_('activity').map((one) => [chineseDate(one.on), one.words, one.saidBy]),
          18,
        ),
        rowHeight: 11,
      },
      { kind: 'pageBreak' },
      {
        kind: 'table',
        title: '交纳党费登记',
        columns: [
          { header: '交纳日期', mm: 34, align: 'center' },
          { header: '所属月份', weight: 1, align: 'center' },
          { header: '金额（元）', mm: 28, align: 'right' },
          { header: '党组织（盖章或负责人签名）', mm: 56, align: 'center' },
        ],
        ...filled(
          of_('dues').map((one) => [
            chineseDate(one.on),
            one.fromMonth === null || one.toMonth === null
              ? ''
              : one.fromMonth === one.toMonth
                ? chineseMonth(one.fromMonth)
                : `${chineseMonth(one.fromMonth)}至${chineseMonth(one.toMonth)}`,
            one.amount === null ? '' : formatYuan(one.amount),
            one.saidBy,
          ]),
          8,
        ),
        rowHeight: 11,
      },
      {
        kind: 'table',
        title: '民主评议和检验登记',
        columns: [
          { header: '年度', mm: 24, align: 'center' },
          { header: '民主评议结果', weight: 1, align: 'center' },
          { header: '检验日期', mm: 40, align: 'center' },
          { header: '检验党组织（盖章）', mm: 56, align: 'center' },
        ],
        ...filled(years.map(reviewOf), 6),
        rowHeight: 11,
      },
    ],
    notes: [
      '活动证由县级党委组织部门统一编号，党委盖章，党支部填写；持证人凭证在流入地参加组织活动、交纳党费，每年结合民主评议检验一次。',
    ],
  };
}
