import { Button, InputNumber } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import type { OrgId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import { api } from '../../api.ts';
import { useToday } from '../../app/today.ts';
import { DateField } from '../../patterns/date-field.tsx';
import { Field } from '../../patterns/field.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { renewTransfers, settingsQuery, type Settings } from './queries.ts';

type Values = Omit<Settings, 'can'> & { readonly from: PlainDate };

/** 接转时限: what a committee fixes for itself and those below. */
export function SettingsButton({ orgId, above }: { orgId: OrgId; above: boolean }): ReactNode {
  const today = useToday();
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const query = useQuery({ ...settingsQuery(orgId), enabled: above });
  if (!above || query.data?.can['set'] !== true) return null;
  const { can: _can, ...held } = query.data;
  return (
    <>
      <Button onClick={() => setOpen(true)}>时限</Button>
      <FormDrawer<Values, unknown>
        title="接转时限"
        open={open}
        onClose={() => setOpen(false)}
        lead="对本级和以下各党组织有效，按上级规定填写。"
        initial={{ ...held, from: today }}
        save={(values, commandId) => api.transfers.setSettings({ orgId, ...values, commandId })}
        onSaved={() => void renewTransfers(queries)}
      >
        <Field name="from" label="自哪一天起" required>
          <DateField />
        </Field>
        <Field name="sameCityDays" label="介绍信有效期（本市、县）" required>
          <InputNumber min={1} max={90} precision={0} controls={false} suffix="天" />
        </Field>
        <Field
          name="elsewhereDays"
          label="介绍信有效期（外地）"
          required
          rule="最长不超过90天，按上级规定。"
        >
          <InputNumber min={1} max={90} precision={0} controls={false} suffix="天" />
        </Field>
        <Field name="stepDays" label="每一步办理期限" required rule="到期前提醒办理的党组织。">
          <InputNumber min={1} max={90} precision={0} controls={false} suffix="天" />
        </Field>
      </FormDrawer>
    </>
  );
}
