import { App, Button } from 'antd';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api, type Answer, type Api } from '../../api.ts';
import { deviceWords } from './device.ts';
import { newCommandId } from '../../patterns/command-id.ts';
import { ListPage } from '../../patterns/list-page.tsx';

type Session = Answer<Api['accounts']['sessions']>['sessions'][number];

const moment = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'long',
  timeStyle: 'short',
});

/** Every place where this account is signed in; each can be ended. */
export function SessionsPage(): ReactNode {
  const queries = useQueryClient();
  const { message } = App.useApp();
  const query = useQuery({
    queryKey: ['sessions'],
    queryFn: async () => {
      const { sessions } = await api.accounts.sessions({});
      return { rows: sessions, total: sessions.length };
    },
  });
  const end = useMutation({
    mutationFn: (session: Session) =>
      api.accounts.endSession({ sessionId: session.sessionId, commandId: newCommandId() }),
    onSuccess: async () => {
      void message.success('已结束');
      await queries.invalidateQueries({ queryKey: ['sessions'] });
    },
    onError: () => void message.error('没有能够结束，请再试一次'),
  });
  return (
    <ListPage
      title="我的登录"
      lead="下面是您的账号现在登录的地方。有不认识的，请结束它并更换密码。"
      search={{}}
      onSearch={() => undefined}
      query={query}
      rowKey={(session) => session.sessionId}
      empty={{ text: '没有登录记录' }}
      columns={[
        {
          key: 'agent',
          title: '设备',
          card: 'head',
          render: (session) => (
            <>
              {deviceWords(session.agent)}{' '}
              {session.current ? <span className="tag">当前这里</span> : null}
            </>
          ),
        },
        {
          key: 'created',
          title: '登录时间',
          oneLine: true,
          render: (session) => moment.format(new Date(session.createdAt)),
        },
        {
          key: 'seen',
          title: '最近使用',
          oneLine: true,
          render: (session) => moment.format(new Date(session.lastSeenAt)),
        },
        {
          key: 'end',
          title: '操作',
          render: (session) =>
            session.current ? null : (
              <Button
                size="small"
                loading={end.isPending && end.variables === session}
                onClick={() => end.mutate(session)}
              >
                结束
              </Button>
            ),
        },
      ]}
    />
  );
}
