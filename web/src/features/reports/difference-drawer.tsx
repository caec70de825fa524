import { Drawer, Skeleton } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { chineseDate, todayAt } from '#kernel/plain-date';
import { Fault } from '../../app/fault.tsx';
import { useNarrow } from '../../patterns/narrow.ts';
import { compareQuery, differenceQuery, type Difference } from './queries.ts';
import { SourceList } from './rows-list.tsx';

type What = 'difference' | 'compare';

/** Why the figures differ: from last year, or from what was issued. */
export function DifferenceDrawer({
  reportId,
  what,
  onClose,
}: {
  reportId: string;
  what: What | null;
  onClose: () => void;
}): ReactNode {
  const narrow = useNarrow();
  return (
    <Drawer
      title={what === 'compare' ? '定稿后的变化' : '与上年相比'}
      open={what !== null}
      onClose={onClose}
      size={narrow ? '100%' : 720}
      destroyOnHidden
    >
      {what === 'difference' ? <LastYear reportId={reportId} /> : null}
      {what === 'compare' ? <SinceIssue reportId={reportId} /> : null}
    </Drawer>
  );
}

function LastYear({ reportId }: { reportId: string }): ReactNode {
  const query = useQuery(differenceQuery(reportId));
  if (query.data === undefined) return <Waiting query={query} />;
  const { from, to, differences } = query.data;
  return (
    <>
      <p className="muted">
        与{chineseDate(from)}至{chineseDate(to)}相比；各项原因相加等于差额。
      </p>
      <Differences list={differences} sides={['上年', '本期']} same="与上年相同。" />
    </>
  );
}

function SinceIssue({ reportId }: { reportId: string }): ReactNode {
  const query = useQuery(compareQuery(reportId));
  if (query.data === undefined) return <Waiting query={query} />;
  const { knownAt, reproduced, differences } = query.data;
  return (
    <>
      <p className="muted">
        定稿数是{chineseDate(todayAt(Date.parse(knownAt)))}定稿时的数，以后的补录和更正不改变它。
        {reproduced
          ? '按当时已知的记录重新计算，结果一致。'
          : '按当时已知的记录重新计算，结果不一致，请告诉管理员。'}
      </p>
      <Differences list={differences} sides={['定稿', '现在']} same="定稿以后没有变化。" />
    </>
  );
}

function Waiting({
  query,
}: {
  query: { readonly error: Error | null; readonly refetch: () => unknown };
}): ReactNode {
  return query.error === null ? (
    <Skeleton active={false} aria-label="正在读取" />
  ) : (
    <Fault error={query.error} retry={() => query.refetch()} />
  );
}

function Differences({
  list,
  sides,
  same,
}: {
  list: readonly Difference[];
  sides: readonly [string, string];
  same: string;
}): ReactNode {
  const changed = list.filter((one) => one.amount !== 0 || one.causes.length > 0);
  if (changed.length === 0) return <p>{same}</p>;
  return (
    <ul className="differences">
      {changed.map((one) => (
        <li key={one.indicator}>
          <h3>
            {one.name}
            <span className="number">
              {sides[0]} {one.before}
              {one.unit} → {sides[1]} {one.after}
              {one.unit}（{one.text}）
            </span>
          </h3>
          <ul>
            {one.causes.map((cause) => (
              <CauseLine key={cause.words} cause={cause} />
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

function CauseLine({ cause }: { cause: Difference['causes'][number] }): ReactNode {
  const [open, setOpen] = useState(false);
  const rows = [...cause.added, ...cause.removed];
  return (
    <li>
      {rows.length === 0 ? (
        <span>{cause.words}</span>
      ) : (
        <button
          type="button"
          className="plain-button row-open"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {cause.words}
        </button>
      )}
      <span className="number">{cause.text}</span>
      {open ? (
        <div className="cause-rows">
          {cause.added.length === 0 ? null : <SourceList rows={cause.added} />}
          {cause.removed.length === 0 ? null : (
            <>
              <p className="muted">不再计入：</p>
              <SourceList rows={cause.removed} />
            </>
          )}
        </div>
      ) : null}
    </li>
  );
}
