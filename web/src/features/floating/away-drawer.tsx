import { Checkbox, Input, Select } from 'antd';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { AwayReason, PlaceKind, ToldBy } from '#contract/floating';
import type { OrgId, PersonId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import { api } from '../../api.ts';
import { useToday } from '../../app/today.ts';
import { DateField } from '../../patterns/date-field.tsx';
import { Field } from '../../patterns/field.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { SearchSelect, type Choice } from '../../patterns/search-select.tsx';
import { proposalsQuery, type AwayRow } from './queries.ts';
import { placeOptions, reasonOptions, toldOptions } from './words.ts';

const EDU19 = '《中国共产党党员教育管理工作条例》';

interface Values {
  readonly personId: PersonId;
  readonly reason: AwayReason;
  readonly placeKind: PlaceKind;
  readonly place: string;
  readonly leftOn: PlainDate;
  readonly expectedOn?: PlainDate | null;
  readonly phone?: string;
  readonly keeperId?: PersonId | null;
  readonly fixed?: boolean;
  readonly toldBy?: ToldBy;
  readonly host?: Choice<OrgId> | null;
  readonly hostName?: string;
  readonly certificateNo?: string;
}

interface AwayDrawerProps {
  readonly orgId: OrgId;
  readonly open: boolean;
  /** The registration that is corrected; null: a new one. */
  readonly row: AwayRow | null;
  /** Proposed for a new one: marked as 流动 in the roster, not entered here. */
  readonly personId?: PersonId;
  readonly onClose: () => void;
  readonly onSaved: (awayId: AwayRow['awayId']) => void;
}

const bySound = {
  filterOption: (typed: string, option?: { readonly finds: readonly string[] }) =>
    (option?.finds ?? []).some((one) => one.includes(typed.trim().toLowerCase())),
};

function PersonFields({ orgId, corrects }: { orgId: OrgId; corrects: boolean }): ReactNode {
  const { data } = useQuery(proposalsQuery(orgId));
  const keeper = (
    <Field
      name="keeperId"
      label="支部联系人"
      required={data?.keeperRequired === true}
      rule="明确专人保持联系；村党支部必须明确。"
      basis={`${EDU19}第33条`}
    >
      <Select
        allowClear
        showSearch={bySound}
        placeholder="姓名、拼音或首字母"
        options={(data?.keepers ?? []).map((one) => ({
          value: one.personId,
          label: one.post === '' ? one.name : `${one.name}（${one.post}）`,
          finds: one.finds,
        }))}
      />
    </Field>
  );
  if (corrects) return keeper;
  return (
    <>
      <Field name="personId" label="党员" required>
        <Select
          showSearch={bySound}
          placeholder="姓名、拼音或首字母"
          options={(data?.people ?? []).map((one) => ({
            value: one.personId,
            label: one.name,
            finds: one.finds,
          }))}
        />
      </Field>
      {keeper}
    </>
  );
}

function MoreFields(): ReactNode {
  return (
    <details className="more-fields">
      <summary>还可以填：地点固定、流入地党组织、活动证编号</summary>
      <Field
        name="fixed"
        label="地点"
        valueProp="checked"
        rule="外出6个月以上、地点相对固定的，应当转接组织关系。"
        basis={`${EDU19}第25条`}
      >
        <Checkbox>地点相对固定</Checkbox>
      </Field>
      <Field name="host" label="流入地党组织（本县）" rule="选了以后，对方能看到并接收登记。">
        <SearchSelect<OrgId>
          source={['floating', 'hosts']}
          placeholder="党组织名称里的几个字"
          search={async (q) =>
            q === ''
              ? []
              : (await api.floating.hosts({ q })).rows.map((one) => ({
                  id: one.orgId,
                  label: one.name,
                }))
          }
        />
      </Field>
      <Field name="hostName" label="流入地党组织（本县以外）">
        <Input maxLength={100} autoComplete="off" />
      </Field>
      <Field name="certificateNo" label="活动证编号" rule="由县委组织部统一编号。">
        <Input maxLength={40} autoComplete="off" />
      </Field>
      <Field name="toldBy" label="怎么知道的">
        <Select options={toldOptions} />
      </Field>
    </details>
  );
}

/** 登记流出 in eight fields, or its correction. */
export function AwayDrawer({
  orgId,
  open,
  row,
  personId,
  onClose,
  onSaved,
}: AwayDrawerProps): ReactNode {
  const today = useToday();
  const initial: Partial<Values> =
    row === null
      ? {
          leftOn: today,
          toldBy: 'self',
          reason: 'work',
          ...(personId === undefined ? {} : { personId }),
        }
      : {
          reason: row.reason,
          placeKind: row.placeKind,
          place: row.place,
          leftOn: row.leftOn,
          expectedOn: row.expectedOn,
          keeperId: row.keeperId,
          fixed: row.fixed,
          toldBy: row.toldBy,
          host: row.hostOrgId === null ? null : { id: row.hostOrgId, label: row.hostName },
          hostName: row.hostOrgId === null ? row.hostName : '',
          certificateNo: row.certificateNo,
        };
  return (
    <FormDrawer<Values, AwayRow['awayId']>
      title={row === null ? '登记流出' : `更正：${row.name}`}
      open={open}
      onClose={onClose}
      onSaved={onSaved}
      initial={initial}
      lead="党员外出前报告去向、时间和联系方式。登记以后，开会名单里会注明“流动党员”，缺席不计入提醒。"
      save={async (values, commandId) => {
        const told = {
          reason: values.reason,
          placeKind: values.placeKind,
          place: values.place,
          leftOn: values.leftOn,
          expectedOn: values.expectedOn ?? null,
          keeperId: values.keeperId ?? null,
          fixed: values.fixed ?? false,
          toldBy: values.toldBy ?? 'self',
          hostOrgId: values.host?.id ?? null,
          hostName: values.hostName ?? '',
          certificateNo: values.certificateNo ?? '',
          phone:
            values.phone === undefined || values.phone.trim() === '' ? undefined : values.phone,
          commandId,
        };
        if (row !== null) {
          await api.floating.change({ awayId: row.awayId, ...told });
          return row.awayId;
        }
        return (await api.floating.register({ orgId, personId: values.personId, ...told })).awayId;
      }}
    >
      <PersonFields orgId={orgId} corrects={row !== null} />
      <div className="pair">
        <Field name="reason" label="外出原因" required>
          <Select options={reasonOptions} />
        </Field>
        <Field name="placeKind" label="范围" required>
          <Select options={placeOptions} />
        </Field>
      </div>
      <Field name="place" label="去向" required rule="到县（市、区）或街道、单位。">
        <Input maxLength={100} autoComplete="off" />
      </Field>
      <div className="pair">
        <Field name="leftOn" label="外出日期" required>
          <DateField />
        </Field>
        <Field name="expectedOn" label="预计返回">
          <DateField />
        </Field>
      </div>
      <Field
        name="phone"
        label="联系电话"
        rule={
          row === null || row.phone === ''
            ? '加密保存，只给联系人看。'
            : `现为${row.phone}，不改就不填。`
        }
      >
        <Input maxLength={30} autoComplete="off" inputMode="tel" />
      </Field>
      <MoreFields />
    </FormDrawer>
  );
}
