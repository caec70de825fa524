import { Button, Checkbox, Form, Input, InputNumber, Radio, Select } from 'antd';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement, ReactNode } from 'react';
import { HEARD, OBSERVATIONS, RECOMMENDERS } from '#contract/admissions';
import { chineseDate, type PlainDate } from '#kernel/plain-date';
import { useToday } from '../../app/today.ts';
import { DateField } from '../../patterns/date-field.tsx';
import { Field } from '../../patterns/field.tsx';
import { HelpersField } from './helpers-field.tsx';
import { checkQuery, groupsQuery, type CaseDetail, type Move, type Next } from './queries.ts';
import type { StepValues } from './step-form.ts';
import { choices, conclusionsOf, labelOf, type Asked } from './words.ts';

interface StepFieldsProps {
  readonly detail: CaseDetail;
  readonly next: Next;
}

/** The fields a step asks for, in its order, and its papers. */
export function StepFields({ detail, next }: StepFieldsProps): ReactNode {
  const there = new Set(detail.papers.filter((one) => one.there).map((one) => one.key));
  const wanted = next.papers.filter((one) => !there.has(one.key));
  const had = next.papers.filter((one) => there.has(one.key));
  return (
    <>
      {next.asks.map((name) => (
        <AskedField key={name} detail={detail} move={next.move} asked={name as Asked} />
      ))}
      {wanted.length === 0 ? null : (
        <Field name="papers" label="材料" rule="勾选已经有的材料；扫描件可以在纪实页上另附。">
          <Checkbox.Group
            options={wanted.map((one) => ({
              value: one.key,
              label: one.needed ? `${one.name}（必须有）` : one.name,
            }))}
          />
        </Field>
      )}
      {had.length === 0 ? null : (
        <p className="muted">已有材料：{had.map((one) => one.name).join('、')}</p>
      )}
    </>
  );
}

interface AskedProps {
  readonly detail: CaseDetail;
  readonly move: Move;
  readonly asked: Asked;
}

const LONG_LINE = 100;
const MAX_TEXT = 5000;

const RULES: Readonly<Partial<Record<Asked, string>>> = {
  until: '从公示第一天到这一天，应不少于规定的工作日。',
  places: '每行写一处；流动人员在流出地和流入地同时公示。',
  heard: '确定发展对象前应听取四个方面的意见。',
  leavesOn: '没有这种情况的不填。',
  resolution: '写明主要表现、应到和实到人数、表决结果、通过日期，由书记签名。',
  contacts: '1至2名正式党员。',
  introducers: '2名正式党员。',
  written: '会前正式提出书面意见的，统计在票数内；没有的不填。',
  tellers: '不能是被表决的人。',
  months: '不少于6个月，最长不超过1年。',
};

const control = ({ detail, move, asked }: AskedProps, on: string): ReactElement => {
  switch (asked) {
    case 'recommendedBy':
      return <Radio.Group options={choices(RECOMMENDERS)} />;
    case 'conclusion':
      return <Radio.Group options={choices(conclusionsOf(move))} />;
    case 'kind':
      return <Radio.Group options={choices(OBSERVATIONS)} />;
    case 'heard':
      return <Checkbox.Group options={choices(HEARD)} />;
    case 'contacts':
    case 'introducers':
    case 'tellers':
      return (
        <HelpersField
          caseId={detail.caseId}
          role={
            asked === 'contacts' ? 'contact' : asked === 'introducers' ? 'introducer' : 'teller'
          }
          on={on as never}
          most={asked === 'tellers' ? 5 : 2}
        />
      );
    case 'until':
    case 'leavesOn':
      return <DateField />;
    case 'places':
      return <Input.TextArea autoSize={{ minRows: 2 }} maxLength={LONG_LINE * 5} />;
    case 'courseDays':
    case 'courseHours':
    case 'months':
      return <InputNumber min={0} max={2000} controls={false} />;
    case 'note':
    case 'resolution':
      return <Input.TextArea autoSize={{ minRows: 3 }} maxLength={MAX_TEXT} />;
    case 'groupId':
      return <GroupSelect detail={detail} />;
    default:
      return <Input maxLength={LONG_LINE} />;
  }
};

function AskedField({ detail, move, asked }: AskedProps): ReactNode {
  const today = useToday();
  const on = Form.useWatch<StepValues['on']>('on');
  if (asked === 'written') return <WrittenFields />;
  const day = typeof on === 'string' ? on : today;
  return (
    <>
      <Field name={['told', asked]} label={labelOf(move, asked)} rule={RULES[asked]}>
        {control({ detail, move, asked }, day)}
      </Field>
      {asked === 'until' && move === 'begin_notice' ? <NoticeEnd detail={detail} on={day} /> : null}
    </>
  );
}

/** The last day of a notice that begins that day, by working days; one press fills it in. */
function NoticeEnd({ detail, on }: { detail: CaseDetail; on: PlainDate }): ReactNode {
  const form = Form.useFormInstance();
  const { data } = useQuery(checkQuery(detail.caseId, 'begin_notice', on, '{}'));
  const end = data?.notice ?? null;
  if (end === null) return null;
  return (
    <p className="notice-end">
      <Button size="small" onClick={() => form.setFieldValue(['told', 'until'], end.until)}>
        填入{chineseDate(end.until)}
      </Button>
      <span className="muted">
        自{chineseDate(on)}起满规定的工作日
        {end.provisional ? '（这一年的节假日表还没有导入，暂定）' : ''}
      </span>
    </p>
  );
}

/** Opinions handed in before the meeting by those who are away: a line of their own beside the ballots. */
function WrittenFields(): ReactNode {
  return (
    <fieldset className="written">
      <legend className="legend">{labelOf('accept', 'written')}</legend>
      <p className="rule">{RULES.written}</p>
      <div className="pair">
        <Field name={['told', 'written', 'inFavour']} label="赞成（份）">
          <InputNumber min={0} max={9999} precision={0} controls={false} />
        </Field>
        <Field name={['told', 'written', 'against']} label="不赞成（份）">
          <InputNumber min={0} max={9999} precision={0} controls={false} />
        </Field>
      </div>
    </fieldset>
  );
}

interface GroupSelectProps {
  readonly detail: CaseDetail;
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (value: string | undefined) => void;
}

function GroupSelect({ detail, id, value, onChange }: GroupSelectProps): ReactNode {
  const query = useQuery(groupsQuery(detail.orgId));
  return (
    <Select
      id={id}
      allowClear
      loading={query.isPending}
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
