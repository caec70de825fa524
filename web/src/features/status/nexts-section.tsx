import type { ReactNode } from 'react';
import { STATUS_DOERS } from '#contract/status';
import { chineseDate } from '#kernel/plain-date';
import { useToday } from '../../app/today.ts';
import { ActionButton, type Can } from '../../patterns/action-button.tsx';
import { Section } from '../../patterns/detail-page.tsx';
import { FindingList } from '../admissions/finding-list.tsx';
import type { CaseDetail, Move, Next } from './queries.ts';

interface NextsProps {
  readonly detail: CaseDetail;
  readonly open: (move: Move) => void;
}

/** What the committee above decides is not the branch's to enter, which is said at its button. */
const canDo = (detail: CaseDetail, next: Next): Can => {
  const write = detail.can['write'] ?? { code: 'common.not_allowed', params: {} };
  if (write !== true) return write;
  return next.mine ? true : { code: 'status.step_of_above', params: {} };
};

/** 下一步: each step that may come now, its days, and what is still in the way. */
export function NextsSection({ detail, open }: NextsProps): ReactNode {
  const usual = detail.nexts.filter((one) => !one.aside);
  const aside = detail.nexts.filter((one) => one.aside);
  if (detail.nexts.length === 0)
    return (
      <Section title="下一步">
        <p className="muted">已办结，没有下一步。</p>
      </Section>
    );
  const line = (next: Next): ReactNode => (
    <li key={next.move} className="next">
      <NextLine detail={detail} next={next} open={open} />
    </li>
  );
  return (
    <Section title="下一步">
      <ul className="nexts">{usual.map(line)}</ul>
      {aside.length === 0 ? null : (
        <details className="aside-steps">
          <summary>其他办理：{aside.map((one) => one.label).join('、')}</summary>
          <ul className="nexts">{aside.map(line)}</ul>
        </details>
      )}
    </Section>
  );
}

function NextLine({ detail, next, open }: NextsProps & { next: Next }): ReactNode {
  const today = useToday();
  const { earliest, latest } = next;
  return (
    <>
      <div className="next-head">
        <ActionButton
          label={next.label}
          can={canDo(detail, next)}
          primary={next.label === detail.next}
          run={() => open(next.move)}
        />
        <span className="muted">
          {[
            `由${detail.aboveReads ? STATUS_DOERS[next.actor] : '党支部'}办理`,
            next.actor === 'committee' && !detail.aboveReads ? '据上级批复登记' : undefined,
            earliest !== null && earliest > today ? `最早${chineseDate(earliest)}` : undefined,
            latest === null ? undefined : `${chineseDate(latest)}止`,
          ]
            .filter((part) => part !== undefined)
            .join(' · ')}
        </span>
      </div>
      <FindingList findings={next.findings} label={`${next.label}：还要注意`} />
    </>
  );
}
