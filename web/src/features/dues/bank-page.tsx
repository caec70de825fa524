import { Button, Radio, Skeleton } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import type { Id, OrgId } from '#kernel/ids';
import { api, readFailure, uploadFile, type Answer, type Api, type Failure } from '../../api.ts';
import { useMe } from '../../app/session.ts';
import { Section } from '../../patterns/detail-page.tsx';
import { FileDrop } from '../../patterns/file-drop.tsx';
import { FailureNote } from '../../patterns/form-drawer.tsx';
import { RowList } from '../../patterns/list-table.tsx';
import { Page } from '../../patterns/page.tsx';
import { useAct } from '../../patterns/use-act.ts';
import { DUES } from './queries.ts';
import { bankRoute } from './routes.ts';
import { yuan } from './words.ts';
import './dues.css';

type Found = Answer<Api['dues']['bankLines']>;
type Line = Found['lines'][number];
type Matches = Parameters<Api['dues']['confirmBank']>[0]['matches'];

/** 对账: a bank's statement beside the receipts; nothing is written but what somebody chose. */
export function BankPage(): ReactNode {
  const { fileId } = bankRoute.useSearch();
  const navigate = bankRoute.useNavigate();
  const me = useMe();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const take = async (file: File): Promise<void> => {
    setBusy(true);
    setFailure(null);
    try {
      void navigate({ search: { fileId: await uploadFile(file, 'table') } });
    } catch (error) {
      setFailure(readFailure(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Page
      title="对账"
      lead="上传银行导出的明细，按金额、姓名、日期列出可能对应的收款。逐笔由您确认，系统不猜；同一笔不会重复登记。"
    >
      <FileDrop
        accept=".csv,.xlsx"
        busy={busy}
        hint="银行明细，.csv 或 .xlsx；支出和合计行不读。"
        onFile={(file) => void take(file)}
      />
      <FailureNote failure={failure} />
      {fileId === undefined ? null : (
        <Statement key={fileId} orgId={me.acting.orgId} fileId={fileId as Id<'File'>} />
      )}
    </Page>
  );
}

function Statement({ orgId, fileId }: { orgId: OrgId; fileId: Id<'File'> }): ReactNode {
  const queries = useQueryClient();
  const query = useQuery({
    queryKey: [...DUES, 'bank', orgId, fileId],
    queryFn: () => api.dues.bankLines({ orgId, fileId }),
    retry: false,
  });
  const [chosen, setChosen] = useState<Readonly<Record<string, number>>>({});
  const act = useAct<Matches, { tied: number }>({
    save: (matches, commandId) => api.dues.confirmBank({ orgId, fileId, matches, commandId }),
    savedWords: '已对上',
    onSaved: () => {
      setChosen({});
      void queries.invalidateQueries({ queryKey: DUES });
    },
  });
  if (query.error !== null) return <FailureNote failure={readFailure(query.error)} />;
  const found = query.data;
  if (found === undefined) return <Skeleton active={false} aria-label="正在读取" />;
  const by = (state: Line['state']): Line[] => found.lines.filter((line) => line.state === state);
  const matches = (): Matches =>
    found.lines.flatMap((line): Matches => {
      const at = chosen[line.key];
      const proposal = at === undefined ? undefined : line.proposals[at];
      if (proposal === undefined) return [];
      return [
        {
          key: line.key,
          match:
            proposal.receiptId === null
              ? { kind: 'member', personId: proposal.personId }
              : { kind: 'receipt', receiptId: proposal.receiptId },
        },
      ];
    });
  const count = matches().length;
  const columns = [
    { key: 'payer', title: '对方户名', card: 'head' as const, render: (line: Line) => line.payer },
    { key: 'on', title: '日期', oneLine: true, render: (line: Line) => line.on },
    {
      key: 'amount',
      title: '金额（元）',
      number: true,
      render: (line: Line) => yuan(line.amount),
    },
    { key: 'note', title: '摘要', render: (line: Line) => line.note },
  ];
  return (
    <>
      <Section
        title={`等您确认（${by('proposed').length} 笔）`}
        note={`共读到 ${found.lines.length} 笔收入，另有 ${found.skipped} 行不是收入。`}
        actions={
          <Button
            type="primary"
            loading={act.busy}
            disabled={count === 0}
            onClick={() => act.run(matches())}
          >
            确认 {count} 笔
          </Button>
        }
      >
        <FailureNote failure={act.failure} />
        {by('proposed').length === 0 ? (
          <p className="muted">没有可以提出的对应。</p>
        ) : (
          <RowList<Line>
            label="等您确认"
            rows={by('proposed')}
            rowKey={(line) => line.key}
            columns={[
              ...columns,
              {
                key: 'match',
                title: '对应',
                render: (line) => (
                  <Radio.Group
                    aria-label={`${line.payer} ${line.on} 对应`}
                    className="dues-match"
                    value={chosen[line.key] ?? -1}
                    onChange={(event) =>
                      setChosen({ ...chosen, [line.key]: Number(event.target.value) })
                    }
                    options={[
                      ...line.proposals.map((one, index) => ({
                        value: index,
                        label: `${one.name}：${one.words}`,
                      })),
                      { value: -1, label: '暂不确认' },
                    ]}
                  />
                ),
              },
            ]}
          />
        )}
      </Section>
      <Section
        title={`银行有、账上没有（${by('unmatched').length} 笔）`}
        note="没有找到金额和姓名都相符的收款。确是党费的，请在收缴里登记后再对账。"
      >
        {by('unmatched').length === 0 ? (
          <p className="muted">没有。</p>
        ) : (
          <RowList<Line>
            label="银行有、账上没有"
            rows={by('unmatched')}
            rowKey={(line) => line.key}
            columns={columns}
          />
        )}
      </Section>
      <Section
        title={`账上有、银行没有（${found.receipts.length} 笔）`}
        note="登记为转账，但这份明细里没有对上的收款。"
      >
        {found.receipts.length === 0 ? (
          <p className="muted">没有。</p>
        ) : (
          <RowList<Found['receipts'][number]>
            label="账上有、银行没有"
            rows={found.receipts}
            rowKey={(row) => row.receiptId}
            columns={[
              { key: 'name', title: '姓名', card: 'head', render: (row) => row.name },
              { key: 'on', title: '收款日期', render: (row) => row.paidOn },
              {
                key: 'amount',
                title: '金额（元）',
                number: true,
                render: (row) => yuan(row.amount),
              },
            ]}
          />
        )}
      </Section>
      <p className="muted">已对上 {by('tied').length} 笔。</p>
    </>
  );
}
