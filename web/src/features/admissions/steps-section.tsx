import { Button } from 'antd';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { chineseDate, todayAt, type PlainDate } from '#kernel/plain-date';
import { Section } from '../../patterns/detail-page.tsx';
import { Timeline, type TimelineItem } from '../../patterns/timeline.tsx';
import type { CaseAct } from './case-acts.tsx';
import type { CaseDetail, CaseStep } from './queries.ts';
import { toldLines } from './words.ts';

interface StepsProps {
  readonly detail: CaseDetail;
  readonly act: (act: CaseAct) => void;
}

const entered = (step: CaseStep): PlainDate => todayAt(Date.parse(step.enteredAt));

const itemOf = (detail: CaseDetail, step: CaseStep, act: StepsProps['act']): TimelineItem => ({
  key: step.stepId,
  on: step.on,
  enteredOn: entered(step),
  title: (
    <>
      {step.label} <span className="tag">{step.rules}年规定</span>
    </>
  ),
  by: step.byAs === '' ? step.byName : `${step.byName}（${step.byAs}）`,
  ...(step.fromPaper
    ? { mark: '据纸质记录' as const }
    : step.late
      ? { mark: '补录' as const }
      : {}),
  detail: <StepDetail detail={detail} step={step} act={act} />,
});

function StepDetail({ detail, step, act }: StepsProps & { step: CaseStep }): ReactNode {
  const lines = toldLines(step.move, step.told, (id) => detail.named[id]);
  return (
    <div className="step-detail">
      {lines.length === 0 ? null : (
        <dl className="told">
          {lines.map(([label, text]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      )}
      {step.vote === '' ? null : <p>表决：{step.vote}</p>}
      {step.meetingId === null ? null : (
        <p>
          <Link to="/meetings/one" search={{ meetingId: step.meetingId }}>
            查看会议记录
          </Link>
        </p>
      )}
      {step.reasons.map((one) => (
        <p key={one.rule} className="note">
          {one.rule}。写明的原因：{one.reason}
        </p>
      ))}
      {step.undo === true ? (
        <Button
          type="link"
          size="small"
          className="step-undo"
          onClick={() => act({ kind: 'undo', stepId: step.stepId })}
        >
          撤回<span className="visually-hidden">“{step.label}”</span>
        </Button>
      ) : null}
    </div>
  );
}

type LocalDone = CaseDetail['locals'][number];

const localItem = (local: LocalDone, act: StepsProps['act']): TimelineItem => ({
  key: local.doneId,
  on: local.on,
  enteredOn: todayAt(Date.parse(local.enteredAt)),
  title: (
    <>
      {local.name} <span className="tag">本地步骤</span>
    </>
  ),
  by: local.byAs === '' ? local.byName : `${local.byName}（${local.byAs}）`,
  detail: (
    <div className="step-detail">
      {local.paper === '' ? null : <p>材料：{local.paper}</p>}
      {local.note === '' ? null : <p>{local.note}</p>}
      {local.undo === true ? (
        <Button
          type="link"
          size="small"
          className="step-undo"
          onClick={() => act({ kind: 'undo_local', doneId: local.doneId })}
        >
          撤回<span className="visually-hidden">“{local.name}”</span>
        </Button>
      ) : null}
    </div>
  ),
});

/** Steps of the chart with the local ones in their places. */
const itemsOf = (detail: CaseDetail, act: StepsProps['act']): TimelineItem[] =>
  detail.steps.flatMap((step, at) => [
    itemOf(detail, step, act),
    ...detail.locals.filter((one) => one.after === at + 1).map((one) => localItem(one, act)),
  ]);

/** What was done in order, and what was taken back with the reason. */
export function StepsSection({ detail, act }: StepsProps): ReactNode {
  return (
    <Section title="已办步骤">
      <Timeline label="已办步骤" items={itemsOf(detail, act)} />
      {detail.undone.length === 0 ? null : (
        <>
          <h3>撤回的步骤</h3>
          <ul className="undone">
            {detail.undone.map((one) => (
              <li key={`${one.on} ${one.moves.join(' ')} ${one.reason}`}>
                {chineseDate(one.on)}撤回：<s>{one.moves.join('、')}</s>
                <span className="muted">　原因：{one.reason}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {detail.pauses.length === 0 ? null : (
        <>
          <h3>中止</h3>
          <ul className="undone">
            {detail.pauses.map((one) => (
              <li key={one.from}>
                {chineseDate(one.from)}至{one.to === null ? '现在' : chineseDate(one.to)}
                <span className="muted">　原因：{one.reason}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}
