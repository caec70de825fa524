import { Checkbox, Form, Input, Radio } from 'antd';
import type { ReactNode } from 'react';
import { SANCTIONS, STATUS_KINDS } from '#contract/status';
import type { PlainDate } from '#kernel/plain-date';
import { api } from '../../api.ts';
import { useMe } from '../../app/session.ts';
import { useToday } from '../../app/today.ts';
import { DateField } from '../../patterns/date-field.tsx';
import { Field } from '../../patterns/field.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { PersonPicker, type PersonChoice } from '../../patterns/pickers.tsx';
import type { CaseId, Kind } from './queries.ts';
import { choices, KIND_LEADS } from './words.ts';

interface Values {
  readonly person: PersonChoice;
  readonly kind: Kind;
  readonly fromPaper?: boolean;
  readonly on: PlainDate;
  readonly paper?: string;
  readonly sanction?: keyof typeof SANCTIONS | 'expulsion';
  readonly organ?: string;
  readonly until?: PlainDate;
}

interface BeginDrawerProps {
  readonly open: boolean;
  /** Already chosen, from a person's page. */
  readonly person?: PersonChoice;
  readonly onClose: () => void;
  readonly onSaved: (caseId: CaseId) => void;
}

/** 开始办理: whom and what; or what was decided on paper before. */
export function BeginDrawer({ open, person, onClose, onSaved }: BeginDrawerProps): ReactNode {
  const me = useMe();
  const today = useToday();
  return (
    <FormDrawer<Values, { caseId: CaseId }>
      title="开始办理"
      open={open}
      onClose={onClose}
      width={640}
      lead="开始办理不影响党员权利，决定生效以后才改变。由书记、组织委员、纪检委员办理。"
      initial={{ on: today, ...(person === undefined ? {} : { person }) }}
      saveLabel="开始"
      savedWords="已开始"
      save={(values, commandId) =>
        values.fromPaper === true
          ? api.status.takeOver({
              personId: values.person.id,
              kind: values.kind,
              on: values.on,
              paper: values.paper ?? '',
              sanction: values.sanction,
              organ: values.organ,
              until: values.until ?? undefined,
              commandId,
            })
          : api.status.begin({ personId: values.person.id, kind: values.kind, commandId })
      }
      onSaved={(saved) => onSaved(saved.caseId)}
    >
      <Field name="person" label="同志" required>
        <PersonPicker {...(me.acting.standing === 'above' ? {} : { orgId: me.acting.orgId })} />
      </Field>
      <KindField />
      <Field
        name="fromPaper"
        label="以前已办结的"
        valueProp="checked"
        rule="据纸质材料登记结论，不再办理各个步骤；从生效日起改变党籍或者党员权利。"
      >
        <Checkbox>据纸质材料登记</Checkbox>
      </Field>
      <PaperFields />
    </FormDrawer>
  );
}

function KindField(): ReactNode {
  const kind = Form.useWatch<Kind | undefined>('kind');
  return (
    <Field
      name="kind"
      label="事项"
      required
      rule={kind === undefined ? undefined : KIND_LEADS[kind]}
    >
      <Radio.Group options={choices(STATUS_KINDS)} />
    </Field>
  );
}

function PaperFields(): ReactNode {
  const fromPaper = Form.useWatch<boolean | undefined>('fromPaper') === true;
  const kind = Form.useWatch<Kind | undefined>('kind');
  const sanction = Form.useWatch<Values['sanction']>('sanction');
  if (!fromPaper) return null;
  const ends = kind === 'correction' || (kind === 'discipline' && sanction !== 'expulsion');
  return (
    <>
      <div className="pair">
        <Field name="on" label="生效日期" required>
          <DateField />
        </Field>
        <Field name="paper" label="文号" required>
          <Input maxLength={60} />
        </Field>
      </div>
      {kind === 'discipline' ? (
        <>
          <Field name="sanction" label="处分种类" required>
            <Radio.Group
              options={[...choices(SANCTIONS), { value: 'expulsion', label: '开除党籍' }]}
            />
          </Field>
          <Field name="organ" label="作出决定的党组织" required>
            <Input maxLength={60} />
          </Field>
        </>
      ) : null}
      {ends ? (
        <Field
          name="until"
          label={kind === 'correction' ? '限期改正止日' : '影响期止日'}
          required
          basis={kind === 'correction' ? undefined : '按上级规定'}
        >
          <DateField />
        </Field>
      ) : null}
    </>
  );
}
