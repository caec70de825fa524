import { Button } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { USE_PURPOSES } from '#contract/dues';
import { chineseMonth, yearOf } from '#kernel/plain-date';
import { api, type Answer, type Api } from '../../api.ts';
import { useMe } from '../../app/session.ts';
import { useToday } from '../../app/today.ts';
import { Facts, Section } from '../../patterns/detail-page.tsx';
import { RowList } from '../../patterns/list-table.tsx';
import { Page } from '../../patterns/page.tsx';
import { CancelDrawer, type Cancelling } from './cancel-drawer.tsx';
import { MeansDrawers, type MeansDrawer } from './means-drawers.tsx';
import { YearBar } from './period-bar.tsx';
import { publicationsQuery, usesQuery } from './queries.ts';
import { meansRoute } from './routes.ts';
import { useBranch, useYear, yuan } from './words.ts';
import './dues.css';

type Use = Answer<Api['dues']['uses']>['uses'][number];
type Allotment = Answer<Api['dues']['uses']>['allotments'][number];
type Publication = Answer<Api['dues']['publications']>['publications'][number];

/** 使用与公示: what came back from above, what it was used for, and what was put up for the members. */
export function MeansPage(): ReactNode {
  const search = meansRoute.useSearch();
  const navigate = meansRoute.useNavigate();
  const me = useMe();
  const today = useToday();
  const orgId = useBranch(search.orgId);
  const year = useYear(search.year);
  const means = useQuery(usesQuery(orgId, year));
  const published = useQuery(publicationsQuery(orgId, year));
  const [drawer, setDrawer] = useState<MeansDrawer>(null);
  const [cancelling, setCancelling] = useState<Cancelling | null>(null);
  const writes = me.permissions.includes('dues.write');
  const cancelAct = (
    kind: 'use' | 'allotment' | 'publication',
    entryId: string,
    what: string,
  ): ReactNode =>
    writes ? (
      <Button
        size="small"
        aria-label={`作废${what}`}
        onClick={() =>
          setCancelling({
            what,
            run: (reason, commandId) => api.dues.cancelEntry({ kind, entryId, reason, commandId }),
          })
        }
      >
        作废
      </Button>
    ) : null;
  return (
    <Page
      title="使用与公示"
      lead="只登记上级下拨、返还的党费及其开支；收缴的党费在“上缴”里，两者不混。"
    >
      <YearBar
        year={year}
        last={yearOf(today)}
        onYear={(next) =>
          void navigate({ search: { ...search, year: String(next) }, replace: true })
        }
      />
      {means.data === undefined ? null : (
        <Facts
          facts={[
            { label: '可用余额', value: `${yuan(means.data.balance)} 元` },
            { label: `${year}年收到`, value: `${yuan(means.data.received)} 元` },
            { label: `${year}年使用`, value: `${yuan(means.data.used)} 元` },
          ]}
        />
      )}
      <Section
        title="使用"
        note="须经集体研究决定，用于五个方面。"
        actions={writes ? <Button onClick={() => setDrawer('use')}>登记使用</Button> : undefined}
      >
        {(means.data?.uses.length ?? 0) === 0 ? (
          <p className="muted">{year}年没有使用。</p>
        ) : (
          <RowList<Use>
            label="使用"
            rows={means.data?.uses ?? []}
            rowKey={(row) => row.useId}
            columns={[
              { key: 'what', title: '内容', card: 'head', render: (row) => row.what },
              { key: 'on', title: '日期', oneLine: true, render: (row) => row.usedOn },
              { key: 'purpose', title: '用途', render: (row) => USE_PURPOSES[row.purpose] },
              {
                key: 'amount',
                title: '金额（元）',
                number: true,
                render: (row) => yuan(row.amount),
              },
              {
                key: 'decided',
                title: '研究决定',
                render: (row) => `${row.decidedOn} ${row.decidedBy}`,
              },
              { key: 'voucher', title: '凭证', render: (row) => row.voucher },
              {
                key: 'act',
                title: '操作',
                render: (row) => cancelAct('use', row.useId, `“${row.what}”${yuan(row.amount)}元`),
              },
            ]}
          />
        )}
      </Section>
      <Section
        title="下拨与返还"
        actions={
          writes ? (
            <Button onClick={() => setDrawer('allotment')}>登记下拨、返还</Button>
          ) : undefined
        }
      >
        {(means.data?.allotments.length ?? 0) === 0 ? (
          <p className="muted">{year}年没有收到下拨、返还。</p>
        ) : (
          <RowList<Allotment>
            label="下拨与返还"
            rows={means.data?.allotments ?? []}
            rowKey={(row) => row.allotmentId}
            columns={[
              { key: 'from', title: '来源', card: 'head', render: (row) => row.receivedFrom },
              { key: 'on', title: '日期', oneLine: true, render: (row) => row.receivedOn },
              {
                key: 'amount',
                title: '金额（元）',
                number: true,
                render: (row) => yuan(row.amount),
              },
              { key: 'voucher', title: '凭证', render: (row) => row.voucher },
              {
                key: 'act',
                title: '操作',
                render: (row) =>
                  cancelAct(
                    'allotment',
                    row.allotmentId,
                    `${row.receivedFrom}${yuan(row.amount)}元`,
                  ),
              },
            ]}
          />
        )}
      </Section>
      <Section
        title="公示"
        note="每年向党员公布收缴和使用情况；公布应交、实交，不公布基数。"
        actions={writes ? <Button onClick={() => setDrawer('publish')}>公示</Button> : undefined}
      >
        {(published.data?.publications.length ?? 0) === 0 ? (
          <p className="muted">{year}年还没有公示。</p>
        ) : (
          <RowList<Publication>
            label="公示"
            rows={published.data?.publications ?? []}
            rowKey={(row) => row.publicationId}
            columns={[
              {
                key: 'months',
                title: '月份',
                card: 'head',
                render: (row) => `${chineseMonth(row.fromMonth)}至${chineseMonth(row.toMonth)}`,
              },
              { key: 'on', title: '公示日期', oneLine: true, render: (row) => row.publishedOn },
              { key: 'place', title: '地点', render: (row) => row.place },
              {
                key: 'act',
                title: '操作',
                render: (row) => (
                  <span className="dues-acts">
                    <Link to="/dues/paper" search={{ kind: 'publication', id: row.publicationId }}>
                      公示表
                    </Link>
                    {cancelAct('publication', row.publicationId, `${row.publishedOn}的公示`)}
                  </span>
                ),
              },
            ]}
          />
        )}
      </Section>
      <MeansDrawers orgId={orgId} drawer={drawer} onClose={() => setDrawer(null)} />
      <CancelDrawer cancelling={cancelling} onClose={() => setCancelling(null)} />
    </Page>
  );
}
