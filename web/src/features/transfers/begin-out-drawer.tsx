import { Form, Input, Radio, Select } from 'antd';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { SUBJECTS, TRANSFER_ROUTES, WHY } from '#contract/transfers';
import type { Id, OrgId, PersonId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import { api } from '../../api.ts';
import { useMe } from '../../app/session.ts';
import { useToday } from '../../app/today.ts';
import { DateField } from '../../patterns/date-field.tsx';
import { Field } from '../../patterns/field.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { OrgPicker, type OrgChoice } from '../../patterns/pickers.tsx';
import {
  duesQuery,
  findPlaces,
  peersQuery,
  peopleQuery,
  type Peer,
  type Told,
  type TransferId,
} from './queries.ts';
import { choices, monthText } from './words.ts';

interface Values {
  readonly branch?: OrgChoice;
  readonly personId: PersonId;
  readonly where: 'here' | 'peer' | 'outside';
  readonly toTenant?: Id<'Tenant'>;
  readonly to?: OrgChoice & { readonly internal?: boolean };
  readonly toName?: string;
  readonly toCommittee?: string;
  readonly route: 'online' | 'letter';
  readonly why: NonNullable<Told['why']>;
  readonly whyText?: string;
  readonly nationalNumber?: string;
  readonly on: PlainDate;
}

interface DrawerProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onSaved: (caseId: TransferId) => void;
}

const EDU19 = '《中国共产党党员教育管理工作条例》第25条';

/** 办理转出: somebody of the branch, to an organisation kept here or outside. */
export function BeginOutDrawer({ open, onClose, onSaved }: DrawerProps): ReactNode {
  const me = useMe();
  const today = useToday();
  const above = me.acting.standing === 'above';
  const peers = useQuery({ ...peersQuery, enabled: open }).data?.peers ?? [];
  return (
    <FormDrawer<Values, { caseId: TransferId }>
      title="办理转出"
      open={open}
      onClose={onClose}
      width={640}
      saveLabel="发起转出"
      savedWords="已发起"
      lead="在接收之前，由本支部负责管理，花名册不变；接收当天两边的花名册同时变动。"
      initial={{ where: 'here', route: 'online', why: 'work', on: today }}
      save={(values, commandId) =>
        api.transfers.beginOut({
          commandId,
          orgId: above && values.branch !== undefined ? values.branch.id : me.acting.orgId,
          personId: values.personId,
          route: values.route,
          ...(values.where === 'here'
            ? { toOrgId: values.to?.id }
            : values.where === 'peer'
              ? { toTenant: values.toTenant }
              : { toName: values.toName, toCommittee: values.toCommittee }),
          on: values.on,
          told: {
            why: values.why,
            whyText: values.whyText,
            nationalNumber: values.nationalNumber,
          },
        })
      }
      onSaved={(saved) => onSaved(saved.caseId)}
    >
      {above ? (
        <Field name="branch" label="转出党支部" required>
          <OrgPicker />
        </Field>
      ) : null}
      <Who own={me.acting.orgId} above={above} />
      <Field name="where" label="转往">
        <Radio.Group
          options={[
            { value: 'here', label: '本系统里的党组织' },
            ...(peers.length === 0 ? [] : [{ value: 'peer', label: '本系统里的其他单位' }]),
            { value: 'outside', label: '系统外的党组织' },
          ]}
        />
      </Field>
      <Where own={me.acting.orgId} peers={peers} />
      <Field name="route" label="方式" rule="一般办线上接转；确需纸质手续的开介绍信。">
        <Radio.Group options={choices(TRANSFER_ROUTES)} />
      </Field>
      <Field name="why" label="转移的原因" required basis={EDU19}>
        <Select options={choices(WHY)} />
      </Field>
      <WhyText />
      <div className="pair">
        <Field name="on" label="发起日期" required rule="以全国系统里的日期为准。">
          <DateField />
        </Field>
        <Field name="nationalNumber" label="全国系统里的编号" rule="没有的可以以后补。">
          <Input maxLength={60} autoComplete="off" />
        </Field>
      </div>
    </FormDrawer>
  );
}

