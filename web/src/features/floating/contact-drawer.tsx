import { Button, Checkbox, Input, Radio } from 'antd';
import type { ReactNode } from 'react';
import type { ContactMeans } from '#contract/floating';
import { chineseDate, type PlainDate } from '#kernel/plain-date';
import { api } from '../../api.ts';
import { useToday } from '../../app/today.ts';
import { DateField } from '../../patterns/date-field.tsx';
import { Field } from '../../patterns/field.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import type { AwayId } from './queries.ts';
import { meansOptions } from './words.ts';

/** Somebody away, as far as a contact with them is entered. */
export interface Reachable {
  readonly awayId: AwayId;
  readonly name: string;
  readonly due: PlainDate | null;
}

interface Values {
  readonly awayIds: readonly AwayId[];
  readonly on: PlainDate;
  readonly how: ContactMeans;
  readonly report?: boolean;
  readonly content?: string;
  readonly byName?: string;
}

interface PeopleProps {
  readonly id?: string;
  readonly value?: readonly AwayId[];
  readonly onChange?: (value: AwayId[]) => void;
  readonly people: readonly Reachable[];
  readonly today: PlainDate;
}

/** Everybody away with a tick each; those due first, and all of them by one press. */
function People({ id, value = [], onChange, people, today }: PeopleProps): ReactNode {
  return (
    <div id={id} role="group" aria-label="联系了谁">
      {people.length < 2 ? null : (
        <div className="reached-acts">
          <Button size="small" onClick={() => onChange?.(people.map((one) => one.awayId))}>
            全选
          </Button>
          <Button size="small" onClick={() => onChange?.([])}>
            全不选
          </Button>
        </div>
      )}
      <div className="reached">
        {people.map((one) => (
          <Checkbox
            key={one.awayId}
            checked={value.includes(one.awayId)}
            onChange={(event) =>
              onChange?.(
                event.target.checked
                  ? [...value, one.awayId]
                  : value.filter((other) => other !== one.awayId),
              )
            }
          >
            {one.name}
            {one.due === null ? null : (
              <span className="muted">
                {one.due < today
                  ? `　应在${chineseDate(one.due)}前联系`
                  : `　下次${chineseDate(one.due)}前`}
              </span>
            )}
          </Checkbox>
        ))}
      </div>
    </div>
  );
}

interface ContactDrawerProps {
  readonly open: boolean;
  readonly people: readonly Reachable[];
  /** Ticked when it opens: those who are due, or the one person looked at. */
  readonly ticked: readonly AwayId[];
  readonly onClose: () => void;
  readonly onSaved: () => void;
  /** Whoever enters may have entered it for somebody else (代录). */
  readonly forOthers: boolean;
}

/** 记一次联系: one or many people at once. Who is due stands ticked, so that saving is enough. */
export function ContactDrawer({
  open,
  people,
  ticked,
  onClose,
  onSaved,
  forOthers,
}: ContactDrawerProps): ReactNode {
  const today = useToday();
  return (
    <FormDrawer<Values, unknown>
      title="记一次联系"
      open={open}
      onClose={onClose}
      onSaved={onSaved}
      initial={{ awayIds: ticked, on: today, how: 'phone' }}
      lead="回支部参加会议、交纳党费、流入地反馈都已经算联系，不用在这里再记。"
      save={({ awayIds, content, byName, report, ...values }, commandId) =>
        api.floating.recordContacts({
          ...values,
          awayIds: [...awayIds],
          report: report ?? false,
          content: content ?? '',
          byName: byName ?? '',
          commandId,
        })
      }
    >
      <Field name="awayIds" label="联系了谁" required>
        <People people={people} today={today} />
      </Field>
      <Field name="on" label="哪天联系的" required>
        <DateField />
      </Field>
      <Field name="how" label="方式" required>
        <Radio.Group options={meansOptions} />
      </Field>
      <Field
        name="report"
        label="汇报"
        valueProp="checked"
        rule="每年至少向支部汇报1次思想和工作情况。"
        basis="按上级规定"
      >
        <Checkbox>本人作了汇报</Checkbox>
      </Field>
      <Field name="content" label="内容" rule="一句话，可以不写。">
        <Input maxLength={200} autoComplete="off" />
      </Field>
      {forOthers ? (
        <Field name="byName" label="由谁联系" rule="不填为录入人本人。">
          <Input maxLength={40} autoComplete="off" />
        </Field>
      ) : null}
    </FormDrawer>
  );
}
