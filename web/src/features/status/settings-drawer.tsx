import { InputNumber, Skeleton } from 'antd';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { OrgId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import { api } from '../../api.ts';
import { useToday } from '../../app/today.ts';
import { DateField } from '../../patterns/date-field.tsx';
import { Field } from '../../patterns/field.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { refusalLine } from '../../patterns/refusal.tsx';
import { settingsQuery, type Settings } from './queries.ts';

type Values = Omit<Settings, 'can'> & { readonly from: PlainDate };

const FIELDS = [
  { name: 'correctMonths', label: '限期改正一般', suffix: '个月', max: 12 },
  { name: 'rejoinYears', label: '被劝退、除名后不能重新入党', suffix: '年', max: 20 },
  { name: 'warningMonths', label: '警告影响期', suffix: '个月', max: 60 },
  { name: 'seriousMonths', label: '严重警告影响期', suffix: '个月', max: 60 },
  { name: 'removalMonths', label: '撤销党内职务影响期', suffix: '个月', max: 60 },
  { name: 'probationMonths', label: '留党察看一般', suffix: '个月', max: 60 },
] as const;

/** 期限规定: what the text read here does not fix, as the committee fixes it for those below. */
export function SettingsDrawer({
  orgId,
  onClose,
  onSaved,
}: {
  orgId: OrgId;
  onClose: () => void;
  onSaved: () => void;
}): ReactNode {
  const today = useToday();
  const query = useQuery(settingsQuery(orgId));
  if (query.data === undefined) return <Skeleton active={false} aria-label="正在读取" />;
  const { can, ...held } = query.data;
  const set = can['set'] ?? { code: 'common.not_allowed', params: {} };
  return (
    <FormDrawer<Values, unknown>
      title="期限规定"
      open
      onClose={onClose}
      lead={
        set === true
          ? '按上级规定填写，对本级和以下各党支部有效；办理时按这些期限提出日期，仍可以修改。'
          : `现行的期限如下。${refusalLine(set)}`
      }
      initial={{ ...held, from: today }}
      save={(values, commandId) => api.status.setSettings({ orgId, ...values, commandId })}
      onSaved={onSaved}
    >
      <Field name="from" label="自哪一天起" required>
        <DateField />
      </Field>
      {FIELDS.map((one) => (
        <Field key={one.name} name={one.name} label={one.label} required basis="按上级规定">
          <InputNumber
            min={one.name === 'rejoinYears' ? 0 : 1}
            max={one.max}
            precision={0}
            controls={false}
            suffix={one.suffix}
          />
        </Field>
      ))}
    </FormDrawer>
  );
}
