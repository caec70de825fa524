import { Button, Select } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import type { ImportRowKind } from '#contract/imports';
import { api, readFailure, type Failure } from '../../api.ts';
import { newCommandId } from '../../patterns/command-id.ts';
import { FailureNote } from '../../patterns/form-drawer.tsx';
import type { Column } from '../../patterns/list-table.tsx';
import { renewCase, type ImportId, type ImportRow } from './queries.ts';
import { RowSection } from './row-section.tsx';

type Side = 'here' | 'there' | 'skip';
type Change = ImportRow['changes'][number];

const COMPARE = [
  { value: 'here' as const, label: '改这里' },
  { value: 'there' as const, label: '改全国系统' },
  { value: 'skip' as const, label: '都不改' },
];
const ROSTER = [
  { value: 'here' as const, label: '写入' },
  { value: 'skip' as const, label: '不写入' },
];

/** New people, changes from old to new, and people the table lacks; where sides are chosen, the choice. */
export function DifferenceSection({
  importId,
  compare,
}: {
  importId: ImportId;
  compare: boolean;
}): ReactNode {
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const decide = async (side: Side, row?: number, field?: string): Promise<void> => {
    setBusy(true);
    setFailure(null);
    try {
      await api.imports.decide({
        commandId: newCommandId(),
        importId,
        side,
        ...(row === undefined ? {} : { rows: [row] }),
        ...(field === undefined ? {} : { field }),
      });
      renewCase(queries);
    } catch (error) {
      setFailure(readFailure(error));
    } finally {
      setBusy(false);
    }
  };
  const choice = (row: ImportRow, change: Change): ReactNode => (
    <Select<Side>
      aria-label={`${row.who} ${change.label}`}
      className="import-side"
      disabled={busy}
      placeholder="还没有定"
      value={change.side}
      options={
        !compare
          ? ROSTER
          : change.field === 'branch' || row.kind === 'absent'
            ? COMPARE.filter(({ value }) => value !== 'here')
            : COMPARE
      }
      onChange={(side) => void decide(side, row.row, change.field)}
    />
  );
  const sides: Column<ImportRow> = {
    key: 'side',
    title: '怎么改',
    render: (row) =>
      row.changes.map((change) => <div key={change.field}>{choice(row, change)}</div>),
  };
  const who: Column<ImportRow> = { key: 'who', title: '姓名', render: (row) => row.who };
  const detail: Column<ImportRow> = { key: 'detail', title: '内容', render: (row) => row.detail };
  const section = (
    kind: ImportRowKind,
    title: string,
    note: string,
    columns: Column<ImportRow>[],
  ) => <RowSection importId={importId} kind={kind} title={title} note={note} columns={columns} />;
  return (
    <>
      {compare ? (
        <div className="form-acts">
          <Button loading={busy} onClick={() => void decide('here')}>
            全部改这里
          </Button>
          <Button loading={busy} onClick={() => void decide('there')}>
            全部改全国系统
          </Button>
        </div>
      ) : null}
      {section(
        'change',
        compare ? '内容不同' : '变更',
        compare
          ? '全国系统是登记依据。选“改这里”的按截至日期记为变更；选“改全国系统”的列入清单，交给有账号的同志。'
          : '从表的截至日期起改为新内容，原来的仍可查到。',
        [
          who,
          {
            key: 'changes',
            title: compare ? '这里 → 全国系统' : '原来 → 改为',
            render: (row) => (
              <ul className="import-changes">
                {row.changes.map((change) => (
                  <li key={change.field}>
                    {change.label}：<span className="muted">{change.old ?? '（空）'}</span> →{' '}
                    <strong>{change.next}</strong>
                  </li>
                ))}
              </ul>
            ),
          },
          sides,
        ],
      )}
      {section(
        'new',
        compare ? '全国系统有、这里没有' : '新登记',
        compare ? '选“改这里”即登记到花名册。' : '',
        compare ? [who, detail, sides] : [who, detail],
      )}
      {section(
        'absent',
        compare ? '这里有、全国系统没有' : '花名册里有、表里没有',
        '只列出来，不会移除。转出、去世等请在增减变动里办理。',
        compare ? [who, detail, sides] : [who, detail],
      )}
      <FailureNote failure={failure} />
    </>
  );
}
