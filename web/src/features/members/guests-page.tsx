import { Button, Empty, Input, Select, Skeleton } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { chineseDate, type PlainDate } from '#kernel/plain-date';
import { api, type Answer, type Api } from '../../api.ts';
import { Fault } from '../../app/fault.tsx';
import { useMe } from '../../app/session.ts';
import { useToday } from '../../app/today.ts';
import { DateField } from '../../patterns/date-field.tsx';
import { Field } from '../../patterns/field.tsx';
import { FailureNote, FormDrawer } from '../../patterns/form-drawer.tsx';
import { RowList } from '../../patterns/list-table.tsx';
import { Page } from '../../patterns/page.tsx';
import { useAct } from '../../patterns/use-act.ts';
import { renewMembers } from './queries.ts';
import { attachmentOptions, type AttachmentKind } from './words.ts';

type Row = Answer<Api['members']['guests']>['guests'][number];

interface Values {
  readonly name: string;
  readonly homeName: string;
  readonly kind: AttachmentKind;
  readonly phone?: string;
  readonly from: PlainDate;
  readonly to?: PlainDate | null;
}

/** 外来党员: who shares the life of this branch while the formal membership is elsewhere. */
export function GuestsPage(): ReactNode {
  const me = useMe();
  const today = useToday();
  const queries = useQueryClient();
  const { orgId } = me.acting;
  const [adding, setAdding] = useState(false);
  const query = useQuery({
    queryKey: ['members', 'guests', orgId],
    queryFn: () => api.members.guests({ orgId }),
  });
  const end = useAct({
    save: (row: Row, commandId) =>
      api.members.endAttachment({ attachmentId: row.attachmentId, on: today, commandId }),
    onSaved: () => renewMembers(queries),
    savedWords: '已结束',
  });
  const writes = me.permissions.includes('members.write');
  const rows = query.data?.guests ?? [];
  return (
    <Page
      title="外来党员"
      lead="组织关系在别处、在本支部参加组织生活的党员（借调、挂职、驻村、流入等）。开会列为列席，不计入应到和表决，党费在组织关系所在的支部交。"
      actions={
        writes ? (
          <Button type="primary" onClick={() => setAdding(true)}>
            登记外来党员
          </Button>
        ) : undefined
      }
    >
      {query.error === null ? null : (
        <Fault error={query.error} retry={() => void query.refetch()} />
      )}
      {query.isPending ? <Skeleton active={false} aria-label="正在读取" /> : null}
      <FailureNote failure={end.failure} />
      {query.data === undefined ? null : rows.length === 0 ? (
        <Empty
          image={Empty.PRESENTED_IMAGE_SIMPLE}
          description="现在没有外来党员在本支部参加组织生活"
        />
      ) : (
        <div className="panel">
          <RowList<Row>
            label="外来党员"
            rows={rows}
            rowKey={(row) => row.attachmentId}
            columns={[
              {
                key: 'name',
                title: '姓名',
                card: 'head',
                oneLine: true,
                render: (row) => row.name,
              },
              { key: 'kind', title: '方式', card: 'mark', render: (row) => row.kindName },
              { key: 'home', title: '组织关系所在', render: (row) => row.home },
              { key: 'duty', title: '职务', render: (row) => row.duty },
              {
                key: 'span',
                title: '起止',
                render: (row) =>
                  `${chineseDate(row.from)}—${row.to === null ? '现在' : chineseDate(row.to)}`,
              },
              {
                key: 'end',
                title: '办理',
                render: (row) =>
                  !row.own ? (
                    <span className="muted">由组织关系所在党支部结束</span>
                  ) : writes && row.from < today && row.to === null ? (
                    <Button
                      loading={end.busy}
                      aria-label={`结束 ${row.name}`}
                      onClick={() => end.run(row)}
                    >
                      今天结束
                    </Button>
                  ) : null,
              },
            ]}
          />
        </div>
      )}
      <FormDrawer<Values, unknown>
        title="登记外来党员"
        open={adding}
        onClose={() => setAdding(false)}
        onSaved={() => renewMembers(queries)}
        initial={{ kind: 'secondment', from: today }}
        lead="组织关系也在本系统里的，由那边的支部在党员信息页登记“组织生活在别处”，这里不用重复登记；流入的党员在“流动党员—流入”登记。"
        save={({ phone, to, ...values }, commandId) =>
          api.members.receiveGuest({
            ...values,
            orgId,
            phone: phone === undefined || phone.trim() === '' ? undefined : phone,
            to: to ?? undefined,
            commandId,
          })
        }
      >
        <Field name="name" label="姓名" required>
          <Input maxLength={40} autoComplete="off" />
        </Field>
        <Field name="homeName" label="组织关系所在党组织" required>
          <Input maxLength={80} />
        </Field>
        <Field name="kind" label="方式" required>
          <Select options={attachmentOptions} />
        </Field>
        <Field name="phone" label="手机号码">
          <Input maxLength={20} autoComplete="off" inputMode="tel" />
        </Field>
        <div className="pair">
          <Field name="from" label="从哪天起" required>
            <DateField />
          </Field>
          <Field name="to" label="到哪天止">
            <DateField />
          </Field>
        </div>
      </FormDrawer>
    </Page>
  );
}
