import { Checkbox, Input, InputNumber, Select } from 'antd';
import type { ReactNode } from 'react';
import { BODIES, RHYTHM_SPANS } from '#contract/meetings-words';
import type { PlainDate } from '#kernel/plain-date';
import { api } from '../../api.ts';
import { useMe } from '../../app/session.ts';
import { useToday } from '../../app/today.ts';
import { DateField } from '../../patterns/date-field.tsx';
import { Field } from '../../patterns/field.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import type { Kind } from './queries.ts';

interface Values {
  readonly name: string;
  readonly body: Kind['body'];
  readonly per: NonNullable<Kind['rhythm']>['per'] | null;
  readonly times: number | null;
  readonly study: boolean;
  readonly firstTopic: boolean;
  readonly template: string;
  readonly from: PlainDate;
}

interface KindDrawerProps {
  readonly kind: Kind | 'new' | null;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

/** An own kind of meeting: who takes part, how often, its usual items. */
export function KindDrawer({ kind, onClose, onSaved }: KindDrawerProps): ReactNode {
  const me = useMe();
  const today = useToday();
  const known = kind === 'new' ? null : kind;
  return (
    <FormDrawer<Values, unknown>
      title={known === null ? '增加会议种类' : `修改${known.name}`}
      open={kind !== null}
      onClose={onClose}
      onSaved={onSaved}
      initial={{
        name: known?.name ?? '',
        body: known?.body ?? 'members',
        per: known?.rhythm?.per ?? null,
        times: known?.rhythm?.times ?? 1,
        study: known?.study ?? false,
        firstTopic: known?.firstTopic ?? false,
        template: known?.template.join('\n') ?? '',
        from: today,
      }}
      save={(values, commandId) =>
        api.meetings.setKind({
          orgId: me.acting.orgId,
          kind: known?.kind,
          name: values.name,
          body: values.body,
          rhythm:
            values.per === null || values.per === undefined
              ? null
              : { per: values.per, times: values.times ?? 1 },
          study: values.study,
          firstTopic: values.firstTopic,
          template: values.template
            .split('\n')
            .map((line) => line.trim())
            .filter((line) => line !== ''),
          from: values.from,
          commandId,
        })
      }
    >
      <Field name="name" label="名称" required>
        <Input maxLength={30} autoComplete="off" />
      </Field>
      <Field name="body" label="谁参加" required>
        <Select options={Object.entries(BODIES).map(([value, label]) => ({ value, label }))} />
      </Field>
      <div className="pair">
        <Field name="per" label="多久" rule="不选为根据需要召开。">
          <Select
            allowClear
            placeholder="根据需要"
            options={Object.entries(RHYTHM_SPANS).map(([value, label]) => ({ value, label }))}
          />
        </Field>
        <Field name="times" label="几次">
          <InputNumber min={1} max={60} />
        </Field>
      </div>
      <Field name="study" label="学时" valueProp="checked">
        <Checkbox>计入学时</Checkbox>
      </Field>
      <Field name="firstTopic" label="第一议题" valueProp="checked">
        <Checkbox>先学习，再议事</Checkbox>
      </Field>
      <Field name="template" label="常设议题" rule="一行一个，记会时自动列出。">
        <Input.TextArea autoSize={{ minRows: 2 }} />
      </Field>
      <Field name="from" label="从哪天起" required>
        <DateField />
      </Field>
    </FormDrawer>
  );
}
