import { Input, InputNumber } from 'antd';
import type { ReactNode } from 'react';
import { api } from '../../api.ts';
import { Field } from '../../patterns/field.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import type { PlanRow } from './queries.ts';

interface PlanDrawerProps {
  readonly row: PlanRow | null;
  readonly year: number;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

interface Values {
  readonly quota: number;
  readonly paper?: string;
}

/** 下达: how many one organisation may admit in a year. */
export function PlanDrawer({ row, year, onClose, onSaved }: PlanDrawerProps): ReactNode {
  if (row === null) return null;
  return (
    <FormDrawer<Values, unknown>
      title={`${year}年计划：${row.orgName}`}
      open
      onClose={onClose}
      saveLabel="下达"
      savedWords="已下达"
      initial={{ paper: row.paper, ...(row.quota === null ? {} : { quota: row.quota }) }}
      save={({ quota, paper }, commandId) =>
        api.admissions.setPlan({ orgId: row.orgId, year, quota, paper: paper ?? '', commandId })
      }
      onSaved={onSaved}
    >
      <Field name="quota" label="计划发展党员数" required>
        <InputNumber min={0} max={100_000} precision={0} controls={false} suffix="名" />
      </Field>
      <Field name="paper" label="文号">
        <Input maxLength={100} />
      </Field>
    </FormDrawer>
  );
}
