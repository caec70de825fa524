import type { ReactNode } from 'react';
import type { PlainDate } from '#kernel/plain-date';
import { useToday } from '../../app/today.ts';
import { StatusMark } from '../../patterns/status-mark.tsx';
import { detailOf, statusOf } from './words.ts';

interface MeetingMarkProps {
  readonly row: {
    readonly state: string;
    readonly heldOn: PlainDate;
    readonly enteredLater: boolean;
    readonly paperTotals?: boolean;
  };
}

/** 已开 · 待开 · 未开 · 补录, with 据纸质记录 and what is still to be done with it. */
export function MeetingMark({ row }: MeetingMarkProps): ReactNode {
  const today = useToday();
  const status = statusOf(row, today);
  if (status === null) return <span className="tag">已取消</span>;
  const detail = [detailOf(row.state), row.paperTotals === true ? '据纸质记录' : '']
    .filter((word) => word !== '')
    .join('，');
  return <StatusMark status={status} detail={detail === '' ? undefined : detail} />;
}
