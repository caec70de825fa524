import { Button, Form, Select } from 'antd';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { OrgId } from '#kernel/ids';
import { DateField } from '../../patterns/date-field.tsx';
import { Field } from '../../patterns/field.tsx';
import { Unread } from '../../patterns/unread.ts';
import { fullMembersQuery, usualQuery, type Move } from './queries.ts';

interface EarlierStepsProps {
  /** Whose members may be named as contacts and introducers. */
  readonly orgId: OrgId | undefined;
  readonly probationary: boolean;
}

const PEOPLE: Readonly<Partial<Record<Move, 'contacts' | 'introducers'>>> = {
  assign_contacts: 'contacts',
  determine_introducers: 'introducers',
};

/** 从纸质材料接续: the days of steps done on paper, in the order of the chart. */
export function EarlierSteps({ orgId, probationary }: EarlierStepsProps): ReactNode {
  const usual = useQuery(usualQuery).data?.steps ?? [];
  const days = Form.useWatch<Readonly<Record<string, unknown>> | undefined>('days') ?? {};
  const members = useQuery({
    ...fullMembersQuery(orgId as OrgId),
    enabled: orgId !== undefined,
  }).data?.rows;
  const people = (members ?? []).map((row) => ({ value: row.personId, label: row.name }));
  return (
    <fieldset className="earlier">
      <legend className="legend">已在纸质材料上办过的步骤</legend>
      <p className="muted">
        只填办过的，到现在的进度为止；没有办的留空。这里只核对先后顺序，会标明“据纸质材料”。
        {probationary ? '预备党员应填到“编入党支部和党小组”。' : ''}
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">步骤</th>
            <th scope="col">日期</th>
          </tr>
        </thead>
        <tbody>
          {usual
            .filter((step) => step.move !== 'apply')
            .map(({ move, label, version }) => {
              const given = days[move];
              const filled = given !== undefined && given !== null && given !== '';
              const role = PEOPLE[move];
              return (
                <tr key={move}>
                  <th scope="row">
                    <label htmlFor={`days_${move}`}>{label}</label>
                    {version === '' ? null : <span className="tag">{version}年规定</span>}
                  </th>
                  <td>
                    <Form.Item
                      name={['days', move]}
                      validateTrigger="onBlur"
                      rules={[
                        {
                          validator: (_, value: unknown) =>
                            value instanceof Unread
                              ? Promise.reject(new Error(value.message))
                              : Promise.resolve(),
                        },
                      ]}
                    >
                      <DateField placeholder="没有办，留空" />
                    </Form.Item>
                    {filled && role !== undefined ? (
                      <Field
                        name={['told', move, role]}
                        label={role === 'contacts' ? '培养联系人' : '入党介绍人'}
                      >
                        <Select
                          mode="multiple"
                          maxCount={2}
                          options={people}
                          showSearch={{ optionFilterProp: 'label' }}
                        />
                      </Field>
                    ) : null}
                    {filled && move === 'begin_notice' ? (
                      <Field name={['told', move, 'until']} label="公示截止日期">
                        <DateField />
                      </Field>
                    ) : null}
                  </td>
                </tr>
              );
            })}
        </tbody>
      </table>
      <Observations />
    </fieldset>
  );
}

/** Half-yearly observations, as many as there were. */
function Observations(): ReactNode {
  return (
    <Form.List name="observed">
      {(fields, { add, remove }) => (
        <div className="earlier-observed">
          {fields.map((field, index) => (
            <div key={field.key} className="earlier-one">
              <Field name={[field.name]} label={`第${index + 1}次半年考察的日期`}>
                <DateField />
              </Field>
              <Button aria-label={`删去第${index + 1}次考察`} onClick={() => remove(field.name)}>
                删去
              </Button>
            </div>
          ))}
          <Button onClick={() => add(null)}>加一次半年考察</Button>
        </div>
      )}
    </Form.List>
  );
}
