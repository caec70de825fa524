import { Input, Radio, Select } from 'antd';
import { Form } from 'antd';
import type { ReactNode } from 'react';
import type { TalkKind } from '#contract/talks';
import type { PlainDate } from '#kernel/plain-date';
import { api } from '../../api.ts';
import { DateField } from '../../patterns/date-field.tsx';
import { Field } from '../../patterns/field.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { kindOptions, type TalkRow } from './queries.ts';

interface Values {
  readonly act: 'correct' | 'cancel';
  readonly heldOn: PlainDate;
  readonly kind: TalkKind;
  readonly place?: string;
  readonly reason: string;
}

function TalkFields(): ReactNode {
  const act: unknown = Form.useWatch('act');
  if (act === 'cancel') return null;
  return (
    <>
      <Field name="heldOn" label="谈话日期" required>
        <DateField />
      </Field>
      <Field name="kind" label="类别" required>
        <Select options={kindOptions} />
      </Field>
      <Field name="place" label="地点">
        <Input maxLength={100} autoComplete="off" />
      </Field>
    </>
  );
}

/** Corrects a talk or takes it back; both stay in the log with their reason. */
export function CorrectDrawer({
  row,
  onClose,
  onSaved,
}: {
  row: TalkRow | null;
  onClose: () => void;
  onSaved: () => void;
}): ReactNode {
  if (row === null) return null;
  const { talkId } = row;
  return (
    <FormDrawer<Values, unknown>
      title={`更正：${row.talker.name}与${row.partner.name}`}
      open
      onClose={onClose}
      onSaved={onSaved}
      initial={{ act: 'correct', heldOn: row.heldOn, kind: row.kind, place: row.place }}
      lead="谈话双方填错的，请撤销后重新登记。"
      save={({ act, reason, heldOn, kind, place }, commandId) =>
        act === 'cancel'
          ? api.talks.cancel({ talkId, reason, commandId })
          : api.talks.correct({ talkId, heldOn, kind, place: place ?? '', reason, commandId })
      }
    >
      <Field name="act" label="办理">
        <Radio.Group
          options={[
            { value: 'correct', label: '更正' },
            { value: 'cancel', label: '撤销这次登记' },
          ]}
        />
      </Field>
      <TalkFields />
      <Field name="reason" label="原因" required>
        <Input maxLength={200} autoComplete="off" />
      </Field>
    </FormDrawer>
  );
}
