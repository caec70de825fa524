import { Button, Select } from 'antd';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { PAYER_KINDS } from '#contract/dues';
import type { OrgId } from '#kernel/ids';
import type { Money } from '#kernel/money';
import type { PlainMonth } from '#kernel/plain-date';
import { api, readFailure, type Answer, type Api } from '../../api.ts';
import { MoneyField } from '../../patterns/money-field.tsx';
import { refusalLine } from '../../patterns/refusal.tsx';
import { Unread } from '../../patterns/unread.ts';
import { yuan } from './words.ts';

export type PayerKind = keyof typeof PAYER_KINDS;

/** Kinds that pay a fixed amount (DUES08 art. 6). */
export const NO_BASE: readonly PayerKind[] = ['farmer', 'student', 'unemployed'];

export interface Fixing {
  readonly kind: PayerKind;
  readonly base: Money | Unread | null;
}

const KINDS = Object.entries(PAYER_KINDS).map(([value, label]) => ({
  value: value as PayerKind,
  label,
}));

interface AssessRowProps {
  readonly orgId: OrgId;
  readonly month: PlainMonth;
  readonly line: Answer<Api['dues']['assessment']>['lines'][number];
  readonly fixing: Fixing;
  readonly touched: boolean;
  readonly onChange: (fixing: Fixing) => void;
  readonly onReckon: () => void;
}

/** One member: kind, base, and what they come to with the rule beside it. */
export function AssessRow({
  orgId,
  month,
  line,
  fixing,
  touched,
  onChange,
  onReckon,
}: AssessRowProps): ReactNode {
  const fixed = NO_BASE.includes(fixing.kind);
  return (
    <tr>
      <th scope="row">{line.name}</th>
      <td>
        <Select
          aria-label={`${line.name} 类别`}
          value={fixing.kind}
          options={KINDS}
          popupMatchSelectWidth={false}
          onChange={(kind) => onChange({ kind, base: NO_BASE.includes(kind) ? null : fixing.base })}
        />
      </td>
      <td>
        {fixed ? (
          <span className="muted">按固定数额</span>
        ) : (
          <span className="base">
            <MoneyField
              label={`${line.name} 计算基数`}
              value={fixing.base}
              onChange={(base) => onChange({ ...fixing, base })}
            />
            <Button aria-label={`${line.name} 按项目算`} onClick={onReckon}>
              按项目算
            </Button>
          </span>
        )}
      </td>
      <td>
        {touched || line.amount === null ? (
          <Reckoned orgId={orgId} month={month} fixing={fixing} />
        ) : (
          <Amount amount={line.amount} explanation={line.explanation} />
        )}
      </td>
    </tr>
  );
}

function Amount({ amount, explanation }: { amount: number; explanation: string }): ReactNode {
  return (
    <>
      <b className="number">{yuan(amount)} 元</b>
      <div className="explain">{explanation}</div>
    </>
  );
}

/** What the server makes of kind and base, before anything is saved. */
function Reckoned({
  orgId,
  month,
  fixing: { kind, base },
}: {
  orgId: OrgId;
  month: PlainMonth;
  fixing: Fixing;
}): ReactNode {
  const fixed = NO_BASE.includes(kind);
  const amount = typeof base === 'number' ? base : undefined;
  const query = useQuery({
    queryKey: ['dues', 'reckon', orgId, month, kind, amount],
    queryFn: () =>
      api.dues.reckon({ orgId, month, payerKind: kind, base: fixed ? undefined : amount }),
    enabled: fixed || amount !== undefined,
    staleTime: 60_000,
    retry: false,
  });
  if (base instanceof Unread) return <span role="alert">{base.message}</span>;
  if (!fixed && amount === undefined) return <span className="muted">还没有填基数</span>;
  if (query.data !== undefined)
    return (
      <>
        <Amount amount={query.data.amount} explanation={query.data.explanation} />
        {query.data.aboveSoftCap ? (
          <div className="explain">每月交纳的党费一般不超过1000元，超出部分自愿。</div>
        ) : null}
      </>
    );
  if (query.error === null) return <span className="muted">正在计算</span>;
  const failure = readFailure(query.error);
  return (
    <span role="alert">
      {failure.kind === 'refused'
        ? refusalLine(failure.refusal)
        : failure.kind === 'invalid'
          ? failure.sentence
          : '没有算出来，请再试一次'}
    </span>
  );
}
