import { Button, Input } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import type { OrgId } from '#kernel/ids';
import type { Money } from '#kernel/money';
import { chineseMonth, monthOf, type PlainDate } from '#kernel/plain-date';
import { api, type Answer, type Api } from '../../api.ts';
import { useMe } from '../../app/session.ts';
import { DateField } from '../../patterns/date-field.tsx';
import { Section } from '../../patterns/detail-page.tsx';
import { Field } from '../../patterns/field.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { RowList } from '../../patterns/list-table.tsx';
import { MoneyField } from '../../patterns/money-field.tsx';
import { PersonPicker, type PersonChoice } from '../../patterns/pickers.tsx';
import { DUES, reliefsQuery } from './queries.ts';
import { yuan } from './words.ts';

type Relief = Answer<Api['dues']['reliefs']>['reliefs'][number];

interface Values {
  readonly person: PersonChoice;
  readonly amount: Money;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly studiedOn: PlainDate;
  readonly approvedOn: PlainDate;
  readonly approvedBy: string;
  readonly approvalPaper: string;
  readonly reason: string;
}

/** 减免 of a year: granted with the approval, ended from a month on. */
export function ReliefSection({ orgId, year }: { orgId: OrgId; year: number }): ReactNode {
  const queries = useQueryClient();
  const me = useMe();
  const query = useQuery(reliefsQuery(orgId, year));
  const [granting, setGranting] = useState(false);
  const [ending, setEnding] = useState<Relief | null>(null);
  const renew = (): void => void queries.invalidateQueries({ queryKey: DUES });
  const writes = me.permissions.includes('dues.write');
  const rows = query.data?.reliefs ?? [];
  return (
    <Section
      title="减免"
      note="确有困难的，经支部研究、上一级党委批准，可以少交或免交。"
      actions={writes ? <Button onClick={() => setGranting(true)}>登记减免</Button> : undefined}
    >
      {rows.length === 0 ? (
        <p className="muted">{year}年没有减免。</p>
      ) : (
        <RowList<Relief>
          label="减免"
          rows={rows}
          rowKey={(row) => row.reliefId}
          columns={[
            { key: 'name', title: '姓名', card: 'head', render: (row) => row.name },
            {
              key: 'amount',
              title: '每月交',
              render: (row) => (row.amount === 0 ? '免交' : `${yuan(row.amount)} 元`),
            },
            {
              key: 'months',
              title: '月份',
              render: (row) =>
                `${chineseMonth(row.fromMonth)}至${row.toMonth === null ? '' : chineseMonth(row.toMonth)}`,
            },
            { key: 'reason', title: '原因', render: (row) => row.reason },
            {
              key: 'approval',
              title: '批准',
              render: (row) => `${row.approvedBy} ${row.approvedOn ?? ''} ${row.approvalPaper}`,
            },
            {
              key: 'acts',
              title: '操作',
              render: (row) => (
                <span className="dues-acts">
                  <Link to="/dues/paper" search={{ kind: 'relief', id: row.reliefId }}>
                    审批表
                  </Link>
                  {writes ? (
                    <Button
                      size="small"
                      aria-label={`结束 ${row.name} 的减免`}
                      onClick={() => setEnding(row)}
                    >
                      结束
                    </Button>
                  ) : null}
                </span>
              ),
            },
          ]}
        />
      )}
      <FormDrawer<Values, unknown>
        title="登记减免"
        open={granting}
        onClose={() => setGranting(false)}
        save={(values, commandId) =>
          api.dues.grantRelief({
            personId: values.person.id,
            amount: values.amount,
            fromMonth: monthOf(values.from),
            toMonth: monthOf(values.to),
            studiedOn: values.studiedOn,
            approvedOn: values.approvedOn,
            approvedBy: values.approvedBy,
            approvalPaper: values.approvalPaper,
            reason: values.reason,
            commandId,
          })
        }
        onSaved={renew}
      >
        <Field name="person" label="党员" required>
          <PersonPicker orgId={orgId} />
        </Field>
        <Field name="amount" label="减免后每月交" required rule="免交填 0。">
          <MoneyField />
        </Field>
        <Field
          name="reason"
          label="减免原因"
          required
          rule="照本人申请写，不写病名等隐私细节；会印在审批表上。"
        >
          <Input.TextArea maxLength={200} autoSize={{ minRows: 2 }} />
        </Field>
        <div className="pair">
          <Field name="from" label="自哪个月" required>
            <DateField />
          </Field>
          <Field name="to" label="到哪个月" required>
            <DateField />
          </Field>
        </div>
        <div className="pair">
          <Field name="studiedOn" label="支部研究日期" required>
            <DateField />
          </Field>
          <Field name="approvedOn" label="批准日期" required>
            <DateField />
          </Field>
        </div>
        <Field name="approvedBy" label="批准的党委" required>
          <Input maxLength={60} />
        </Field>
        <Field name="approvalPaper" label="批准文号或审批表" required>
          <Input maxLength={60} />
        </Field>
      </FormDrawer>
      <FormDrawer<{ from: PlainDate; reason: string }, unknown>
        title="结束减免"
        open={ending !== null}
        onClose={() => setEnding(null)}
        lead={`自哪个月起，${ending?.name ?? ''}同志恢复按核定数额交纳。`}
        save={({ from, reason }, commandId) =>
          ending === null
            ? Promise.resolve()
            : api.dues.endRelief({
                personId: ending.personId,
                fromMonth: monthOf(from),
                reason,
                commandId,
              })
        }
        onSaved={renew}
      >
        <Field name="from" label="自哪个月起" required>
          <DateField />
        </Field>
        <Field name="reason" label="原因" required>
          <Input maxLength={200} />
        </Field>
      </FormDrawer>
    </Section>
  );
}
