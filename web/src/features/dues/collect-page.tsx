import { Select, Skeleton } from 'antd';
import { Link } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode } from 'react';
import { addToMonth, monthOf, type PlainMonth } from '#kernel/plain-date';
import { Fault } from '../../app/fault.tsx';
import { useToday } from '../../app/today.ts';
import { Page } from '../../patterns/page.tsx';
import { RoundForm } from './collect-form.tsx';
import { StepBar } from './period-bar.tsx';
import { inGroup } from './round-draft.ts';
import { groupsQuery, roundQuery } from './queries.ts';
import { collectRoute } from './routes.ts';
import { useBranch, useMonth, yuan } from './words.ts';
import './dues.css';

/** 收缴: the round of a branch on one page, from the list to the cash in hand. */
export function CollectPage(): ReactNode {
  const search = collectRoute.useSearch();
  const navigate = collectRoute.useNavigate();
  const orgId = useBranch(search.orgId);
  const month = useMonth(search.month);
  const today = useToday();
  const query = useQuery(roundQuery(orgId, month));
  const groups = useQuery(groupsQuery(orgId)).data?.groups ?? [];
  const group = groups.find((one) => one.groupId === search.group);
  const round = query.data === undefined ? undefined : inGroup(query.data, group);
  const go = (next: PlainMonth): void =>
    void navigate({ search: { ...search, month: next }, replace: true });
  const of = search.orgId === undefined ? {} : { orgId: search.orgId };

  return (
    <Page
      title="收缴党费"
      lead="党员按月主动足额交纳；可由亲属或其他党员代交，单位不得垫交、扣缴。"
      actions={
        <div className="dues-links">
          <Link to="/dues/arrears" search={of}>
            欠交与提醒
          </Link>
          <Link to="/dues/receipts" search={of}>
            收款明细
          </Link>
          {round === undefined ? null : (
            <Link
              to="/dues/paper"
              search={{
                kind: 'ledger',
                orgId,
                from: round.first,
                to: round.last,
                group: group?.groupId,
              }}
            >
              打印明细表
            </Link>
          )}
        </div>
      }
    >
      {round === undefined ? (
        query.error === null ? (
          <Skeleton active={false} paragraph={{ rows: 8 }} aria-label="正在读取" />
        ) : (
          <Fault error={query.error} retry={() => query.refetch()} />
        )
      ) : (
        <>
          <StepBar
            name={round.name}
            before="上一期"
            after="下一期"
            onBefore={() => go(addToMonth(round.first, -1))}
            onAfter={
              round.last >= addToMonth(monthOf(today), 12)
                ? null
                : () => go(addToMonth(round.last, 1))
            }
          >
            <span>
              应交 <b className="number">{yuan(round.due)}</b> 元，实交{' '}
              <b className="number">{yuan(round.paid)}</b> 元，未交{' '}
              <b className="number">{yuan(round.open)}</b> 元
            </span>
          </StepBar>
          {groups.length === 0 ? null : (
            <p className="dues-group">
              <Select
                aria-label="党小组"
                value={group?.groupId ?? ''}
                options={[
                  { value: '', label: '全支部' },
                  ...groups.map((one) => ({ value: one.groupId, label: one.name })),
                ]}
                onChange={(next: string) =>
                  void navigate({
                    search: { ...search, group: next === '' ? undefined : next },
                    replace: true,
                  })
                }
              />
              {group?.leader ? <span className="muted">组长 {group.leader.name}</span> : null}
            </p>
          )}
          <RoundForm
            key={`${orgId} ${round.first} ${group?.groupId ?? ''}`}
            orgId={orgId}
            round={round}
            groupId={group?.groupId}
            today={today}
          />
        </>
      )}
    </Page>
  );
}
