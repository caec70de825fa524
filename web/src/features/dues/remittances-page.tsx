import { Button, Checkbox, Input, Skeleton } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { chineseMonth, monthOf, yearOf, type PlainDate, type PlainMonth } from '#kernel/plain-date';
import type { OrgId } from '#kernel/ids';
import { api, type Answer, type Api } from '../../api.ts';
import { Fault } from '../../app/fault.tsx';
import { useMe } from '../../app/session.ts';
import { useToday } from '../../app/today.ts';
import { DateField } from '../../patterns/date-field.tsx';
import { Field } from '../../patterns/field.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { RowList } from '../../patterns/list-table.tsx';
import { Page } from '../../patterns/page.tsx';
import { AdviceList, type Advice } from '../../patterns/advice-list.tsx';
import { CancelDrawer, type Cancelling } from './cancel-drawer.tsx';
import { YearBar } from './period-bar.tsx';
import { DUES, keptQuery, remittancesQuery } from './queries.ts';
import { remittancesRoute } from './routes.ts';
import { useBranch, useYear, yuan } from './words.ts';
import './dues.css';

type Row = Answer<Api['dues']['remittances']>['remittances'][number];
type Kept = Answer<Api['dues']['receipts']>['rows'];

/** 上缴: what went up, each time with the receipts it was made of. */
export function RemittancesPage(): ReactNode {
  const search = remittancesRoute.useSearch();
  const navigate = remittancesRoute.useNavigate();
  const me = useMe();
  const today = useToday();
  const orgId = useBranch(search.orgId);
  const year = useYear(search.year);
  const query = useQuery(remittancesQuery(orgId, year));
  const kept = useQuery(keptQuery(orgId, monthOf(today)));
  const [remitting, setRemitting] = useState(false);
  const [cancelling, setCancelling] = useState<Cancelling | null>(null);
  const [remarks, setRemarks] = useState<readonly Advice[]>([]);
  const waiting = (kept.data?.rows ?? []).reduce((sum, row) => sum + row.amount, 0);
  const writes = me.permissions.includes('dues.write');
  return (
    <Page
      title="上缴党费"
      lead="上缴数等于所附收款之和；收缴的党费如数上缴，不直接开支。"
      actions={
        writes && waiting > 0 ? (
          <Button type="primary" onClick={() => setRemitting(true)}>
            上缴 {yuan(waiting)} 元
          </Button>
        ) : undefined
      }
    >
      <YearBar
        year={year}
        last={yearOf(today)}
        onYear={(next) =>
          void navigate({ search: { ...search, year: String(next) }, replace: true })
        }
      >
        <span>
          待上缴 <b className="number">{yuan(waiting)}</b> 元（{kept.data?.total ?? 0} 笔收款）
        </span>
      </YearBar>
      <div role="status">
        <AdviceList advice={remarks} />
      </div>
      <div className="panel">
        {query.data === undefined ? (
          query.error === null ? (
            <Skeleton active={false} aria-label="正在读取" />
          ) : (
            <Fault error={query.error} retry={() => query.refetch()} />
          )
        ) : query.data.remittances.length === 0 ? (
          <p className="muted dues-pad">这一年还没有上缴记录。</p>
        ) : (
          <RowList<Row>
            label="上缴记录"
            rows={query.data.remittances}
            rowKey={(row) => row.remittanceId}
            columns={[
              { key: 'on', title: '上缴日期', card: 'head', render: (row) => row.handedOn },
              {
                key: 'amount',
                title: '金额（元）',
                number: true,
                render: (row) => (row.cancelled ? <s>{yuan(row.amount)}</s> : yuan(row.amount)),
              },
              { key: 'n', title: '收款笔数', number: true, render: (row) => row.receipts },
              { key: 'to', title: '接收单位', render: (row) => row.receivedBy },
              { key: 'voucher', title: '凭证号', render: (row) => row.voucher },
              {
                key: 'state',
                title: '状态',
                card: 'mark',
                render: (row) => (row.cancelled ? '已作废' : '已上缴'),
              },
              {
                key: 'acts',
                title: '操作',
                render: (row) => (
                  <span className="dues-acts">
                    <Link to="/dues/paper" search={{ kind: 'remittance', id: row.remittanceId }}>
                      上缴单
                    </Link>
                    {writes && !row.cancelled ? (
                      <Button
                        size="small"
                        aria-label={`作废 ${row.handedOn} 的上缴`}
                        onClick={() =>
                          setCancelling({
                            what: `${row.handedOn}的上缴${yuan(row.amount)}元，其中的收款可以更正后重新上缴`,
                            run: (reason, commandId) =>
                              api.dues.cancelRemittance({
                                remittanceId: row.remittanceId,
                                reason,
                                commandId,
                              }),
                          })
                        }
                      >
                        作废
                      </Button>
                    ) : null}
                  </span>
                ),
              },
            ]}
          />
        )}
      </div>
      <RemitDrawer
        open={remitting}
        orgId={orgId}
        today={today}
        kept={kept.data?.rows ?? []}
        receivedBy={query.data?.remittances.findLast((row) => !row.cancelled)?.receivedBy ?? ''}
        onClose={() => setRemitting(false)}
        onRemarks={setRemarks}
      />
      <CancelDrawer cancelling={cancelling} onClose={() => setCancelling(null)} />
    </Page>
  );
}

