import { Button, Form, Input } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { chineseDate, type PlainDate } from '#kernel/plain-date';
import { api } from '../../api.ts';
import { useMe } from '../../app/session.ts';
import { useToday } from '../../app/today.ts';
import { DateField } from '../../patterns/date-field.tsx';
import { DetailPage, Section } from '../../patterns/detail-page.tsx';
import { Field } from '../../patterns/field.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { RowList } from '../../patterns/list-table.tsx';
import './organisations.css';
import { PaperDrawer, type Paper } from './paper-drawer.tsx';
import { handoversQuery, renewOrganisations, type Handovers } from './queries.ts';
import { handoverRoute } from './routes.ts';

type Row = Handovers['handovers'][number];

/** 书记交接: what is handed over, signed by both, kept as it was on the day. */
export function HandoverPage(): ReactNode {
  const me = useMe();
  const { orgId = me.acting.orgId } = handoverRoute.useSearch();
  const query = useQuery(handoversQuery(orgId));
  const [open, setOpen] = useState(false);
  const [paper, setPaper] = useState<Paper | null>(null);
  const show = (row: Row): void =>
    setPaper({
      kind: 'handover',
      title: '交接清单',
      params: { handoverId: row.handoverId },
      formats: ['docx'],
    });
  return (
    <>
      <DetailPage<Handovers>
        name="书记交接"
        query={query}
        show={(data) => ({
          title: '书记交接',
          lead: '花名册、班子、文件由记录填好，其余事项写上再打印，移交人、接收人、监交人签字。',
          actions: [{ label: '登记交接', can: true, run: () => setOpen(true), primary: true }],
          sections: (
            <>
              <Section title="交接记录">
                {data.handovers.length === 0 ? (
                  <p className="muted">还没有交接记录。</p>
                ) : (
                  <RowList<Row>
                    label="交接记录"
                    rows={data.handovers}
                    rowKey={(row) => row.handoverId}
                    openRow={show}
                    columns={[
                      {
                        key: 'who',
                        title: '移交',
                        card: 'head',
                        render: (row) => `${row.fromName} 移交 ${row.toName}`,
                      },
                      {
                        key: 'on',
                        title: '日期',
                        oneLine: true,
                        render: (row) => chineseDate(row.handedOn),
                      },
                      { key: 'witness', title: '监交人', render: (row) => row.witness || null },
                      {
                        key: 'items',
                        title: '事项',
                        number: true,
                        render: (row) => row.items.length,
                      },
                    ]}
                  />
                )}
              </Section>
              <Section title="现在可以填好的内容">
                <dl className="handed">
                  {data.proposed.map((item) => (
                    <div key={item.title}>
                      <dt>{item.title}</dt>
                      <dd>{item.lines.length === 0 ? '（手写）' : item.lines.join('；')}</dd>
                    </div>
                  ))}
                </dl>
              </Section>
            </>
          ),
        })}
      />
      {open && query.data !== undefined ? (
        <HandoverDrawer orgId={orgId} data={query.data} onClose={() => setOpen(false)} />
      ) : null}
      <PaperDrawer paper={paper} onClose={() => setPaper(null)} />
    </>
  );
}

interface Values {
  readonly fromName: string;
  readonly toName: string;
  readonly witness?: string;
  readonly handedOn: PlainDate;
  readonly items: readonly { readonly title?: string; readonly text?: string }[];
  readonly note?: string;
}

function HandoverDrawer({
  orgId,
  data,
  onClose,
}: {
  orgId: string;
  data: Handovers;
  onClose: () => void;
}): ReactNode {
  const today = useToday();
  const queries = useQueryClient();
  return (
    <FormDrawer<Values, unknown>
      title="登记书记交接"
      open
      onClose={onClose}
      onSaved={() => renewOrganisations(queries)}
      width={760}
      initial={{
        fromName: data.fromName,
        toName: data.toName,
        handedOn: today,
        items: data.proposed.map((item) => ({ title: item.title, text: item.lines.join('\n') })),
      }}
      lead="每项一行写一条；空着的事项在打印的清单上留空手写。"
      save={(values, commandId) =>
        api.organisations.recordHandover({
          orgId,
          fromName: values.fromName,
          toName: values.toName,
          witness: values.witness ?? '',
          handedOn: values.handedOn,
          items: values.items.flatMap(({ title = '', text = '' }) =>
            title.trim() === ''
              ? []
              : [{ title, lines: text.split('\n').filter((line) => line.trim() !== '') }],
          ),
          note: values.note ?? '',
          commandId,
        })
      }
    >
      <div className="pair">
        <Field name="fromName" label="移交人" required>
          <Input maxLength={40} />
        </Field>
        <Field name="toName" label="接收人" required>
          <Input maxLength={40} />
        </Field>
        <Field name="witness" label="监交人">
          <Input maxLength={40} />
        </Field>
        <Field name="handedOn" label="交接日期" required>
          <DateField />
        </Field>
      </div>
      <Form.List name="items">
        {(fields, { add }) => (
          <>
            {fields.map((field, index) => (
              <div key={field.key} className="elect-row">
                <Field name={[field.name, 'title']} label={`事项${index + 1}`}>
                  <Input maxLength={60} />
                </Field>
                <Field name={[field.name, 'text']} label="内容">
                  <Input.TextArea autoSize={{ minRows: 1, maxRows: 8 }} maxLength={8000} />
                </Field>
              </div>
            ))}
            <Form.Item>
              <Button onClick={() => add({})}>再加一项</Button>
            </Form.Item>
          </>
        )}
      </Form.List>
      <Field name="note" label="备注">
        <Input maxLength={200} />
      </Field>
    </FormDrawer>
  );
}
