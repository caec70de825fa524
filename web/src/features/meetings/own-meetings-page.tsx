import { Select } from 'antd';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { NOTICE_CHANGES, PRESENCE } from '#contract/meetings-words';
import { chineseDate, chineseWeekday } from '#kernel/plain-date';
import type { Answer, Api } from '../../api.ts';
import { useToday } from '../../app/today.ts';
import { DetailPage, Section } from '../../patterns/detail-page.tsx';
import { RowList } from '../../patterns/list-table.tsx';
import { mineQuery } from './queries.ts';
import { ownMeetingsRoute } from './routes.ts';
import { hoursText, readYear, yearChoices } from './words.ts';

type Mine = Answer<Api['meetings']['mine']>;

/** A member's own meetings and study time, and what is ahead. */
export function OwnMeetingsPage(): ReactNode {
  const today = useToday();
  const navigate = ownMeetingsRoute.useNavigate();
  const year = readYear(ownMeetingsRoute.useSearch().year, today);
  const query = useQuery(mineQuery(year));
  return (
    <DetailPage<Mine>
      name="会议与学时"
      query={query}
      show={(mine) => ({
        title: '会议与学时',
        facts: [
          {
            label: `${year}年参加`,
            value: `${mine.meetings.filter((one) => one.state === 'present' || one.state === 'guest').length}次`,
          },
          { label: `${year}年学习时间`, value: hoursText(mine.minutes) },
        ],
        sections: (
          <>
            <Section title="会议通知">
              {mine.notices.length === 0 ? (
                <p className="muted">近期没有会议通知。</p>
              ) : (
                <ul>
                  {mine.notices.map((one) => (
                    <li key={`${one.sittingId}${one.title}`}>
                      <strong>{one.title}</strong>{' '}
                      {one.change === null ? null : (
                        <span className="tag">{NOTICE_CHANGES[one.change]}</span>
                      )}
                      <p>
                        {chineseDate(one.on)} {chineseWeekday(one.on)} {one.startsAt ?? ''}　
                        {one.place}
                      </p>
                      {one.items.length === 0 ? null : <p>议题：{one.items.join('；')}</p>}
                      {one.was === '' ? null : <p>原定：{one.was}</p>}
                      {one.note === '' ? null : (
                        <p>
                          {one.change === 'cancelled' ? '取消原因：' : ''}
                          {one.note}
                        </p>
                      )}
                    </li>
                  ))}
                </ul>
              )}
            </Section>
            <Section
              title="我的会议"
              actions={
                <Select
                  aria-label="年份"
                  value={String(year)}
                  options={yearChoices(today)}
                  onChange={(next: string) =>
                    void navigate({ search: { year: next }, replace: true })
                  }
                />
              }
            >
              {mine.meetings.length === 0 ? (
                <p className="muted">{year}年还没有定稿的会议。</p>
              ) : (
                <RowList
                  label="我的会议"
                  rows={mine.meetings}
                  rowKey={(row) => row.meetingId}
                  columns={[
                    {
                      key: 'title',
                      title: '会议',
                      card: 'head',
                      render: (row) => (row.title === '' ? row.kindName : row.title),
                    },
                    {
                      key: 'on',
                      title: '日期',
                      oneLine: true,
                      render: (row) => chineseDate(row.on),
                    },
                    { key: 'kind', title: '种类', card: 'none', render: (row) => row.kindName },
                    {
                      key: 'state',
                      title: '到会',
                      card: 'mark',
                      render: (row) => (row.state === 'guest' ? '列席' : PRESENCE[row.state]),
                    },
                    {
                      key: 'minutes',
                      title: '学习时间',
                      number: true,
                      render: (row) => hoursText(row.minutes),
                    },
                  ]}
                />
              )}
            </Section>
          </>
        ),
      })}
    />
  );
}
