import { Button } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { LOST_CAUSES, SEARCH_RESULTS, SEARCH_WAYS } from '#contract/status';
import { chineseDate } from '#kernel/plain-date';
import { useMe } from '../../app/session.ts';
import { ListPage } from '../../patterns/list-page.tsx';
import './status.css';
import { FoundDrawer, LostDrawer, SearchDrawer } from './lost-drawers.tsx';
import { useOrgFilter } from './org-filter.tsx';
import { lostQuery, renewStatus, type LostRow } from './queries.ts';
import { lostRoute, printRoute, type LostFilterName } from './routes.ts';

type Act = { readonly kind: 'lost' } | { readonly kind: 'search' | 'found'; readonly row: LostRow };

const searched = (row: LostRow): ReactNode => {
  const last = row.searches.at(-1);
  if (last === undefined) return <span className="muted">还没有</span>;
  return `${row.searches.length}次，最近${chineseDate(last.on)}${SEARCH_WAYS[last.how]}，${SEARCH_RESULTS[last.result]}`;
};

/** 失联党员台账: who could not be reached since when, and what was done to find them. */
export function LostPage(): ReactNode {
  const me = useMe();
  const { lostId, ...search } = lostRoute.useSearch();
  const navigate = lostRoute.useNavigate();
  const queries = useQueryClient();
  const query = useQuery(lostQuery(me.acting.orgId, search));
  const org = useOrgFilter<LostFilterName>();
  const [act, setAct] = useState<Act | null>(null);
  const above = me.acting.standing === 'above';
  const asked = query.data?.rows.find((row) => row.lostId === lostId);
  const shown: Act | null = act ?? (asked === undefined ? null : { kind: 'search', row: asked });
  const close = (): void => {
    setAct(null);
    void navigate({ search, replace: true });
  };
  const drawer = { onClose: close, onSaved: () => void renewStatus(queries) };
  const mayWrite = me.permissions.includes('status.write');
  return (
    <>
      <ListPage<LostRow, LostFilterName>
        title="失联党员台账"
        lead="失去联系满6个月、多方查找仍没有联系上的，可以按程序停止党籍；停止党籍满2年仍没有联系上的，按自行脱党除名。"
        search={search}
        onSearch={(next) => void navigate({ search: next, replace: true })}
        filters={[
          ...(above ? [org] : []),
          {
            kind: 'choice',
            name: 'state',
            label: '情况',
            options: [{ value: 'open', label: '还没有联系上' }],
          },
        ]}
        query={query}
        rowKey={(row) => row.lostId}
        actions={
          mayWrite ? (
            <Button type="primary" onClick={() => setAct({ kind: 'lost' })}>
              登记失联
            </Button>
          ) : undefined
        }
        exportSlot={
          <Link to={printRoute.to} search={{ kind: 'lost', orgId: search.orgId }}>
            打印台账
          </Link>
        }
        empty={{ text: '没有登记过失联的同志' }}
        columns={[
          { key: 'name', title: '姓名', card: 'head', oneLine: true, render: (row) => row.name },
          ...(above
            ? [{ key: 'org', title: '所在党支部', render: (row: LostRow) => row.orgName }]
            : []),
          {
            key: 'since',
            title: '最后联系',
            oneLine: true,
            render: (row) => chineseDate(row.since),
          },
          {
            key: 'cause',
            title: '类型',
            render: (row) => LOST_CAUSES[row.cause as keyof typeof LOST_CAUSES],
          },
          {
            key: 'months',
            title: '已满',
            oneLine: true,
            render: (row) =>
              row.foundOn === null ? `${row.months}个月` : `${chineseDate(row.foundOn)}取得联系`,
          },
          { key: 'searches', title: '查找记录', render: searched },
          {
            key: 'acts',
            title: '办理',
            render: (row) =>
              mayWrite && row.foundOn === null ? (
                <span className="status-acts">
                  <Button
                    aria-label={`记查找：${row.name}`}
                    onClick={() => setAct({ kind: 'search', row })}
                  >
                    记查找
                  </Button>
                  <Button
                    aria-label={`取得联系：${row.name}`}
                    onClick={() => setAct({ kind: 'found', row })}
                  >
                    取得联系
                  </Button>
                </span>
              ) : (
                '—'
              ),
          },
        ]}
      />
      {shown === null ? null : shown.kind === 'lost' ? (
        <LostDrawer {...drawer} />
      ) : shown.kind === 'search' ? (
        <SearchDrawer {...drawer} row={shown.row} />
      ) : (
        <FoundDrawer {...drawer} row={shown.row} />
      )}
    </>
  );
}
