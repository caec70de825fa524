import { Input, Select } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode } from 'react';
import { USE_PURPOSES } from '#contract/dues';
import type { OrgId } from '#kernel/ids';
import type { Money } from '#kernel/money';
import { monthOf, yearOf, type PlainDate } from '#kernel/plain-date';
import { api } from '../../api.ts';
import { useToday } from '../../app/today.ts';
import { DateField } from '../../patterns/date-field.tsx';
import { Field } from '../../patterns/field.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { MoneyField } from '../../patterns/money-field.tsx';
import { DUES } from './queries.ts';
import './dues.css';

export type MeansDrawer = 'use' | 'allotment' | 'publish' | null;

interface UseValues {
  readonly usedOn: PlainDate;
  readonly amount: Money;
  readonly purpose: keyof typeof USE_PURPOSES;
  readonly what: string;
  readonly decidedOn: PlainDate;
  readonly decidedBy: string;
  readonly voucher?: string;
}
interface AllotmentValues {
  readonly receivedOn: PlainDate;
  readonly amount: Money;
  readonly receivedFrom: string;
  readonly voucher?: string;
}
interface PublishValues {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly publishedOn: PlainDate;
  readonly place: string;
}

/** The three writes of the page. */
export function MeansDrawers({
  orgId,
  drawer,
  onClose,
}: {
  orgId: OrgId;
  drawer: MeansDrawer;
  onClose: () => void;
}): ReactNode {
  const queries = useQueryClient();
  const today = useToday();
  const renew = (): void => void queries.invalidateQueries({ queryKey: DUES });
  return (
    <>
      <FormDrawer<UseValues, unknown>
        title="登记使用"
        open={drawer === 'use'}
        onClose={onClose}
        initial={{ usedOn: today, decidedOn: today, decidedBy: '支部委员会' }}
        save={(values, commandId) =>
          api.dues.recordUse({ orgId, ...values, voucher: values.voucher ?? '', commandId })
        }
        onSaved={renew}
      >
        <Field name="what" label="内容" required>
          <Input maxLength={120} placeholder="如 购买党员学习读本20册" />
        </Field>
        <Field name="purpose" label="用途" required>
          <Select
            options={Object.entries(USE_PURPOSES).map(([value, label]) => ({ value, label }))}
          />
        </Field>
        <Field name="amount" label="金额" required>
          <MoneyField />
        </Field>
        <Field name="usedOn" label="使用日期" required>
          <DateField />
        </Field>
        <div className="pair">
          <Field name="decidedOn" label="研究决定日期" required>
            <DateField />
          </Field>
          <Field name="decidedBy" label="由谁研究决定" required>
            <Input maxLength={60} />
          </Field>
        </div>
        <Field name="voucher" label="凭证号">
          <Input maxLength={60} />
        </Field>
      </FormDrawer>
      <FormDrawer<AllotmentValues, unknown>
        title="登记下拨、返还"
        open={drawer === 'allotment'}
        onClose={onClose}
        initial={{ receivedOn: today }}
        save={(values, commandId) =>
          api.dues.recordAllotment({ orgId, ...values, voucher: values.voucher ?? '', commandId })
        }
        onSaved={renew}
      >
        <Field name="receivedFrom" label="来源" required>
          <Input maxLength={60} placeholder="如 县委组织部返还" />
        </Field>
        <Field name="amount" label="金额" required>
          <MoneyField />
        </Field>
        <Field name="receivedOn" label="收到日期" required>
          <DateField />
        </Field>
        <Field name="voucher" label="凭证号">
          <Input maxLength={60} />
        </Field>
      </FormDrawer>
      <FormDrawer<PublishValues, unknown>
        title="公示收缴使用情况"
        open={drawer === 'publish'}
        onClose={onClose}
        initial={{
          from: `${yearOf(today)}-01-01` as PlainDate,
          to: today,
          publishedOn: today,
          place: '支部公开栏',
        }}
        lead="按现在的账目固定下来；公布应交、实交和使用，不公布基数。"
        saveLabel="公示"
        savedWords="已保存，可以打印公示表"
        save={({ from, to, publishedOn, place }, commandId) =>
          api.dues.publish({
            orgId,
            fromMonth: monthOf(from),
            toMonth: monthOf(to),
            publishedOn,
            place,
            commandId,
          })
        }
        onSaved={renew}
      >
        <div className="pair">
          <Field name="from" label="自哪个月" required>
            <DateField />
          </Field>
          <Field name="to" label="到哪个月" required>
            <DateField />
          </Field>
        </div>
        <Field name="publishedOn" label="公示日期" required>
          <DateField />
        </Field>
        <Field name="place" label="公示地点" required>
          <Input maxLength={60} />
        </Field>
      </FormDrawer>
    </>
  );
}
