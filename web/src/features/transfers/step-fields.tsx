import { Checkbox, Form, Input, InputNumber, Radio, Select } from 'antd';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement, ReactNode } from 'react';
import { WHY } from '#contract/transfers';
import type { OrgId } from '#kernel/ids';
import { useMe } from '../../app/session.ts';
import { Field } from '../../patterns/field.tsx';
import { OrgPicker, PersonPicker } from '../../patterns/pickers.tsx';
import { groupsQuery } from '../admissions/queries.ts';
import { findPlaces, type Next, type TransferDetail } from './queries.ts';
import { choices, labelOf, type Asked } from './words.ts';

const RULES: Readonly<Partial<Record<Asked, string>>> = {
  reason: '写明理由，对方看得到；没有正当理由不得拒转拒接。',
  letterNumber: '取登记簿的下一个编号，可以改。',
  letterDays: '最长不超过90天，按上级规定。',
  overseer: '由接收党支部确定一名正式党员。',
  branchId: '由接收党委确定。',
};

const REQUIRED: ReadonlySet<Asked> = new Set(['reason', 'letterNumber', 'letterDays', 'branchId']);

interface FieldsProps {
  readonly detail: TransferDetail;
  readonly next: Next;
}

/** The fields a step asks for, in its order. */
export function StepFields({ detail, next }: FieldsProps): ReactNode {
  const me = useMe();
  const why = Form.useWatch<string | undefined>(['told', 'why']);
  const asks = (next.asks as Asked[]).filter((one) => one !== 'whyText' || why === 'other');
  const control = (asked: Asked): ReactElement => {
    switch (asked) {
      case 'why':
        return <Radio.Group options={choices(WHY)} />;
      case 'letterDays':
        return <InputNumber min={1} max={365} precision={0} controls={false} suffix="天" />;
      case 'papersChecked':
        return <Checkbox>已审查入党材料，手续完备</Checkbox>;
      case 'branchId':
        return (
          <OrgPicker
            search={findPlaces(me.acting.orgId, detail.caseId)}
            sourceName={`receiving ${detail.caseId}`}
          />
        );
      case 'overseer':
        return (
          <PersonPicker
            {...(detail.receivingOrgId === null ? {} : { orgId: detail.receivingOrgId })}
          />
        );
      case 'groupId':
        return <GroupSelect orgId={detail.receivingOrgId} />;
      case 'reason':
      case 'note':
        return <Input.TextArea autoSize={{ minRows: 2 }} maxLength={1000} />;
      default:
        return <Input maxLength={200} autoComplete="off" />;
    }
  };
  return (
    <>
      {asks.map((asked) => (
        <Field
          key={asked}
          name={['told', asked]}
          label={labelOf(next.move, asked)}
          rule={RULES[asked]}
          required={REQUIRED.has(asked)}
          {...(asked === 'papersChecked' ? { valueProp: 'checked' } : {})}
        >
          {control(asked)}
        </Field>
      ))}
    </>
  );
}

interface GroupSelectProps {
  readonly orgId: OrgId | null;
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (value: string | undefined) => void;
}

function GroupSelect({ orgId, id, value, onChange }: GroupSelectProps): ReactNode {
  const query = useQuery({ ...groupsQuery(orgId ?? ('' as OrgId)), enabled: orgId !== null });
  return (
    <Select
      id={id}
      allowClear
      value={value ?? null}
      onChange={(next: string | null | undefined) => onChange?.(next ?? undefined)}
      placeholder="不设党小组的不填"
      notFoundContent="没有党小组"
      options={(query.data?.groups ?? []).map((group) => ({
        value: group.groupId as string,
        label: group.name,
      }))}
    />
  );
}
