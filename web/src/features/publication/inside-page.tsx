import { Empty, Skeleton } from 'antd';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { chineseDate } from '#kernel/plain-date';
import { Fault } from '../../app/fault.tsx';
import { Section } from '../../patterns/detail-page.tsx';
import { Page } from '../../patterns/page.tsx';
import { ContentView } from './content-view.tsx';
import { insideQuery } from './queries.ts';

/** 党务公开 for a member: what is open inside the Party, and the way to the public board. */
export function InsidePage(): ReactNode {
  const query = useQuery(insideQuery);
  const found = query.data;
  return (
    <Page title="党务公开" lead="在党内公开的事项，本支部和上级党组织的都在这里。">
      {found === undefined ? (
        query.error === null ? (
          <Skeleton active={false} aria-label="正在读取" />
        ) : (
          <Fault error={query.error} retry={() => query.refetch()} />
        )
      ) : (
        <>
          {found.boardPath === '' ? null : (
            <p className="public-line">
              对外公开的在
              <a href={found.boardPath} target="_blank" rel="noreferrer">
                本支部公开栏
              </a>
              ，也可以在那里提问。
            </p>
          )}
          {found.posts.length === 0 ? (
            <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="目前没有党内公开的事项" />
          ) : (
            found.posts.map((post) => (
              <Section
                key={post.code}
                title={post.content.title}
                note={`${post.orgName} · ${post.kindName} · ${chineseDate(post.shownFrom)}起${post.shownUntil === null ? '' : `至${chineseDate(post.shownUntil)}`}`}
              >
                <ContentView content={post.content} />
              </Section>
            ))
          )}
        </>
      )}
    </Page>
  );
}
