import { Button, Checkbox, InputNumber } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import type { OrgId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import { api } from '../../api.ts';
import { useToday } from '../../app/today.ts';
import { DateField } from '../../patterns/date-field.tsx';
import { Field } from '../../patterns/field.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { renewFloating, settingsQuery } from './queries.ts';

interface Values {
  readonly from: PlainDate;
  readonly contactMonths: number;
  readonly abroadMonths: number;
  readonly countsPresence: boolean;
}

/** How often contact is asked for, and for a committee the way to change it. */
export function RhythmLine({ orgId, words }: { orgId: OrgId; words: string }): ReactNode {
  const today = useToday();
  const queries = useQueryClient();
  const [setting, setSetting] = useState(false);
  const { data } = useQuery(settingsQuery(orgId));
  return (
    <>
      <p className="muted">
        联系间隔：{words}（按上级规定）。
        {data?.can['set'] === true ? (
          <Button type="link" onClick={() => setSetting(true)}>
            改联系间隔
          </Button>
        ) : null}
      </p>
      {data === undefined ? null : (
        <FormDrawer<Values, unknown>
          title="联系间隔"
          open={setting}
          onClose={() => setSetting(false)}
          onSaved={() => renewFloating(queries)}
          lead="对本级和以下各党支部有效。"
          initial={{
            from: today,
            contactMonths: data.contactMonths,
            abroadMonths: data.abroadMonths,
            countsPresence: data.countsPresence,
          }}
          save={(values, commandId) => api.floating.setSettings({ orgId, ...values, commandId })}
        >
          <Field name="from" label="自哪一天起" required>
            <DateField />
          </Field>
          <Field name="contactMonths" label="一般" required rule="几个月至少联系1次。">
            <InputNumber min={1} max={12} precision={0} controls={false} suffix="个月" />
          </Field>
          <Field
            name="abroadMonths"
            label="在境外"
            required
            rule="出国（境）学习研究的，至少每半年联系1次。"
            basis="《中国共产党党员教育管理工作条例》第34条"
          >
            <InputNumber min={1} max={6} precision={0} controls={false} suffix="个月" />
          </Field>
          <Field name="countsPresence" label="自动计入" valueProp="checked">
            <Checkbox>参加会议、交纳党费也算联系</Checkbox>
          </Field>
        </FormDrawer>
      )}
    </>
  );
}
