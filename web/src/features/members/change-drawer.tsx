import { Checkbox, Input, InputNumber, Radio, Select } from 'antd';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement, ReactNode } from 'react';
import { SEXES } from '#contract/members';
import type { PlainDate } from '#kernel/plain-date';
import { api } from '../../api.ts';
import { useToday } from '../../app/today.ts';
import { DateField } from '../../patterns/date-field.tsx';
import { Field } from '../../patterns/field.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import type { FileDrawerProps } from './file-acts.tsx';
import { changesOf, DAY_FIELDS, FLAG_FIELDS, NUMBER_FIELDS, type FormValues } from './changes.ts';
import { LooseDayField } from './loose-day-field.tsx';
import { codesQuery, type MemberField } from './queries.ts';

interface Values extends FormValues {
  readonly from?: PlainDate;
  readonly reason?: string;
}

type Table = 'ethnic' | 'education' | 'degree' | 'work';
const TABLES: Readonly<Record<string, Table>> = {
  ethnic: 'ethnic',
  education: 'education',
  degree: 'degree',
  work: 'work',
};

/** The control that fits a field of the file. */
export function FieldControl({
  field,
  ...rest
}: {
  field: string;
  id?: string;
  value?: never;
  onChange?: () => void;
}): ReactElement {
  const codes = useQuery(codesQuery).data;
  const table = TABLES[field];
  if (field === 'sex')
    return (
      <Radio.Group
        {...rest}
        options={Object.entries(SEXES).map(([value, label]) => ({ value, label }))}
      />
    );
  if (table !== undefined)
    return (
      <Select
        {...rest}
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        options={(codes?.[table] ?? []).map(({ key, name }) => ({ value: key, label: name }))}
      />
    );
  if (DAY_FIELDS.has(field)) return <LooseDayField {...rest} />;
  if (NUMBER_FIELDS.has(field)) return <InputNumber {...rest} precision={0} />;
  return <Input {...rest} maxLength={200} />;
}

function OneField({ field }: { field: MemberField }): ReactNode {
  if (FLAG_FIELDS.has(field.field))
    return (
      <Field name={field.field} label={field.label} valueProp="checked">
        <Checkbox>是</Checkbox>
      </Field>
    );
  return (
    <Field name={field.field} label={field.label}>
      <FieldControl field={field.field} />
    </Field>
  );
}

const LEADS = {
  change: '情况有了变化：从某一天起是新的内容，以前的内容保留。原来就写错了的，请用“更正”。',
  correct: '原来就写错了：从建档那天起改过来，错的内容留在变更记录里，并写明原因。',
} as const;

/** 变更 and 更正: the same form, one dated, one with its reason. Only what differs is sent. */
export function ChangeDrawer({
  file,
  kind,
  open,
  onClose,
  onSaved,
}: FileDrawerProps & { kind: 'change' | 'correct' }): ReactNode {
  const today = useToday();
  const initial: Values = {
    ...Object.fromEntries(file.fields.map((one) => [one.field, one.value])),
    ...(kind === 'change' ? { from: today } : {}),
  };
  return (
    <FormDrawer<Values, unknown>
      title={kind === 'change' ? `变更：${file.name}` : `更正：${file.name}`}
      open={open}
      onClose={onClose}
      onSaved={onSaved}
      initial={initial}
      lead={LEADS[kind]}
      save={({ from, reason, ...values }, commandId) => {
        const shared = {
          personId: file.personId,
          basedOn: file.basedOn,
          changes: changesOf(file.fields, values),
          commandId,
        };
        return kind === 'change'
          ? api.members.change({ ...shared, from: from ?? today, reason: reason ?? '' })
          : api.members.correct({ ...shared, reason: reason ?? '' });
      }}
    >
      {kind === 'change' ? (
        <Field name="from" label="从哪天起" required>
          <DateField />
        </Field>
      ) : (
        <Field name="reason" label="更正的原因" required rule="如：与人事档案核对。">
          <Input maxLength={200} />
        </Field>
      )}
      <div className="pair">
        {file.fields.map((one) => (
          <OneField key={one.field} field={one} />
        ))}
      </div>
    </FormDrawer>
  );
}