interface Values {
  readonly handedOn: PlainDate;
  readonly receivedBy: string;
  readonly voucher?: string;
}

/** All receipts kept are ticked; the sum is that of what stays ticked. */
function RemitDrawer({
  open,
  orgId,
  today,
  kept,
  receivedBy,
  onClose,
  onRemarks,
}: {
  open: boolean;
  orgId: OrgId;
  today: PlainDate;
  kept: Kept;
  receivedBy: string;
  onClose: () => void;
  onRemarks: (advice: readonly Advice[]) => void;
}): ReactNode {
  const queries = useQueryClient();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const chosen = kept.filter((row) => !left.has(row.receiptId));
  const sum = chosen.reduce((total, row) => total + row.amount, 0);
  return (
    <FormDrawer<Values, Answer<Api['dues']['remit']>>
      title={`上缴 ${yuan(sum)} 元`}
      open={open}
      onClose={onClose}
      initial={{ handedOn: today, receivedBy }}
      lead="上缴金额就是下面选中的收款之和。"
      saveLabel={`上缴 ${yuan(sum)} 元`}
      save={(values, commandId) =>
        api.dues.remit({
          orgId,
          handedOn: values.handedOn,
          receivedBy: values.receivedBy,
          voucher: values.voucher ?? '',
          receiptIds: chosen.map((row) => row.receiptId),
          amount: sum,
          commandId,
        })
      }
      onSaved={({ advice }) => {
        onRemarks(advice);
        setLeft(new Set());
        void queries.invalidateQueries({ queryKey: DUES });
      }}
    >
      <Field name="handedOn" label="上缴日期" required>
        <DateField />
      </Field>
      <Field name="receivedBy" label="接收单位" required>
        <Input maxLength={60} placeholder="如 县直机关工委" />
      </Field>
      <Field name="voucher" label="凭证号">
        <Input maxLength={60} />
      </Field>
      <fieldset className="dues-kept">
        <legend>收款（{chosen.length} 笔）</legend>
        {[...Map.groupBy(kept, (row) => monthOf(row.paidOn))].map(([month, rows]) => (
          <KeptMonth key={month} month={month} rows={rows} left={left} onLeft={setLeft} />
        ))}
      </fieldset>
    </FormDrawer>
  );
}

/** Receipts of one month, to be left out one by one or together. */
function KeptMonth({
  month,
  rows,
  left,
  onLeft,
}: {
  month: PlainMonth;
  rows: Kept;
  left: ReadonlySet<string>;
  onLeft: (left: ReadonlySet<string>) => void;
}): ReactNode {
  const going = rows.filter((row) => !left.has(row.receiptId));
  const leave = (ids: readonly string[], out: boolean): void => {
    const next = new Set(left);
    for (const id of ids) {
      if (out) next.add(id);
      else next.delete(id);
    }
    onLeft(next);
  };
  const sum = going.reduce((total, row) => total + row.amount, 0);
  return (
    <div className="dues-kept-month" role="group" aria-label={chineseMonth(month)}>
      <Checkbox
        checked={going.length === rows.length}
        indeterminate={going.length > 0 && going.length < rows.length}
        onChange={() =>
          leave(
            rows.map((row) => row.receiptId),
            going.length === rows.length,
          )
        }
      >
        <strong>{chineseMonth(month)}</strong>　{going.length} 笔　
        <span className="number">{yuan(sum)}</span> 元
      </Checkbox>
      {rows.map((row) => (
        <Checkbox
          key={row.receiptId}
          className="dues-kept-row"
          checked={!left.has(row.receiptId)}
          onChange={() => leave([row.receiptId], !left.has(row.receiptId))}
        >
          {row.name}　{row.paidOn.slice(5)}　<span className="number">{yuan(row.amount)}</span>
        </Checkbox>
      ))}
    </div>
  );
}
