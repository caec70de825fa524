import { Button, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { chineseDate, type PlainDate } from '#kernel/plain-date';
import { DateField } from '../../patterns/date-field.tsx';
import { Section } from '../../patterns/detail-page.tsx';
import { Field } from '../../patterns/field.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import type { Content } from './queries.ts';

type Quoted = Content['quoted'][number];

/** 引用数据: numbers that no record holds, each with the paper it stands in. */
export function QuotedList({
  quoted,
  onChange,
}: {
  quoted: Content['quoted'];
  onChange: (quoted: Content['quoted']) => void;
}): ReactNode {
  const [adding, setAdding] = useState(false);
  return (
    <Section
      title="引用数据"
      note="不在记录里的数字，写明出自哪份材料；印出来注“据××”。"
      actions={<Button onClick={() => setAdding(true)}>添加</Button>}
    >
      {quoted.length === 0 ? (
        <p className="muted">没有引用数据。</p>
      ) : (
        <ul className="no-figures">
          {quoted.map((one) => (
            <li key={one.id}>
              <span>
                <strong>{one.name}</strong> {one.value}
                {one.unit}
                <span className="muted">
                  　据{one.document}（{chineseDate(one.date)}，{one.by}提供）
                </span>
              </span>
              <Button onClick={() => onChange(quoted.filter((other) => other.id !== one.id))}>
                删除
              </Button>
            </li>
          ))}
        </ul>
      )}
      <QuotedForm
        open={adding}
        value=""
        taken={quoted}
        onClose={() => setAdding(false)}
        onMade={(one) => onChange([...quoted, one])}
      />
    </Section>
  );
}

interface QuotedFormProps {
  readonly open: boolean;
  readonly value: string;
  readonly taken: Content['quoted'];
  readonly onClose: () => void;
  readonly onMade: (one: Quoted) => void;
}

interface Values extends Omit<Quoted, 'id' | 'date'> {
  readonly date: PlainDate;
}

/** The number, its unit, and the paper: name, day, by whom it was given. */
export function QuotedForm({ open, value, taken, onClose, onMade }: QuotedFormProps): ReactNode {
  const fresh = (): string => {
    for (let n = taken.length + 1; ; n += 1)
      if (!taken.some((one) => one.id === `q${n}`)) return `q${n}`;
  };
  return (
    <FormDrawer<Values, Quoted>
      title="引用数据"
      open={open}
      onClose={onClose}
      initial={{ value, unit: '' }}
      saveLabel="添加"
      savedWords="已添加，可在正文中放入"
      save={async (values) => ({ ...values, unit: values.unit ?? '', id: fresh() })}
      onSaved={onMade}
    >
      <Field
        name="name"
        label="名称"
        required
        check={(name) => (taken.some((one) => one.name === name) ? '已有同名的引用数据' : null)}
      >
        <Input maxLength={60} placeholder="如：培训群众人次" />
      </Field>
      <div className="pair">
        <Field name="value" label="数值" required>
          <Input maxLength={30} />
        </Field>
        <Field name="unit" label="单位">
          <Input maxLength={12} placeholder="如：人次" />
        </Field>
      </div>
      <Field name="document" label="出自哪份材料" required>
        <Input maxLength={120} placeholder="如：2023年技能培训台账" />
      </Field>
      <div className="pair">
        <Field name="date" label="材料日期" required>
          <DateField />
        </Field>
        <Field name="by" label="由谁提供" required>
          <Input maxLength={60} />
        </Field>
      </div>
    </FormDrawer>
  );
}
