import { InputNumber, Select } from 'antd';
import type { ReactNode } from 'react';
import { WEEKDAYS, type PlainDate } from '#kernel/plain-date';
import { api, type Answer, type Api } from '../../api.ts';
import { useMe } from '../../app/session.ts';
import { useToday } from '../../app/today.ts';
import { DateField } from '../../patterns/date-field.tsx';
import { Field } from '../../patterns/field.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';

type Kinds = Answer<Api['meetings']['kinds']>;
type Week = NonNullable<Kinds['activityDay']>['week'];

interface Values {
  readonly week?: Week | null;
  readonly weekday?: number | null;
  readonly lateAfterDays: number;
  readonly keeps: string[];
  readonly from: PlainDate;
}

const WEEKS: readonly { readonly value: Week; readonly label: string }[] = [
  { value: 1, label: '第一个' },
  { value: 2, label: '第二个' },
  { value: 3, label: '第三个' },
  { value: 4, label: '第四个' },
  { value: 'last', label: '最后一个' },
];

interface SettingsDrawerProps {
  readonly open: boolean;
  readonly kinds: Kinds;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

/** Activity day, days after which an entry is 补录, local kinds that are kept here. */
export function SettingsDrawer({ open, kinds, onClose, onSaved }: SettingsDrawerProps): ReactNode {
  const me = useMe();
  const today = useToday();
  const local = kinds.kinds.filter(
    (kind) => kind.builtIn && (!kind.duty || kinds.keeps.includes(kind.kind)),
  );
  return (
    <FormDrawer<Values, unknown>
      title="活动日与补录天数"
      open={open}
      onClose={onClose}
      onSaved={onSaved}
      lead="对本级和下级组织都有效；下级可以另定自己的。"
      initial={{
        week: kinds.activityDay?.week ?? null,
        weekday: kinds.activityDay?.weekday ?? null,
        lateAfterDays: kinds.lateAfterDays,
        keeps: [...kinds.keeps],
        from: today,
      }}
      save={({ week, weekday, ...values }, commandId) =>
        api.meetings.setSettings({
          orgId: me.acting.orgId,
          activityDay:
            week === null || week === undefined || weekday === null || weekday === undefined
              ? null
              : { week, weekday },
          lateAfterDays: values.lateAfterDays,
          keeps: values.keeps,
          from: values.from,
          commandId,
        })
      }
    >
      <div className="pair">
        <Field name="week" label="每月第几个" rule="不选为不固定。">
          <Select allowClear placeholder="不固定" options={[...WEEKS]} />
        </Field>
        <Field name="weekday" label="星期几">
          <Select
            allowClear
            placeholder="不固定"
            options={WEEKDAYS.map((name, index) => ({ value: index + 1, label: `星期${name}` }))}
          />
        </Field>
      </div>
      <Field name="lateAfterDays" label="会后多少天起录入的标注补录" required>
        <InputNumber min={1} max={180} />
      </Field>
      <Field name="keeps" label="本地坚持召开的会" rule="选上的列入年度计划和到期事项。">
        <Select
          mode="multiple"
          optionFilterProp="label"
          options={local.map((kind) => ({ value: kind.kind, label: kind.name }))}
        />
      </Field>
      <Field name="from" label="从哪天起" required>
        <DateField />
      </Field>
    </FormDrawer>
  );
}
