import { Checkbox, Form, Input, Radio } from 'antd';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { SEXES } from '#contract/members';
import type { OrgId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import { api } from '../../api.ts';
import { useMe } from '../../app/session.ts';
import { useToday } from '../../app/today.ts';
import { DateField } from '../../patterns/date-field.tsx';
import { Field } from '../../patterns/field.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import {
  OrgPicker,
  PersonPicker,
  type OrgChoice,
  type PersonChoice,
} from '../../patterns/pickers.tsx';
import { EarlierSteps } from './earlier-steps.tsx';
import { earlierSteps, type EarlierValues } from './earlier.ts';
import { usualQuery, type CaseId } from './queries.ts';
import { choices } from './words.ts';

interface Values extends EarlierValues {
  readonly branch?: OrgChoice;
  readonly who: 'new' | 'probationary';
  readonly person?: PersonChoice;
  readonly name?: string;
  readonly sex?: 'male' | 'female';
  readonly bornOn?: PlainDate;
  readonly idNumber?: string;
  readonly phone?: string;
  readonly work?: string;
  readonly league?: boolean;
  readonly mobile?: boolean;
  readonly on: PlainDate;
  readonly fromPaper?: boolean;
}

interface BeginDrawerProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onSaved: (caseId: CaseId) => void;
}

/** 登记入党申请: somebody new, or a probationary member whose steps so far are on paper. */
export function BeginDrawer({ open, onClose, onSaved }: BeginDrawerProps): ReactNode {
  const me = useMe();
  const today = useToday();
  const above = me.acting.standing === 'above';
  const usual = useQuery({ ...usualQuery, enabled: open }).data?.steps ?? [];
  return (
    <FormDrawer<Values, { caseId: CaseId }>
      title="登记入党申请"
      open={open}
      onClose={onClose}
      width={640}
      lead="收到入党申请书后登记。以前的步骤已在纸质材料上办过的，可以一次补上，从现在的进度接着办。"
      initial={{ who: 'new', on: today }}
      save={(values, commandId) => {
        const { who, person, branch, fromPaper } = values;
        const taken = who === 'probationary' || fromPaper === true;
        return api.admissions.begin({
          commandId,
          orgId: above && branch !== undefined ? branch.id : me.acting.orgId,
          ...(who === 'probationary'
            ? { personId: person?.id }
            : {
                name: values.name,
                sex: values.sex,
                bornOn: values.bornOn ?? undefined,
                idNumber: values.idNumber,
                phone: values.phone,
                work: values.work,
              }),
          league: values.league ?? false,
          mobile: values.mobile ?? false,
          steps: [
            { move: 'apply', on: values.on, told: {} },
            ...(taken ? earlierSteps(values, usual) : []),
          ],
        });
      }}
      onSaved={(saved) => onSaved(saved.caseId)}
    >
      {above ? (
        <Field name="branch" label="党支部" required>
          <OrgPicker />
        </Field>
      ) : null}
      <Field name="who" label="登记对象">
        <Radio.Group
          options={[
            { value: 'new', label: '新的申请人' },
            { value: 'probationary', label: '花名册里的预备党员（接续纸质材料）' },
          ]}
        />
      </Field>
      <WhoFields own={me.acting.orgId} above={above} />
      <Field
        name="on"
        label="递交入党申请书的日期"
        required
        rule="申请入党须年满18周岁。"
        basis="《中国共产党发展党员工作细则》第5条"
      >
        <DateField />
      </Field>
      <PaperFields own={me.acting.orgId} above={above} />
    </FormDrawer>
  );
}

const useBranchOf = (own: OrgId, above: boolean): OrgId | undefined => {
  const branch = Form.useWatch<OrgChoice | undefined>('branch');
  return above ? branch?.id : own;
};

function WhoFields({ own, above }: { own: OrgId; above: boolean }): ReactNode {
  const who = Form.useWatch<Values['who'] | undefined>('who') ?? 'new';
  const orgId = useBranchOf(own, above);
  if (who === 'probationary') {
    const search = async (q: string): Promise<PersonChoice[]> => {
      const { rows } = await api.members.roster({
        q,
        orgId: orgId ?? own,
        category: 'probationary',
        pageSize: 50,
      });
      return rows.map((row) => ({ id: row.personId, label: row.name, detail: row.orgName }));
    };
    return (
      <Field name="person" label="预备党员" required>
        <PersonPicker search={search} sourceName={`probationary ${orgId ?? ''}`} />
      </Field>
    );
  }
  return (
    <>
      <div className="pair">
        <Field name="name" label="姓名" required>
          <Input maxLength={50} autoComplete="off" />
        </Field>
        <Field name="sex" label="性别">
          <Radio.Group options={choices(SEXES)} />
        </Field>
      </div>
      <div className="pair">
        <Field name="bornOn" label="出生日期" required rule="用来核对是否年满18周岁。">
          <DateField />
        </Field>
        <Field name="idNumber" label="公民身份号码" rule="可以以后补；加密保存，查看要写原因。">
          <Input maxLength={30} autoComplete="off" />
        </Field>
      </div>
      <div className="pair">
        <Field name="phone" label="联系电话">
          <Input maxLength={30} inputMode="tel" autoComplete="off" />
        </Field>
        <Field name="work" label="工作单位、职务">
          <Input maxLength={100} />
        </Field>
      </div>
      <div className="pair">
        <Field name="league" label="团员" valueProp="checked">
          <Checkbox>是共青团员</Checkbox>
        </Field>
        <Field name="mobile" label="流动人员" valueProp="checked">
          <Checkbox>外出务工经商等流动人员</Checkbox>
        </Field>
      </div>
    </>
  );
}

function PaperFields({ own, above }: { own: OrgId; above: boolean }): ReactNode {
  const who = Form.useWatch<Values['who'] | undefined>('who') ?? 'new';
  const fromPaper = Form.useWatch<boolean | undefined>('fromPaper') ?? false;
  const orgId = useBranchOf(own, above);
  return (
    <>
      {who === 'probationary' ? null : (
        <Field name="fromPaper" label="以前的步骤" valueProp="checked">
          <Checkbox>从纸质材料接续</Checkbox>
        </Field>
      )}
      {who === 'probationary' || fromPaper ? (
        <EarlierSteps orgId={orgId} probationary={who === 'probationary'} />
      ) : null}
    </>
  );
}
