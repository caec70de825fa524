import { Button, Input, Select } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { chineseDate, type PlainDate } from '#kernel/plain-date';
import { api, type Answer, type Api } from '../../api.ts';
import { useToday } from '../../app/today.ts';
import { DateField } from '../../patterns/date-field.tsx';
import { DetailPage, Section } from '../../patterns/detail-page.tsx';
import { Field } from '../../patterns/field.tsx';
import { FailureNote, FormDrawer } from '../../patterns/form-drawer.tsx';
import { RowList } from '../../patterns/list-table.tsx';
import { useAct } from '../../patterns/use-act.ts';
import { OwnStatusSection } from '../status/person-section.tsx';
import { headFacts } from './file-page.tsx';
import { FileSections } from './file-sections.tsx';
import { ownFileQuery, renewMembers, type MemberFile, type RequestRow } from './queries.ts';
import { REQUEST_STATES } from './words.ts';

type Own = Answer<Api['members']['mine']>;

interface Values {
  readonly field: string;
  readonly value: string;
  readonly trueFrom: PlainDate;
  readonly reason?: string;
}

/** 我的信息: one's own file, and the way to have it corrected. */
export function OwnFilePage(): ReactNode {
  const query = useQuery(ownFileQuery);
  const [asking, setAsking] = useState(false);
  return (
    <>
      <DetailPage<Own>
        name="我的信息"
        query={query}
        show={({ file, requests }) => ({
          title: '我的信息',
          lead: file.name,
          facts: headFacts(file),
          actions: [{ label: '申请更正', can: true, run: () => setAsking(true), primary: true }],
          sections: (
            <>
              <Requests rows={requests} />
              <OwnStatusSection />
              <FileSections file={file} />
            </>
          ),
        })}
      />
      {query.data === undefined ? null : (
        <AskDrawer file={query.data.file} open={asking} onClose={() => setAsking(false)} />
      )}
    </>
  );
}

function Requests({ rows }: { rows: readonly RequestRow[] }): ReactNode {
  const queries = useQueryClient();
  const withdraw = useAct({
    save: (row: RequestRow, commandId) =>
      api.members.withdrawRequest({
        requestId: row.requestId,
        basedOn: row.version,
        commandId,
      }),
    onSaved: () => renewMembers(queries),
    savedWords: '已撤回',
  });
  if (rows.length === 0) return null;
  return (
    <Section title="我的更正申请">
      <FailureNote failure={withdraw.failure} />
      <RowList
        label="我的更正申请"
        rows={rows}
        rowKey={(row) => row.requestId}
        columns={[
          { key: 'label', title: '项目', card: 'head', render: (row) => row.label },
          {
            key: 'state',
            title: '状态',
            card: 'mark',
            render: (row) => REQUEST_STATES[row.state],
          },
          { key: 'next', title: '申请改为', render: (row) => row.next },
          { key: 'from', title: '从哪天起', render: (row) => chineseDate(row.trueFrom) },
          {
            key: 'answer',
            title: '答复',
            render: (row) =>
              row.state === 'open' ? (
                <Button loading={withdraw.busy} onClick={() => withdraw.run(row)}>
                  撤回
                </Button>
              ) : (
                row.answer
              ),
          },
        ]}
      />
    </Section>
  );
}

function AskDrawer({
  file,
  open,
  onClose,
}: {
  file: MemberFile;
  open: boolean;
  onClose: () => void;
}): ReactNode {
  const today = useToday();
  const queries = useQueryClient();
  const fields = [
    ...file.fields.map((one) => ({ value: one.field, label: one.label })),
    { value: 'phone', label: '手机号码' },
    { value: 'idNumber', label: '公民身份号码' },
  ];
  return (
    <FormDrawer<Values, unknown>
      title="申请更正"
      open={open}
      onClose={onClose}
      onSaved={() => renewMembers(queries)}
      initial={{ trueFrom: today }}
      lead="书记核对后采纳；不采纳的会写明原因。"
      saveLabel="提交申请"
      savedWords="已提交，等书记核对"
      save={({ reason, ...values }, commandId) =>
        api.members.askCorrection({ ...values, reason: reason ?? '', commandId })
      }
    >
      <Field name="field" label="哪一项" required>
        <Select showSearch={{ optionFilterProp: 'label' }} options={fields} />
      </Field>
      <Field name="value" label="应该是" required>
        <Input maxLength={200} />
      </Field>
      <Field name="trueFrom" label="从哪天起" required>
        <DateField />
      </Field>
      <Field name="reason" label="说明">
        <Input maxLength={200} />
      </Field>
    </FormDrawer>
  );
}
