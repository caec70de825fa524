import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Section } from './detail-page.tsx';
import { RowList } from './list-table.tsx';

/** One cell to be changed: old → new. A new row has no old values. */
export interface ImportChange {
  readonly row: number;
  readonly who: string;
  readonly field: string;
  readonly from: string | null;
  readonly to: string;
}

/** A cell that cannot be read, named as in the file: row, column, value, and why. */
export interface BadCell {
  readonly row: number;
  readonly column: string;
  readonly value: string;
  readonly why: string;
}

export interface ImportPreview {
  readonly fresh: readonly {
    readonly row: number;
    readonly who: string;
    readonly detail: string;
  }[];
  readonly changes: readonly ImportChange[];
  readonly unchanged: number;
  readonly bad: readonly BadCell[];
  /** In the roster and not in the file: listed, never removed. */
  readonly absent: readonly { readonly who: string; readonly detail: string }[];
  /** Rows left out while they have a bad cell in a field that must be there. */
  readonly leftOut: number;
}

interface PreviewStepProps {
  readonly preview: ImportPreview;
  readonly unit: string;
  readonly busy: boolean;
  readonly onBack: () => void;
  readonly onConfirm: () => void;
}

/** What would be written, before anything is. */
export function PreviewStep({
  preview,
  unit,
  busy,
  onBack,
  onConfirm,
}: PreviewStepProps): ReactNode {
  const { fresh, changes, bad, absent, unchanged, leftOut } = preview;
  const nothing = fresh.length === 0 && changes.length === 0;
  return (
    <>
      <p role="status">
        新增 {fresh.length} {unit}，变更 {changes.length} 处，{unchanged} {unit}没有变化
        {bad.length === 0 ? '' : `；${bad.length} 个单元格看不懂`}
        {leftOut === 0 ? '。' : `，因此 ${leftOut} 行这次不写入。`}
        空白单元格不改变任何内容。
      </p>
      {bad.length === 0 ? null : (
        <Section
          title={`看不懂的单元格（${bad.length}）`}
          note="可以在原表改正后再导入；其余各行不受影响。"
        >
          <RowList
            label="看不懂的单元格"
            rows={bad}
            rowKey={(cell) => `${cell.row}:${cell.column}`}
            columns={[
              { key: 'at', title: '位置', render: (cell) => `第${cell.row}行 ${cell.column}` },
              { key: 'value', title: '内容', render: (cell) => cell.value },
              { key: 'why', title: '为什么', render: (cell) => cell.why },
            ]}
          />
        </Section>
      )}
      {changes.length === 0 ? null : (
        <Section title={`变更（${changes.length}）`}>
          <RowList
            label="变更"
            rows={changes}
            rowKey={(change) => `${change.row}:${change.field}`}
            columns={[
              { key: 'who', title: '姓名', render: (change) => change.who },
              { key: 'field', title: '项目', render: (change) => change.field },
              { key: 'from', title: '原来', render: (change) => change.from ?? '（空）' },
              { key: 'to', title: '改为', render: (change) => <strong>{change.to}</strong> },
            ]}
          />
        </Section>
      )}
      {fresh.length === 0 ? null : (
        <Section title={`新增（${fresh.length}）`}>
          <RowList
            label="新增"
            rows={fresh}
            rowKey={(row) => String(row.row)}
            columns={[
              { key: 'who', title: '姓名', render: (row) => row.who },
              { key: 'detail', title: '内容', render: (row) => row.detail },
            ]}
          />
        </Section>
      )}
      {absent.length === 0 ? null : (
        <Section
          title={`花名册里有、表里没有（${absent.length}）`}
          note="只列出来，不会移除。转出、去世等请在增减变动里办理。"
        >
          <RowList
            label="表里没有的"
            rows={absent}
            rowKey={(row) => `${row.who} ${row.detail}`}
            columns={[
              { key: 'who', title: '姓名', render: (row) => row.who },
              { key: 'detail', title: '情况', render: (row) => row.detail },
            ]}
          />
        </Section>
      )}
      <div className="form-acts">
        <Button type="primary" loading={busy} disabled={nothing} onClick={onConfirm}>
          {nothing ? '没有需要写入的变更' : '确认写入'}
        </Button>
        <Button onClick={onBack}>返回核对各列</Button>
      </div>
    </>
  );
}
