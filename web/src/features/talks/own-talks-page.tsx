import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { TALK_KINDS } from '#contract/talks';
import { chineseDate, yearOf } from '#kernel/plain-date';
import { useToday } from '../../app/today.ts';
import { ListPage } from '../../patterns/list-page.tsx';
import { ContentDrawer } from './content-drawer.tsx';
import { ownTalksQuery, renewTalks, type OwnTalk } from './queries.ts';
import { ownTalksRoute } from './routes.ts';
import { yearFilter } from './year-filter.tsx';

/** 我的谈心谈话 */
export function OwnTalksPage(): ReactNode {
  const thisYear = yearOf(useToday());
  const search = ownTalksRoute.useSearch();
  const navigate = ownTalksRoute.useNavigate();
  const queries = useQueryClient();
  const [open, setOpen] = useState<OwnTalk | null>(null);
  const found = useQuery(ownTalksQuery(Number(search.year ?? thisYear)));
  const rows = found.data?.rows;
  const query = {
    ...found,
    data: rows === undefined ? undefined : { rows, total: rows.length },
  };
  return (
    <>
      <ListPage<OwnTalk, 'year'>
        title="我的谈心谈话"
        lead="点开一次谈话可以看和写内容，只有谈话双方看得到。"
        search={search}
        onSearch={(next) => void navigate({ search: next, replace: true })}
        filters={[yearFilter('year', thisYear)]}
        query={query}
        rowKey={(row) => row.talkId}
        openRow={setOpen}
        empty={{ text: '还没有登记您的谈心谈话' }}
        columns={[
          {
            key: 'heldOn',
            title: '日期',
            card: 'head',
            oneLine: true,
            render: (row) => chineseDate(row.heldOn),
          },
          { key: 'other', title: '与谁谈', oneLine: true, render: (row) => row.other },
          { key: 'kind', title: '类别', render: (row) => TALK_KINDS[row.kind].name },
          { key: 'place', title: '地点', card: 'none', render: (row) => row.place },
          {
            key: 'written',
            title: '内容',
            card: 'mark',
            render: (row) => (row.written ? <span className="tag">已写</span> : ''),
          },
        ]}
      />
      <ContentDrawer
        talk={open}
        onClose={() => setOpen(null)}
        onSaved={() => renewTalks(queries)}
      />
    </>
  );
}
