import { Input, Select } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { AUDIENCES, RHYTHMS, SECTIONS } from '#contract/publication';
import type { OrgId } from '#kernel/ids';
import { api } from '../../api.ts';
import { Field } from '../../patterns/field.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { catalogueQuery, renewPublication } from './queries.ts';

interface ProposeDrawerProps {
  readonly orgId: OrgId;
  readonly open: boolean;
  readonly kind?: string | undefined;
  readonly onClose: () => void;
  readonly onProposed: (itemId: string) => void;
}

interface Values {
  readonly kind: string;
  readonly title: string;
  readonly text: string;
}

/** 提出: a text written here. What stands in a record is proposed from 公开待办 and not typed again. */
export function ProposeDrawer({
  orgId,
  open,
  kind,
  onClose,
  onProposed,
}: ProposeDrawerProps): ReactNode {
  const queries = useQueryClient();
  const kinds = useQuery({ ...catalogueQuery(orgId), enabled: open }).data?.kinds ?? [];
  const options = Object.entries(SECTIONS).map(([section, label]) => ({
    label,
    options: kinds
      .filter((one) => one.section === section && !one.notice && one.kind !== 'party.dues')
      .map((one) => ({
        value: one.kind,
        label: `${one.name}（${RHYTHMS[one.rhythm]}，${AUDIENCES[one.audience]}）`,
      })),
  }));
  return (
    <FormDrawer<Values, { itemId: string }>
      title="提出公开事项"
      open={open}
      onClose={onClose}
      width={720}
      saveLabel="提出"
      savedWords="已提出，请另一位同志审核"
      initial={kind === undefined ? {} : { kind }}
      lead="会议决议、发展对象公示、党费收缴使用情况已经有记录，在“公开待办”里直接公开，不用再写一遍。"
      save={(values, commandId) => api.publication.propose({ orgId, ...values, commandId })}
      onSaved={({ itemId }) => {
        renewPublication(queries);
        onProposed(itemId);
      }}
    >
      <Field name="kind" label="公开目录里的哪一项" required>
        <Select options={options} popupMatchSelectWidth={false} />
      </Field>
      <Field name="title" label="标题" required>
        <Input maxLength={120} />
      </Field>
      <Field
        name="text"
        label="正文"
        required
        rule="一行一段；从表格里复制过来的几行自动成为表格。不要写身份证号、手机号、银行卡号、出生日期和个人病情、困难情况。"
      >
        <Input.TextArea rows={12} maxLength={20_000} />
      </Field>
    </FormDrawer>
  );
}
