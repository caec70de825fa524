import { Button, Skeleton } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api, type Answer, type Api } from '../../api.ts';
import { Fault } from '../../app/fault.tsx';
import { Section } from '../../patterns/detail-page.tsx';
import { FailureNote } from '../../patterns/form-drawer.tsx';
import { RowList } from '../../patterns/list-table.tsx';
import { useAct } from '../../patterns/use-act.ts';
import { deviceWords } from './device.ts';
import { sessionsQuery } from './queries.ts';

type Session = Answer<Api['accounts']['sessions']>['sessions'][number];

const moment = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'long',
  timeStyle: 'short',
});

/** Every place where this account is signed in; each can be ended. */
export function SessionList(): ReactNode {
  const queries = useQueryClient();
  const query = useQuery(sessionsQuery);
  const end = useAct({
    save: (sessionId: Session['sessionId'], commandId) =>
      api.accounts.endSession({ sessionId, commandId }),
    savedWords: '已结束',
    onSaved: () => void queries.invalidateQueries({ queryKey: sessionsQuery.queryKey }),
  });
  return (
    <Section title="现在登录的地方" note="有不认识的，请结束它，并修改密码。">
      {query.error !== null ? (
        <Fault error={query.error} retry={() => void query.refetch()} />
      ) : null}
      {query.isPending ? <Skeleton active={false} title={false} aria-label="正在读取" /> : null}
      {query.data === undefined ? null : (
        <RowList
          label="现在登录的地方"
          rows={query.data.sessions}
          rowKey={(session) => session.sessionId}
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
                    aria-label={`结束：${deviceWords(session.agent)}`}
                    disabled={end.busy}
                    onClick={() => end.run(session.sessionId)}
                  >
                    结束
                  </Button>
                ),
            },
          ]}
        />
      )}
      <FailureNote failure={end.failure} />
    </Section>
  );
}
