import { Button, Checkbox, Empty, Radio } from 'antd';
import { Link, useBlocker } from '@tanstack/react-router';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { OrgId } from '#kernel/ids';
import { type PlainDate } from '#kernel/plain-date';
import { api, type Answer, type Api } from '../../api.ts';
import { useMe } from '../../app/session.ts';
import { AdviceList } from '../../patterns/advice-list.tsx';
import { DateField } from '../../patterns/date-field.tsx';
import { FailureNote } from '../../patterns/form-drawer.tsx';
import type { Unread } from '../../patterns/unread.ts';
import { useAct } from '../../patterns/use-act.ts';
import { CollectRow } from './collect-row.tsx';
import { DUES } from './queries.ts';
import {
  askedOf,
  receiptsOf,
  sumOf,
  tickAll,
  toggle,
  unreadIn,
  type Draft,
} from './round-draft.ts';
import { yuan } from './words.ts';
import './dues.css';

type Saved = Answer<Api['dues']['recordReceipts']>;
export type Round = Answer<Api['dues']['round']>;

/** The list of a round with the sum at its foot; nothing is kept but what is saved. */
export function RoundForm({
  orgId,
  round,
  groupId,
  today,
}: {
  orgId: OrgId;
  round: Round;
  /** The one shown; nothing means the whole branch. */
  groupId?: string | undefined;
  today: PlainDate;
}): ReactNode {
  const queries = useQueryClient();
  const me = useMe();
  const [draft, setDraft] = useState<Draft>({});
  const [withBefore, setWithBefore] = useState(false);
  const [paidOn, setPaidOn] = useState<PlainDate | Unread | null>(today);
  const [means, setMeans] = useState<'cash' | 'transfer'>('cash');
  const [saved, setSaved] = useState<({ count: number } & Saved) | null>(null);
  const saveButton = useRef<HTMLButtonElement>(null);
  const sheet = useRef<HTMLDivElement>(null);
  const writes = me.permissions.includes('dues.write');
  const count = Object.keys(draft).length;
  const dirty = count > 0;
  const owed = round.lines.some((line) => askedOf(line, withBefore) > 0);
  useBlocker({
    shouldBlockFn: () => dirty && !window.confirm('还有没保存的收款，确定离开吗？'),
    enableBeforeUnload: () => dirty,
    disabled: !dirty,
  });
  const act = useAct<Parameters<Api['dues']['recordReceipts']>[0]['receipts'], Saved>({
    save: (receipts, commandId) => api.dues.recordReceipts({ orgId, receipts, commandId }),
    onSaved: (answer, receipts) => {
      setSaved({ count: receipts.length, ...answer });
      setDraft({});
      void queries.invalidateQueries({ queryKey: DUES });
    },
  });
  const wrong = unreadIn(draft);
  const can = count > 0 && wrong.length === 0 && typeof paidOn === 'string';
  const pending = useRef<{ readonly draft: Draft; readonly sent: ReturnType<typeof receiptsOf> }>(
    null,
  );
  const save = (): void => {
    if (!can || typeof paidOn !== 'string') return;
    // The same draft is sent as the same input, so that a second press is the same act.
    if (pending.current?.draft !== draft)
      pending.current = { draft, sent: receiptsOf(draft, round.lines, { paidOn, means }) };
    act.run(pending.current.sent);
  };
  const all = (): void => {
    setSaved(null);
    setDraft(tickAll(draft, round.lines, withBefore));
    saveButton.current?.focus();
  };
  /** Enter goes to the next amount, and after the last one to the saving. */
  const next = (from: Element): void => {
    const fields = [...(sheet.current?.querySelectorAll('.dues-take input') ?? [])];
    const field = fields[fields.indexOf(from) + 1];
    if (field instanceof HTMLInputElement) field.select();
    else saveButton.current?.focus();
  };
  useEffect(() => {
    pending.current = null;
  }, [paidOn, means]);

  if (round.lines.length === 0)
    return (
      <div className="panel">
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="这一期没有需要交纳党费的党员">
          <Link to="/members">去花名册</Link>
        </Empty>
      </div>
    );
  return (
    <>
      {saved === null ? null : (
        <div className="dues-saved" role="status">
          <strong>
            已保存 {saved.count} 笔，合计 {yuan(saved.total)} 元
          </strong>
          <Link
            to="/dues/paper"
            search={{ kind: 'ledger', orgId, from: round.first, to: round.last, group: groupId }}
          >
            打印明细表
          </Link>
          <Link to="/dues/remittances">去上缴（待上缴 {yuan(round.notRemitted)} 元）</Link>
          <AdviceList advice={saved.advice} />
        </div>
      )}
      {writes ? (
        <div className="dues-bar">
          {owed ? (
            <Button type={dirty ? 'default' : 'primary'} onClick={all}>
              本期全部已交
            </Button>
          ) : null}
          <div className="dues-field">
            <label htmlFor="dues-paid-on">收款日期</label>
            <DateField id="dues-paid-on" value={paidOn} onChange={setPaidOn} />
          </div>
          <Radio.Group
            aria-label="交纳方式"
            value={means}
            optionType="button"
            options={[
              { value: 'cash', label: '现金' },
              { value: 'transfer', label: '转账' },
            ]}
            onChange={(event) => setMeans(event.target.value === 'transfer' ? 'transfer' : 'cash')}
          />
          {round.before > 0 ? (
            <Checkbox
              checked={withBefore}
              onChange={(event) => setWithBefore(event.target.checked)}
            >
              连同以前未交的 {yuan(round.before)} 元
            </Checkbox>
          ) : null}
        </div>
      ) : null}
      <div
        className="panel dues-sheet"
        ref={sheet}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          if (event.ctrlKey || event.metaKey) save();
          else if (event.target instanceof HTMLInputElement && event.target.type !== 'checkbox') {
            event.preventDefault();
            next(event.target);
          }
        }}
      >
        <div className="dues-row-head" aria-hidden="true">
          <span>收</span>
          <span>姓名</span>
          <span className="at-right">应交</span>
          <span className="at-right">实交</span>
          <span className="at-right">未交</span>
          <span>本次收（元）</span>
          <span />
        </div>
        {round.lines.map((line) => (
          <CollectRow
            key={line.personId}
            line={line}
            orgId={orgId}
            writes={writes}
            taken={draft[line.personId]}
            means={means}
            onToggle={() => setDraft(toggle(draft, line, withBefore))}
            onChange={(taken) => setDraft({ ...draft, [line.personId]: taken })}
          />
        ))}
        {writes ? (
          <div className="dues-foot">
            <span role="status">
              <span className="dues-total number">{yuan(sumOf(draft))} 元</span>
              <span className="muted">
                {' '}
                本次合计，{count} 人{means === 'cash' ? '，应与手中现金一致' : ''}
              </span>
            </span>
            <span className="form-acts">
              <Button
                ref={saveButton}
                type="primary"
                loading={act.busy}
                aria-disabled={!can}
                onClick={save}
              >
                保存
              </Button>
              {dirty ? <Button onClick={() => setDraft({})}>清空</Button> : null}
            </span>
          </div>
        ) : null}
      </div>
      <FailureNote failure={act.failure} />
    </>
  );
}