interface PersonSelectProps {
  readonly orgId: OrgId;
  readonly id?: string;
  readonly value?: PersonId;
  readonly onChange?: (value: PersonId | undefined) => void;
}

function PersonSelect({ orgId, id, value, onChange }: PersonSelectProps): ReactNode {
  const query = useQuery(peopleQuery(orgId));
  return (
    <Select
      id={id}
      showSearch={{ optionFilterProp: 'label' }}
      loading={query.isPending}
      value={value ?? null}
      onChange={(next: PersonId | null | undefined) => onChange?.(next ?? undefined)}
      placeholder="本支部的党员、入党积极分子"
      notFoundContent="没有找到"
      options={(query.data?.people ?? []).map((one) => ({
        value: one.personId,
        label: one.note === '' ? one.name : `${one.name}（${one.note}）`,
      }))}
    />
  );
}

function Who({ own, above }: { own: OrgId; above: boolean }): ReactNode {
  const branch = Form.useWatch<OrgChoice | undefined>('branch');
  const personId = Form.useWatch<PersonId | undefined>('personId');
  const orgId = above ? branch?.id : own;
  const people = useQuery({ ...peopleQuery(orgId ?? own), enabled: orgId !== undefined }).data;
  const subject = people?.people.find((one) => one.personId === personId)?.subject;
  if (orgId === undefined) return null;
  return (
    <>
      <Field name="personId" label="转出的同志" required>
        <PersonSelect orgId={orgId} />
      </Field>
      {personId === undefined ? null : (
        <p className="muted">
          {subject === undefined ? '' : `${SUBJECTS[subject]}。`}
          {subject === 'activist' ? '入党申请书、考察登记表等材料随同转去，培养时间连续计算。' : ''}
          {subject === 'probationary' ? '预备期和发展党员档案随同转去。' : ''}
          {subject === 'full' || subject === 'probationary' ? (
            <Dues orgId={orgId} personId={personId} />
          ) : null}
        </p>
      )}
    </>
  );
}

/** 党费缴至 from the account: shown, never typed. */
function Dues({ orgId, personId }: { orgId: OrgId; personId: PersonId }): ReactNode {
  const query = useQuery(duesQuery(orgId, personId));
  if (query.data === undefined) return null;
  const { month, open } = query.data;
  return (
    <>
      {month === null ? '账上还没有党费记录' : `党费交到${monthText(month)}`}
      {open > 0 ? `，有${open}个月未交，请先补交；不影响办理` : ''}（取自党费台账）
    </>
  );
}

function Where({ own, peers }: { own: OrgId; peers: readonly Peer[] }): ReactNode {
  const where = Form.useWatch<Values['where'] | undefined>('where') ?? 'here';
  const to = Form.useWatch<Values['to']>('to');
  const branch = Form.useWatch<OrgChoice | undefined>('branch');
  const from = branch?.id ?? own;
  if (where === 'here')
    return (
      <>
        <Field
          name="to"
          label="接收党组织"
          required
          rule="写接收的党支部；只知道党委的，写党委，由它确定党支部。"
        >
          <OrgPicker search={findPlaces(from)} sourceName={`transfers ${from}`} />
        </Field>
        {to?.internal === true ? (
          <p className="note" role="status">
            两个党支部在同一个基层党委，不办接转手续：在花名册里打开这位同志的档案，办理“调整所在支部”（由党委办）。
          </p>
        ) : null}
      </>
    );
  if (where === 'peer')
    return (
      <Field
        name="toTenant"
        label="接收单位"
        required
        rule="由接收单位的党委确定党支部，只办线上接转；双方办理情况自动告知。"
      >
        <Select options={peers.map((one) => ({ value: one.tenantId, label: one.name }))} />
      </Field>
    );
  return (
    <div className="pair">
      <Field name="toName" label="接收党支部" required>
        <Input maxLength={100} />
      </Field>
      <Field name="toCommittee" label="接收党委">
        <Input maxLength={100} />
      </Field>
    </div>
  );
}

function WhyText(): ReactNode {
  const why = Form.useWatch<Values['why'] | undefined>('why');
  return why === 'other' ? (
    <Field name="whyText" label="原因说明" required>
      <Input maxLength={200} />
    </Field>
  ) : null;
}
