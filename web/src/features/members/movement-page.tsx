import { Button, Drawer, Skeleton } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import {
  addToMonth,
  chineseDate,
  firstDayOf,
  lastDayOf,
  monthOf,
  type PlainDate,
} from '#kernel/plain-date';
import type { OrgId } from '#kernel/ids';
import { api } from '../../api.ts';
import { Fault } from '../../app/fault.tsx';
import { useMe } from '../../app/session.ts';
import { useToday } from '../../app/today.ts';
import { DateField } from '../../patterns/date-field.tsx';
import { Figure } from '../../patterns/figure.tsx';
import { useNarrow } from '../../patterns/narrow.ts';
import { Page } from '../../patterns/page.tsx';
import { PrintView } from '../../patterns/print-view.tsx';
import { downloadHref } from './queries.ts';
import { fileRoute, movementRoute } from './routes.ts';
import './members.css';

interface Span {
  readonly orgId: OrgId;
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/** The names behind one number. */
function People({ span, line }: { span: Span; line: string }): ReactNode {
  const query = useQuery({
    queryKey: ['members', 'movement', span, line],
    queryFn: () => api.members.movementPeople({ ...span, line }),
  });
  if (query.error !== null) return <Fault error={query.error} retry={() => void query.refetch()} />;
  if (query.data === undefined) return <Skeleton active={false} aria-label="正在读取" />;
  return (
    <ul>
      {query.data.people.map((one) => (
        <li key={one.personId}>
          <Link to={fileRoute.to} search={{ personId: one.personId }}>
            {one.name}
          </Link>{' '}
          <span className="muted">
            {[one.orgName, one.on === null ? '' : chineseDate(one.on), one.paper]
              .filter((part) => part !== '')
              .join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  );
}

interface Line {
  readonly way: string;
  readonly name: string;
  readonly count: number;
}

function Rows({
  title,
  lines,
  span,
}: {
  title: string;
  lines: readonly Line[];
  span: Span;
}): ReactNode {
  const sum = lines.reduce((all, line) => all + line.count, 0);
  return (
    <>
      <tr>
        <th scope="row">{title}</th>
        <td className="at-right number">{sum}</td>
      </tr>
      {lines
        .filter((line) => line.count > 0)
        .map((line) => (
          <tr key={line.way}>
            <th scope="row">　其中：{line.name}</th>
            <td className="at-right">
              <Figure
                name={line.name}
                value={line.count}
                records={() => <People span={span} line={line.way} />}
              />
            </td>
          </tr>
        ))}
    </>
  );
}

/** 党员增减变动表 of any span: opening + increases − decreases = closing, each number opens its names. */
export function MovementPage(): ReactNode {
  const me = useMe();
  const today = useToday();
  const search = movementRoute.useSearch();
  const navigate = movementRoute.useNavigate();
  const narrow = useNarrow();
  const [printing, setPrinting] = useState(false);
  const span: Span = {
    orgId: (search.orgId ?? me.acting.orgId) as OrgId,
    from: (search.from ?? firstDayOf(monthOf(today))) as PlainDate,
    to: (search.to ?? today) as PlainDate,
  };
  const query = useQuery({
    queryKey: ['members', 'movement', span],
    queryFn: () => api.members.movement(span),
  });
  const set = (change: Partial<Span>): void =>
    void navigate({ search: { ...search, ...change }, replace: true });
  const lastMonth = addToMonth(monthOf(today), -1);
  const year = `${today.slice(0, 4)}-01-01` as PlainDate;
  const figure = (name: string, line: string, value: number): ReactNode => (
    <Figure name={name} value={value} records={() => <People span={span} line={line} />} />
  );
  return (
    <Page
      title="党员增减变动表"
      lead="期初数＋增加－减少＝期末数；点一个数字，看是哪些同志。"
      actions={<Button onClick={() => setPrinting(true)}>打印</Button>}
    >
      <search className="filters">
        <div className="filter">
          <label htmlFor="movement-from">从</label>
          <DateField
            id="movement-from"
            value={span.from}
            onChange={(day) => typeof day === 'string' && set({ from: day })}
          />
        </div>
        <div className="filter">
          <label htmlFor="movement-to">到</label>
          <DateField
            id="movement-to"
            value={span.to}
            onChange={(day) => typeof day === 'string' && set({ to: day })}
          />
        </div>
        <Button onClick={() => set({ from: firstDayOf(monthOf(today)), to: today })}>本月</Button>
        <Button onClick={() => set({ from: firstDayOf(lastMonth), to: lastDayOf(lastMonth) })}>
          上月
        </Button>
        <Button onClick={() => set({ from: year, to: today })}>今年</Button>
      </search>
      {query.error === null ? null : (
        <Fault error={query.error} retry={() => void query.refetch()} />
      )}
      {query.isPending ? <Skeleton active={false} aria-label="正在读取" /> : null}
      {query.data === undefined ? null : (
        <div className="panel table-frame movement-frame">
          <table className="table">
            <caption>
              {chineseDate(span.from)}至{chineseDate(span.to)}
            </caption>
            <thead>
              <tr>
                <th scope="col">项目</th>
                <th scope="col" className="at-right">
                  人数
                </th>
              </tr>
            </thead>
            <tbody>
              <tr>
                <th scope="row">期初党员数</th>
                <td className="at-right">{figure('期初党员数', 'opening', query.data.opening)}</td>
              </tr>
              <Rows title="增加" lines={query.data.increases} span={span} />
              <Rows title="减少" lines={query.data.decreases} span={span} />
              <tr className="movement-closing">
                <th scope="row">期末党员数</th>
                <td className="at-right">{figure('期末党员数', 'closing', query.data.closing)}</td>
              </tr>
              <tr>
                <th scope="row">期内转正</th>
                <td className="at-right">
                  {figure('期内转正', 'regularised', query.data.regularised)}
                </td>
              </tr>
            </tbody>
          </table>
        </div>
      )}
      <Drawer
        title="打印党员增减变动表"
        open={printing}
        onClose={() => setPrinting(false)}
        size={narrow ? '100%' : 900}
        destroyOnHidden
      >
        <PrintView
          title="党员增减变动表"
          src={downloadHref('/members/movement/print', { ...span, format: 'html' })}
          downloads={[
            {
              label: '下载 Word',
              href: downloadHref('/members/movement/print', { ...span, format: 'docx' }),
            },
            {
              label: '下载 Excel',
              href: downloadHref('/members/movement/print', { ...span, format: 'xlsx' }),
            },
          ]}
        />
      </Drawer>
    </Page>
  );
}
