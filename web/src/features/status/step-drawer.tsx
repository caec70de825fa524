import { Form } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { addMonths, chineseDate, type PlainDate } from '#kernel/plain-date';
import { api } from '../../api.ts';
import { useToday } from '../../app/today.ts';
import { DateField } from '../../patterns/date-field.tsx';
import { Field } from '../../patterns/field.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { FindingList } from '../admissions/finding-list.tsx';
import { MeetingField } from './meeting-field.tsx';
import { checkQuery, type CaseDetail, type Next } from './queries.ts';
import { StepFields } from './step-fields.tsx';
import { readStep, type StepValues } from './step-form.ts';

interface StepDrawerProps {
  readonly detail: CaseDetail;
  /** The step to be done; nothing: closed. */
  readonly next: Next | undefined;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

/** One step of a case: its day, evidence and fields, checked while they are filled. */
export function StepDrawer({ detail, next, onClose, onSaved }: StepDrawerProps): ReactNode {
  const today = useToday();
  if (next === undefined) return null;
  const { caseId, version: basedOn, defaults } = detail;
  const told = {
    ...(next.asks.includes('months') ? { months: defaults.correctMonths } : {}),
    ...(next.asks.includes('regulation')
      ? { regulation: detail.kind === 'discipline' ? 'discipline' : 'handling' }
      : {}),
  };
  return (
    <FormDrawer<StepValues, unknown>
      title={`${next.label}：${detail.name}`}
      open
      onClose={onClose}
      width={640}
      saveLabel="办理这一步"
      savedWords={`已办理“${next.label}”`}
      lead="日期写实际办理的日期。只填条款项、日期和文号，不写缘由。"
      initial={{ on: today, papers: [], told }}
      save={(values, commandId) =>
        api.status.doStep({
          caseId,
          move: next.move,
          on: values.on as PlainDate,
          ...readStep(next, values),
          basedOn,
          commandId,
        })
      }
      onSaved={onSaved}
    >
      {next.meeting === null ? null : <MeetingField detail={detail} needed={next.meeting} />}
      <Field
        name="on"
        label={next.move === 'record' ? '处分生效日期' : '办理日期'}
        required
        rule={
          next.earliest !== null && next.earliest > today
            ? `最早${chineseDate(next.earliest)}`
            : undefined
        }
      >
        <DateField />
      </Field>
      <StepFields detail={detail} next={next} />
      {next.move === 'record' ? <ProposeEnd detail={detail} /> : null}
      <LiveCheck detail={detail} next={next} />
    </FormDrawer>
  );
}

const MONTHS = {
  warning: 'warningMonths',
  serious_warning: 'seriousMonths',
  removal: 'removalMonths',
  probation: 'probationMonths',
} as const;

/** The end of the effect is proposed from the settings; whoever has the paper in hand changes it. */
function ProposeEnd({ detail }: { detail: CaseDetail }): ReactNode {
  const form = Form.useFormInstance<StepValues>();
  const values = Form.useWatch<StepValues | undefined>([], form);
  const sanction = values?.told?.sanction as keyof typeof MONTHS | undefined;
  const on = typeof values?.on === 'string' ? values.on : null;
  useEffect(() => {
    if (sanction === undefined || on === null) return;
    form.setFieldValue(['told', 'until'], addMonths(on, detail.defaults[MONTHS[sanction]]));
  }, [sanction, on, form, detail]);
  return null;
}

const PAUSE = 400;

/** The text as it stands after a short pause in typing. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = window.setTimeout(() => setSettled(text), PAUSE);
    return () => window.clearTimeout(timer);
  }, [text]);
  return settled;
}

/** What the server says of the form so far. */
function LiveCheck({ detail, next }: { detail: CaseDetail; next: Next }): ReactNode {
  const values = Form.useWatch<StepValues | undefined>([]) ?? {};
  const on = typeof values.on === 'string' ? values.on : null;
  const asked = useSettled(JSON.stringify([on, JSON.stringify(readStep(next, values))]));
  const [day, text] = JSON.parse(asked) as [PlainDate | null, string];
  const query = useQuery({
    ...checkQuery(detail.caseId, next.move, day ?? ('' as PlainDate), text),
    enabled: day !== null,
  });
  const found = day === null ? [] : (query.data?.findings ?? []);
  const blocked = found.some((one) => one.effect !== 'tells');
  return (
    <div className="live-check" role="status" aria-label="核对结果" aria-busy={query.isFetching}>
      {day === null ? (
        <p className="muted">填写日期后自动核对。</p>
      ) : query.error !== null && query.data === undefined ? (
        <p className="muted">现在没有能够核对，保存时还会核对一次。</p>
      ) : query.data === undefined ? (
        <p className="muted">正在核对</p>
      ) : (
        <>
          <p className={blocked ? 'check-head' : 'check-head fine'}>
            {blocked ? '还不能办理：' : '核对通过，可以办理。'}
          </p>
          <FindingList findings={found} label="核对结果" />
        </>
      )}
    </div>
  );
}
