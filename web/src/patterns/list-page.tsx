import { Button, Empty, Pagination, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import type { PageOf } from '#kernel/paging';
import { Fault } from '../app/fault.tsx';
import { FilterBar, type Filter } from './filter-bar.tsx';
import { PAGE_SIZES, type ListSearch } from './list-search.ts';
import { ListCards, ListTable, type Column } from './list-table.tsx';
import { useNarrow } from './narrow.ts';
import { Page, type PageProps } from './page.tsx';

/** The part of a TanStack query that a list shows. */
export interface Loaded<T> {
  readonly data: T | undefined;
  readonly error: Error | null;
  readonly isPending: boolean;
  readonly isFetching?: boolean;
  readonly refetch: () => unknown;
}

export interface ListPageProps<Row, Name extends string> extends Omit<PageProps, 'children'> {
  readonly filters?: readonly Filter<Name>[];
  /** From the route's `useSearch`; the address is the only place where filters are kept. */
  readonly search: ListSearch<Name>;
  readonly onSearch: (next: ListSearch<Name>) => void;
  readonly query: Loaded<PageOf<Row>>;
  readonly columns: readonly Column<Row>[];
  readonly rowKey: (row: Row) => string;
  readonly openRow?: (row: Row) => void;
  /** A button or link beside the count, usually the export. */
  readonly exportSlot?: ReactNode;
  /** What stands above the table: sums, a legend. */
  readonly summary?: ReactNode;
  /** Said when nothing is there; `action` is the way to the first row. */
  readonly empty: { readonly text: string; readonly action?: ReactNode };
}

const DEFAULT_SIZE = 50;

/** Title, filters kept in the address, table (cards on a phone), paging by the server. */
export function ListPage<Row, Name extends string>({
  filters = [],
  search,
  onSearch,
  query,
  columns,
  rowKey,
  openRow,
  exportSlot,
  summary,
  empty,
  ...page
}: ListPageProps<Row, Name>): ReactNode {
  const narrow = useNarrow();
  const filtered = filters.some((filter) => search[filter.name] !== undefined);
  const turn = (change: Partial<ListSearch<Name>>): void =>
    onSearch({ ...search, page: undefined, ...change });
  const rows = query.data?.rows ?? [];
  const total = query.data?.total ?? 0;
  const pageSize = search.pageSize ?? DEFAULT_SIZE;

  const body = (): ReactNode => {
    if (query.error !== null && query.data === undefined)
      return <Fault error={query.error} retry={() => query.refetch()} />;
    if (query.isPending)
      return (
        <Skeleton active={false} paragraph={{ rows: 6 }} title={false} aria-label="正在读取" />
      );
    if (rows.length === 0) {
      return (
        <Empty
          image={Empty.PRESENTED_IMAGE_SIMPLE}
          description={filtered ? '没有符合条件的记录' : empty.text}
        >
          {filtered ? <Button onClick={() => onSearch({})}>清除条件</Button> : empty.action}
        </Empty>
      );
    }
    return narrow ? (
      <ListCards rows={rows} columns={columns} rowKey={rowKey} openRow={openRow} />
    ) : (
      <ListTable
        label={page.title}
        rows={rows}
        columns={columns}
        rowKey={rowKey}
        openRow={openRow}
        sort={search.sort}
        onSort={(sort) => turn({ sort })}
      />
    );
  };

  return (
    <Page {...page}>
      {filters.length === 0 ? null : (
        <FilterBar filters={filters} search={search} onChange={turn} />
      )}
      {summary}
      <div className="list-count">
        <span role="status">
          {query.data === undefined ? '' : `共 ${total} 条`}
          {query.isFetching === true && !query.isPending ? ' · 正在更新' : ''}
        </span>
        {exportSlot}
      </div>
      <div className="panel" aria-busy={query.isPending}>
        {body()}
      </div>
      {total > Math.min(pageSize, PAGE_SIZES[0]) ? (
        <Pagination
          className="list-paging"
          current={search.page ?? 1}
          pageSize={pageSize}
          total={total}
          pageSizeOptions={PAGE_SIZES.map(String)}
          showSizeChanger={!narrow}
          simple={narrow}
          onChange={(next, size) =>
            onSearch({
              ...search,
              page: size === pageSize ? next : undefined,
              pageSize: size === DEFAULT_SIZE ? undefined : size,
            })
          }
        />
      ) : null}
    </Page>
  );
}
