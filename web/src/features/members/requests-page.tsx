import { Button, Input } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { chineseDate } from '#kernel/plain-date';
import { api } from '../../api.ts';
import { Field } from '../../patterns/field.tsx';
import { FailureNote, FormDrawer } from '../../patterns/form-drawer.tsx';
import { ListPage } from '../../patterns/list-page.tsx';
import { useAct } from '../../patterns/use-act.ts';
import { renewMembers, type RequestRow } from './queries.ts';
import { requestsRoute } from './routes.ts';
import { REQUEST_STATES } from './words.ts';

/** What members asked to have corrected; accepted as a dated change, or declined with the reason. */
export function RequestsPage(): ReactNode {
  const search = requestsRoute.useSearch();
  const navigate = requestsRoute.useNavigate();
  const queries = useQueryClient();
  const [declining, setDeclining] = useState<RequestRow | null>(null);
  const state = search.state === 'answered' ? 'answered' : 'open';
  const query = useQuery({
    queryKey: ['members', 'requests', state, search.page, search.pageSize],
    queryFn: () =>
      api.members.requests({
        state,
        page: search.page ?? 1,
        pageSize: search.pageSize ?? 50,
      }),
  });
  const accept = useAct({
    save: (row: RequestRow, commandId) =>
      api.members.answerRequest({
        requestId: row.requestId,
        basedOn: row.version,
        accept: true,
        commandId,
      }),
    onSaved: () => renewMembers(queries),
    savedWords: '已采纳',
  });
  return (
    <>
      <ListPage<RequestRow, 'state'>
        title="党员的更正申请"
        lead="采纳后按申请的日期记为变更；不采纳的写明原因，本人能看到。"
        search={search}
        onSearch={(next) => void navigate({ search: next, replace: true })}
        filters={[
          {
            kind: 'choice',
            name: 'state',
            label: '状态',
            options: [
              { value: 'open', label: '待答复' },
              { value: 'answered', label: '已答复' },
            ],
          },
        ]}
        query={query}
        rowKey={(row) => row.requestId}
        empty={{ text: '没有待答复的申请' }}
        summary={<FailureNote failure={accept.failure} />}
        columns={[
          { key: 'name', title: '姓名', card: 'head', oneLine: true, render: (row) => row.name },
          { key: 'label', title: '项目', render: (row) => row.label },
          {
            key: 'change',
            title: '原来 → 申请改为',
            render: (row) => `${row.old === '' ? '（空）' : row.old} → ${row.next}`,
          },
          {
            key: 'from',
            title: '从哪天起',
            oneLine: true,
            render: (row) => chineseDate(row.trueFrom),
          },
          { key: 'reason', title: '说明', render: (row) => row.reason },
          {
            key: 'state',
            title: state === 'open' ? '答复' : '结果',
            render: (row) =>
              row.state === 'open' ? (
                <span className="list-acts">
                  <Button type="primary" loading={accept.busy} onClick={() => accept.run(row)}>
                    采纳
                  </Button>
                  <Button onClick={() => setDeclining(row)}>不采纳</Button>
                </span>
              ) : (
                [REQUEST_STATES[row.state], row.answer].filter((word) => word !== '').join('：')
              ),
          },
        ]}
      />
      <FormDrawer<{ readonly answer: string }, unknown>
        title={`不采纳：${declining?.name ?? ''} ${declining?.label ?? ''}`}
        open={declining !== null}
        onClose={() => setDeclining(null)}
        onSaved={() => renewMembers(queries)}
        save={({ answer }, commandId) => {
          if (declining === null) throw new Error('nothing is declined');
          return api.members.answerRequest({
            requestId: declining.requestId,
            basedOn: declining.version,
            accept: false,
            answer,
            commandId,
          });
        }}
      >
        <Field name="answer" label="原因" required rule="本人会看到。">
          <Input maxLength={200} />
        </Field>
      </FormDrawer>
    </>
  );
}
