import { Input, Radio } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { CYCLES } from '#contract/dues';
import type { OrgId } from '#kernel/ids';
import { firstDayOf, monthOf, yearOf, type PlainDate } from '#kernel/plain-date';
import { api } from '../../api.ts';
import { useToday } from '../../app/today.ts';
import { DateField } from '../../patterns/date-field.tsx';
import { Field } from '../../patterns/field.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { DUES } from './queries.ts';

interface Values {
  readonly cycle: keyof typeof CYCLES;
  readonly basis?: string;
  readonly from: PlainDate;
}

/** 收缴周期: monthly as a rule; otherwise with the ground it rests on. */
export function CycleDrawer({
  open,
  orgId,
  onClose,
}: {
  open: boolean;
  orgId: OrgId;
  onClose: () => void;
}): ReactNode {
  const queries = useQueryClient();
  const today = useToday();
  return (
    <FormDrawer<Values, unknown>
      title="收缴周期"
      open={open}
      onClose={onClose}
      initial={{ cycle: 'month', from: `${yearOf(today)}-01-01` as PlainDate }}
      save={({ cycle, basis, from }, commandId) =>
        api.dues.setCycle({
          orgId,
          cycle,
          basis: basis ?? '',
          fromMonth: monthOf(firstDayOf(monthOf(from))),
          commandId,
        })
      }
      onSaved={() => void queries.invalidateQueries({ queryKey: DUES })}
    >
      <Field
        name="cycle"
        label="周期"
        rule="党员应按月交纳；特殊情况经支部同意可以按季度交纳。比季度长的请写明依据。"
        basis="《关于中国共产党党费收缴、使用和管理的规定》第12条"
      >
        <Radio.Group options={Object.entries(CYCLES).map(([value, label]) => ({ value, label }))} />
      </Field>
      <Field name="basis" label="依据">
        <Input maxLength={200} placeholder="如 2026年1月支部党员大会同意" />
      </Field>
      <Field name="from" label="自哪个月起" required rule="应从一个周期的第一个月开始。">
        <DateField />
      </Field>
    </FormDrawer>
  );
}
