import type { ReactNode } from 'react';
import { RHYTHM_SPANS } from '#contract/meetings-words';
import type { Answer, Api } from '../../api.ts';
import { Section } from '../../patterns/detail-page.tsx';
import { RowList, type Column } from '../../patterns/list-table.tsx';
import type { Kind } from './queries.ts';

type Year = Answer<Api['meetings']['year']>;
type Line = Year['kinds'][number];

/** `每季度1次`, or as needed. */
export const rhythmText = (rhythm: Kind['rhythm']): string =>
  rhythm === null ? '根据需要' : `${RHYTHM_SPANS[rhythm.per]}${rhythm.times}次`;

const COLUMNS: readonly Column<Line>[] = [
  { key: 'kind', title: '会议', card: 'head', render: (line) => line.kind.name },
  { key: 'rhythm', title: '要求', render: (line) => rhythmText(line.kind.rhythm) },
  {
    key: 'wanted',
    title: '全年',
    number: true,
    render: (line) => (line.wanted === null ? '—' : line.wanted),
  },
  { key: 'held', title: '已定稿', number: true, render: (line) => line.held },
  { key: 'planned', title: '未定稿', number: true, render: (line) => line.planned },
  {
    key: 'basis',
    title: '依据',
    render: (line) => (line.kind.basis === '' ? null : line.kind.basis),
  },
];

/** How often each kind is wanted, was held and is planned in the year. */
export function YearTable({ year }: { year: Year }): ReactNode {
  if (year.kinds.length === 0) return null;
  return (
    <Section title="全年次数">
      <RowList
        label="全年次数"
        rows={year.kinds}
        columns={COLUMNS}
        rowKey={(line) => line.kind.kind}
      />
    </Section>
  );
}
