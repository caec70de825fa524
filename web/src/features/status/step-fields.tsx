import { Checkbox, Input, InputNumber, Radio, Select } from 'antd';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement, ReactNode } from 'react';
import {
  CLAUSE_WORDS,
  GROUNDS,
  HEARD_HOW,
  isClause,
  isPaperNumber,
  MEASURES,
  PAPER_WORDS,
  REGULATIONS,
  SANCTIONS,
} from '#contract/status';
import { api } from '../../api.ts';
import { DateField } from '../../patterns/date-field.tsx';
import { Field } from '../../patterns/field.tsx';
import type { Asked, CaseDetail, Next } from './queries.ts';
import { choices, labelOf } from './words.ts';

interface StepFieldsProps {
  readonly detail: CaseDetail;
  readonly next: Next;
}

const RULES: Readonly<Partial<Record<Asked, string>>> = {
  clause: '只填编号，如“第六条第（四）项”。',
  team: '支委会成立调查组；不填也可以。',
  months: '最长不超过12个月。',
  until: '按处分种类提出，以处分决定为准。',
  since: '失去联系的不填，起算日随失联登记。',
};
const BASES: Readonly<Partial<Record<Asked, string>>> = {
  months: '《中国共产党党员教育管理工作条例》第30条',
  measures: '《中国共产党党员教育管理工作条例》第30条',
  otherMatter: '《中国共产党不合格党员组织处置办法》第4条',
  until: '按上级规定',
  noProperReason: '《中国共产党党员教育管理工作条例》第31条',
};

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
/** Said beside the field before anything is sent: numbers only, no words about the person. */
const CHECKS: Readonly<Partial<Record<Asked, (value: unknown) => string | null>>> = {
  clause: (value) => (isClause(text(value)) ? null : CLAUSE_WORDS),
  paper: (value) => (isPaperNumber(text(value)) ? null : PAPER_WORDS),
};

/** The fields a step asks for, in its order, and its papers. */
export function StepFields({ detail, next }: StepFieldsProps): ReactNode {
  return (
    <>
      {next.asks.map((asked) => (
        <Field
          key={asked}
          name={['told', asked]}
          label={labelOf(next.move, asked)}
          rule={RULES[asked]}
          basis={BASES[asked]}
          check={CHECKS[asked]}
          {...(asked === 'noProperReason' || asked === 'otherMatter'
            ? { valueProp: 'checked' }
            : {})}
        >
          {control(detail, asked)}
        </Field>
      ))}
      {next.papers.length === 0 ? null : (
        <Field name="papers" label="材料" rule="勾选已经有的材料，原件存入案卷。">
          <Checkbox.Group
            options={next.papers.map((one) => ({
              value: one.key,
              label: one.needed ? `${one.name}（必须有）` : one.name,
            }))}
          />
        </Field>
      )}
    </>
  );
}

const control = (detail: CaseDetail, asked: Asked): ReactElement => {
  switch (asked) {
    case 'regulation':
      return <Radio.Group options={choices(REGULATIONS)} />;
    case 'ground':
      return <Radio.Group options={choices(GROUNDS)} />;
    case 'heard':
      return <Radio.Group options={choices(HEARD_HOW)} />;
    case 'sanction':
      return <Radio.Group options={choices(SANCTIONS)} />;
    case 'measures':
      return <Checkbox.Group options={choices(MEASURES)} />;
    case 'noProperReason':
      return <Checkbox>经核实没有正当理由</Checkbox>;
    case 'otherMatter':
      return <Checkbox>与已受处分的不是同一事项（没有受过处分的不填）</Checkbox>;
    case 'since':
    case 'foundOn':
    case 'educatedOn':
    case 'until':
      return <DateField />;
    case 'months':
      return <InputNumber min={1} max={12} precision={0} controls={false} suffix="个月" />;
    case 'team':
      return <TeamField detail={detail} />;
    default:
      return <Input maxLength={asked === 'clause' ? 40 : 60} />;
  }
};

interface TeamFieldProps {
  readonly detail: CaseDetail;
  readonly id?: string;
  readonly value?: string[];
  readonly onChange?: (value: string[]) => void;
}

function TeamField({ detail, id, value, onChange }: TeamFieldProps): ReactNode {
  const query = useQuery({
    queryKey: ['members', 'team', detail.orgId],
    queryFn: () => api.members.roster({ q: '', orgId: detail.orgId, pageSize: 200 }),
  });
  return (
    <Select
      id={id}
      mode="multiple"
      allowClear
      loading={query.isPending}
      value={value ?? []}
      onChange={(next: string[]) => onChange?.(next)}
      optionFilterProp="label"
      options={(query.data?.rows ?? [])
        .filter((row) => row.personId !== detail.personId)
        .map((row) => ({ value: row.personId as string, label: row.name }))}
    />
  );
}
