import { InputNumber, Skeleton } from 'antd';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { chineseDate, yearOf } from '#kernel/plain-date';
import { api, type Answer, type Api } from '../../api.ts';
import { Fault } from '../../app/fault.tsx';
import { useToday } from '../../app/today.ts';
import { Section } from '../../patterns/detail-page.tsx';
import { RowList } from '../../patterns/list-table.tsx';
import { Page } from '../../patterns/page.tsx';
import { fiftyYearsRoute, fileRoute } from './routes.ts';
import { chineseLoose } from './words.ts';

type Row = Answer<Api['members']['fiftyYears']>['people'][number];

const GROUPS = [
  ['reaching', '今年达到', '到截止日党龄第一次满50年。'],
  ['unknown', '转正日期不详', '先到档案里核对转正日期，不要漏掉。'],
  ['earlier', '以前已经达到', '以前年度已满50年。'],
] as const;

/** “光荣在党50年”: shown from April, so that the papers are up before 1 July. */
export function FiftyYearsPage(): ReactNode {
  const today = useToday();
  const search = fiftyYearsRoute.useSearch();
  const navigate = fiftyYearsRoute.useNavigate();
  const year = Number(search.year ?? yearOf(today));
  const query = useQuery({
    queryKey: ['members', 'fifty-years', year, search.orgId],
    queryFn: () => api.members.fiftyYears({ year, orgId: search.orgId }),
  });
  const open = (row: Row): void =>
    void navigate({ to: fileRoute.to, search: { personId: row.personId } });
  return (
    <Page
      title="“光荣在党50年”名单"
      lead={
        query.data === undefined
          ? undefined
          : `以${chineseDate(query.data.cutoff)}为截止日，4月提出名单。按上级规定核对后上报。`
      }
    >
      <search className="filters">
        <div className="filter">
          <label htmlFor="medal-year">年度</label>
          <InputNumber
            id="medal-year"
            value={year}
            min={2021}
            max={2199}
            precision={0}
            onChange={(next) =>
              next === null
                ? undefined
                : void navigate({ search: { ...search, year: String(next) }, replace: true })
            }
          />
        </div>
      </search>
      {query.error === null ? null : (
        <Fault error={query.error} retry={() => void query.refetch()} />
      )}
      {query.isPending ? <Skeleton active={false} aria-label="正在读取" /> : null}
      {query.data === undefined
        ? null
        : GROUPS.map(([group, title, note]) => {
            const rows = query.data.people.filter((one) => one.group === group);
            return (
              <Section key={group} title={`${title}（${rows.length}人）`} note={note}>
                {rows.length === 0 ? (
                  <p className="muted">没有</p>
                ) : (
                  <RowList
                    label={title}
                    rows={rows}
                    rowKey={(row) => row.personId}
                    openRow={open}
                    columns={[
                      { key: 'name', title: '姓名', card: 'head', render: (row) => row.name },
                      {
                        key: 'regularised',
                        title: '转正日期',
                        render: (row) => chineseLoose(row.regularisedOn),
                      },
                      {
                        key: 'standing',
                        title: '党龄',
                        number: true,
                        render: (row) => (row.standing === null ? '—' : `${row.standing}年`),
                      },
                      { key: 'org', title: '所在党支部', render: (row) => row.orgName },
                    ]}
                  />
                )}
              </Section>
            );
          })}
    </Page>
  );
}
