import type { ReactNode } from 'react';
import { chineseDate } from '#kernel/plain-date';
import { Section } from '../../patterns/detail-page.tsx';
import { RowList, type Column } from '../../patterns/list-table.tsx';
import type { CaseDetail } from './queries.ts';

type Coming = CaseDetail['coming'][number];

const COLUMNS: readonly Column<Coming>[] = [
  { key: 'label', title: '步骤', card: 'head', render: (one) => one.label },
  {
    key: 'earliest',
    title: '最早',
    oneLine: true,
    render: (one) => chineseDate(one.earliest),
  },
  {
    key: 'latest',
    title: '最迟',
    oneLine: true,
    render: (one) => (one.latest === null ? '—' : chineseDate(one.latest)),
  },
  {
    key: 'basis',
    title: '依据',
    render: (one) => (one.basis === '' ? null : one.basis),
  },
  {
    key: 'provisional',
    title: '说明',
    render: (one) =>
      one.provisional ? <span className="tag">暂定：当年放假安排未公布</span> : null,
  },
];

/** 预测: the coming days if each step is done as early as may be. */
export function ComingSection({ detail }: { detail: CaseDetail }): ReactNode {
  if (detail.coming.length === 0) return null;
  return (
    <Section
      title="以后各步的日期（预测）"
      note="按每一步都在最早的日期办理来推算，只供安排工作参考；实际日期以办理为准。"
    >
      <details>
        <summary>
          还有 {detail.coming.length} 步，{detail.coming.at(-1)?.label}最早
          {chineseDate(
            detail.coming.at(-1)?.earliest ?? detail.coming[0]?.earliest ?? ('' as never),
          )}
        </summary>
        <RowList
          label="以后各步的日期"
          rows={detail.coming}
          columns={COLUMNS}
          rowKey={(one) => one.move}
        />
      </details>
    </Section>
  );
}
