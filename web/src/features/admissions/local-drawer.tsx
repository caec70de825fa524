import { Checkbox, Input } from 'antd';
import type { ReactNode } from 'react';
import type { PlainDate } from '#kernel/plain-date';
import { api } from '../../api.ts';
import { useToday } from '../../app/today.ts';
import { DateField } from '../../patterns/date-field.tsx';
import { Field } from '../../patterns/field.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import type { CaseDetail } from './queries.ts';

export type LocalNext = CaseDetail['localNexts'][number];

interface LocalDrawerProps {
  readonly detail: CaseDetail;
  readonly step: LocalNext | null;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

interface Values {
  readonly on: PlainDate;
  readonly hasPaper?: boolean;
  readonly note?: string;
}

const MAX_NOTE = 2000;

/** A step that a committee asks for beside the chart: its day, its paper, a few words. */
export function LocalDrawer({ detail, step, onClose, onSaved }: LocalDrawerProps): ReactNode {
  const today = useToday();
  if (step === null) return null;
  return (
    <FormDrawer<Values, unknown>
      title={step.name}
      open
      onClose={onClose}
      saveLabel="办理这一步"
      lead={`依据：${step.source}。${step.required ? '办了这一步，才能办' : '应先于'}“${step.before}”。`}
      initial={{ on: today }}
      save={({ on, hasPaper, note }, commandId) =>
        api.admissions.doLocal({
          caseId: detail.caseId,
          stepId: step.stepId,
          on,
          hasPaper: hasPaper === true,
          note: note ?? '',
          basedOn: detail.version,
          commandId,
        })
      }
      onSaved={onSaved}
    >
      <Field name="on" label="办理日期" required>
        <DateField />
      </Field>
      {step.paper === '' ? null : (
        <Field name="hasPaper" label="材料" valueProp="checked">
          <Checkbox>
            {step.paper}
            {step.required ? '（必须有）' : ''}
          </Checkbox>
        </Field>
      )}
      <Field name="note" label="情况">
        <Input.TextArea maxLength={MAX_NOTE} autoSize={{ minRows: 2 }} />
      </Field>
    </FormDrawer>
  );
}
