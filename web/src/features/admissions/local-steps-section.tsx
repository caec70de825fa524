import { Checkbox, Input, Radio, Select } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { DOERS } from '#contract/admissions';
import type { OrgId } from '#kernel/ids';
import { chineseDate, type PlainDate } from '#kernel/plain-date';
import { api } from '../../api.ts';
import { useToday } from '../../app/today.ts';
import { ActionButton } from '../../patterns/action-button.tsx';
import { DateField } from '../../patterns/date-field.tsx';
import { Section } from '../../patterns/detail-page.tsx';
import { Field } from '../../patterns/field.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { RowList } from '../../patterns/list-table.tsx';
import { localsQuery, type Doer, type LocalStep, type Move } from './queries.ts';
import { choices } from './words.ts';

const NOT_ALLOWED = { code: 'common.not_allowed', params: {} } as const;
const FROM_ABOVE = { code: 'admissions.fixed_above', params: {} } as const;

interface LocalStepsProps {
  readonly orgId: OrgId;
  readonly onSaved: () => void;
}

/** 本地步骤: what is asked for beside the 25 steps, here and below; the chart of the rules stays as it is. */
export function LocalStepsSection({ orgId, onSaved }: LocalStepsProps): ReactNode {
  const { data } = useQuery(localsQuery(orgId));
  const [adding, setAdding] = useState(false);
  const [ending, setEnding] = useState<LocalStep | null>(null);
  if (data === undefined) return null;
  const maySet = data.can['set'] ?? NOT_ALLOWED;
  return (
    <Section
      title="本地步骤"
      actions={<ActionButton label="增设" can={maySet} run={() => setAdding(true)} />}
    >
      {data.steps.length === 0 ? (
        <p className="muted">
          没有增设。省、市、县在规定的25步之外另有要求的（如再加一层预审、阅档），在这里增设，对本级和以下各党支部有效。
        </p>
      ) : (
        <RowList<LocalStep>
          label="本地步骤"
          rows={data.steps}
          rowKey={(row) => row.stepId}
          columns={[
            { key: 'name', title: '步骤', card: 'head', render: (row) => row.name },
            { key: 'before', title: '在哪一步之前', render: (row) => row.beforeLabel },
            { key: 'actor', title: '由谁办', oneLine: true, render: (row) => DOERS[row.actor] },
            { key: 'paper', title: '材料', render: (row) => (row.paper === '' ? null : row.paper) },
            {
              key: 'required',
              title: '要求',
              oneLine: true,
              render: (row) => (row.required ? '必须先办' : '只提醒'),
            },
            { key: 'source', title: '依据', render: (row) => row.source },
            {
              key: 'span',
              title: '起止',
              render: (row) =>
                `${chineseDate(row.from)}起${row.to === null ? '' : `，${chineseDate(row.to)}停用`}`,
            },
            {
              key: 'act',
              title: '办理',
              render: (row) =>
                row.to !== null ? null : (
                  <ActionButton
                    label="停用"
                    can={maySet === true && !row.own ? FROM_ABOVE : maySet}
                    run={() => setEnding(row)}
                  />
                ),
            },
          ]}
        />
      )}
      <AddDrawer
        open={adding}
        orgId={orgId}
        places={data.places}
        onClose={() => setAdding(false)}
        onSaved={onSaved}
      />
      <EndDrawer step={ending} onClose={() => setEnding(null)} onSaved={onSaved} />
    </Section>
  );
}

interface AddValues {
  readonly name: string;
  readonly before: Move;
  readonly actor: Doer;
  readonly paper?: string;
  readonly required?: boolean;
  readonly source: string;
  readonly from: PlainDate;
}

function AddDrawer({
  open,
  orgId,
  places,
  onClose,
  onSaved,
}: LocalStepsProps & {
  readonly open: boolean;
  readonly places: readonly { readonly move: Move; readonly label: string }[];
  readonly onClose: () => void;
}): ReactNode {
  const today = useToday();
  return (
    <FormDrawer<AddValues, unknown>
      title="增设本地步骤"
      open={open}
      onClose={onClose}
      lead="规定的步骤不能减少，也不改动；本地步骤加在某一步之前。自启用之日起办理的步骤才受它约束。"
      initial={{ from: today, actor: 'committee', required: true }}
      save={({ paper, required, ...values }, commandId) =>
        api.admissions.addLocal({
          orgId,
          ...values,
          paper: paper ?? '',
          required: required === true,
          commandId,
        })
      }
      onSaved={onSaved}
    >
      <Field name="name" label="步骤名称" required>
        <Input maxLength={40} />
      </Field>
      <Field name="before" label="在哪一步之前办" required>
        <Select options={places.map(({ move, label }) => ({ value: move, label }))} />
      </Field>
      <Field name="actor" label="由谁办" required>
        <Radio.Group options={choices(DOERS)} />
      </Field>
      <Field name="paper" label="要有的材料">
        <Input maxLength={60} />
      </Field>
      <Field name="required" label="要求" valueProp="checked">
        <Checkbox>没有办的，后一步不能办</Checkbox>
      </Field>
      <Field name="source" label="依据的文件" required>
        <Input maxLength={100} />
      </Field>
      <Field name="from" label="自哪一天起" required>
        <DateField />
      </Field>
    </FormDrawer>
  );
}

function EndDrawer({
  step,
  onClose,
  onSaved,
}: {
  readonly step: LocalStep | null;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}): ReactNode {
  const today = useToday();
  if (step === null) return null;
  return (
    <FormDrawer<{ readonly on: PlainDate }, unknown>
      title={`停用“${step.name}”`}
      open
      onClose={onClose}
      saveLabel="停用"
      lead="自这一天起不再要求；已经办过的保留。"
      initial={{ on: today }}
      save={({ on }, commandId) => api.admissions.dropLocal({ stepId: step.stepId, on, commandId })}
      onSaved={onSaved}
    >
      <Field name="on" label="自哪一天起" required>
        <DateField />
      </Field>
    </FormDrawer>
  );
}
