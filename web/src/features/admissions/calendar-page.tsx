import { Empty, Skeleton } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { DOERS } from '#contract/admissions';
import {
  chineseDate,
  chineseMonth,
  monthOf,
  parsePlainMonth,
  type PlainDate,
  type PlainMonth,
} from '#kernel/plain-date';
import { Fault } from '../../app/fault.tsx';
import { useMe } from '../../app/session.ts';
import { useToday } from '../../app/today.ts';
import { Section } from '../../patterns/detail-page.tsx';
import { RowList } from '../../patterns/list-table.tsx';
import { Page } from '../../patterns/page.tsx';
import { OrgBar, useOrgShown } from './org-bar.tsx';
import { calendarQuery, type CalendarLine } from './queries.ts';
import { calendarRoute, caseRoute, printRoute } from './routes.ts';
import './admissions.css';

/** 发展日历: every first and last day that comes in the open cases, a year ahead, by month. */
export function CalendarPage(): ReactNode {
  const search = calendarRoute.useSearch();
  const navigate = calendarRoute.useNavigate();
  const today = useToday();
  const orgId = useOrgShown(search.orgId);
  const asked = parsePlainMonth(search.month ?? '') ?? undefined;
  const { data, error, refetch } = useQuery(calendarQuery(orgId, asked));
  const shownIn = (on: PlainDate): PlainMonth => monthOf(on < today ? today : on);
  const months = [...Map.groupBy(data?.lines ?? [], (line) => shownIn(line.on))];
  return (
    <Page
      title="发展日历"
      lead="没有办结的各位同志今后一年每一步最早、最迟的日期，办一步重新算一次。"
      actions={
        <Link
          to={printRoute.to}
          search={{ kind: 'calendar', orgId, month: data?.month ?? undefined }}
        >
          打印
        </Link>
      }
    >
      <OrgBar
        orgId={search.orgId}
        onChange={(next) => void navigate({ search: { orgId: next }, replace: true })}
      />
      {error !== null ? (
        <Fault error={error} retry={() => refetch()} />
      ) : data === undefined ? (
        <Skeleton active={false} title={false} aria-label="正在读取" />
      ) : (
        <>
          <nav className="registers" aria-label="月份">
            {data.months
              .filter((one) => one.lines > 0)
              .map((one) => (
                <Link
                  key={one.month}
                  to={calendarRoute.to}
                  search={{
                    ...search,
                    month: one.month === data.month ? undefined : one.month,
                  }}
                  activeProps={{ 'aria-current': undefined }}
                  aria-current={one.month === data.month ? 'page' : undefined}
                >
                  {chineseMonth(one.month)} <span className="number">{one.lines}</span>
                </Link>
              ))}
          </nav>
          {months.length === 0 ? (
            <div className="panel">
              <Empty
                image={Empty.PRESENTED_IMAGE_SIMPLE}
                description={
                  data.month === null ? '今后一年没有要办的步骤' : '这个月没有要办的步骤'
                }
              />
            </div>
          ) : (
            months.map(([month, lines]) => (
              <Section key={month} title={chineseMonth(month)}>
                <MonthLines month={month} lines={lines} />
              </Section>
            ))
          )}
          <p className="muted">“推算”是假定前面各步都在最早的日期办理。</p>
        </>
      )}
    </Page>
  );
}

function MonthLines({
  month,
  lines,
}: {
  readonly month: PlainMonth;
  readonly lines: readonly CalendarLine[];
}): ReactNode {
  const me = useMe();
  const today = useToday();
  const above = me.acting.standing === 'above';
  return (
    <RowList<CalendarLine>
      label={chineseMonth(month)}
      rows={lines}
      rowKey={(line) => `${line.caseId} ${line.move} ${line.kind} ${line.on}`}
      columns={[
        {
          key: 'name',
          title: '姓名',
          card: 'head',
          width: '7rem',
          oneLine: true,
          render: (line) => (
            <Link to={caseRoute.to} search={{ caseId: line.caseId }}>
              {line.name}
            </Link>
          ),
        },
        {
          key: 'on',
          title: '日期',
          oneLine: true,
          width: '15rem',
          render: (line) => (
            <>
              {line.kind === 'earliest' ? '最早' : '最迟'} {chineseDate(line.on)}
            </>
          ),
        },
        { key: 'label', title: '步骤', render: (line) => line.label },
        {
          key: 'actor',
          title: '由谁办',
          oneLine: true,
          width: '11rem',
          render: (line) => DOERS[line.actor],
        },
        ...(above
          ? [{ key: 'org', title: '党支部', render: (line: CalendarLine) => line.orgName }]
          : []),
        {
          key: 'note',
          title: '备注',
          width: '12rem',
          render: (line) =>
            [
              line.kind === 'latest' && line.on < today ? '已超期' : '',
              line.assumed ? '推算' : '',
              line.provisional ? '节假日未公布，暂定' : '',
            ]
              .filter((text) => text !== '')
              .join('；') || null,
        },
      ]}
    />
  );
}
