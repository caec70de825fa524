import { Input, Select } from 'antd';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { PlainDate } from '#kernel/plain-date';
import { api } from '../../api.ts';
import { useToday } from '../../app/today.ts';
import { DateField } from '../../patterns/date-field.tsx';
import { Field } from '../../patterns/field.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { OrgPicker, type OrgChoice } from '../../patterns/pickers.tsx';
import type { FileDrawerProps } from './file-acts.tsx';
import { groupsQuery } from './queries.ts';

interface Moving {
  readonly to: OrgChoice;
  readonly on: PlainDate;
  readonly paper?: string;
}

/** From one branch to another below the same organisation; to another committee it is a transfer (接转). */
export function MoveDrawer({ file, open, onClose, onSaved }: FileDrawerProps): ReactNode {
  const today = useToday();
  return (
    <FormDrawer<Moving, unknown>
      title={`调整所在支部：${file.name}`}
      open={open}
      onClose={onClose}
      onSaved={onSaved}
      initial={{ on: today }}
      lead={`现在${file.orgName}。在原支部的记录都保留；从这一天起由新的支部管理和收党费。只用于同一个基层党委之内；转往其他党委的，在“组织关系”里办理转出。`}
      save={({ to, on, paper }, commandId) =>
        api.members.move({
          personId: file.personId,
          toOrgId: to.id,
          on,
          paper: paper ?? '',
          commandId,
        })
      }
    >
      <Field name="to" label="调整到哪个党支部" required>
        <OrgPicker />
      </Field>
      <Field name="on" label="从哪天起" required>
        <DateField />
      </Field>
      <Field name="paper" label="依据的文件或介绍信号">
        <Input maxLength={80} />
      </Field>
    </FormDrawer>
  );
}

interface Assigning {
  readonly groupId: string;
  readonly unit?: string;
  readonly on: PlainDate;
}

/** 党小组, and in a joint branch the unit somebody comes from. */
export function AssignDrawer({ file, open, onClose, onSaved }: FileDrawerProps): ReactNode {
  const today = useToday();
  const groups = useQuery({ ...groupsQuery(file.orgId), enabled: open }).data?.groups ?? [];
  const stay = file.stays.find((one) => one.from <= today && (one.to === null || one.to > today));
  return (
    <FormDrawer<Assigning, unknown>
      title={`编入党小组：${file.name}`}
      open={open}
      onClose={onClose}
      onSaved={onSaved}
      initial={{ on: today, groupId: stay?.groupId ?? '', unit: stay?.unit ?? '' }}
      save={({ groupId, unit, on }, commandId) =>
        api.members.assign({
          personId: file.personId,
          groupId: groupId === '' ? null : groupId,
          unit: unit ?? '',
          on,
          commandId,
        })
      }
    >
      <Field name="groupId" label="党小组">
        <Select
          options={[
            { value: '', label: '不编入党小组' },
            ...groups.map((one) => ({ value: one.groupId, label: one.name })),
          ]}
        />
      </Field>
      <Field name="unit" label="所在单位" rule="联合党支部写党员来自哪个单位，其他支部不用写。">
        <Input maxLength={60} />
      </Field>
      <Field name="on" label="从哪天起" required>
        <DateField />
      </Field>
    </FormDrawer>
  );
}
