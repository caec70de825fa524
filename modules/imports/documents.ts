import { chineseDate, type PlainDate } from '#kernel/plain-date';
import type { Document } from '#engines/document';

export interface DifferenceLine {
  readonly who: string;
  readonly branch: string;
  readonly label: string;
  readonly ours: string | null;
  readonly theirs: string | null;
  readonly foundOn: PlainDate;
}

/** What the person with the log-in is to change in the national system, to be ticked on paper. */
export function differenceList(
  lines: readonly DifferenceLine[],
  today: PlainDate,
  unit: string,
): Document {
  return {
    layout: 'form',
    orientation: 'landscape',
    title: '全国系统信息修改清单',
    caption: [unit, `打印日期：${chineseDate(today)}`],
    blocks: [
      {
        kind: 'table',
        columns: [
          { header: '序号', mm: 14, align: 'center' },
          { header: '姓名', mm: 26 },
          { header: '党组织' },
          { header: '项目', mm: 32 },
          { header: '全国系统中', weight: 0.8 },
          { header: '应改为', weight: 0.8 },
          { header: '核对日期', mm: 32 },
          { header: '已改（签名）', mm: 30 },
        ],
        rows: lines.map((line, i) => [
          String(i + 1),
          line.who,
          line.branch,
          line.label,
          line.theirs ?? '—',
          line.ours ?? '—',
          chineseDate(line.foundOn),
          '',
        ]),
        blankRows: lines.length === 0 ? 5 : 0,
      },
    ],
    notes: ['以全国系统为登记依据；本表所列为本单位核实后认为应在该系统修改的内容。'],
  };
}
