import { Form, Input, InputNumber, Radio } from 'antd';
import type { ReactNode } from 'react';
import { SEXES } from '#contract/members';
import { TRANSFER_ROUTES } from '#contract/transfers';
import { parsePlainMonth, type PlainDate } from '#kernel/plain-date';
import { api } from '../../api.ts';
import { useMe } from '../../app/session.ts';
import { useToday } from '../../app/today.ts';
import { DateField } from '../../patterns/date-field.tsx';
import { Field } from '../../patterns/field.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { OrgPicker, type OrgChoice } from '../../patterns/pickers.tsx';
import type { TransferId } from './queries.ts';
import { choices } from './words.ts';

interface Values {
  readonly branch?: OrgChoice;
  readonly route: 'online' | 'letter';
  readonly name: string;
  readonly category: 'full' | 'probationary';
  readonly sex?: 'male' | 'female';
  readonly bornOn?: PlainDate | null;
  readonly joinedOn?: PlainDate | null;
  readonly regularisedOn?: PlainDate | null;
  readonly probationEnds?: PlainDate | null;
  readonly idNumber?: string;
  readonly phone?: string;
  readonly fromName: string;
  readonly fromCommittee?: string;
  readonly duesMonth?: string;
  readonly startedOn: PlainDate;
  readonly approvedOn?: PlainDate | null;
  readonly nationalNumber?: string;
  readonly letterNumber?: string;
  readonly letterDays?: number;
}

interface DrawerProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onSaved: (caseId: TransferId) => void;
}

const month = (value: unknown): string | null =>
  typeof value === 'string' && parsePlainMonth(value) === null ? '请写成 2026-05 这样' : null;

/** 登记转入: from an organisation that is not kept here; those kept here arrive by themselves. */
export function BeginInDrawer({ open, onClose, onSaved }: DrawerProps): ReactNode {
  const me = useMe();
  const today = useToday();
  const above = me.acting.standing === 'above';
  return (
    <FormDrawer<Values, { caseId: TransferId }>
      title="登记转入"
      open={open}
      onClose={onClose}
      width={640}
      lead="从系统外的党组织转来的同志在这里登记，接收党支部确认的当天进入花名册。本系统里转来的，会自己出现在“转入”里，不用登记。"
      initial={{ route: 'online', category: 'full', startedOn: today }}
      save={(values, commandId) => {
        const { branch, bornOn, joinedOn, regularisedOn, probationEnds, approvedOn, ...rest } =
          values;
        const { duesMonth, ...fields } = rest;
        return api.transfers.beginIn({
          ...fields,
          commandId,
          orgId: above && branch !== undefined ? branch.id : me.acting.orgId,
          bornOn: bornOn ?? undefined,
          joinedOn: joinedOn ?? undefined,
          regularisedOn: regularisedOn ?? undefined,
          probationEnds: probationEnds ?? undefined,
          approvedOn: approvedOn ?? undefined,
          duesMonth: duesMonth === undefined || duesMonth === '' ? undefined : duesMonth,
        });
      }}
      onSaved={(saved) => onSaved(saved.caseId)}
    >
      {above ? (
        <Field name="branch" label="接收党支部" rule="还没有确定的，写接收党委。" required>
          <OrgPicker />
        </Field>
      ) : null}
      <div className="pair">
        <Field name="name" label="姓名" required>
          <Input maxLength={50} autoComplete="off" />
        </Field>
        <Field name="sex" label="性别">
          <Radio.Group options={choices(SEXES)} />
        </Field>
      </div>
      <Field name="category" label="类别">
        <Radio.Group
          options={[
            { value: 'full', label: '正式党员' },
            { value: 'probationary', label: '预备党员' },
          ]}
        />
      </Field>
      <div className="pair">
        <Field name="bornOn" label="出生日期">
          <DateField />
        </Field>
        <Field name="idNumber" label="公民身份号码" rule="加密保存；已在花名册的会提示。">
          <Input maxLength={30} autoComplete="off" />
        </Field>
      </div>
      <Joined />
      <div className="pair">
        <Field name="fromName" label="原党支部" required>
          <Input maxLength={100} />
        </Field>
        <Field name="fromCommittee" label="原基层党委">
          <Input maxLength={100} />
        </Field>
      </div>
      <Field name="route" label="方式">
        <Radio.Group options={choices(TRANSFER_ROUTES)} />
      </Field>
      <RouteFields />
      <div className="pair">
        <Field
          name="duesMonth"
          label="党费交到"
          rule="据介绍信或对方说明，如 2026-05。"
          check={month}
        >
          <Input maxLength={7} placeholder="2026-05" autoComplete="off" />
        </Field>
        <Field name="phone" label="联系电话">
          <Input maxLength={30} inputMode="tel" autoComplete="off" />
        </Field>
      </div>
    </FormDrawer>
  );
}

function Joined(): ReactNode {
  const category = Form.useWatch<Values['category'] | undefined>('category') ?? 'full';
  return (
    <div className="pair">
      <Field name="joinedOn" label="入党日期">
        <DateField />
      </Field>
      {category === 'full' ? (
        <Field key="full" name="regularisedOn" label="转正日期">
          <DateField />
        </Field>
      ) : (
        <Field key="probation" name="probationEnds" label="预备期满日期">
          <DateField />
        </Field>
      )}
    </div>
  );
}

function RouteFields(): ReactNode {
  const route = Form.useWatch<Values['route'] | undefined>('route') ?? 'online';
  return route === 'online' ? (
    <>
      <div className="pair">
        <Field key="start" name="startedOn" label="对方发起日期" required>
          <DateField />
        </Field>
        <Field name="approvedOn" label="转出党委审批日期">
          <DateField />
        </Field>
      </div>
      <Field name="nationalNumber" label="全国系统里的编号">
        <Input maxLength={60} autoComplete="off" />
      </Field>
    </>
  ) : (
    <>
      <Field key="letter" name="startedOn" label="介绍信日期" required>
        <DateField />
      </Field>
      <div className="pair">
        <Field name="letterNumber" label="介绍信编号" required>
          <Input maxLength={40} autoComplete="off" />
        </Field>
        <Field name="letterDays" label="有效期" required rule="最长不超过90天。">
          <InputNumber min={1} max={90} precision={0} controls={false} suffix="天" />
        </Field>
      </div>
    </>
  );
}
