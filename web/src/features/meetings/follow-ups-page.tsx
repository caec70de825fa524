import { Input, Select } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { chineseDate, yearOf, type PlainDate } from '#kernel/plain-date';
import { api } from '../../api.ts';
import { useMe } from '../../app/session.ts';
import { useToday } from '../../app/today.ts';
import { ActionButton } from '../../patterns/action-button.tsx';
import { DateField } from '../../patterns/date-field.tsx';
import { Field } from '../../patterns/field.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { ListPage } from '../../patterns/list-page.tsx';
import { PaperLinks } from './paper-links.tsx';
import { followUpsQuery, renewMeetings, type FollowUp } from './queries.ts';
import { followUpsRoute } from './routes.ts';

interface Values {
  readonly closedOn: PlainDate;
  readonly outcome: string;
}

/** 决议落实: what meetings decided to be done, by whom, until when, with what result. */
export function FollowUpsPage(): ReactNode {
  const me = useMe();
  const today = useToday();
  const search = followUpsRoute.useSearch();
  const navigate = followUpsRoute.useNavigate();
  const queries = useQueryClient();
  const query = useQuery(followUpsQuery(me.acting.orgId, search));
  const [closing, setClosing] = useState<FollowUp | null>(null);
  const prepares = me.permissions.includes('meetings.prepare');
  return (
    <>
      <ListPage<FollowUp, 'open'>
        title="决议落实"
        lead="会上交办的事项，没有办结的会列入下一次会的议题。"
        search={search}
        onSearch={(next) => void navigate({ search: next, replace: true })}
        filters={[
          {
            kind: 'own',
            name: 'open',
            label: '范围',
            // Never both at once: what is open comes first, so that is what nothing in the address means.
            control: (value, change, id) => (
              <Select
                id={id}
                value={value === 'no' ? 'no' : 'yes'}
                options={[
                  { value: 'yes', label: '没有办结的' },
                  { value: 'no', label: '已经办结的' },
                ]}
                popupMatchSelectWidth={false}
                onChange={(next: string) => change(next === 'no' ? 'no' : undefined)}
              />
            ),
          },
        ]}
        query={query}
        exportSlot={
          <PaperLinks
            papers={['follow-ups']}
            of={{ orgId: me.acting.orgId, year: String(yearOf(today)) }}
          />
        }
        rowKey={(row) => row.decisionId}
        empty={{ text: '没有要落实的事项' }}
        columns={[
          { key: 'text', title: '事项', card: 'head', render: (row) => row.text },
          {
            key: 'from',
            title: '来自',
            render: (row) => (
              <Link to="/meetings/one" search={{ meetingId: row.meetingId }}>
                {chineseDate(row.decidedOn)}
                {row.kindName}
              </Link>
            ),
          },
          { key: 'item', title: '议题', card: 'none', render: (row) => row.itemTitle },
          {
            key: 'who',
            title: '责任人',
            oneLine: true,
            render: (row) => row.responsible?.name ?? null,
          },
          {
            key: 'due',
            title: '期限',
            oneLine: true,
            render: (row) =>
              row.dueOn === null
                ? null
                : `${chineseDate(row.dueOn)}${row.overdue ? '（已到期）' : ''}`,
          },
          {
            key: 'result',
            title: '结果',
            render: (row) =>
              row.closedOn !== null ? (
                `${chineseDate(row.closedOn)}办结：${row.outcome}`
              ) : prepares ? (
                <ActionButton label="办结" can run={() => setClosing(row)} />
              ) : null,
          },
        ]}
      />
      <FormDrawer<Values, unknown>
        title="办结"
        open={closing !== null}
        onClose={() => setClosing(null)}
        onSaved={() => void renewMeetings(queries)}
        initial={{ closedOn: today }}
        lead={closing?.text}
        saveLabel="办结"
        save={async (values, commandId) => {
          if (closing === null) return;
          await api.meetings.closeFollowUp({
            decisionId: closing.decisionId,
            closedOn: values.closedOn,
            outcome: values.outcome,
            commandId,
          });
        }}
      >
        <Field name="outcome" label="结果" required>
          <Input.TextArea maxLength={1000} autoSize={{ minRows: 3 }} />
        </Field>
        <Field name="closedOn" label="办结日期" required>
          <DateField />
        </Field>
      </FormDrawer>
    </>
  );
}
