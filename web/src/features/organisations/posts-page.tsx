import { Link } from '@tanstack/react-router';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Empty } from 'antd';
import { useState, type ReactNode } from 'react';
import { BODY_POSTS, TERM_STAGES, WAYS_IN } from '#contract/organisations';
import { chineseDate, type PlainDate } from '#kernel/plain-date';
import { useMe } from '../../app/session.ts';
import { DetailPage, Section, type Fact } from '../../patterns/detail-page.tsx';
import { RowList } from '../../patterns/list-table.tsx';
import { AdviceList } from '../../patterns/advice-list.tsx';
import { DayBar } from './day-bar.tsx';
import './organisations.css';
import { PaperDrawer, type Paper } from './paper-drawer.tsx';
import { PostDrawers, type PostAct } from './post-drawers.tsx';
import { postsQuery, type Post, type Posts } from './queries.ts';
import { handoverRoute, postsRoute } from './routes.ts';

const day = (value: PlainDate | null): string => (value === null ? '' : chineseDate(value));

function termFacts({ term }: Posts): Fact[] | undefined {
  if (term === null) return undefined;
  return [
    { label: '本届选举', value: day(term.electedOn) || '—' },
    { label: '任期届满', value: day(term.endsOn) },
    ...(term.shiftedTo === null ? [] : [{ label: '经批准延期至', value: day(term.shiftedTo) }]),
    {
      label: '情况',
      value:
        term.stage === null
          ? '—'
          : term.stage === 'running'
            ? TERM_STAGES.running
            : `${TERM_STAGES[term.stage]}（${(term.daysLeft ?? 0) > 0 ? `还有${term.daysLeft}天` : '请换届或报批延期'}）`,
    },
    ...(term.noticedOn === null ? [] : [{ label: '上级提醒', value: day(term.noticedOn) }]),
  ];
}

/** 班子与分工: who holds which post on a day, since when and how, with what work. */
export function PostsPage(): ReactNode {
  const me = useMe();
  const { orgId = me.acting.orgId, asOf, history, act: first } = postsRoute.useSearch();
  const navigate = postsRoute.useNavigate();
  const past = history === 'true';
  const query = useQuery({ ...postsQuery(orgId, asOf, past), placeholderData: keepPreviousData });
  const [act, setAct] = useState<PostAct | null>(first === 'elect' ? { kind: 'elect' } : null);
  const [paper, setPaper] = useState<Paper | null>(null);
  const not = { code: 'common.not_allowed', params: {} };
  const change = (next: { asOf?: string; history?: string }): void =>
    void navigate({ search: { orgId, asOf, history, ...next }, replace: true });

  return (
    <>
      <DetailPage<Posts>
        name="班子与分工"
        query={query}
        show={(data) => ({
          title: '班子与分工',
          lead: data.orgName,
          facts: termFacts(data),
          actions:
            data.can['change'] === true
              ? [
                  {
                    label: '登记换届选举结果',
                    can: data.can['change'],
                    run: () => setAct({ kind: 'elect' }),
                    primary: data.posts.length === 0,
                  },
                  {
                    label: '任职（补选、指派、主持工作）',
                    can: data.can['change'],
                    run: () => setAct({ kind: 'appoint' }),
                  },
                ]
              : [],
          sections: (
            <>
              <DayBar
                asOf={asOf}
                onChange={(next) => change({ asOf: next })}
                acts={
                  <>
                    <Button onClick={() => change({ history: past ? undefined : 'true' })}>
                      {past ? '只看在任' : '看历任'}
                    </Button>
                    <Button
                      onClick={() =>
                        setPaper({
                          kind: 'committee',
                          title: '班子成员及分工表',
                          params: { orgId, asOf },
                          formats: ['docx'],
                        })
                      }
                    >
                      打印分工表
                    </Button>
                    {data.can['change'] === true ? (
                      <Link to={handoverRoute.to} search={{ orgId }}>
                        书记交接
                      </Link>
                    ) : null}
                  </>
                }
              />
              <AdviceList advice={data.advice} />
              <Section title={past ? '历任' : '在任'}>
                <PostList
                  posts={data.posts}
                  past={past}
                  act={data.can['change'] === true ? setAct : null}
                  approve={data.can['approve'] === true}
                />
              </Section>
            </>
          ),
        })}
      />
      <PostDrawers
        orgId={orgId}
        act={act}
        can={query.data?.can['approve'] ?? not}
        onClose={() => setAct(null)}
      />
      <PaperDrawer paper={paper} onClose={() => setPaper(null)} />
    </>
  );
}

interface PostListProps {
  readonly posts: readonly Post[];
  readonly past: boolean;
  readonly act: ((act: PostAct) => void) | null;
  readonly approve: boolean;
}

function PostList({ posts, past, act, approve }: PostListProps): ReactNode {
  if (posts.length === 0) {
    return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="还没有登记班子成员" />;
  }
  return (
    <RowList<Post>
      label="班子成员"
      rows={posts}
      rowKey={(row) => `${row.postId}${row.from}`}
      columns={[
        {
          key: 'post',
          title: '职务',
          card: 'head',
          oneLine: true,
          render: (row) => `${BODY_POSTS[row.kind]} ${row.name}`,
        },
        {
          key: 'state',
          title: '情况',
          card: 'mark',
          oneLine: true,
          render: (row) =>
            row.pending ? <span className="tag">待批准</span> : row.to === null ? '在任' : '已离任',
        },
        { key: 'duties', title: '分工', render: (row) => (row.duties === '' ? null : row.duties) },
        { key: 'way', title: '产生方式', oneLine: true, render: (row) => WAYS_IN[row.wayIn] },
        {
          key: 'from',
          title: '任职',
          oneLine: true,
          render: (row) => day(row.inOfficeFrom ?? row.from),
        },
        ...(past
          ? [
              {
                key: 'to',
                title: '离任',
                oneLine: true,
                render: (row: Post) => (row.to === null ? null : day(row.to)),
              },
              {
                key: 'reason',
                title: '原因',
                render: (row: Post) => (row.endReason === '' ? null : row.endReason),
              },
            ]
          : []),
        ...(act === null
          ? []
          : [
              {
                key: 'acts',
                title: '办理',
                render: (row: Post) =>
                  row.to !== null ? null : (
                    <div className="links">
                      {row.pending && approve ? (
                        <Button size="small" onClick={() => act({ kind: 'approve', post: row })}>
                          批准
                        </Button>
                      ) : null}
                      <Button size="small" onClick={() => act({ kind: 'duties', post: row })}>
                        分工
                      </Button>
                      <Button size="small" onClick={() => act({ kind: 'end', post: row })}>
                        离任
                      </Button>
                    </div>
                  ),
              },
            ]),
      ]}
    />
  );
}
