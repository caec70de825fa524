import type { ReactNode } from 'react';
import { TRANSFER_DOERS } from '#contract/transfers';
import { ActionButton, type Can } from '../../patterns/action-button.tsx';
import { Section } from '../../patterns/detail-page.tsx';
import { FindingList } from '../admissions/finding-list.tsx';
import type { Move, Next, TransferDetail } from './queries.ts';

interface NextsProps {
  readonly detail: TransferDetail;
  readonly open: (move: Move) => void;
}

/** A step of the other end is not ours to enter, which is said at its button. */
const canDo = (detail: TransferDetail, next: Next): Can => {
  const write = detail.can['write'] ?? { code: 'common.not_allowed', params: {} };
  if (write !== true) return write;
  return next.mine ? true : { code: 'transfers.step_of_other', params: { who: next.actor } };
};

/** 下一步: each step that may come now, whose it is, and what is still in the way. */
export function NextsSection({ detail, open }: NextsProps): ReactNode {
  const usual = detail.nexts.filter((one) => !one.aside);
  const aside = detail.nexts.filter((one) => one.aside);
  if (detail.standing === 'done' || detail.standing === 'withdrawn' || detail.nexts.length === 0)
    return (
      <Section title="下一步">
        <p className="muted">没有下一步。</p>
      </Section>
    );
  return (
    <Section title="下一步">
      <ul className="nexts">
        {usual.map((next) => (
          <li key={next.move} className="next">
            <Line detail={detail} next={next} open={open} primary />
          </li>
        ))}
      </ul>
      {aside.length === 0 ? null : (
        <details className="aside-steps">
          <summary>其他办理：{aside.map((one) => one.label).join('、')}</summary>
          <ul className="nexts">
            {aside.map((next) => (
              <li key={next.move} className="next">
                <Line detail={detail} next={next} open={open} primary={false} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </Section>
  );
}

function Line({
  detail,
  next,
  open,
  primary,
}: NextsProps & { next: Next; primary: boolean }): ReactNode {
  return (
    <>
      <div className="next-head">
        <ActionButton
          label={next.label}
          can={canDo(detail, next)}
          primary={primary}
          run={() => open(next.move)}
        />
        <span className="muted">由{TRANSFER_DOERS[next.actor]}办理</span>
      </div>
      <FindingList findings={next.findings} label={`${next.label}：还要注意`} />
    </>
  );
}
