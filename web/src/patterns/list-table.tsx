import type { ReactNode } from 'react';
import { useNarrow } from './narrow.ts';
import './patterns.css';

export interface Column<Row> {
  readonly key: string;
  readonly title: string;
  readonly render: (row: Row) => ReactNode;
  /** Numbers stand at the right, in figures of one width. */
  readonly number?: boolean;
  readonly sortable?: boolean;
  /** Dates and other short words stay on one line; long text wraps. */
  readonly oneLine?: boolean;
  readonly width?: string;
  /** On a phone: the card's head, a labelled line (as a rule), a mark beside the head, or left out. */
  readonly card?: 'head' | 'line' | 'mark' | 'none';
}

interface Shared<Row> {
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly rowKey: (row: Row) => string;
  readonly openRow?: (row: Row) => void;
}

interface TableProps<Row> extends Shared<Row> {
  /** Names the table for a screen reader. */
  readonly label: string;
  readonly sort?: string;
  readonly onSort?: (sort: string | undefined) => void;
}

const nextSort = (key: string, sort: string | undefined): string | undefined =>
  sort === key ? `-${key}` : sort === `-${key}` ? undefined : key;

const inControl = (target: EventTarget): boolean =>
  target instanceof Element && target.closest('a, button, input, label, select') !== null;

const cellClass = <Row,>(column: Column<Row>): string | undefined =>
  column.number === true ? 'at-right number' : column.oneLine === true ? 'one-line' : undefined;

/** A real table. The first cell of a row is the row's header and, where rows open, its button; the whole row can be clicked. */
export function ListTable<Row>({
  label,
  rows,
  columns,
  rowKey,
  openRow,
  sort,
  onSort,
}: TableProps<Row>): ReactNode {
  return (
    <div
      className="table-frame"
      tabIndex={0}
      role="region"
      aria-label={`${label}（表格，可左右滚动）`}
    >
      <table className="table">
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                className={column.number === true ? 'at-right' : undefined}
                style={column.width === undefined ? undefined : { width: column.width }}
                aria-sort={
                  sort === column.key
                    ? 'ascending'
                    : sort === `-${column.key}`
                      ? 'descending'
                      : undefined
                }
              >
                {column.sortable === true && onSort !== undefined ? (
                  <button
                    type="button"
                    className="plain-button sort"
                    onClick={() => onSort(nextSort(column.key, sort))}
                  >
                    {column.title}
                    <span aria-hidden="true">
                      {sort === column.key ? ' ↑' : sort === `-${column.key}` ? ' ↓' : ' ↕'}
                    </span>
                  </button>
                ) : (
                  column.title
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr
              key={rowKey(row)}
              className={openRow === undefined ? undefined : 'opens'}
              onClick={
                openRow === undefined
                  ? undefined
                  : (event) => {
                      if (!inControl(event.target)) openRow(row);
                    }
              }
            >
              {columns.map((column, index) =>
                index === 0 ? (
                  <th key={column.key} scope="row">
                    <RowHead row={row} column={column} openRow={openRow} />
                  </th>
                ) : (
                  <td key={column.key} className={cellClass(column)}>
                    {column.render(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function RowHead<Row>({
  row,
  column,
  openRow,
}: {
  row: Row;
  column: Column<Row>;
  openRow?: (row: Row) => void;
}): ReactNode {
  if (openRow === undefined) return column.render(row);
  return (
    <button type="button" className="plain-button row-open" onClick={() => openRow(row)}>
      {column.render(row)}
    </button>
  );
}

/** Rows of a section: a table, on a phone cards. */
export function RowList<Row>(props: Shared<Row> & { readonly label: string }): ReactNode {
  return useNarrow() ? <ListCards {...props} /> : <ListTable {...props} />;
}

/** The same rows as cards, for a phone. */
export function ListCards<Row>({ rows, columns, rowKey, openRow }: Shared<Row>): ReactNode {
  const [first] = columns;
  const head = columns.find((column) => column.card === 'head') ?? first;
  const marks = columns.filter((column) => column.card === 'mark');
  const lines = columns.filter((column) => column !== head && (column.card ?? 'line') === 'line');
  if (head === undefined) return null;
  return (
    <ul className="cards">
      {rows.map((row) => (
        <li key={rowKey(row)} className="card">
          <div className="card-head">
            <h3>
              <RowHead row={row} column={head} openRow={openRow} />
            </h3>
            {marks.map((column) => (
              <span key={column.key}>{column.render(row)}</span>
            ))}
          </div>
          <dl className="card-lines">
            {lines.map((column) => {
              const value = column.render(row);
              return value === null || value === undefined ? null : (
                <div key={column.key}>
                  <dt>{column.title}</dt>
                  <dd className={column.number === true ? 'number' : undefined}>{value}</dd>
                </div>
              );
            })}
          </dl>
        </li>
      ))}
    </ul>
  );
}
