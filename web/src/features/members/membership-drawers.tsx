import { Input, Select } from 'antd';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { chineseDate, type PlainDate } from '#kernel/plain-date';
import { api } from '../../api.ts';
import { useToday } from '../../app/today.ts';
import { DateField } from '../../patterns/date-field.tsx';
import { Field } from '../../patterns/field.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import type { FileDrawerProps } from './file-acts.tsx';
import { codesQuery } from './queries.ts';

interface Dated {
  readonly on: PlainDate;
  readonly paper?: string;
}

/** 转正, once the branch meeting has passed it and the level above approved. */
export function RegulariseDrawer({ file, open, onClose, onSaved }: FileDrawerProps): ReactNode {
  const today = useToday();
  return (
    <FormDrawer<Dated, unknown>
      title={`转正：${file.name}`}
      open={open}
      onClose={onClose}
      onSaved={onSaved}
      initial={{ on: today }}
      lead={
        file.probationEndsOn === null
          ? undefined
          : `预备期到${chineseDate(file.probationEndsOn)}届满。`
      }
      save={({ on, paper }, commandId) =>
        api.members.regularise({ personId: file.personId, on, paper: paper ?? '', commandId })
      }
    >
      <Field
        name="on"
        label="转正日期"
        required
        rule="党龄从预备期满转为正式党员之日算起。"
        basis="《中国共产党发展党员工作细则》第33条"
      >
        <DateField />
      </Field>
      <Field name="paper" label="批准文件">
        <Input maxLength={80} />
      </Field>
    </FormDrawer>
  );
}

type Way = Parameters<typeof api.members.end>[0]['way'];

interface Ending extends Dated {
  readonly way: Way;
  readonly to?: string;
}

/** 减少 by transfer and the like: the person stays in the records, the membership ends. */
export function EndDrawer({ file, open, onClose, onSaved }: FileDrawerProps): ReactNode {
  const today = useToday();
  const ways = useQuery(codesQuery).data?.waysOut ?? [];
  return (
    <FormDrawer<Ending, unknown>
      title={`登记减少：${file.name}`}
      open={open}
      onClose={onClose}
      onSaved={onSaved}
      initial={{ on: today }}
      lead="党员信息不会删除，只登记减少的方式和日期。去世、退党、除名等在“党籍和权利”里办理。"
      save={({ on, way, paper, to }, commandId) =>
        api.members.end({
          personId: file.personId,
          on,
          way,
          paper: paper ?? '',
          to: to ?? '',
          commandId,
        })
      }
    >
      <Field name="way" label="减少方式" required>
        <Select options={ways.map(({ key, name }) => ({ value: key, label: name }))} />
      </Field>
      <Field name="on" label="从哪天起" required>
        <DateField />
      </Field>
      <div className="pair">
        <Field name="to" label="转到哪里">
          <Input maxLength={80} />
        </Field>
        <Field name="paper" label="依据的文件或介绍信号">
          <Input maxLength={80} />
        </Field>
      </div>
    </FormDrawer>
  );
}
