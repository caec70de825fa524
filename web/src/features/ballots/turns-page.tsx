import { Button, Empty, Popconfirm, Skeleton } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api } from '../../api.ts';
import { Fault } from '../../app/fault.tsx';
import { FailureNote } from '../../patterns/form-drawer.tsx';
import { Page } from '../../patterns/page.tsx';
import { useAct } from '../../patterns/use-act.ts';
import { renewBallots, turnsQuery } from './queries.ts';
import './ballots.css';

/** 等我开箱: closed ballots whose teller I am. */
export function TurnsPage(): ReactNode {
  const queries = useQueryClient();
  const query = useQuery(turnsQuery());
  const turn = useAct({
    save: (one: { ballotId: string; roundNo: number }, commandId) =>
      api.ballots.turnKey({ ballotId: one.ballotId, roundNo: one.roundNo, commandId }),
    onSaved: () => renewBallots(queries),
    savedWords: '已确认开箱',
  });
  const rows = query.data?.rows;
  return (
    <Page
      title="等我开箱"
      lead="您是监票人或计票人的投票，截止后由您和另一位同志分别确认，才能开箱计票。"
    >
      <FailureNote failure={turn.failure} />
      {query.error !== null ? (
        <Fault error={query.error} retry={() => void query.refetch()} />
      ) : rows === undefined ? (
        <Skeleton active={false} aria-label="正在读取" />
      ) : rows.length === 0 ? (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="现在没有等您开箱的投票" />
      ) : (
        <ul className="ballot-roll">
          {rows.map((row) => (
            <li key={row.ballotId}>
              <span>
                {row.title}
                {row.roundNo > 1 ? `第${row.roundNo}轮` : ''}{' '}
                <span className="muted">{row.organ}</span>
              </span>
              <Popconfirm
                title="确认现在开箱？"
                okText="确认"
                cancelText="取消"
                onConfirm={() => turn.run(row)}
              >
                <Button type="primary" loading={turn.busy}>
                  确认开箱
                </Button>
              </Popconfirm>
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}
