import { Button, Empty, Skeleton } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { AWAY_REASONS } from '#contract/floating';
import { chineseDate } from '#kernel/plain-date';
import { api } from '../../api.ts';
import { Fault } from '../../app/fault.tsx';
import { FailureNote } from '../../patterns/form-drawer.tsx';
import { Page } from '../../patterns/page.tsx';
import { useAct } from '../../patterns/use-act.ts';
import { ContactDrawer } from './contact-drawer.tsx';
import { mineQuery, renewFloating, type AwayId, type KeptRow } from './queries.ts';
import './floating.css';

function Kept({ row, record }: { row: KeptRow; record: (row: KeptRow) => void }): ReactNode {
  const [phone, setPhone] = useState<string | null>(null);
  const show = useAct({
    save: (awayId: AwayId, commandId) => api.floating.phone({ awayId, commandId }),
    onSaved: (saved) => setPhone(saved.phone),
    savedWords: '已显示，查看已记录',
  });
  return (
    <li>
      <h2>{row.name}</h2>
      <p>
        {AWAY_REASONS[row.reason]}，{row.place}，{chineseDate(row.leftOn)}起
      </p>
      <p>
        {row.last === null ? '外出后还没有登记联系' : `最近${chineseDate(row.last)}联系`}，
        <strong>
          {row.late ? `应在${chineseDate(row.due)}前联系` : `下次${chineseDate(row.due)}前`}
        </strong>
      </p>
      <div className="kept-acts">
        {row.phone === '' ? null : phone === null ? (
          <Button
            loading={show.busy}
            aria-label={`${row.phone} 显示 ${row.name}`}
            onClick={() => show.run(row.awayId)}
          >
            {row.phone} 显示
          </Button>
        ) : (
          <Button href={`tel:${phone}`}>拨打 {phone}</Button>
        )}
        <Button type="primary" aria-label={`记一次联系 ${row.name}`} onClick={() => record(row)}>
          记一次联系
        </Button>
      </div>
      <FailureNote failure={show.failure} />
    </li>
  );
}

/** 我联系的流动党员: the contact person's own list, made for a phone. */
export function MinePage(): ReactNode {
  const queries = useQueryClient();
  const query = useQuery(mineQuery());
  const [reaching, setReaching] = useState<readonly AwayId[] | null>(null);
  const rows = query.data?.rows ?? [];
  const late = rows.filter((row) => row.late);
  return (
    <Page
      title="我联系的流动党员"
      lead="支部请您保持联系的外出党员。联系过了，在这里记一笔。"
      actions={
        rows.length > 1 ? (
          <Button
            type={late.length > 0 ? 'primary' : 'default'}
            onClick={() => setReaching(late.map((row) => row.awayId))}
          >
            一次记几个人
          </Button>
        ) : undefined
      }
    >
      {query.error === null ? null : (
        <Fault error={query.error} retry={() => void query.refetch()} />
      )}
      {query.isPending ? <Skeleton active={false} aria-label="正在读取" /> : null}
      {query.data !== undefined && rows.length === 0 ? (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="支部没有请您联系外出党员" />
      ) : null}
      <ul className="kept">
        {rows.map((row) => (
          <Kept key={row.awayId} row={row} record={(one) => setReaching([one.awayId])} />
        ))}
      </ul>
      <ContactDrawer
        open={reaching !== null}
        people={rows}
        ticked={reaching ?? []}
        onClose={() => setReaching(null)}
        onSaved={() => renewFloating(queries)}
        forOthers={false}
      />
    </Page>
  );
}
