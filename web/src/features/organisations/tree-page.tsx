import { Button, Empty, Input, Select, Skeleton } from 'antd';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useId, useState, type ReactNode } from 'react';
import { Fault } from '../../app/fault.tsx';
import { useMe } from '../../app/session.ts';
import { Page } from '../../patterns/page.tsx';
import { ActDrawer, type ActKind } from './act-drawers.tsx';
import { DayBar } from './day-bar.tsx';
import { OrgTree } from './org-tree.tsx';
import './organisations.css';
import { PaperDrawer, type Paper } from './paper-drawer.tsx';
import { treeQuery } from './queries.ts';
import { overviewRoute, treeRoute } from './routes.ts';
import { matching, treeRows, visible } from './tree-model.ts';

/** 体系: what stands below what on a day. */
export function TreePage(): ReactNode {
  const me = useMe();
  const { q = '', asOf } = treeRoute.useSearch();
  const navigate = treeRoute.useNavigate();
  const query = useQuery({ ...treeQuery(asOf), placeholderData: keepPreviousData });
  const searchId = useId();
  const words = useDeferredValue(q.trim());
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [paper, setPaper] = useState<Paper | null>(null);
  const [act, setAct] = useState<ActKind | null>(null);
  const rows = treeRows(query.data?.organisations ?? []);
  const found = matching(rows, words);
  const shown = words === '' ? visible(found, closed) : found;
  const toggle = (orgId: string): void => {
    const next = new Set(closed);
    if (!next.delete(orgId)) next.add(orgId);
    setClosed(next);
  };
  const change = (next: { q?: string; asOf?: string }): void =>
    void navigate({ search: { q: q === '' ? undefined : q, asOf, ...next }, replace: true });
  const chart = (size: 'A3' | 'A4'): void =>
    setPaper({ kind: 'chart', title: '组织体系图', params: { asOf, paper: size } });

  return (
    <Page
      title="组织体系"
      lead="任意一天的上下级关系；点开一个党组织看概况、班子和变动。"
      actions={
        <>
          <Select
            value={null}
            placeholder="打印体系图"
            aria-label="打印体系图"
            popupMatchSelectWidth={false}
            options={[
              { value: 'A3' as const, label: 'A3 横向' },
              { value: 'A4' as const, label: 'A4 横向' },
            ]}
            onChange={(size: 'A3' | 'A4' | null) => {
              if (size !== null) chart(size);
            }}
          />
          {me.permissions.includes('organisations.change') ? (
            <Button type="primary" onClick={() => setAct('establish')}>
              成立党组织
            </Button>
          ) : null}
        </>
      }
    >
      <DayBar asOf={asOf} onChange={(next) => change({ asOf: next })}>
        <div className="filter">
          <label htmlFor={searchId}>查组织</label>
          <Input
            id={searchId}
            type="search"
            allowClear
            value={q}
            placeholder="名称或简称"
            onChange={(event) =>
              change({ q: event.target.value === '' ? undefined : event.target.value })
            }
          />
        </div>
        <Button
          disabled={words !== ''}
          onClick={() =>
            setClosed(
              closed.size > 0
                ? new Set()
                : new Set(
                    rows
                      .filter((row) => row.level > 1 && row.children.length > 0)
                      .map((row) => row.node.orgId),
                  ),
            )
          }
        >
          {closed.size > 0 ? '全部展开' : '全部收起'}
        </Button>
      </DayBar>
      <div className="list-count">
        <span role="status">{query.data === undefined ? '' : `共 ${found.length} 个党组织`}</span>
      </div>
      <div className="panel" aria-busy={query.isPending}>
        {query.data === undefined ? (
          query.error === null ? (
            <Skeleton active={false} aria-label="正在读取" />
          ) : (
            <Fault error={query.error} retry={() => query.refetch()} />
          )
        ) : shown.length === 0 ? (
          <Empty
            image={Empty.PRESENTED_IMAGE_SIMPLE}
            description={words === '' ? '这一天还没有党组织' : '没有符合条件的党组织'}
          />
        ) : (
          <OrgTree
            rows={shown}
            closed={words === '' ? closed : new Set()}
            label="组织体系"
            onToggle={toggle}
            onOpen={(orgId) => void navigate({ to: overviewRoute.to, search: { orgId, asOf } })}
          />
        )}
      </div>
      <PaperDrawer paper={paper} onClose={() => setPaper(null)} />
      <ActDrawer act={act} org={null} onClose={() => setAct(null)} />
    </Page>
  );
}
