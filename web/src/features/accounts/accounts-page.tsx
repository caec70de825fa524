import { Button, Drawer } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { GRANTS } from '#contract/accounts';
import type { Answer, Api } from '../../api.ts';
import { ListPage } from '../../patterns/list-page.tsx';
import { useNarrow } from '../../patterns/narrow.ts';
import { AccountPanel } from './account-panel.tsx';
import { CodeSlip, type OneTimeCode } from './code-slip.tsx';
import { InviteDrawer } from './invite-drawer.tsx';
import { accountsQuery } from './queries.ts';
import { accountsRoute } from './routes.ts';

export type AccountRow = Answer<Api['accounts']['list']>['accounts'][number];

const condition = (row: AccountRow): string =>
  row.disabled ? '已停用' : row.hasPassword ? '可以登录' : '还没有设置密码';

/** Who may sign in here, who helps with the work, and the way back for whoever forgot the password. */
export function AccountsPage(): ReactNode {
  const search = accountsRoute.useSearch();
  const navigate = accountsRoute.useNavigate();
  const narrow = useNarrow();
  const queries = useQueryClient();
  const query = useQuery(accountsQuery(search.q ?? ''));
  const [inviting, setInviting] = useState(false);
  const [opened, setOpened] = useState<AccountRow['accountId'] | null>(null);
  const [code, setCode] = useState<OneTimeCode | null>(null);
  const row = query.data?.rows.find((one) => one.accountId === opened);
  const renew = (): void => void queries.invalidateQueries({ queryKey: ['accounts', 'list'] });

  return (
    <>
      <ListPage<AccountRow, 'q'>
        title="账号与经办"
        lead="书记可以指定至多两名经办人代为录入；定稿仍由书记办理。"
        search={search}
        onSearch={(next) => void navigate({ search: next, replace: true })}
        filters={[{ kind: 'text', name: 'q', label: '查找', hint: '姓名或登录名' }]}
        query={query}
        rowKey={(one) => one.accountId}
        openRow={(one) => setOpened(one.accountId)}
        empty={{ text: '还没有邀请同志' }}
        actions={
          <Button type="primary" onClick={() => setInviting(true)}>
            邀请同志
          </Button>
        }
        columns={[
          { key: 'name', title: '姓名', card: 'head', render: (one) => one.name },
          { key: 'login', title: '登录名', render: (one) => one.loginName },
          {
            key: 'grants',
            title: '授权',
            render: (one) =>
              one.grants.length === 0
                ? null
                : one.grants.map((grant) => `${grant.orgName} ${GRANTS[grant.kind]}`).join('；'),
          },
          {
            key: 'totp',
            title: '动态码',
            card: 'none',
            render: (one) => (one.hasTotp ? '已启用' : ''),
          },
          { key: 'state', title: '状态', card: 'mark', oneLine: true, render: condition },
        ]}
      />
      <InviteDrawer
        open={inviting}
        onClose={() => setInviting(false)}
        onInvited={(made) => {
          renew();
          setCode(made);
        }}
      />
      <Drawer
        title={row?.name}
        open={row !== undefined}
        onClose={() => setOpened(null)}
        size={narrow ? '100%' : 640}
      >
        {row === undefined ? null : <AccountPanel row={row} onChanged={renew} onCode={setCode} />}
      </Drawer>
      <CodeSlip code={code} onClose={() => setCode(null)} />
    </>
  );
}
