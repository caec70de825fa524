import { Button, Empty, Input, Select, Skeleton } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { HARDSHIPS } from '#contract/members';
import { chineseDate, type PlainDate } from '#kernel/plain-date';
import { api, type Answer, type Api } from '../../api.ts';
import { Fault } from '../../app/fault.tsx';
import { useToday } from '../../app/today.ts';
import { DateField } from '../../patterns/date-field.tsx';
import { Field } from '../../patterns/field.tsx';
import { FailureNote, FormDrawer } from '../../patterns/form-drawer.tsx';
import { RowList } from '../../patterns/list-table.tsx';
import { Page } from '../../patterns/page.tsx';
import { PersonPicker, type PersonChoice } from '../../patterns/pickers.tsx';
import { useAct } from '../../patterns/use-act.ts';
import { PeopleField } from './people-field.tsx';
import { renewMembers } from './queries.ts';

type Row = Answer<Api['members']['hardships']>['people'][number];

interface Values {
  readonly person: PersonChoice;
  readonly kind: keyof typeof HARDSHIPS;
  readonly situation: string;
  readonly help?: string;
  readonly from: PlainDate;
  readonly readers?: readonly PersonChoice[];
}

/** 困难、老党员台账: seen by the named comrades only. */
export function HardshipsPage(): ReactNode {
  const today = useToday();
  const queries = useQueryClient();
  const [adding, setAdding] = useState(false);
  const query = useQuery({
    queryKey: ['members', 'hardships'],
    queryFn: () => api.members.hardships({}),
  });
  const end = useAct({
    save: (row: Row, commandId) =>
      api.members.endHardship({ hardshipId: row.hardshipId, on: today, commandId }),
    onSaved: () => renewMembers(queries),
    savedWords: '已结束',
  });
  const add = (
    <Button type="primary" onClick={() => setAdding(true)}>
      登记
    </Button>
  );
  return (
    <Page
      title="困难、老党员台账"
      lead="只有登记的人和指定的同志能看到；不进入导出、统计和公示。"
      actions={add}
    >
      {query.error === null ? null : (
        <Fault error={query.error} retry={() => void query.refetch()} />
      )}
      {query.isPending ? <Skeleton active={false} aria-label="正在读取" /> : null}
      <FailureNote failure={end.failure} />
      {query.data?.people.length === 0 ? (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="没有您能看到的登记" />
      ) : null}
      {query.data === undefined || query.data.people.length === 0 ? null : (
        <RowList
          label="困难、老党员台账"
          rows={query.data.people}
          rowKey={(row) => row.hardshipId}
          columns={[
            { key: 'name', title: '姓名', card: 'head', render: (row) => row.name },
            { key: 'kind', title: '类别', card: 'mark', render: (row) => HARDSHIPS[row.kind] },
            { key: 'situation', title: '情况', render: (row) => row.situation },
            { key: 'help', title: '帮扶', render: (row) => row.help },
            {
              key: 'span',
              title: '起止',
              render: (row) =>
                `${chineseDate(row.from)}—${row.to === null ? '现在' : chineseDate(row.to)}`,
            },
            {
              key: 'readers',
              title: '谁能看到',
              render: (row) => row.readers.map((reader) => reader.name).join('、'),
            },
            {
              key: 'end',
              title: '办理',
              render: (row) =>
                row.to === null && row.from < today ? (
                  <Button loading={end.busy} onClick={() => end.run(row)}>
                    结束
                  </Button>
                ) : null,
            },
          ]}
        />
      )}
      <FormDrawer<Values, unknown>
        title="登记困难、老党员"
        open={adding}
        onClose={() => setAdding(false)}
        onSaved={() => renewMembers(queries)}
        initial={{ kind: 'hardship', from: today }}
        save={({ person, readers, help, ...values }, commandId) =>
          api.members.recordHardship({
            ...values,
            help: help ?? '',
            personId: person.id,
            readers: (readers ?? []).map((one) => one.id),
            commandId,
          })
        }
      >
        <Field name="person" label="同志" required>
          <PersonPicker />
        </Field>
        <Field name="kind" label="类别" required>
          <Select options={Object.entries(HARDSHIPS).map(([value, label]) => ({ value, label }))} />
        </Field>
        <Field name="situation" label="情况" required rule="只写帮扶需要的，不写病情细节。">
          <Input maxLength={500} />
        </Field>
        <Field name="help" label="帮扶">
          <Input maxLength={500} />
        </Field>
        <Field name="from" label="从哪天起" required>
          <DateField />
        </Field>
        <Field
          name="readers"
          label="还有谁能看到"
          rule="只选经手帮扶的同志，最多10人；登记的人总能看到。"
        >
          <PeopleField most={10} />
        </Field>
      </FormDrawer>
    </Page>
  );
}
