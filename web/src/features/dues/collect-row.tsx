import { Button, Checkbox, Input, Select } from 'antd';
import { Link } from '@tanstack/react-router';
import { useId, useState, type ReactNode } from 'react';
import { MEANS } from '#contract/dues';
import type { OrgId } from '#kernel/ids';
import { MoneyField } from '../../patterns/money-field.tsx';
import { PersonPicker } from '../../patterns/pickers.tsx';
import { Unread } from '../../patterns/unread.ts';
import type { RoundLine, Taken } from './round-draft.ts';
import { yuan } from './words.ts';

interface CollectRowProps {
  readonly line: RoundLine;
  readonly orgId: OrgId;
  readonly writes: boolean;
  readonly taken: Taken | undefined;
  readonly means: 'cash' | 'transfer';
  readonly onToggle: () => void;
  readonly onChange: (taken: Taken) => void;
}

/** One member of the round: ticked or not, with the amount; who paid for whom only on demand. */
export function CollectRow({
  line,
  orgId,
  writes,
  taken,
  means,
  onToggle,
  onChange,
}: CollectRowProps): ReactNode {
  const [more, setMore] = useState(false);
  const notes = [
    line.unassessed.length > 0 ? '还没有核定' : '',
    line.before > 0 ? `以前未交 ${yuan(line.before)} 元` : '',
    line.note,
    taken?.amount instanceof Unread ? taken.amount.message : '',
  ].filter((note) => note !== '');
  const settled = line.open === 0 && line.due > 0;
  return (
    <div className="dues-row" role="group" aria-label={line.name}>
      {writes ? (
        <label className="dues-tick">
          <input
            type="checkbox"
            checked={taken !== undefined}
            onChange={onToggle}
            aria-label={`${line.name} 已交`}
          />
        </label>
      ) : (
        <span>{settled ? '已交' : ''}</span>
      )}
      <Link to="/dues/member" search={{ personId: line.personId, orgId }}>
        {line.name}
      </Link>
      <span className="number">
        <span className="dues-word">应交 </span>
        {yuan(line.due)}
      </span>
      <span className="number">
        <span className="dues-word">实交 </span>
        {yuan(line.paid)}
      </span>
      <span className="number">
        <span className="dues-word">未交 </span>
        {settled ? '已交清' : yuan(line.open)}
      </span>
      {writes && taken !== undefined ? (
        <>
          <span className="dues-take">
            <MoneyField
              label={`${line.name} 本次收`}
              value={taken.amount}
              onChange={(amount) => onChange({ ...taken, amount })}
            />
          </span>
          <Button
            type="link"
            size="small"
            className="dues-open-more"
            aria-expanded={more}
            onClick={() => setMore(!more)}
          >
            代交等
          </Button>
        </>
      ) : null}
      {notes.length === 0 ? null : <span className="dues-row-note">{notes.join('；')}</span>}
      {more && taken !== undefined ? (
        <MoreFields orgId={orgId} taken={taken} means={means} onChange={onChange} />
      ) : null}
    </div>
  );
}

function MoreFields({
  orgId,
  taken,
  means,
  onChange,
}: {
  orgId: OrgId;
  taken: Taken;
  means: 'cash' | 'transfer';
  onChange: (taken: Taken) => void;
}): ReactNode {
  const id = useId();
  const { payer = 'self' } = taken;
  return (
    <div className="dues-more">
      <label htmlFor={`${id}payer`}>
        谁交来的
        <Select
          id={`${id}payer`}
          value={payer}
          options={[
            { value: 'self', label: '本人' },
            { value: 'relative', label: '亲属代交' },
            { value: 'member', label: '其他党员代交' },
          ]}
          onChange={(next: 'self' | 'relative' | 'member') => onChange({ ...taken, payer: next })}
        />
      </label>
      {payer === 'relative' ? (
        <label htmlFor={`${id}name`}>
          亲属姓名
          <Input
            id={`${id}name`}
            maxLength={40}
            value={taken.payerName ?? ''}
            onChange={(event) => onChange({ ...taken, payerName: event.target.value })}
          />
        </label>
      ) : null}
      {payer === 'member' ? (
        <label htmlFor={`${id}member`}>
          代交的党员
          <PersonPicker
            id={`${id}member`}
            orgId={orgId}
            value={taken.payerPerson ?? null}
            onChange={(payerPerson) => onChange({ ...taken, payerPerson })}
          />
        </label>
      ) : null}
      <label htmlFor={`${id}means`}>
        方式
        <Select
          id={`${id}means`}
          value={taken.means ?? means}
          options={Object.entries(MEANS).map(([value, label]) => ({ value, label }))}
          onChange={(next) =>
            onChange({ ...taken, means: String(next) === 'transfer' ? 'transfer' : 'cash' })
          }
        />
      </label>
      <label htmlFor={`${id}note`}>
        备注
        <Input
          id={`${id}note`}
          maxLength={200}
          value={taken.note ?? ''}
          onChange={(event) => onChange({ ...taken, note: event.target.value })}
        />
      </label>
      <Checkbox
        checked={taken.voluntary ?? false}
        onChange={(event) => onChange({ ...taken, voluntary: event.target.checked })}
      >
        自愿多交（不抵应交）
      </Checkbox>
    </div>
  );
}
