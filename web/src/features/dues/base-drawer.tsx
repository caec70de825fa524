import { Button, Drawer, Select, Skeleton } from 'antd';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { STAFF_KINDS } from '#contract/dues';
import { basisOf } from '#kernel/rule';
import type { Money } from '#kernel/money';
import { api } from '../../api.ts';
import { MoneyField } from '../../patterns/money-field.tsx';
import { useNarrow } from '../../patterns/narrow.ts';
import type { Unread } from '../../patterns/unread.ts';
import { yuan } from './words.ts';

type StaffKind = keyof typeof STAFF_KINDS;
const EFFECTS = { counts: '计入', deducted: '扣除', excluded: '不计入' } as const;

interface BaseDrawerProps {
  readonly name: string;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onBase: (base: Money) => void;
}

/** 计算基数 from the items of a pay slip, each with what becomes of it and why. */
export function BaseDrawer(props: BaseDrawerProps): ReactNode {
  const narrow = useNarrow();
  return (
    <Drawer
      title={`${props.name} 按工资项目计算`}
      open={props.open}
      onClose={props.onClose}
      size={narrow ? '100%' : 640}
      destroyOnHidden
    >
      {props.open ? <Items {...props} /> : null}
    </Drawer>
  );
}

function Items({ onClose, onBase }: BaseDrawerProps): ReactNode {
  const [kind, setKind] = useState<StaffKind>('civil');
  const [amounts, setAmounts] = useState<Readonly<Record<string, Money | Unread | null>>>({});
  const list = useQuery({
    queryKey: ['dues', 'base-items', kind],
    queryFn: () => api.dues.baseItems({ kind }),
    staleTime: Infinity,
  });
  const items = (list.data?.items ?? [])
    .flatMap(({ code }) => {
      const amount = amounts[code];
      return typeof amount === 'number' ? [`${code}:${amount}`] : [];
    })
    .join(',');
  const sum = useQuery({
    queryKey: ['dues', 'base-sum', kind, items],
    queryFn: () => api.dues.baseSum({ kind, items }),
    enabled: items !== '',
    placeholderData: keepPreviousData,
    retry: false,
  });
  return (
    <>
      <div className="dues-field">
        <label htmlFor="staff-kind">工资表的类别</label>
        <Select
          id="staff-kind"
          value={kind}
          options={Object.entries(STAFF_KINDS).map(([value, label]) => ({
            value: value as StaffKind,
            label,
          }))}
          onChange={setKind}
        />
      </div>
      {list.data === undefined ? (
        <Skeleton active={false} aria-label="正在读取" />
      ) : (
        <ul className="dues-items">
          {list.data.items.map((item) => (
            <li key={item.code}>
              <label htmlFor={`item-${item.code}`}>
                {item.name}
                <span className="muted">
                  {' '}
                  {EFFECTS[item.effect]}（{basisOf(item.rule)}）
                </span>
              </label>
              <MoneyField
                id={`item-${item.code}`}
                value={amounts[item.code] ?? null}
                onChange={(amount) => setAmounts({ ...amounts, [item.code]: amount })}
              />
            </li>
          ))}
        </ul>
      )}
      <div className="form-foot">
        <p role="status">
          {sum.data === undefined || items === ''
            ? '填写项目后在这里得出基数'
            : `基数 ${yuan(sum.data.base)} 元：${sum.data.explanation}`}
        </p>
        <Button
          type="primary"
          disabled={sum.data === undefined || items === ''}
          onClick={() => {
            if (sum.data === undefined) return;
            onBase(sum.data.base);
            onClose();
          }}
        >
          采用这个基数
        </Button>
      </div>
    </>
  );
}
