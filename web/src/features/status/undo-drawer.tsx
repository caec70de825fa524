import { Radio } from 'antd';
import type { ReactNode } from 'react';
import { UNDO_CAUSES } from '#contract/status';
import { api } from '../../api.ts';
import { Field } from '../../patterns/field.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import type { CaseDetail } from './queries.ts';
import { choices } from './words.ts';

interface Values {
  readonly cause: keyof typeof UNDO_CAUSES;
}

/** 撤回: which of a few causes; no words are asked. */
export function UndoDrawer({
  detail,
  stepId,
  onClose,
  onSaved,
}: {
  detail: CaseDetail;
  stepId: string | null;
  onClose: () => void;
  onSaved: () => void;
}): ReactNode {
  const at = detail.steps.findIndex((one) => one.stepId === stepId);
  const step = detail.steps[at];
  if (stepId === null || step === undefined) return null;
  const later = detail.steps.slice(at + 1).map((one) => one.label);
  return (
    <FormDrawer<Values, unknown>
      title={`撤回“${step.label}”`}
      open
      onClose={onClose}
      saveLabel="撤回"
      lead={`${later.length === 0 ? '其后没有别的步骤。' : `其后办理的${later.length}步也一并撤回：${later.join('、')}。`}撤回的步骤仍可以查到。`}
      initial={{}}
      save={({ cause }, commandId) =>
        api.status.undoStep({
          caseId: detail.caseId,
          stepId,
          cause,
          basedOn: detail.version,
          commandId,
        })
      }
      onSaved={onSaved}
    >
      <Field name="cause" label="原因" required>
        <Radio.Group options={choices(UNDO_CAUSES)} />
      </Field>
    </FormDrawer>
  );
}
