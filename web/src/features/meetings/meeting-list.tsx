import { Button } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { FORMS, MEETING_STATES } from '#contract/meetings-words';
import { chineseDate } from '#kernel/plain-date';
import { useMe } from '../../app/session.ts';
import { useToday } from '../../app/today.ts';
import { ListPage } from '../../patterns/list-page.tsx';
import type { ListSearch } from '../../patterns/list-search.ts';
import type { Column } from '../../patterns/list-table.tsx';
import { DraftsLine } from './drafts-line.tsx';
import { FindByCode } from './find-by-code.tsx';
import { MeetingMark } from './meeting-mark.tsx';
import { kindsQuery, listQuery, type MeetingRow } from './queries.ts';
import type { MeetingFilter } from './routes.ts';
import { yearChoices } from './words.ts';

type Set = 'three_and_one' | 'others';

interface MeetingListProps {
  readonly title: string;
  readonly lead?: string;
  /** Only this kind. */
  readonly kind?: string;
  /** Only kinds of this set. */
  readonly set?: Set;
  /** With the organisations below, each row naming its branch. */
  readonly below?: boolean;
  readonly search: ListSearch<MeetingFilter>;
  readonly onSearch: (next: ListSearch<MeetingFilter>) => void;
}

const there = (row: MeetingRow): string | null =>
  row.entitled === null || row.present === null ? null : `${row.present}/${row.entitled}`;

/** Meetings of a branch or of all branches below, filtered by year, kind and state. */
export function MeetingList({
  title,
  lead,
  kind,
  set,
  below = false,
  search,
  onSearch,
}: MeetingListProps): ReactNode {
  const me = useMe();
  const today = useToday();
  const navigate = useNavigate();
  const { orgId } = me.acting;
  const kinds = useQuery(kindsQuery(orgId));
  const query = useQuery(
    listQuery(orgId, search, {
      ...(below ? { below: 'true' as const } : {}),
      ...(kind === undefined ? {} : { kind }),
      ...(set === undefined ? {} : { set }),
    }),
  );
  const prepares = !below && me.permissions.includes('meetings.prepare');
  const branch: Column<MeetingRow> = {
    key: 'org',
    title: '党支部',
    render: (row) => row.orgName,
  };

  return (
    <ListPage<MeetingRow, MeetingFilter>
      title={title}
      lead={lead}
      search={search}
      onSearch={onSearch}
      filters={[
        { kind: 'choice', name: 'year', label: '年份', options: yearChoices(today) },
        ...(kind === undefined
          ? [
              {
                kind: 'choice' as const,
                name: 'kind' as const,
                label: '种类',
                options: (kinds.data?.kinds ?? [])
                  .filter((one) => set === undefined || one.set === set)
                  .map((one) => ({
                    value: one.kind,
                    label: one.name,
                  })),
              },
            ]
          : []),
        {
          kind: 'choice',
          name: 'state',
          label: '状态',
          options: Object.entries(MEETING_STATES).map(([value, label]) => ({ value, label })),
        },
      ]}
      query={query}
      rowKey={(row) => row.meetingId}
      openRow={(row) =>
        void navigate({ to: '/meetings/one', search: { meetingId: row.meetingId } })
      }
      empty={{ text: '还没有会议记录' }}
      summary={prepares ? <DraftsLine /> : null}
      actions={
        prepares ? (
          <>
            <Button
              type="primary"
              onClick={() => void navigate({ to: '/meetings/record', search: { kind } })}
            >
              记一次会
            </Button>
            <Button onClick={() => void navigate({ to: '/meetings/late' })}>补录</Button>
            <Button onClick={() => void navigate({ to: '/meetings/plan' })}>年度计划</Button>
            <FindByCode />
          </>
        ) : null
      }
      columns={[
        {
          key: 'title',
          title: '会议',
          card: 'head',
          render: (row) =>
            (row.title === '' ? row.kindName : row.title) +
            (row.form === 'meeting' ? '' : `（${FORMS[row.form]}）`),
        },
        ...(below ? [branch] : []),
        {
          key: 'on',
          title: '日期',
          oneLine: true,
          render: (row) =>
            `${chineseDate(row.heldOn)}${row.startsAt === null ? '' : ` ${row.startsAt}`}`,
        },
        { key: 'kind', title: '种类', render: (row) => row.kindName },
        { key: 'place', title: '地点', card: 'none', render: (row) => row.place },
        { key: 'present', title: '实到/应到', number: true, render: there },
        {
          key: 'state',
          title: '状态',
          card: 'mark',
          oneLine: true,
          render: (row) => <MeetingMark row={row} />,
        },
      ]}
    />
  );
}
