import { Input, Select } from 'antd';
import type { ReactNode } from 'react';
import {
  MEMBER_KINDS,
  ORG_KINDS,
  SECTORS,
  type MemberKind,
  type OrgKind,
  type Sector,
} from '#contract/organisations';
import type { PlainDate } from '#kernel/plain-date';
import { api } from '../../api.ts';
import { useToday } from '../../app/today.ts';
import { DateField } from '../../patterns/date-field.tsx';
import { Field } from '../../patterns/field.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { ActFields, actInput, type ActValues } from './act-fields.tsx';
import type { ActDrawerProps } from './act-drawers.tsx';
import { optionsOf, unitsOf } from './establish-drawer.tsx';

type Saved = Awaited<ReturnType<typeof api.organisations.rename>>;

/** 更名. The old name stays true of the time before. */
export function RenameDrawer({ org, open, onClose, onSaved }: ActDrawerProps): ReactNode {
  const today = useToday();
  const { organisation } = org;
  return (
    <FormDrawer<ActValues & { readonly name: string; readonly shortName: string }, Saved>
      title={`更名：${organisation.name}`}
      open={open}
      onClose={onClose}
      onSaved={onSaved}
      initial={{ name: organisation.name, shortName: organisation.shortName, on: today }}
      lead="从更名日期起用新名称，以前的会议和材料仍写当时的名称。"
      save={(values, commandId) =>
        api.organisations.rename({
          orgId: organisation.orgId,
          name: values.name,
          shortName: values.shortName,
          ...actInput(values),
          commandId,
        })
      }
    >
      <Field name="name" label="新全称" required>
        <Input maxLength={60} />
      </Field>
      <Field name="shortName" label="新简称" required>
        <Input maxLength={30} />
      </Field>
      <ActFields what="更名" />
    </FormDrawer>
  );
}

interface Change {
  readonly on: PlainDate;
  readonly kind: OrgKind;
  readonly sector: Sector;
  readonly memberKind: MemberKind;
  readonly units?: string;
  readonly contact?: string;
  readonly approvedBy?: string;
  readonly approvalPaper?: string;
}

/** 资料变更: kind, sector, kind of members, units covered, contact. */
export function ChangeDrawer({ org, open, onClose, onSaved }: ActDrawerProps): ReactNode {
  const today = useToday();
  const { organisation, contact } = org;
  const joint = organisation.kind === 'joint_branch' || organisation.units.length > 0;
  return (
    <FormDrawer<Change, Saved>
      title={`资料变更：${organisation.name}`}
      open={open}
      onClose={onClose}
      onSaved={onSaved}
      initial={{
        on: today,
        kind: organisation.kind,
        sector: organisation.sector,
        memberKind: organisation.memberKind,
        units: organisation.units.join('\n'),
        contact,
      }}
      save={(values, commandId) =>
        api.organisations.change({
          orgId: organisation.orgId,
          on: values.on,
          kind: values.kind,
          sector: values.sector,
          memberKind: values.memberKind,
          units: unitsOf(values.units),
          contact: values.contact ?? '',
          approvedBy: values.approvedBy ?? '',
          approvalPaper: values.approvalPaper ?? '',
          commandId,
        })
      }
    >
      <Field name="on" label="从哪天起" required>
        <DateField />
      </Field>
      <div className="pair">
        <Field name="kind" label="类别" required>
          <Select options={optionsOf(ORG_KINDS)} />
        </Field>
        <Field name="sector" label="行业" required>
          <Select options={optionsOf(SECTORS)} />
        </Field>
        <Field name="memberKind" label="党员构成" required>
          <Select options={optionsOf(MEMBER_KINDS)} />
        </Field>
      </div>
      <Field
        name="units"
        label={joint ? '覆盖的单位' : '覆盖的单位（联合党支部填写）'}
        rule="一行一个；一般不超过5个。"
      >
        <Input.TextArea rows={3} />
      </Field>
      <Field name="contact" label="联系方式">
        <Input maxLength={120} />
      </Field>
      <div className="pair">
        <Field name="approvedBy" label="批准机关（变更类别时填写）">
          <Input maxLength={60} />
        </Field>
        <Field name="approvalPaper" label="批复文号">
          <Input maxLength={60} />
        </Field>
      </div>
    </FormDrawer>
  );
}
