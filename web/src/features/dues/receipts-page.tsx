import { Button } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { MEANS } from '#contract/dues';
import { plainMonth } from '#kernel/plain-date';
import { api, type Answer, type Api } from '../../api.ts';
import { useMe } from '../../app/session.ts';
import { ListPage } from '../../patterns/list-page.tsx';
import { CancelDrawer, type Cancelling } from './cancel-drawer.tsx';
import { DUES } from './queries.ts';
import { receiptsRoute } from './routes.ts';
import { useBranch, useYear, yuan } from './words.ts';
import './dues.css';

type Row = Answer<Api['dues']['receipts']>['rows'][number];

const condition = (row: Row): string =>
  row.cancelled ? '已作废' : row.remitted ? '已上缴' : '待上缴';
const payerOf = (row: Row): string => (row.payer === 'self' ? '本人' : `${row.payerName}代交`);

/** 收款明细: every receipt of a year, cancelled ones too. */
export function ReceiptsPage(): ReactNode {
  const search = receiptsRoute.useSearch();
  const navigate = receiptsRoute.useNavigate();
  const me = useMe();
  const orgId = useBranch(search.orgId);
  const year = useYear(search.year);
  const [cancelling, setCancelling] = useState<Cancelling | null>(null);
  const query = useQuery({
    queryKey: [...DUES, 'receipts', orgId, year, search],
    queryFn: () =>
      api.dues.receipts({
        orgId,
        fromMonth: plainMonth(`${year}-01`),
        toMonth: plainMonth(`${year}-12`),
        personId: search.personId,
        page: search.page ?? 1,
        pageSize: search.pageSize ?? 50,
      }),
  });
  return (
    <>
      <ListPage<Row, 'year' | 'orgId' | 'personId'>
        title="收款明细"
        back={{ to: '/dues/collect', label: '收缴党费' }}
        lead="收款记录不修改：记错的作废后重记，作废的仍然看得到。"
        search={search}
        onSearch={(next) => void navigate({ search: next, replace: true })}
        filters={[
          {
            kind: 'choice',
            name: 'year',
            label: '年度（不选为今年）',
            options: [0, 1, 2, 3].map((back) => ({
              value: String(year - back),
              label: `${year - back}年`,
            })),
          },
        ]}
        query={query}
        rowKey={(row) => row.receiptId}
        empty={{ text: '这一年还没有收款' }}
        columns={[
          { key: 'name', title: '姓名', card: 'head', render: (row) => row.name },
          { key: 'paidOn', title: '收款日期', oneLine: true, render: (row) => row.paidOn },
          {
            key: 'amount',
            title: '金额（元）',
            number: true,
            render: (row) => (row.cancelled ? <s>{yuan(row.amount)}</s> : yuan(row.amount)),
          },
          { key: 'means', title: '方式', oneLine: true, render: (row) => MEANS[row.means] },
          { key: 'payer', title: '谁交来的', render: payerOf },
          {
            key: 'note',
            title: '备注',
            render: (row) =>
              [row.large ? '自愿多交，全部上缴中央' : row.voluntary ? '自愿多交' : '', row.note]
                .filter(Boolean)
                .join('；'),
          },
          { key: 'state', title: '状态', card: 'mark', oneLine: true, render: condition },
          {
            key: 'act',
            title: '操作',
            render: (row) => (
              <span className="dues-acts">
                <Link
                  to="/dues/paper"
                  search={{ kind: 'receipt', id: row.receiptId }}
                  aria-label={`${row.name} ${row.paidOn} 的收据`}
                >
                  收据
                </Link>
                {row.cancelled || row.remitted || !me.permissions.includes('dues.write') ? null : (
                  <Button
                    size="small"
                    aria-label={`作废 ${row.name} ${row.paidOn} 的收款`}
                    onClick={() =>
                      setCancelling({
                        what: `${row.name}同志${row.paidOn}的收款${yuan(row.amount)}元`,
                        run: (reason, commandId) =>
                          api.dues.cancelReceipt({ receiptId: row.receiptId, reason, commandId }),
                      })
                    }
                  >
                    作废
                  </Button>
                )}
              </span>
            ),
          },
        ]}
      />
      <CancelDrawer cancelling={cancelling} onClose={() => setCancelling(null)} />
    </>
  );
}
