import { Button, Drawer, Select, Skeleton } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { DUTY_BODIES, DUTY_STATES } from '#contract/duties';
import type { OrgId } from '#kernel/ids';
import { chineseDate, parsePlainDate } from '#kernel/plain-date';
import type { Answer, Api } from '../../api.ts';
import { Fault } from '../../app/fault.tsx';
import { AddressLink } from '../../patterns/address-link.tsx';
import { DateField } from '../../patterns/date-field.tsx';
import { ListPage } from '../../patterns/list-page.tsx';
import type { Column } from '../../patterns/list-table.tsx';
import { useNarrow } from '../../patterns/narrow.ts';
import { StatusMark } from '../../patterns/status-mark.tsx';
import { cellQuery, matrixQuery, type MatrixSearch } from './queries.ts';
import { dutiesRoute } from './routes.ts';
import './duties.css';

type Matrix = Answer<Api['duties']['matrix']>;
type Row = Matrix['rows'][number];
type Cell = Row['cells'][number];

interface Opened {
  readonly orgId: OrgId;
  readonly kind: string;
  readonly title: string;
}

/** Of how many occasions how many were held, whenever they were entered. */
function countWords(cell: Cell): string | undefined {
  const held = cell.done + cell.enteredLater;
  const all = held + cell.ahead + cell.missed;
  return all === 1 ? undefined : `${held}/${all}`;
}

/** 履职一览表: duties × organisations, each cell by shape and word; a cell opens what stands behind it. */
export function MatrixPage(): ReactNode {
  const search = dutiesRoute.useSearch();
  const navigate = dutiesRoute.useNavigate();
  const narrow = useNarrow();
  const query = useQuery(matrixQuery(search));
  const [opened, setOpened] = useState<Opened | null>(null);
  const kinds = query.data?.kinds ?? [];
  const go = (next: MatrixSearch): void => void navigate({ search: next, replace: true });

  const columns: Column<Row>[] = [
    {
      key: 'name',
      title: '党组织',
      card: 'head',
      render: (row) => <span className="matrix-name">{row.name}</span>,
    },
    ...kinds.map(({ kind, name }): Column<Row> => ({
      key: kind,
      title: name,
      oneLine: true,
      render: (row) => {
        const cell = row.cells.find((one) => one.kind === kind);
        if (cell === undefined) return narrow ? null : <span className="muted">—</span>;
        return (
          <button
            type="button"
            className="plain-button"
            aria-label={`${row.name} ${name}：${DUTY_STATES[cell.state]} ${countWords(cell) ?? ''}`.trim()}
            onClick={() => setOpened({ orgId: row.orgId, kind, title: `${row.name} · ${name}` })}
          >
            <StatusMark status={DUTY_STATES[cell.state]} detail={countWords(cell)} />
          </button>
        );
      },
    })),
  ];

  const dayFilter = (name: 'from' | 'to', label: string) =>
    ({
      kind: 'own',
      name,
      label,
      control: (value: string | undefined, change: (v: string | undefined) => void, id: string) => (
        <DateField
          id={id}
          value={parsePlainDate(value ?? '')}
          onChange={(day) => change(typeof day === 'string' ? day : undefined)}
          placeholder={query.data === undefined ? '' : query.data[name]}
        />
      ),
    }) as const;

  return (
    <>
      <ListPage<Row, 'q' | 'body' | 'kind' | 'state' | 'from' | 'to'>
        title="履职一览"
        lead={
          query.data === undefined
            ? undefined
            : `${chineseDate(query.data.from)}至${chineseDate(query.data.to)}。按事情发生的日期看，补录与按时录入同样有效。`
        }
        search={search}
        onSearch={go}
        filters={[
          { kind: 'text', name: 'q', label: '党组织', hint: '名称' },
          {
            kind: 'choice',
            name: 'body',
            label: '党组织类别',
            options: Object.entries(DUTY_BODIES).map(([value, label]) => ({ value, label })),
          },
          {
            kind: 'choice',
            name: 'kind',
            label: '事项',
            options: kinds.map(({ kind, name }) => ({ value: kind, label: name })),
          },
          {
            kind: 'choice',
            name: 'state',
            label: '状态',
            options: Object.entries(DUTY_STATES).map(([value, label]) => ({ value, label })),
          },
          dayFilter('from', '从'),
          dayFilter('to', '到'),
        ]}
        query={query}
        rowKey={(row) => row.orgId}
        columns={columns}
        summary={
          <div className="matrix-bar">
            <label htmlFor="matrix-sort">排列</label>
            <Select
              id="matrix-sort"
              value={search.sort === 'lateness' ? 'lateness' : 'name'}
              options={[
                { value: 'name', label: '按名称' },
                { value: 'lateness', label: '最早过期的在前' },
              ]}
              onChange={(sort) => go({ ...search, page: undefined, sort })}
            />
            <span className="matrix-legend">
              {Object.values(DUTY_STATES).map((word) => (
                <StatusMark key={word} status={word} />
              ))}
              <span className="muted">数字：已办的次数/应办的次数</span>
            </span>
          </div>
        }
        exportSlot={
          query.data === undefined ? null : (
            <Button href={`/api/duties/matrix/sheet?from=${query.data.from}&to=${query.data.to}`}>
              导出 Excel
            </Button>
          )
        }
        empty={{ text: '这段时间没有应办的事项' }}
      />
      <Drawer
        title={opened?.title}
        open={opened !== null}
        onClose={() => setOpened(null)}
        size={narrow ? '100%' : 640}
        destroyOnHidden
      >
        {opened === null ? null : <CellDuties opened={opened} search={search} />}
      </Drawer>
    </>
  );
}

function CellDuties({ opened, search }: { opened: Opened; search: MatrixSearch }): ReactNode {
  const query = useQuery(cellQuery(opened.orgId, opened.kind, search));
  if (query.data === undefined)
    return query.error === null ? (
      <Skeleton active={false} aria-label="正在读取" />
    ) : (
      <Fault error={query.error} retry={() => query.refetch()} />
    );
  return (
    <ul className="cell-duties">
      {query.data.duties.map((duty) => (
        <li key={duty.key}>
          <div className="cell-head">
            <strong>{duty.title}</strong>
            <StatusMark
              status={DUTY_STATES[duty.state]}
              detail={duty.fulfilledOn === null ? undefined : chineseDate(duty.fulfilledOn)}
            />
          </div>
          <p>
            {duty.reason}（{chineseDate(duty.from)}至{chineseDate(duty.dueOn)}）
          </p>
          <p className="muted">依据：{duty.basis}</p>
          {duty.fulfilledOn === null ? null : <AddressLink to={duty.to}>打开记录</AddressLink>}
        </li>
      ))}
    </ul>
  );
}
