import { Button, Select } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { MID_YEAR_EVENTS, PAY_CHANGES, PAYER_KINDS } from '#contract/dues';
import type { OrgId } from '#kernel/ids';
import type { Money } from '#kernel/money';
import { chineseMonth, monthOf, type PlainDate } from '#kernel/plain-date';
import { api, type Answer, type Api } from '../../api.ts';
import { useMe } from '../../app/session.ts';
import { useToday } from '../../app/today.ts';
import { DateField } from '../../patterns/date-field.tsx';
import { Section } from '../../patterns/detail-page.tsx';
import { Field } from '../../patterns/field.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { RowList } from '../../patterns/list-table.tsx';
import { MoneyField } from '../../patterns/money-field.tsx';
import { PersonPicker, type PersonChoice } from '../../patterns/pickers.tsx';
import { CancelDrawer, type Cancelling } from './cancel-drawer.tsx';
import { DUES, supplementsQuery } from './queries.ts';
import { yuan } from './words.ts';

type Supplement = Answer<Api['dues']['supplements']>['supplements'][number];

interface Values {
  readonly person: PersonChoice;
  readonly payerKind: keyof typeof PAYER_KINDS;
  readonly base?: Money | null;
  readonly from: PlainDate;
  readonly decidedOn: PlainDate;
  readonly event?: keyof typeof MID_YEAR_EVENTS;
}

/** 年中变动与补缴: what a change of pay does follows what the committee fixed. */
export function SupplementSection({
  orgId,
  year,
  payChange,
}: {
  orgId: OrgId;
  year: number;
  payChange: keyof typeof PAY_CHANGES;
}): ReactNode {
  const queries = useQueryClient();
  const me = useMe();
  const today = useToday();
  const query = useQuery(supplementsQuery(orgId, year));
  const [changing, setChanging] = useState(false);
  const [cancelling, setCancelling] = useState<Cancelling | null>(null);
  const rows = query.data?.supplements ?? [];
  return (
    <Section
      title="年中变动与补缴"
      note={`收入变动：${PAY_CHANGES[payChange]}。接收、转入、退休、失业、入职的，自当月起按新数额。`}
      actions={
        me.permissions.includes('dues.base') ? (
          <Button onClick={() => setChanging(true)}>登记变动</Button>
        ) : undefined
      }
    >
      {rows.length === 0 ? (
        <p className="muted">{year}年没有补缴差额。</p>
      ) : (
        <RowList<Supplement>
          label="补缴差额"
          rows={rows}
          rowKey={(row) => row.supplementId}
          columns={[
            { key: 'name', title: '姓名', card: 'head', render: (row) => row.name },
            {
              key: 'month',
              title: '补哪个月',
              render: (row) => chineseMonth(row.month),
            },
            { key: 'amount', title: '差额（元）', number: true, render: (row) => yuan(row.amount) },
            { key: 'reason', title: '原因', render: (row) => row.reason },
            { key: 'on', title: '决定日期', oneLine: true, render: (row) => row.decidedOn },
            {
              key: 'act',
              title: '操作',
              render: (row) => (
                <Button
                  size="small"
                  aria-label={`作废 ${row.name} ${row.month} 的补缴`}
                  onClick={() =>
                    setCancelling({
                      what: `${row.name}同志${row.month}的补缴${yuan(row.amount)}元`,
                      run: (reason, commandId) =>
                        api.dues.cancelEntry({
                          kind: 'supplement',
                          entryId: row.supplementId,
                          reason,
                          commandId,
                        }),
                    })
                  }
                >
                  作废
                </Button>
              ),
            },
          ]}
        />
      )}
      <FormDrawer<Values, { newBaseFrom: string; supplements: number }>
        title="登记年中变动"
        open={changing}
        onClose={() => setChanging(false)}
        initial={{ payerKind: 'wage', decidedOn: today }}
        lead={`没有选择事由的按工资变动办理：${PAY_CHANGES[payChange]}。已收的党费不变。`}
        save={({ person, payerKind, base, from, decidedOn, event }, commandId) =>
          api.dues.changePay({
            personId: person.id,
            payerKind,
            base: base ?? null,
            fromMonth: monthOf(from),
            decidedOn,
            event: event ?? null,
            commandId,
          })
        }
        onSaved={() => void queries.invalidateQueries({ queryKey: DUES })}
      >
        <Field name="person" label="党员" required>
          <PersonPicker orgId={orgId} />
        </Field>
        <Field name="event" label="事由">
          <Select
            allowClear
            placeholder="工资变动"
            options={Object.entries(MID_YEAR_EVENTS).map(([value, label]) => ({ value, label }))}
          />
        </Field>
        <Field name="payerKind" label="类别" required>
          <Select
            options={Object.entries(PAYER_KINDS).map(([value, label]) => ({ value, label }))}
          />
        </Field>
        <Field name="base" label="新的计算基数" rule="按固定数额交纳的不填。">
          <MoneyField />
        </Field>
        <div className="pair">
          <Field name="from" label="自哪个月起" required>
            <DateField />
          </Field>
          <Field name="decidedOn" label="决定日期" required>
            <DateField />
          </Field>
        </div>
      </FormDrawer>
      <CancelDrawer cancelling={cancelling} onClose={() => setCancelling(null)} />
    </Section>
  );
}
