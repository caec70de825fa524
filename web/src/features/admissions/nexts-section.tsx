import type { ReactNode } from 'react';
import { DOERS } from '#contract/admissions';
import { chineseDate } from '#kernel/plain-date';
import { useToday } from '../../app/today.ts';
import { ActionButton, type Can } from '../../patterns/action-button.tsx';
import { Section } from '../../patterns/detail-page.tsx';
import { FindingList } from './finding-list.tsx';
import type { CaseDetail, Move, Next } from './queries.ts';
import { leftText } from './words.ts';

interface NextsProps {
  readonly detail: CaseDetail;
  readonly open: (move: Move) => void;
  readonly openLocal: (step: LocalNext) => void;
}

type LocalNext = CaseDetail['localNexts'][number];

/** A step of a committee is not the branch's to enter, which is said at its button. */
const canDo = (detail: CaseDetail, next: { readonly mine: boolean }): Can => {
  const write = detail.can['write'] ?? { code: 'common.not_allowed', params: {} };
  if (write !== true) return write;
  return next.mine ? true : { code: 'admissions.step_of_above', params: {} };
};

/** 下一步: each step that may come now, its days, and what is still in the way. */
export function NextsSection({ detail, open, openLocal }: NextsProps): ReactNode {
  const usual = detail.nexts.filter((one) => !one.aside);
  const aside = detail.nexts.filter((one) => one.aside);
  if (detail.nexts.length === 0)
    return (
      <Section title="下一步">
        <p className="muted">已办结，没有下一步。</p>
      </Section>
    );
  return (
    <Section title="下一步">
      <ul className="nexts">
        {detail.localNexts.map((step) => (
          <li key={step.stepId} className="next">
            <div className="next-head">
              <ActionButton
                label={step.name}
                can={canDo(detail, step)}
                primary={step.name === detail.next}
                run={() => openLocal(step)}
              />
              <span className="muted">
                本地步骤 · 由{DOERS[step.actor]}办理 · {step.required ? '须' : '应'}在“{step.before}
                ”之前办 · {step.source}
              </span>
            </div>
          </li>
        ))}
        {usual.map((next) => (
          <li key={next.move} className="next">
            <NextLine
              detail={detail}
              next={next}
              open={open}
              primary={next.label === detail.next}
            />
          </li>
        ))}
      </ul>
      {aside.length === 0 ? null : (
        <details className="aside-steps">
          <summary>其他办理：{aside.map((one) => one.label).join('、')}</summary>
          <ul className="nexts">
            {aside.map((next) => (
              <li key={next.move} className="next">
                <NextLine detail={detail} next={next} open={open} primary={false} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </Section>
  );
}

function NextLine({
  detail,
  next,
  open,
  primary,
}: Pick<NextsProps, 'detail' | 'open'> & { next: Next; primary: boolean }): ReactNode {
  const today = useToday();
  const { earliest, latest } = next;
  const early = earliest !== null && earliest > today;
  return (
    <>
      <div className="next-head">
        <ActionButton
          label={next.label}
          can={canDo(detail, next)}
          primary={primary}
          run={() => open(next.move)}
        />
        <span className="muted">
          {[
            `由${DOERS[next.actor]}办理`,
            early ? `最早${chineseDate(earliest)}` : undefined,
            latest === null ? undefined : `${chineseDate(latest)}止，${leftText(latest, today)}`,
          ]
            .filter((part) => part !== undefined)
            .join(' · ')}
        </span>
      </div>
      <FindingList findings={next.findings} label={`${next.label}：还要注意`} />
    </>
  );
}
