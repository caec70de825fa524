import { Input, Radio, Select } from 'antd';
import type { ReactNode } from 'react';
import { LOST_CAUSES, SEARCH_RESULTS, SEARCH_WAYS } from '#contract/status';
import { chineseDate, type PlainDate } from '#kernel/plain-date';
import { api } from '../../api.ts';
import { useMe } from '../../app/session.ts';
import { useToday } from '../../app/today.ts';
import { DateField } from '../../patterns/date-field.tsx';
import { Field } from '../../patterns/field.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { PersonPicker, type PersonChoice } from '../../patterns/pickers.tsx';
import type { LostRow } from './queries.ts';
import { choices } from './words.ts';

interface DrawerProps {
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

interface LostValues {
  readonly person: PersonChoice;
  readonly since: PlainDate;
  readonly cause: number;
  readonly on: PlainDate;
}

/** 登记失联: since the last attendance or payment. */
export function LostDrawer({
  person,
  lastContact,
  onClose,
  onSaved,
}: DrawerProps & { person?: PersonChoice; lastContact?: PlainDate | null }): ReactNode {
  const me = useMe();
  const today = useToday();
  return (
    <FormDrawer<LostValues, unknown>
      title={person === undefined ? '登记失联' : `登记失联：${person.label}`}
      open
      onClose={onClose}
      lead="登记以后逐次记录查找情况。重新取得联系的，登记取得联系的日期。"
      initial={{
        on: today,
        ...(person === undefined ? {} : { person }),
        ...(lastContact === undefined || lastContact === null ? {} : { since: lastContact }),
      }}
      save={({ person: who, ...values }, commandId) =>
        api.status.recordLost({ personId: who.id, ...values, commandId })
      }
      onSaved={onSaved}
    >
      <Field name="person" label="同志" required>
        <PersonPicker {...(me.acting.standing === 'above' ? {} : { orgId: me.acting.orgId })} />
      </Field>
      <Field
        name="since"
        label="最后一次联系的日期"
        required
        rule="从最后一次参加组织生活或者交纳党费之日起算。"
        basis="按上级规定"
      >
        <DateField />
      </Field>
      <Field name="cause" label="失联类型" required>
        <Select
          options={Object.entries(LOST_CAUSES).map(([value, label]) => ({
            value: Number(value),
            label,
          }))}
        />
      </Field>
      <Field name="on" label="认定失联的日期" required>
        <DateField />
      </Field>
    </FormDrawer>
  );
}

interface SearchValues {
  readonly on: PlainDate;
  readonly how: keyof typeof SEARCH_WAYS;
  readonly searcher: string;
  readonly result: keyof typeof SEARCH_RESULTS;
}

/** 查找记录: when, how, by whom, with what result. */
export function SearchDrawer({ row, onClose, onSaved }: DrawerProps & { row: LostRow }): ReactNode {
  const me = useMe();
  const today = useToday();
  return (
    <FormDrawer<SearchValues, unknown>
      title={`记查找：${row.name}`}
      open
      onClose={onClose}
      lead={`最后一次联系${chineseDate(row.since)}，已有查找记录${row.searches.length}次。`}
      initial={{ on: today, how: 'phone', searcher: me.name, result: 'nothing' }}
      save={async (values, commandId) => {
        await api.status.recordSearch({ lostId: row.lostId, ...values, commandId });
      }}
      onSaved={onSaved}
    >
      <Field name="on" label="日期" required>
        <DateField />
      </Field>
      <Field name="how" label="方式" required>
        <Radio.Group options={choices(SEARCH_WAYS)} />
      </Field>
      <Field name="searcher" label="查找人" required>
        <Input maxLength={30} />
      </Field>
      <Field name="result" label="结果" required rule="已联系上的，另外登记取得联系的日期。">
        <Radio.Group options={choices(SEARCH_RESULTS)} />
      </Field>
    </FormDrawer>
  );
}

/** 取得联系: the first clock ends that day, the other counts from it at the earliest. */
export function FoundDrawer({ row, onClose, onSaved }: DrawerProps & { row: LostRow }): ReactNode {
  const today = useToday();
  return (
    <FormDrawer<{ readonly on: PlainDate }, unknown>
      title={`取得联系：${row.name}`}
      open
      onClose={onClose}
      lead="登记后不再提醒查找。失联6个月以上、2年以内的，按限期改正办理。"
      initial={{ on: today }}
      save={({ on }, commandId) => api.status.recordFound({ lostId: row.lostId, on, commandId })}
      onSaved={onSaved}
    >
      <Field name="on" label="取得联系的日期" required>
        <DateField />
      </Field>
    </FormDrawer>
  );
}
