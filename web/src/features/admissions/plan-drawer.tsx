import { Input, InputNumber } from 'antd';
import type { ReactNode } from 'react';
import { api } from '../../api.ts';
import { Field } from '../../patterns/field.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import type { PlanRow, PlanSpan } from './queries.ts';

interface PlanDrawerProps {
  readonly row: PlanRow | null;
  readonly span: PlanSpan;
  /** The year, or the first of five. */
  readonly year: number;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

interface Values {
  readonly quota: number;
  readonly paper?: string;
}

/** `2026年发展党员计划`, `2026—2030年发展党员规划`. */
export const planTitle = (span: PlanSpan, year: number): string =>
  span === 'five' ? `${year}—${year + 4}年发展党员规划` : `${year}年发展党员计划`;

/** 下达: how many one organisation may admit in a year, or in five. */
export function PlanDrawer({ row, span, year, onClose, onSaved }: PlanDrawerProps): ReactNode {
  if (row === null) return null;
  return (
    <FormDrawer<Values, unknown>
      title={`${planTitle(span, year)}：${row.orgName}`}
      open
      onClose={onClose}
      saveLabel="下达"
      savedWords="已下达"
      initial={{ paper: row.paper, ...(row.quota === null ? {} : { quota: row.quota }) }}
      save={({ quota, paper }, commandId) =>
        api.admissions.setPlan({
          orgId: row.orgId,
          span,
          year,
          quota,
          paper: paper ?? '',
          commandId,
        })
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
