import { Form, Input } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { DOERS } from '#contract/admissions';
import { chineseDate, type PlainDate } from '#kernel/plain-date';
import { api } from '../../api.ts';
import { useToday } from '../../app/today.ts';
import { DateField } from '../../patterns/date-field.tsx';
import { Field } from '../../patterns/field.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { FindingList } from './finding-list.tsx';
import { MeetingField } from './meeting-field.tsx';
import { checkQuery, type CaseDetail, type Finding, type Next } from './queries.ts';
import { StepFields } from './step-fields.tsx';
import { checkText, readStep, type StepValues } from './step-form.ts';
import { summaryOf } from './words.ts';

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
  const { caseId, version: basedOn } = detail;
  return (
    <FormDrawer<StepValues, unknown>
      title={`${next.label}：${detail.name}`}
      open
      onClose={onClose}
      width={640}
      saveLabel="办理这一步"
      savedWords={`已办理“${next.label}”`}
      lead={`由${DOERS[next.actor]}办理。日期写实际办理的日期，以前办的可以补录。`}
      initial={{ on: today, papers: [] }}
      save={(values, commandId) =>
        api.admissions.doStep({
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
        label="办理日期"
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
      <LiveCheck detail={detail} next={next} />
    </FormDrawer>
  );
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

/** One field a rule that leaves room; it stays while something is written in it. */
function reasonsAsked(
  found: readonly Finding[],
  written: Readonly<Record<string, string>>,
): readonly Finding[] {
  const asked = found.filter(
    (one) => one.effect === 'reason' || (written[one.rule] !== undefined && one.rule !== ''),
  );
  return asked.filter((one, index) => asked.findIndex((o) => o.rule === one.rule) === index);
}

/** What the server says of the form so far, with a field for each reason it leaves room for. */
function LiveCheck({ detail, next }: { detail: CaseDetail; next: Next }): ReactNode {
  const values = Form.useWatch<StepValues | undefined>([]) ?? {};
  const form = readStep(next, values);
  const on = typeof values.on === 'string' ? values.on : null;
  const asked = useSettled(JSON.stringify([on, checkText(form)]));
  const [day, text] = JSON.parse(asked) as [PlainDate | null, string];
  const query = useQuery({
    ...checkQuery(detail.caseId, next.move, day ?? ('' as PlainDate), text),
    enabled: day !== null,
  });
  const found = day === null ? [] : (query.data?.findings ?? []);
  const blocked = found.some((one) => one.effect !== 'tells');
  return (
    <div className="live-check">
      {reasonsAsked(found, form.reasons).map((one) => (
        <Field
          key={one.rule}
          name={['reasons', one.rule]}
          label={`原因：${summaryOf(one)}`}
          rule="一般应当遵守；确有特殊情况的写明原因，原因会一直显示在纪实里。"
        >
          <Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} />
        </Field>
      ))}
      <div role="status" aria-label="核对结果" aria-busy={query.isFetching}>
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
    </div>
  );
}
