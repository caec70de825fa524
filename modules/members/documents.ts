import { figure, type Document } from '#engines/document';
import { chineseDate, type PlainDate } from '#kernel/plain-date';

/** A roster on paper: one line for each member, columns as chosen. */
export function rosterDocument(of: {
  readonly orgName: string;
  readonly on: PlainDate;
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
}): Document {
  return {
    title: '党员花名册',
    caption: [of.orgName, chineseDate(of.on), `共${of.rows.length}人`],
    layout: 'form',
    orientation: 'landscape',
    blocks: [
      {
        kind: 'table',
        columns: of.headers.map((header) => ({
          header,
          weight: header === '职务' || header === '所在党支部' ? 2 : header === '序号' ? 0.5 : 1,
          align: 'center' as const,
        })),
        rows: of.rows,
        small: true,
        rowHeight: 8,
      },
    ],
  };
}

interface Line {
  readonly way: string;
  readonly name: string;
  readonly count: number;
}

/** 党员增减变动表: every number opens its names; the last column shows the sum that must agree. */
export function movementDocument(of: {
  readonly orgName: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly opening: number;
  readonly increases: readonly Line[];
  readonly decreases: readonly Line[];
  readonly closing: number;
  readonly regularised: number;
  /** Opens a number: the id of its source. */
  readonly sourceOf: (line: string) => string;
}): Document {
  const number = (line: string, label: string, count: number) => [
    figure({
      name: `movement.${line}`,
      value: count,
      unit: '人',
      source: { id: of.sourceOf(line), label, rowCount: count },
    }),
  ];
  const height = Math.max(of.increases.length, of.decreases.length);
  const rows = Array.from({ length: height }, (_, i) => {
    const [a, b] = [of.increases[i], of.decreases[i]];
    return [
      a?.name ?? '',
      a === undefined ? '' : number(a.way, a.name, a.count),
      b?.name ?? '',
      b === undefined ? '' : number(b.way, b.name, b.count),
    ];
  });
  const sum = (lines: readonly Line[]) => lines.reduce((all, line) => all + line.count, 0);
  return {
    title: '党员增减变动表',
    caption: [of.orgName, `${chineseDate(of.from)}至${chineseDate(of.to)}`, '单位：人'],
    layout: 'form',
    blocks: [
      {
        kind: 'table',
        columns: [
          { header: '增加', weight: 2 },
          { header: '人数', align: 'center' },
          { header: '减少', weight: 2 },
          { header: '人数', align: 'center' },
        ],
        rows: [
          ['期初党员数', number('opening', '期初党员', of.opening), '', ''],
          ...rows,
          ['增加合计', String(sum(of.increases)), '减少合计', String(sum(of.decreases))],
        ],
        totals: [
          [
            '期末党员数',
            number('closing', '期末党员', of.closing),
            '其中：期内转正',
            number('regularised', '期内转正', of.regularised),
          ],
        ],
        rowHeight: 9,
      },
    ],
    notes: ['期初党员数＋增加合计－减少合计＝期末党员数。'],
  };
}
