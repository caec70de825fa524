import { Button } from 'antd';
import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { OrgId } from '#kernel/ids';
import { readFailure, uploadFile, type Failure } from '../../api.ts';
import { FailureNote } from '../../patterns/form-drawer.tsx';
import { FileButton } from '../../patterns/file-button.tsx';
import { LateNames } from './late-names.tsx';
import {
  emptyRow,
  isEmptyRow,
  LATE_COLUMNS,
  paste,
  readTable,
  type LateCells,
  type LateColumn,
} from './late-text.ts';

export interface Told {
  readonly row: number;
  readonly column: LateColumn;
  readonly text: string;
}

interface LateGridProps {
  readonly rows: readonly LateCells[];
  readonly more: boolean;
  readonly kinds: readonly { readonly kind: string; readonly name: string }[];
  readonly orgId: OrgId;
  readonly problems: readonly Told[];
  /** 应到 and 实到 of the rows that are sound, as the server counted them. */
  readonly counts: ReadonlyMap<number, { readonly entitled: number; readonly present: number }>;
  readonly onChange: (rows: readonly LateCells[]) => void;
}

const USUAL: readonly LateColumn[] = [
  'on',
  'kind',
  'topic',
  'chair',
  'recorder',
  'leave',
  'absent',
];
const WIDE: readonly LateColumn[] = ['topic', 'leave', 'decision'];
const NAMES: readonly LateColumn[] = ['chair', 'recorder', 'leave', 'absent', 'guests', 'former'];

/** The grid: Enter goes down, Tab goes on, a block copied from a spreadsheet fills many cells. */
export function LateGrid(props: LateGridProps): ReactNode {
  const { rows, more, kinds, problems, counts, onChange } = props;
  const frame = useRef<HTMLTableElement>(null);
  const columns = LATE_COLUMNS.filter((column) => more || USUAL.includes(column.name));
  const [failure, setFailure] = useState<Failure | null>(null);
  const [sending, setSending] = useState<number | null>(null);

  const set = (index: number, part: Partial<LateCells>): void => {
    const next = rows.map((row, at) => (at === index ? { ...row, ...part } : row));
    // The last line is always empty, so that one can go on without reaching for a button.
    onChange(isEmptyRow(next.at(-1) ?? emptyRow()) ? next : [...next, emptyRow()]);
  };
  const go = (row: number, column: LateColumn): void =>
    frame.current?.querySelector<HTMLInputElement>(`[data-cell="${row}-${column}"]`)?.focus();
  const onKey = (event: KeyboardEvent<HTMLTableElement>): void => {
    if (!(event.target instanceof HTMLInputElement) || event.nativeEvent.isComposing) return;
    const [row, column] = (event.target.dataset['cell'] ?? '').split('-');
    if (column === undefined || event.defaultPrevented) return;
    const down = event.key === 'Enter' || event.key === 'ArrowDown';
    if (!down && event.key !== 'ArrowUp') return;
    event.preventDefault();
    go(Number(row) + (down ? 1 : -1), column as LateColumn);
  };
  const scan = async (index: number, file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    setSending(index);
    setFailure(null);
    try {
      set(index, { fileId: await uploadFile(file, 'scan'), fileName: file.name });
    } catch (error) {
      setFailure(readFailure(error));
    } finally {
      setSending(null);
    }
  };

  return (
    <>
      <FailureNote failure={failure} />
      <div
        className="table-frame panel"
        role="region"
        aria-label="补录表（可左右滚动）"
        tabIndex={0}
      >
        <table className="table late-table" ref={frame} onKeyDown={onKey}>
          <thead>
            <tr>
              <th scope="col">行</th>
              {columns.map((column) => (
                <th key={column.name} scope="col">
                  {column.title}
                </th>
              ))}
              {more ? <th scope="col">扫描件</th> : null}
              <th scope="col">实到/应到</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={row.key}>
                <th scope="row" className="number">
                  {index + 1}
                </th>
                {columns.map(({ name, title }) => {
                  const wrong = problems.filter((one) => one.row === index && one.column === name);
                  const label = `第${index + 1}行${title}`;
                  const shared = {
                    'data-cell': `${index}-${name}`,
                    'aria-label': label,
                    'aria-invalid': wrong.length > 0,
                    value: row[name],
                  };
                  return (
                    <td
                      key={name}
                      className={WIDE.includes(name) ? 'late-cell late-wide' : 'late-cell'}
                      onPaste={(event) => {
                        const text = event.clipboardData.getData('text');
                        if (!/[\t\n]/.test(text.trim())) return;
                        event.preventDefault();
                        onChange([
                          ...paste(rows, { row: index, column: name }, readTable(text)),
                          emptyRow(),
                        ]);
                      }}
                    >
                      {NAMES.includes(name) ? (
                        <LateNames
                          {...shared}
                          orgId={props.orgId}
                          onText={(text) => set(index, { [name]: text })}
                        />
                      ) : (
                        <input
                          {...shared}
                          list={name === 'kind' ? 'late-kinds' : undefined}
                          autoComplete="off"
                          onChange={(event) => set(index, { [name]: event.target.value })}
                        />
                      )}
                      {wrong.map((one) => (
                        <p key={one.text} className="late-problem">
                          {one.text}
                        </p>
                      ))}
                    </td>
                  );
                })}
                {more ? (
                  <td>
                    {row.fileId === null ? (
                      <FileButton
                        label="附上"
                        busy={sending === index}
                        onFiles={([file]) => void scan(index, file)}
                      />
                    ) : (
                      <Button
                        size="small"
                        type="text"
                        aria-label={`第${index + 1}行不附${row.fileName}`}
                        onClick={() => set(index, { fileId: null, fileName: '' })}
                      >
                        {row.fileName} ×
                      </Button>
                    )}
                  </td>
                ) : null}
                <td className="number">
                  {counts.has(index)
                    ? `${counts.get(index)?.present}/${counts.get(index)?.entitled}`
                    : ''}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <datalist id="late-kinds">
          {kinds.map((kind) => (
            <option key={kind.kind} value={kind.name} />
          ))}
        </datalist>
      </div>
    </>
  );
}
