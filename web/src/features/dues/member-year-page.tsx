import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { chineseMonth, monthOf, yearOf } from '#kernel/plain-date';
import type { PersonId } from '#kernel/ids';
import type { Answer, Api } from '../../api.ts';
import { useToday } from '../../app/today.ts';
import { DetailPage, Section } from '../../patterns/detail-page.tsx';
import { RowList } from '../../patterns/list-table.tsx';
import { YearBar } from './period-bar.tsx';
import { memberYearQuery } from './queries.ts';
import { memberYearRoute } from './routes.ts';
import { useBranch, useYear, yuan } from './words.ts';
import './dues.css';

type Line = Answer<Api['dues']['memberYear']>['lines'][number];

/** 党费证 on screen: a member's year, month by month. */
export function MemberYearPage(): ReactNode {
  const search = memberYearRoute.useSearch();
  const navigate = memberYearRoute.useNavigate();
  const today = useToday();
  const orgId = useBranch(search.orgId);
  const year = useYear(search.year);
  const personId = (search.personId ?? '') as PersonId;
  const query = useQuery(memberYearQuery(orgId, personId, year));
  return (
    <DetailPage
      name="党费证"
      back={{ to: '/dues/collect', label: '收缴党费' }}
      query={query}
      show={(found) => ({
        title: `${found.name} ${year}年党费`,
        facts: [
          { label: '应交', value: `${yuan(found.due)} 元` },
          { label: '实交', value: `${yuan(found.paid)} 元` },
          { label: '到本月未交', value: `${yuan(found.open)} 元` },
          // Of a year gone by it would be what was paid for the years since.
          ...(found.advance > 0 && year >= yearOf(today)
            ? [{ label: '预交', value: `${yuan(found.advance)} 元` }]
            : []),
        ],
        sections: (
          <>
            <YearBar
              year={year}
              last={yearOf(today)}
              onYear={(next) =>
                void navigate({ search: { ...search, year: String(next) }, replace: true })
              }
            >
              <Link
                to="/dues/paper"
                search={{ kind: 'member', orgId, personId, year: String(year) }}
              >
                打印党费证
              </Link>
              <Link to="/dues/receipts" search={{ personId, year: String(year) }}>
                这名党员的收款
              </Link>
            </YearBar>
            <Section title="按月">
              <RowList<Line>
                label="按月"
                rows={found.lines}
                rowKey={(line) => `${line.month}${line.explanation}`}
                columns={[
                  {
                    key: 'month',
                    title: '月份',
                    card: 'head',
                    render: (line) => chineseMonth(line.month),
                  },
                  {
                    key: 'due',
                    title: '应交（元）',
                    number: true,
                    render: (line) => (line.due === null ? '未核定' : yuan(line.due)),
                  },
                  {
                    key: 'paid',
                    title: '实交（元）',
                    number: true,
                    render: (line) => yuan(line.paid),
                  },
                  {
                    key: 'open',
                    title: '未交（元）',
                    number: true,
                    render: (line) => (line.month <= monthOf(today) ? yuan(line.open) : ''),
                  },
                  { key: 'on', title: '交纳日期', render: (line) => line.paidOn },
                  { key: 'note', title: '说明', render: (line) => line.explanation || null },
                ]}
              />
            </Section>
          </>
        ),
      })}
    />
  );
}
