import { Input, Select } from 'antd';
import type { ReactNode } from 'react';
import type { PlainDate } from '#kernel/plain-date';
import { api } from '../../api.ts';
import { useToday } from '../../app/today.ts';
import { DateField } from '../../patterns/date-field.tsx';
import { Field } from '../../patterns/field.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { OrgPicker, type OrgChoice } from '../../patterns/pickers.tsx';
import type { FileDrawerProps } from './file-acts.tsx';
import { attachmentOptions, type AttachmentKind } from './words.ts';

interface Values {
  readonly kind: AttachmentKind;
  readonly host?: OrgChoice | null;
  readonly hostName?: string;
  readonly duty?: string;
  readonly paper?: string;
  readonly from: PlainDate;
  readonly to?: PlainDate | null;
}

/** Life shared elsewhere: the formal membership stays here. */
export function AttachDrawer({ file, open, onClose, onSaved }: FileDrawerProps): ReactNode {
  const today = useToday();
  return (
    <FormDrawer<Values, unknown>
      title={`组织生活在别处：${file.name}`}
      open={open}
      onClose={onClose}
      onSaved={onSaved}
      initial={{ kind: 'secondment', from: today }}
      lead="组织关系不变，党费在这里交；在那边开会列为列席，学时只计一次。外出流动的，在“流动党员”里登记。"
      save={({ host, to, ...values }, commandId) =>
        api.members.attach({
          ...values,
          personId: file.personId,
          hostOrgId: host?.id,
          to: to ?? undefined,
          commandId,
        })
      }
    >
      <Field name="kind" label="方式" required>
        <Select options={attachmentOptions} />
      </Field>
      <Field name="host" label="在本系统里的党组织" rule="看不到的，在下一栏写名称。">
        <OrgPicker />
      </Field>
      <Field name="hostName" label="或者：党组织名称">
        <Input maxLength={80} />
      </Field>
      <Field name="duty" label="在那里的职务">
        <Input maxLength={80} />
      </Field>
      <Field name="paper" label="依据的文件">
        <Input maxLength={80} />
      </Field>
      <div className="pair">
        <Field name="from" label="从哪天起" required>
          <DateField />
        </Field>
        <Field name="to" label="到哪天止">
          <DateField />
        </Field>
      </div>
    </FormDrawer>
  );
}
