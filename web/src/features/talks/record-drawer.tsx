import { Input, Select } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { Form } from 'antd';
import type { ReactNode } from 'react';
import type { TalkKind } from '#contract/talks';
import type { OrgId, PersonId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import { api } from '../../api.ts';
import { useMe } from '../../app/session.ts';
import { useToday } from '../../app/today.ts';
import { DateField } from '../../patterns/date-field.tsx';
import { Field } from '../../patterns/field.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { kindOptions, peopleQuery } from './queries.ts';
import { foundBy, namesIn } from './names.ts';

interface Values {
  readonly heldOn: PlainDate;
  readonly talker: PersonId;
  readonly partners?: readonly PersonId[];
  readonly others?: string;
  readonly kind?: TalkKind;
  readonly place?: string;
}

/** Two people a form begins with: one talked with the other. */
export interface Pair {
  readonly talker: PersonId;
  readonly partner: PersonId | null;
}

interface RecordDrawerProps {
  readonly orgId: OrgId;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onSaved: () => void;
  /** Of a cell of the coverage page; by itself oneself is the talker. */
  readonly pair?: Pair | null;
}

/** People of the chosen day; those of the committee with their post, so that they are found first. */
function PeopleFields({ orgId }: { orgId: OrgId }): ReactNode {
  const today = useToday();
  const heldOn: unknown = Form.useWatch('heldOn');
  const on = typeof heldOn === 'string' ? (heldOn as PlainDate) : today;
  const people = useQuery(peopleQuery(orgId, on));
  const options = (people.data?.people ?? []).map((one) => ({
    value: one.personId,
    label: one.post === '' ? one.name : `${one.name}（${one.post}）`,
    finds: one.finds,
  }));
  const search = {
    filterOption: (typed: string, option?: { readonly finds: readonly string[] }) =>
      foundBy(typed, option?.finds ?? []),
  };
  return (
    <>
      <Field name="talker" label="谈话人" required>
        <Select options={options} showSearch={search} placeholder="姓名、拼音或首字母" />
      </Field>
      <Field
        name="partners"
        label="谈话对象"
        rule="可以选几个人，一人登记一次；输入姓名后按回车选中。"
      >
        <Select
          mode="multiple"
          options={options}
          showSearch={search}
          placeholder="姓名、拼音或首字母，可选多人"
        />
      </Field>
    </>
  );
}

/** Several talks of one person on one day in one go: date, talker, those talked with. */
export function RecordDrawer({
  orgId,
  open,
  onClose,
  onSaved,
  pair,
}: RecordDrawerProps): ReactNode {
  const me = useMe();
  const today = useToday();
  return (
    <FormDrawer<Values, number>
      title="登记谈心谈话"
      open={open}
      onClose={onClose}
      onSaved={onSaved}
      initial={{
        heldOn: today,
        ...(pair !== undefined && pair !== null
          ? { talker: pair.talker, partners: pair.partner === null ? [] : [pair.partner] }
          : me.personId === null
            ? {}
            : { talker: me.personId }),
      }}
      lead="只登记谁和谁、什么时候谈过。谈话内容由双方自己写，别人看不到。"
      save={async (values, commandId) => {
        const others = namesIn(values.others ?? '');
        const partners = [
          ...(values.partners ?? []).map((personId) => ({ personId })),
          ...others.map((name) => ({ name })),
        ];
        const saved = await api.talks.record({
          orgId,
          commandId,
          talks: partners.map((partner) => ({
            heldOn: values.heldOn,
            place: values.place ?? '',
            kind: values.kind,
            talker: { personId: values.talker },
            partner,
          })),
        });
        return saved.talkIds.length;
      }}
    >
      <Field name="heldOn" label="谈话日期" required>
        <DateField />
      </Field>
      <PeopleFields orgId={orgId} />
      <Field
        name="others"
        label="群众（不是党员的同志）"
        rule="写姓名，几个人用顿号或空格隔开；与群众的谈话要选工作谈话的类别。"
      >
        <Input maxLength={300} autoComplete="off" />
      </Field>
      <Field name="kind" label="类别" rule="支部谈心不用选，按当天任职自动判断。">
        <Select allowClear options={kindOptions} placeholder="支部谈心（自动判断）" />
      </Field>
      <Field name="place" label="地点">
        <Input maxLength={100} autoComplete="off" />
      </Field>
    </FormDrawer>
  );
}
