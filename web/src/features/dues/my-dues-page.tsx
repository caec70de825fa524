import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { monthNumberOf, monthOf, yearOf } from '#kernel/plain-date';
import { useToday } from '../../app/today.ts';
import { DetailPage, Section } from '../../patterns/detail-page.tsx';
import { YearBar } from './period-bar.tsx';
import { mineQuery } from './queries.ts';
import { myDuesRoute } from './routes.ts';
import { useYear, yuan } from './words.ts';
import './dues.css';

/** 我的党费: what I owe and have paid in a year, and how each amount came about. */
export function MyDuesPage(): ReactNode {
  const search = myDuesRoute.useSearch();
  const navigate = myDuesRoute.useNavigate();
  const today = useToday();
  const year = useYear(search.year);
  const query = useQuery(mineQuery(year));
  return (
    <DetailPage
      name="我的党费"
      query={query}
      show={(found) => {
        const past = found.lines.filter((line) => line.month <= monthOf(today));
        const open = past.reduce((sum, line) => sum + (line.due ?? 0) - line.paid, 0);
        const paid = found.lines.reduce((sum, line) => sum + line.paid, 0);
        const fixed = found.lines.filter((line) => line.due !== null);
        const words = [...new Set(fixed.map((line) => line.explanation))];
        return {
          title: '我的党费',
          facts: [
            { label: `${year}年已交`, value: `${yuan(paid)} 元` },
            { label: '到本月未交', value: `${yuan(Math.max(0, open))} 元` },
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
                onYear={(next) => void navigate({ search: { year: String(next) }, replace: true })}
              >
                <Link to="/dues/paper" search={{ kind: 'mine', year: String(year) }}>
                  党费证
                </Link>
              </YearBar>
              <Section title="怎么算的" note="只有您本人和支部收党费的同志看得到计算基数。">
                {words.length === 0 ? <p className="muted">这一年还没有核定。</p> : null}
                <ul className="dues-words">
                  {words.map((one) => (
                    <li key={one}>{one}</li>
                  ))}
                </ul>
              </Section>
              <Section title="按月">
                <ul className="dues-months">
                  {found.lines.map((line, index) => (
                    <li key={`${line.month}-${index}`}>
                      <span>{monthNumberOf(line.month)}月</span>
                      <span className="number">
                        {line.due === null ? '未核定' : `应交 ${yuan(line.due)}`}
                      </span>
                      <span className="number">
                        {line.due === null
                          ? ''
                          : line.paid >= line.due
                            ? '✓ 已交清'
                            : line.paid > 0
                              ? `已交 ${yuan(line.paid)}`
                              : line.month > monthOf(today)
                                ? ''
                                : '未交'}
                      </span>
                    </li>
                  ))}
                </ul>
              </Section>
            </>
          ),
        };
      }}
    />
  );
}
