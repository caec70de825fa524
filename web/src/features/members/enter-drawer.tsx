import { Input, Radio, Select } from 'antd';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { CATEGORIES, SEXES } from '#contract/members';
import type { PersonId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import { api } from '../../api.ts';
import { useMe } from '../../app/session.ts';
import { useToday } from '../../app/today.ts';
import { DateField } from '../../patterns/date-field.tsx';
import { Field } from '../../patterns/field.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { OrgPicker, type OrgChoice } from '../../patterns/pickers.tsx';
import { LooseDayField } from './loose-day-field.tsx';
import { codesQuery } from './queries.ts';

type WayIn = NonNullable<Parameters<typeof api.members.enter>[0]['wayIn']>;

interface Values {
  readonly org: OrgChoice;
  readonly name: string;
  readonly category: keyof typeof CATEGORIES;
  readonly sex?: 'male' | 'female';
  readonly idNumber?: string;
  readonly phone?: string;
  readonly bornOn?: string | null;
  readonly ethnic?: string;
  readonly education?: string;
  readonly joinedOn?: string | null;
  readonly regularisedOn?: string | null;
  readonly work?: string;
  readonly job?: string;
  readonly wayIn: WayIn;
  readonly inPaper?: string;
  readonly inFrom?: string;
  readonly from: PlainDate;
}

interface EnterDrawerProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onSaved: (personId: PersonId) => void;
}

const choices = (table: Readonly<Record<string, string>>) =>
  Object.entries(table).map(([value, label]) => ({ value, label }));

/** One member into the roster; what is not known yet may stay blank and is asked for in 信息质量. */
export function EnterDrawer({ open, onClose, onSaved }: EnterDrawerProps): ReactNode {
  const me = useMe();
  const today = useToday();
  const here: OrgChoice = { id: me.acting.orgId, label: me.acting.organisation };
  return (
    <FormDrawer<Values, PersonId>
      title="登记党员"
      open={open}
      onClose={onClose}
      initial={{ org: here, category: 'full', wayIn: 'opening', from: today }}
      lead="一名党员只有一个组织关系；已在别的党组织的，请办理组织关系接转。"
      save={async ({ org, ...values }, commandId) => {
        const saved = await api.members.enter({
          ...values,
          orgId: org.id,
          bornOn: values.bornOn ?? null,
          joinedOn: values.joinedOn ?? null,
          regularisedOn: values.regularisedOn ?? null,
          commandId,
        });
        return saved.personId;
      }}
      onSaved={onSaved}
    >
      {me.acting.standing === 'above' ? (
        <Field name="org" label="登记到" required>
          <OrgPicker />
        </Field>
      ) : (
        <Field name="org" label="登记到">
          <OrgPicker disabled />
        </Field>
      )}
      <div className="pair">
        <Field name="name" label="姓名" required rule="与身份证一致。">
          <Input maxLength={40} autoComplete="off" />
        </Field>
        <Field name="category" label="人员类别" required>
          <Radio.Group options={choices(CATEGORIES)} />
        </Field>
      </div>
      <div className="pair">
        <Field name="idNumber" label="公民身份号码" rule="填了号码，出生日期和性别可以不填。">
          <Input maxLength={30} autoComplete="off" />
        </Field>
        <Field name="phone" label="手机号码">
          <Input maxLength={20} autoComplete="off" inputMode="tel" />
        </Field>
      </div>
      <div className="pair">
        <Field name="bornOn" label="出生日期" rule="以人事档案为准。">
          <LooseDayField />
        </Field>
        <Field name="sex" label="性别">
          <Radio.Group options={choices(SEXES)} />
        </Field>
      </div>
      <CodeFields />
      <div className="pair">
        <Field
          name="joinedOn"
          label="入党日期"
          rule="支部党员大会通过其为预备党员之日。"
          basis="《中国共产党党员教育管理工作条例》第24条"
        >
          <LooseDayField />
        </Field>
        <Field
          name="regularisedOn"
          label="转正日期"
          rule="党龄从这一天算起。"
          basis="《中国共产党发展党员工作细则》第33条"
        >
          <LooseDayField />
        </Field>
      </div>
      <WayFields />
    </FormDrawer>
  );
}

function CodeFields(): ReactNode {
  const codes = useQuery(codesQuery).data;
  const list = (table: readonly { key: string; name: string }[] | undefined) =>
    (table ?? []).map(({ key, name }) => ({ value: key, label: name }));
  return (
    <>
      <div className="pair">
        <Field name="ethnic" label="民族">
          <Select
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            options={list(codes?.ethnic)}
          />
        </Field>
        <Field name="education" label="学历" rule="填写最高学历。">
          <Select
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            options={list(codes?.education)}
          />
        </Field>
      </div>
      <div className="pair">
        <Field name="work" label="工作岗位">
          <Select
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            options={list(codes?.work)}
          />
        </Field>
        <Field name="job" label="职务">
          <Input maxLength={200} />
        </Field>
      </div>
    </>
  );
}

function WayFields(): ReactNode {
  const ways = useQuery(codesQuery).data?.waysIn ?? [];
  return (
    <>
      <div className="pair">
        <Field name="wayIn" label="增加方式" required>
          <Select options={ways.map(({ key, name }) => ({ value: key, label: name }))} />
        </Field>
        <Field name="from" label="自哪一天在册" required>
          <DateField />
        </Field>
      </div>
      <div className="pair">
        <Field name="inFrom" label="从哪里转来">
          <Input maxLength={80} />
        </Field>
        <Field name="inPaper" label="依据的文件或介绍信号">
          <Input maxLength={80} />
        </Field>
      </div>
    </>
  );
}
