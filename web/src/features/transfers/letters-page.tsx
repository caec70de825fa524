import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { chineseDate, yearOf } from '#kernel/plain-date';
import { useMe } from '../../app/session.ts';
import { useToday } from '../../app/today.ts';
import { ListPage } from '../../patterns/list-page.tsx';
import type { Column } from '../../patterns/list-table.tsx';
import { lettersQuery, type Letter } from './queries.ts';
import { lettersRoute, transferPrintRoute, transferRoute } from './routes.ts';
import { yearFilter } from './year-filter.tsx';
import { monthText } from './words.ts';
import '../admissions/admissions.css';

const remark = (row: Letter): string =>
  row.spoiled ? `作废：${row.note}` : row.expired ? '已过有效期，回执未到' : row.note;

const columnsOf = (out: boolean): readonly Column<Letter>[] => [
  { key: 'number', title: '编号', card: 'head', width: '7.5em', render: (row) => row.number },
  {
    key: 'issued',
    title: out ? '开具日期' : '信上日期',
    oneLine: true,
    render: (row) => chineseDate(row.issuedOn),
  },
  { key: 'names', title: '姓名', oneLine: true, render: (row) => row.names },
  { key: 'from', title: '由', render: (row) => row.fromName },
  { key: 'to', title: '去', render: (row) => row.toName },
  { key: 'dues', title: '党费交到', render: (row) => monthText(row.duesMonth) || '—' },
  {
    key: 'valid',
    title: '有效期至',
    render: (row) => `${chineseDate(row.validUntil)}（${row.validDays}天）`,
  },
  {
    key: 'receipt',
    title: out ? '回执收到' : '回执寄出',
    render: (row) => (row.receiptOn === null ? '—' : chineseDate(row.receiptOn)),
  },
  { key: 'note', title: '备注', render: (row) => remark(row) || '—' },
];

/** 介绍信登记簿: letters given out and taken in, of a year. */
export function LettersPage(): ReactNode {
  const me = useMe();
  const today = useToday();
  const search = lettersRoute.useSearch();
  const navigate = lettersRoute.useNavigate();
  const year = Number(search.year ?? yearOf(today));
  const direction = search.direction === 'in' ? 'in' : 'out';
  const query = useQuery(lettersQuery(me.acting.orgId, year, direction));
  const letters = query.data?.letters;
  return (
    <ListPage<Letter, 'year' | 'direction'>
      title="介绍信登记簿"
      lead="介绍信从“组织关系接转”里开具，编号自动登记；回执收到后粘贴在存根上。"
      search={search}
      onSearch={(next) => void navigate({ search: next, replace: true })}
      filters={[yearFilter(today)]}
      query={{ ...query, data: letters && { rows: letters, total: letters.length } }}
      rowKey={(row) => row.letterId}
      openRow={(row) => {
        if (row.caseId !== null)
          void navigate({ to: transferRoute.to, search: { caseId: row.caseId } });
      }}
      columns={columnsOf(direction === 'out')}
      empty={{ text: direction === 'out' ? '这一年没有开出介绍信' : '这一年没有收到介绍信' }}
      exportSlot={
        <Link
          to={transferPrintRoute.to}
          search={{ kind: 'register', year: String(year), direction }}
        >
          打印、导出登记簿
        </Link>
      }
      summary={
        <nav className="registers" aria-label="登记簿">
          {(['out', 'in'] as const).map((one) => (
            <Link
              key={one}
              to={lettersRoute.to}
              search={{ ...search, page: undefined, direction: one }}
              activeProps={{ 'aria-current': undefined }}
              aria-current={one === direction ? 'page' : undefined}
            >
              {one === 'out' ? '转出' : '转入'}
            </Link>
          ))}
        </nav>
      }
    />
  );
}
