import { Checkbox, InputNumber } from 'antd';
import type { ReactNode } from 'react';
import type { OrgId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import { api } from '../../api.ts';
import { useToday } from '../../app/today.ts';
import { DateField } from '../../patterns/date-field.tsx';
import { Field } from '../../patterns/field.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import type { Settings } from './queries.ts';

interface SettingsDrawerProps {
  readonly open: boolean;
  readonly orgId: OrgId;
  readonly settings: Settings;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

type Values = Omit<Settings, 'can'> & { readonly from: PlainDate };

const DEV = '《中国共产党发展党员工作细则》';

/** 口径: what the committee fixes where the central text leaves room; never below it. */
export function SettingsDrawer({
  open,
  orgId,
  settings,
  onClose,
  onSaved,
}: SettingsDrawerProps): ReactNode {
  const today = useToday();
  const { can: _, ...held } = settings;
  return (
    <FormDrawer<Values, unknown>
      title="发展党员的口径"
      open={open}
      onClose={onClose}
      lead="对本级和以下各党支部有效；以前办的步骤仍按当时的口径。只能严于、不能宽于中央规定。"
      initial={{ ...held, from: today }}
      save={(values, commandId) => api.admissions.setSettings({ orgId, ...values, commandId })}
      onSaved={onSaved}
    >
      <Field name="from" label="自哪一天起" required>
        <DateField />
      </Field>
      <Field name="countyCheck" label="县级复核" valueProp="checked">
        <Checkbox>预审后由县级党委组织部门复核</Checkbox>
      </Field>
      <Field
        name="observeMonths"
        label="考察间隔"
        required
        rule="每半年考察一次。"
        basis={`${DEV}第11条`}
      >
        <InputNumber min={1} max={12} precision={0} controls={false} suffix="个月" />
      </Field>
      <Field
        name="noticeWorkdays"
        label="公示时间"
        required
        rule="不少于5个工作日。"
        basis={`${DEV}第13条`}
      >
        <InputNumber min={5} max={30} precision={0} controls={false} suffix="个工作日" />
      </Field>
      <Field
        name="trainingHours"
        label="培训学时"
        required
        rule="集中培训不少于3天或者24学时。"
        basis={`${DEV}第17条`}
      >
        <InputNumber min={24} max={200} precision={0} controls={false} suffix="学时" />
      </Field>
      <Field
        name="approves"
        label="审批权限"
        valueProp="checked"
        rule="乡镇、街道党委下设的党委和临时党组织等不能审批预备党员。"
        basis={`${DEV}第22条`}
      >
        <Checkbox>本级有审批预备党员的权限</Checkbox>
      </Field>
    </FormDrawer>
  );
}
