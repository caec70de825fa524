import { Checkbox, Input, Select } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { PersonId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import { api } from '../../api.ts';
import { useToday } from '../../app/today.ts';
import { DateField } from '../../patterns/date-field.tsx';
import { Field } from '../../patterns/field.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { renewOrganisations, type Groups } from './queries.ts';

type Group = Groups['groups'][number];
type Member = Groups['ungrouped'][number];

export type GroupAct =
  | { readonly kind: 'found' }
  | { readonly kind: 'rename' | 'dissolve' | 'leader'; readonly group: Group }
  | { readonly kind: 'assign'; readonly members: readonly Member[]; readonly group?: Group };

interface Values {
  readonly on: PlainDate;
  readonly name?: string;
  readonly people?: PersonId[];
  readonly target?: string;
  readonly leader?: PersonId;
}

const NONE = 'none';

const TITLES: Record<GroupAct['kind'], string> = {
  found: '设立党小组',
  rename: '党小组更名',
  dissolve: '撤销党小组',
  leader: '定组长',
  assign: '编入党小组',
};

interface GroupDrawersProps {
  readonly orgId: string;
  readonly data: Groups | undefined;
  readonly act: GroupAct | null;
  readonly onClose: () => void;
}

/** The drawers of 党小组. */
export function GroupDrawers({ orgId, data, act, onClose }: GroupDrawersProps): ReactNode {
  const today = useToday();
  const queries = useQueryClient();
  if (act === null || data === undefined) return null;
  const group = 'group' in act ? act.group : undefined;
  const save = (
    values: Values,
    commandId: Parameters<typeof api.organisations.foundGroup>[0]['commandId'],
  ): Promise<unknown> => {
    const { on, name = '' } = values;
    const groupId: string = group?.groupId ?? '';
    switch (act.kind) {
      case 'found':
        return api.organisations.foundGroup({ orgId, name, on, commandId });
      case 'rename':
        return api.organisations.renameGroup({ groupId, name, on, commandId });
      case 'dissolve':
        return api.organisations.dissolveGroup({ groupId, on, commandId });
      case 'leader':
        return api.organisations.appoint({
          orgId,
          personId: values.leader ?? '',
          kind: 'group_leader',
          wayIn: 'appointment',
          groupId,
          on,
          commandId,
        });
      default:
        return api.organisations.assignGroup({
          orgId,
          groupId: values.target === NONE ? null : (values.target ?? null),
          personIds: values.people ?? [],
          on,
          commandId,
        });
    }
  };
  return (
    <FormDrawer<Values, unknown>
      title={group === undefined ? TITLES[act.kind] : `${TITLES[act.kind]}：${group.name}`}
      open
      onClose={onClose}
      onSaved={() => renewOrganisations(queries)}
      initial={{ on: today, name: group?.name ?? '' }}
      lead={
        act.kind === 'dissolve'
          ? '组长职务同日结束，党员回到尚未编组。'
          : act.kind === 'leader'
            ? '组长由党支部指定，也可以由本组党员推荐产生。'
            : undefined
      }
      save={save}
    >
      <Field name="on" label="从哪天起" required>
        <DateField />
      </Field>
      {act.kind === 'found' || act.kind === 'rename' ? (
        <Field name="name" label="名称" required>
          <Input maxLength={30} placeholder="如 第一党小组" />
        </Field>
      ) : null}
      {act.kind === 'leader' ? (
        <Field name="leader" label="组长" required>
          <Select
            options={act.group.members.map((one) => ({ value: one.personId, label: one.name }))}
            notFoundContent="先编入党员"
          />
        </Field>
      ) : null}
      {act.kind === 'assign' ? (
        <>
          <Field name="target" label="编入" required>
            <Select
              options={[
                ...data.groups
                  .filter((one) => one.groupId !== group?.groupId)
                  .map((one) => ({ value: one.groupId as string, label: one.name })),
                ...(group === undefined ? [] : [{ value: NONE, label: '不编组' }]),
              ]}
            />
          </Field>
          <Field name="people" label="党员" required>
            <Checkbox.Group
              options={act.members.map((one) => ({
                value: one.personId,
                label: one.unit === '' ? one.name : `${one.name}（${one.unit}）`,
              }))}
            />
          </Field>
        </>
      ) : null}
    </FormDrawer>
  );
}
