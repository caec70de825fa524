import { Input } from 'antd';
import type { ReactNode } from 'react';
import type { Id } from '#kernel/ids';
import { chineseDate, type PlainDate } from '#kernel/plain-date';
import { api } from '../../api.ts';
import { useToday } from '../../app/today.ts';
import { DateField } from '../../patterns/date-field.tsx';
import { Field } from '../../patterns/field.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import type { CaseDetail } from './queries.ts';

type LocalDone = CaseDetail['locals'][number];
type ObjectionId = CaseDetail['objections'][number]['objectionId'];

/** An act on a case beside its steps. */
export type CaseAct =
  | { readonly kind: 'pause' }
  | { readonly kind: 'resume' }
  | { readonly kind: 'undo'; readonly stepId: string }
  | { readonly kind: 'undo_local'; readonly doneId: LocalDone['doneId'] }
  | { readonly kind: 'object' }
  | { readonly kind: 'answer'; readonly objectionId: ObjectionId };

interface CaseActsProps {
  readonly detail: CaseDetail;
  readonly act: CaseAct | null;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

interface Values {
  readonly on: PlainDate;
  readonly text: string;
}

interface Form {
  readonly title: string;
  readonly saveLabel: string;
  readonly lead: ReactNode;
  /** What the day means; nothing: no day is asked. */
  readonly day?: string;
  /** What is to be written; nothing: nothing is. */
  readonly text?: string;
  readonly save: (values: Values, commandId: Id<'Command'>) => Promise<unknown>;
}

function undoForm(detail: CaseDetail, stepId: string): Form {
  const at = detail.steps.findIndex((one) => one.stepId === stepId);
  const step = detail.steps[at];
  const locals = detail.locals.filter((one) => one.after > at);
  const later = [
    ...detail.steps.slice(at + 1).map((one) => one.label),
    ...locals.map((one) => one.name),
  ];
  return {
    title: `撤回“${step?.label ?? ''}”`,
    saveLabel: '撤回',
    lead: (
      <>
        {step === undefined ? '' : `${chineseDate(step.on)}的“${step.label}”将撤回，可以重新办理。`}
        {later.length === 0
          ? '其后没有别的步骤。'
          : `其后办理的${later.length}步也一并撤回：${later.join('、')}。`}
        撤回的步骤和原因都保留，可以查到。
      </>
    ),
    text: '原因',
    save: ({ text }, commandId) =>
      api.admissions.undoStep({
        caseId: detail.caseId,
        stepId,
        reason: text,
        basedOn: detail.version,
        commandId,
      }),
  };
}

function formOf(detail: CaseDetail, act: CaseAct): Form {
  const { caseId, version: basedOn } = detail;
  switch (act.kind) {
    case 'pause':
      return {
        title: '中止',
        saveLabel: '中止',
        lead: '中止期间不能办理以后的步骤，到期提醒也停止；恢复后接着办。',
        day: '自哪一天起',
        text: '原因',
        save: ({ on, text }, commandId) =>
          api.admissions.pause({ caseId, on, reason: text, basedOn, commandId }),
      };
    case 'resume':
      return {
        title: '恢复',
        saveLabel: '恢复',
        lead: '从这一天起接着办理。',
        day: '自哪一天起',
        save: ({ on }, commandId) => api.admissions.resume({ caseId, on, basedOn, commandId }),
      };
    case 'undo':
      return undoForm(detail, act.stepId);
    case 'undo_local':
      return {
        title: `撤回“${detail.locals.find((one) => one.doneId === act.doneId)?.name ?? ''}”`,
        saveLabel: '撤回',
        lead: '撤回的步骤和原因都保留，可以查到；可以重新办理。',
        text: '原因',
        save: ({ text }, commandId) =>
          api.admissions.undoLocal({
            caseId,
            doneId: act.doneId,
            reason: text,
            basedOn,
            commandId,
          }),
      };
    case 'object':
      return {
        title: '登记公示意见',
        saveLabel: '登记',
        lead: '只记意见的内容，不记是谁提的。',
        day: '收到日期',
        text: '意见内容',
        save: ({ on, text }, commandId) =>
          api.admissions.object({ caseId, receivedOn: on, matter: text, commandId }),
      };
    case 'answer':
      return {
        title: '答复公示意见',
        saveLabel: '答复',
        lead: detail.objections.find((one) => one.objectionId === act.objectionId)?.matter ?? '',
        day: '答复日期',
        text: '核实情况和答复',
        save: ({ on, text }, commandId) =>
          api.admissions.answer({
            caseId,
            objectionId: act.objectionId,
            on,
            answer: text,
            commandId,
          }),
      };
  }
}

const LONGEST = 500;

/** 中止, 恢复, 撤回, 登记意见, 答复: a day and a few words. */
export function CaseActs({ detail, act, onClose, onSaved }: CaseActsProps): ReactNode {
  const today = useToday();
  if (act === null) return null;
  const form = formOf(detail, act);
  return (
    <FormDrawer<Values, unknown>
      title={form.title}
      open
      onClose={onClose}
      saveLabel={form.saveLabel}
      lead={form.lead}
      initial={{ on: today }}
      save={form.save}
      onSaved={onSaved}
    >
      {form.day === undefined ? null : (
        <Field name="on" label={form.day} required>
          <DateField />
        </Field>
      )}
      {form.text === undefined ? null : (
        <Field name="text" label={form.text} required>
          <Input.TextArea maxLength={LONGEST} autoSize={{ minRows: 2 }} />
        </Field>
      )}
    </FormDrawer>
  );
}
