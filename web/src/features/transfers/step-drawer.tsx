import { Form, Input } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { TRANSFER_DOERS } from '#contract/transfers';
import type { PlainDate } from '#kernel/plain-date';
import { api } from '../../api.ts';
import { useToday } from '../../app/today.ts';
import { DateField } from '../../patterns/date-field.tsx';
import { Field } from '../../patterns/field.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import type { OrgChoice, PersonChoice } from '../../patterns/pickers.tsx';
import { FindingList } from '../admissions/finding-list.tsx';
import { checkQuery, type Next, type Told, type TransferDetail } from './queries.ts';
import { StepFields } from './step-fields.tsx';

export interface StepValues {
  readonly on?: PlainDate;
  readonly told?: Omit<Told, 'branchId' | 'overseer'> & {
    readonly branchId?: OrgChoice | null;
    readonly overseer?: PersonChoice | null;
  };
  readonly reasons?: Readonly<Record<string, string>>;
}

/** The form as the server takes it: choices become ids, empty fields fall away. */
function readStep(values: StepValues): { told: Told; reasons: Record<string, string> } {
  const { branchId, overseer, ...rest } = values.told ?? {};
  const kept = Object.fromEntries(
    Object.entries(rest).filter(
      ([, value]) => value !== undefined && value !== null && value !== '',
    ),
  ) as Told;
  return {
    told: {
      ...kept,
      ...(branchId === undefined || branchId === null ? {} : { branchId: branchId.id }),
      ...(overseer === undefined || overseer === null ? {} : { overseer: overseer.id }),
    },
    reasons: Object.fromEntries(
      Object.entries(values.reasons ?? {}).filter(([, text]) => (text ?? '').trim() !== ''),
    ),
  };
}

interface StepDrawerProps {
  readonly detail: TransferDetail;
  /** The step to be done; nothing: closed. */
  readonly next: Next | undefined;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

/** One step of a transfer: its day and fields, checked while they are filled. */
export function StepDrawer({ detail, next, onClose, onSaved }: StepDrawerProps): ReactNode {
  const today = useToday();
  if (next === undefined) return null;
  const { caseId, version: basedOn } = detail;
  const lettered = next.asks.includes('letterNumber');
  return (
    <FormDrawer<StepValues, unknown>
      title={`${next.label}：${detail.name}`}
      open
      onClose={onClose}
      width={600}
      saveLabel={next.label}
      savedWords={`已办理“${next.label}”`}
      lead={`由${TRANSFER_DOERS[next.actor]}办理。日期写实际办理的日期${
        detail.route === 'online' ? '，以全国系统里的为准' : ''
      }。`}
      initial={{ on: today, ...(lettered ? { told: detail.proposed } : {}) }}
      save={(values, commandId) =>
        api.transfers.doStep({
          caseId,
          move: next.move,
          on: values.on as PlainDate,
          ...readStep(values),
          basedOn,
          commandId,
        })
      }
      onSaved={onSaved}
    >
      <Field name="on" label="办理日期" required>
        <DateField />
      </Field>
      <StepFields detail={detail} next={next} />
      <LiveCheck detail={detail} next={next} />
    </FormDrawer>
  );
}

const PAUSE = 400;

/** What the server says of the form so far, with a field for each reason it leaves room for. */
function LiveCheck({ detail, next }: { detail: TransferDetail; next: Next }): ReactNode {
  const values = Form.useWatch<StepValues | undefined>([]) ?? {};
  const form = readStep(values);
  const on = typeof values.on === 'string' ? values.on : null;
  const [asked, setAsked] = useState('');
  const now = JSON.stringify([on, form]);
  useEffect(() => {
    const timer = window.setTimeout(() => setAsked(now), PAUSE);
    return () => window.clearTimeout(timer);
  }, [now]);
  const [day, read] = (asked === '' ? [null, {}] : JSON.parse(asked)) as [PlainDate | null, object];
  const query = useQuery({
    ...checkQuery(detail.caseId, next.move, day ?? ('' as PlainDate), JSON.stringify(read)),
    enabled: day !== null,
  });
  const found = day === null ? [] : (query.data?.findings ?? []);
  const blocked = found.some((one) => one.effect !== 'tells');
  const reasons = found.filter(
    (one) => one.effect === 'reason' || form.reasons[one.rule] !== undefined,
  );
  return (
    <div className="live-check">
      {reasons.map((one) => (
        <Field
          key={one.rule}
          name={['reasons', one.rule]}
          label={`原因：${String(one.params['summary'] ?? '')}`}
        >
          <Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} />
        </Field>
      ))}
      <div role="status" aria-label="核对结果" aria-busy={query.isFetching}>
        {query.data === undefined ? (
          <p className="muted">填写后自动核对。</p>
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
