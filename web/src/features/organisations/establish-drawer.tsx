import { Input, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import {
  MEMBER_KINDS,
  ORG_KINDS,
  SECTORS,
  type MemberKind,
  type OrgKind,
  type Sector,
} from '#contract/organisations';
import { api } from '../../api.ts';
import { useMe } from '../../app/session.ts';
import { useToday } from '../../app/today.ts';
import { Field } from '../../patterns/field.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { OrgPicker, type OrgChoice } from '../../patterns/pickers.tsx';
import { ActFields, actInput, type ActValues } from './act-fields.tsx';
import type { ActDrawerProps } from './act-drawers.tsx';
import type { OrgDetail } from './queries.ts';

export const optionsOf = (table: Readonly<Record<string, string>>) =>
  Object.entries(table).map(([value, label]) => ({ value, label }));

/** Names of units, one a line. */
export const unitsOf = (text: string | undefined): string[] =>
  (text ?? '')
    .split(/[\n、，,]/)
    .map((unit) => unit.trim())
    .filter((unit) => unit !== '');

const wholeNumber = (value: unknown): string | null =>
  /^\d{1,6}$/.test(String(value)) ? null : '请填写人数，如 35';

interface Values extends ActValues {
  readonly parent: OrgChoice;
  readonly name: string;
  readonly shortName: string;
  readonly kind: OrgKind;
  readonly sector: Sector;
  readonly memberKind: MemberKind;
  readonly units?: string;
  readonly members?: string;
  readonly fullMembers?: string;
}

/** 成立: a new body below one, with its papers; the numbers are checked where they are given. */
export function EstablishDrawer({
  parent,
  open,
  onClose,
  onSaved,
}: Omit<ActDrawerProps, 'org'> & { readonly parent: OrgDetail | null }): ReactNode {
  const me = useMe();
  const today = useToday();
  const [sector, setSector] = useState<Sector>('office');
  const [kind, setKind] = useState<OrgKind>('branch');
  const above: OrgChoice =
    parent === null
      ? { id: me.acting.orgId, label: me.acting.organisation }
      : { id: parent.organisation.orgId, label: parent.organisation.name };
  return (
    <FormDrawer<Values, Awaited<ReturnType<typeof api.organisations.establish>>>
      title="成立党组织"
      open={open}
      onClose={onClose}
      onSaved={onSaved}
      initial={{ parent: above, kind, sector, memberKind: 'general', on: today }}
      lead="有正式党员3人以上的，应当成立党支部；党支部党员一般不超过50人。"
      save={(values, commandId) =>
        api.organisations.establish({
          parentId: values.parent.id,
          name: values.name,
          shortName: values.shortName,
          kind: values.kind,
          sector: values.sector,
          memberKind: values.memberKind,
          units: unitsOf(values.units),
          planned:
            values.members === undefined || values.fullMembers === undefined
              ? undefined
              : { members: Number(values.members), fullMembers: Number(values.fullMembers) },
          ...actInput(values),
          commandId,
        })
      }
    >
      <Field name="parent" label="上级党组织" required>
        <OrgPicker />
      </Field>
      <Field name="name" label="全称" required rule="以印章为准。">
        <Input maxLength={60} placeholder="如 中共××局机关支部委员会" />
      </Field>
      <Field name="shortName" label="简称" required>
        <Input maxLength={30} />
      </Field>
      <div className="pair">
        <Field name="kind" label="类别" required>
          <Select options={optionsOf(ORG_KINDS)} onChange={(next: OrgKind) => setKind(next)} />
        </Field>
        <Field name="sector" label="行业" required>
          <Select options={optionsOf(SECTORS)} onChange={(next: Sector) => setSector(next)} />
        </Field>
        <Field name="memberKind" label="党员构成" required>
          <Select options={optionsOf(MEMBER_KINDS)} />
        </Field>
      </div>
      {kind === 'joint_branch' || kind === 'temporary_joint_branch' ? (
        <Field
          name="units"
          label="覆盖的单位"
          required
          rule="一行一个；联合党支部覆盖单位一般不超过5个。"
        >
          <Input.TextArea rows={3} />
        </Field>
      ) : null}
      <div className="pair">
        <Field name="members" label="拟编入党员" check={wholeNumber}>
          <Input maxLength={6} inputMode="numeric" />
        </Field>
        <Field name="fullMembers" label="其中正式党员" check={wholeNumber}>
          <Input maxLength={6} inputMode="numeric" />
        </Field>
      </div>
      <ActFields what="成立" village={sector === 'village'} exception />
    </FormDrawer>
  );
}
