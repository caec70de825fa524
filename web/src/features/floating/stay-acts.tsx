import { Input, InputNumber, Radio, Select } from 'antd';
import type { ReactNode } from 'react';
import type { Grade, ReturnWay } from '#contract/floating';
import type { CommandId } from '#kernel/ids';
import type { Money } from '#kernel/money';
import { monthOf, yearOf, type PlainDate } from '#kernel/plain-date';
import { api } from '../../api.ts';
import { useToday } from '../../app/today.ts';
import { DateField } from '../../patterns/date-field.tsx';
import { Field } from '../../patterns/field.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { MoneyField } from '../../patterns/money-field.tsx';
import type { Thread } from './queries.ts';
import { gradeOptions, wayOptions } from './words.ts';

/** An act on one stay, in a drawer. */
export type StayAct = 'back' | 'cancel' | 'life' | 'evaluate' | 'review';

interface Values {
  readonly on: PlainDate;
  readonly way?: ReturnWay;
  readonly reason?: string;
  readonly kind?: 'activity' | 'dues';
  readonly words?: string;
  readonly from?: PlainDate;
  readonly to?: PlainDate;
  readonly amount?: Money;
  readonly year?: number;
  readonly grade?: Grade;
  readonly hostName?: string;
}

interface Form {
  readonly title: string;
  readonly saveLabel: string;
  readonly lead: ReactNode;
  readonly initial: Partial<Values>;
  readonly fields: ReactNode;
  readonly save: (values: Values, commandId: CommandId) => Promise<unknown>;
}

const day = (label: string): ReactNode => (
  <Field name="on" label={label} required>
    <DateField />
  </Field>
);

const yearField = (
  <Field name="year" label="年度" required>
    <InputNumber min={1990} max={2199} precision={0} controls={false} suffix="年" />
  </Field>
);

function lifeFields(kind: 'activity' | 'dues'): ReactNode {
  return kind === 'activity' ? (
    <Field name="words" label="参加了什么活动" required>
      <Input maxLength={100} autoComplete="off" />
    </Field>
  ) : (
    <>
      <div className="pair">
        <Field name="from" label="党费从哪个月" required rule="填该月任一天。">
          <DateField />
        </Field>
        <Field name="to" label="到哪个月" required>
          <DateField />
        </Field>
      </div>
      <Field name="amount" label="金额" required>
        <MoneyField />
      </Field>
    </>
  );
}

function formOf({ row }: Thread, act: StayAct, today: PlainDate, dues: boolean): Form {
  const { awayId } = row;
  const outside = row.hostOrgId === null;
  switch (act) {
    case 'back':
      return {
        title: `登记返回：${row.name}`,
        saveLabel: '登记返回',
        lead: '登记以后，联系提醒停止，开会名单里不再注明“流动党员”；联系记录和反馈都保留。',
        initial: { on: today, way: 'returned' },
        fields: (
          <>
            {day('哪天返回的')}
            <Field name="way" label="情况" required>
              <Radio.Group options={wayOptions} />
            </Field>
          </>
        ),
        save: ({ on, way }, commandId) =>
          api.floating.comeBack({ awayId, on, way: way ?? 'returned', commandId }),
      };
    case 'cancel':
      return {
        title: `撤销误登：${row.name}`,
        saveLabel: '撤销',
        lead: '只用于登记错了人。已有联系记录或流入地反馈的，请登记返回。',
        initial: {},
        fields: (
          <Field name="reason" label="原因" required>
            <Input maxLength={200} autoComplete="off" />
          </Field>
        ),
        save: ({ reason }, commandId) =>
          api.floating.cancel({ awayId, reason: reason ?? '', commandId }),
      };
    case 'life':
      return {
        title: `流入地活动、党费：${row.name}`,
        saveLabel: '登记',
        lead: outside
          ? '按本人带回的流动党员活动证或对方党组织的书面反馈登记，也算一次联系。'
          : '组织关系所在支部马上能看到。在本支部参加的会议由“反馈参加活动”一次送达，不用逐条登记。',
        initial: { on: today, kind: dues ? 'dues' : 'activity' },
        fields: (
          <>
            {day(dues ? '哪天交的' : '哪天参加的')}
            {lifeFields(dues ? 'dues' : 'activity')}
          </>
        ),
        save: ({ on, words, from, to, amount }, commandId) =>
          api.floating.recordLife({
            awayId,
            commandId,
            what: dues
              ? {
                  kind: 'dues',
                  on,
                  fromMonth: monthOf(from ?? on),
                  toMonth: monthOf(to ?? on),
                  amount: amount ?? 0,
                }
              : { kind: 'activity', on, words: words ?? '' },
          }),
      };
    case 'evaluate':
      return {
        title: `民主评议结果：${row.name}`,
        saveLabel: '登记',
        lead: '流动党员可以在流入地参加民主评议，结果反馈给组织关系所在支部。',
        initial: { on: today, year: yearOf(today), grade: 'qualified' },
        fields: (
          <>
            {yearField}
            <Field name="grade" label="评议结果" required>
              <Select options={gradeOptions} />
            </Field>
            {day('哪天评议的')}
            <Field name="words" label="说明">
              <Input maxLength={200} autoComplete="off" />
            </Field>
            {outside ? (
              <Field name="hostName" label="评议党组织">
                <Input maxLength={100} autoComplete="off" />
              </Field>
            ) : null}
          </>
        ),
        save: ({ year, grade, on, words, hostName }, commandId) =>
          api.floating.evaluate({
            awayId,
            year: year ?? yearOf(today),
            grade: grade ?? 'qualified',
            on,
            words: words ?? '',
            hostName: hostName ?? '',
            commandId,
          }),
      };
    default:
      return {
        title: `活动证检验：${row.name}`,
        saveLabel: '登记检验',
        lead: `活动证编号${row.certificateNo}。每年结合民主评议检验一次（组通字〔2006〕45号）。`,
        initial: { on: today, year: yearOf(today) },
        fields: (
          <>
            {yearField}
            {day('检验日期')}
          </>
        ),
        save: ({ year, on }, commandId) =>
          api.floating.review({ awayIds: [awayId], year: year ?? yearOf(today), on, commandId }),
      };
  }
}

/** The drawer of an act on one stay; nothing while none is chosen. */
export function StayActs({
  thread,
  act,
  dues,
  onClose,
  onSaved,
}: {
  thread: Thread;
  act: StayAct | null;
  /** Of `life`: dues instead of an activity. */
  dues: boolean;
  onClose: () => void;
  onSaved: () => void;
}): ReactNode {
  const today = useToday();
  if (act === null) return null;
  const form = formOf(thread, act, today, dues);
  return (
    <FormDrawer<Values, unknown>
      title={form.title}
      saveLabel={form.saveLabel}
      lead={form.lead}
      initial={form.initial}
      open
      onClose={onClose}
      onSaved={onSaved}
      save={form.save}
    >
      {form.fields}
    </FormDrawer>
  );
}
