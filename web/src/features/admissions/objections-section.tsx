import type { ReactNode } from 'react';
import { chineseDate } from '#kernel/plain-date';
import { ActionButton } from '../../patterns/action-button.tsx';
import { Section } from '../../patterns/detail-page.tsx';
import type { CaseAct } from './case-acts.tsx';
import type { CaseDetail } from './queries.ts';

interface ObjectionsProps {
  readonly detail: CaseDetail;
  readonly act: (act: CaseAct) => void;
}

/** 公示意见: numbered, each answered before the notice ends; who raised it is not kept. */
export function ObjectionsSection({ detail, act }: ObjectionsProps): ReactNode {
  const last = detail.steps.at(-1);
  const running = last?.move === 'begin_notice';
  if (!running && detail.objections.length === 0) return null;
  const write = detail.can['write'] ?? { code: 'common.not_allowed', params: {} };
  return (
    <Section
      title="公示意见"
      note={
        running && last.until !== null
          ? `公示到${chineseDate(last.until)}止。收到的意见逐条登记并答复后，才能结束公示；不登记是谁提的。`
          : undefined
      }
      actions={
        running ? (
          <ActionButton label="登记意见" can={write} run={() => act({ kind: 'object' })} />
        ) : undefined
      }
    >
      {detail.objections.length === 0 ? (
        <p className="muted">没有收到意见。</p>
      ) : (
        <ol className="objections">
          {detail.objections.map((one) => (
            <li key={one.objectionId}>
              <p>
                第{one.number}号 {chineseDate(one.receivedOn)}：{one.matter}
              </p>
              {one.answeredOn === null ? (
                <ActionButton
                  label={`答复第${one.number}号`}
                  can={write}
                  run={() => act({ kind: 'answer', objectionId: one.objectionId })}
                />
              ) : (
                <p className="muted">
                  {chineseDate(one.answeredOn)}答复：{one.answer}
                </p>
              )}
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}
