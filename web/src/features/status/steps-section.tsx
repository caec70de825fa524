import { Button } from 'antd';
import type { ReactNode } from 'react';
import { UNDO_CAUSES } from '#contract/status';
import { chineseDate, todayAt } from '#kernel/plain-date';
import { Section } from '../../patterns/detail-page.tsx';
import { Timeline } from '../../patterns/timeline.tsx';
import type { CaseDetail, CaseStep } from './queries.ts';
import { toldLines } from './words.ts';

interface StepsProps {
  readonly detail: CaseDetail;
  readonly undo: (stepId: string) => void;
}

function StepDetail({ step, undo }: { step: CaseStep; undo: StepsProps['undo'] }): ReactNode {
  const lines = toldLines(step.move, step.told);
  return (
    <div className="step-detail">
      {lines.length === 0 && step.until === null ? null : (
        <dl className="told">
          {lines.map(([label, text]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{text}</dd>
            </div>
          ))}
          {step.until === null ? null : (
            <div>
              <dt>期限</dt>
              <dd>至{chineseDate(step.until)}</dd>
            </div>
          )}
        </dl>
      )}
      {step.vote === '' ? null : <p>表决：{step.vote}</p>}
      {step.undo === true ? (
        <Button type="link" size="small" className="step-undo" onClick={() => undo(step.stepId)}>
          撤回<span className="visually-hidden">“{step.label}”</span>
        </Button>
      ) : null}
    </div>
  );
}

/** What was done in order, and what was taken back. */
export function StepsSection({ detail, undo }: StepsProps): ReactNode {
  return (
    <Section title="已办步骤">
      {detail.steps.length === 0 ? (
        <p className="muted">还没有办理任何一步。</p>
      ) : (
        <Timeline
          label="已办步骤"
          items={detail.steps.map((step) => ({
            key: step.stepId,
            on: step.on,
            enteredOn: todayAt(Date.parse(step.enteredAt)),
            title: step.label,
            by: step.byAs === '' ? step.byName : `${step.byName}（${step.byAs}）`,
            ...(step.fromPaper ? { mark: '据纸质记录' as const } : {}),
            detail: <StepDetail step={step} undo={undo} />,
          }))}
        />
      )}
      {detail.undone.length === 0 ? null : (
        <>
          <h3>撤回的步骤</h3>
          <ul className="undone">
            {detail.undone.map((one) => (
              <li key={`${one.on} ${one.moves.join(' ')} ${one.cause}`}>
                {chineseDate(one.on)}撤回：<s>{one.moves.join('、')}</s>
                <span className="muted">　{UNDO_CAUSES[one.cause]}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}
