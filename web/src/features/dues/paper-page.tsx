import type { ReactNode } from 'react';
import { Page } from '../../patterns/page.tsx';
import { PrintView } from '../../patterns/print-view.tsx';
import { paperRoute } from './routes.ts';
import { paperHref } from './words.ts';

interface Paper {
  readonly title: string;
  readonly back: { readonly to: string; readonly label: string };
  /** Names of the address → names of the endpoint. */
  readonly search: Readonly<Record<string, string>>;
}

const COLLECT = { to: '/dues/collect', label: '收缴党费' };
const PAPERS: Readonly<Record<string, Paper>> = {
  assessment: {
    title: '党费核定表',
    back: { to: '/dues/assessment', label: '年初核定' },
    search: { orgId: 'orgId', month: 'month' },
  },
  ledger: {
    title: '党费收缴明细表',
    back: COLLECT,
    search: { orgId: 'orgId', from: 'fromMonth', to: 'toMonth', group: 'groupId' },
  },
  member: {
    title: '党费证',
    back: COLLECT,
    search: { orgId: 'orgId', personId: 'personId', year: 'year' },
  },
  mine: {
    title: '我的党费证',
    back: { to: '/me/dues', label: '我的党费' },
    search: { year: 'year' },
  },
  receipt: {
    title: '党费收据',
    back: { to: '/dues/receipts', label: '收款明细' },
    search: { id: 'receiptId' },
  },
  remittance: {
    title: '党费上缴单',
    back: { to: '/dues/remittances', label: '上缴党费' },
    search: { id: 'remittanceId' },
  },
  relief: {
    title: '党费减免审批表',
    back: { to: '/dues/assessment', label: '年初核定' },
    search: { id: 'reliefId' },
  },
  publication: {
    title: '党费收缴使用情况公示',
    back: { to: '/dues/means', label: '使用与公示' },
    search: { id: 'publicationId' },
  },
};

/** A paper as it will be printed, and the same as Word and Excel. */
export function PaperPage(): ReactNode {
  const search = paperRoute.useSearch();
  const kind = search.kind ?? 'ledger';
  const paper = PAPERS[kind] ?? PAPERS['ledger'];
  if (paper === undefined) return null;
  const values: Readonly<Record<string, string | undefined>> = search;
  const sent = Object.fromEntries(
    Object.entries(paper.search).map(([from, to]) => [to, values[from]]),
  );
  return (
    <Page title={paper.title} back={paper.back}>
      <PrintView
        title={paper.title}
        src={paperHref(kind, 'html', sent)}
        downloads={[
          { label: '下载 Word', href: paperHref(kind, 'docx', sent) },
          { label: '下载 Excel', href: paperHref(kind, 'xlsx', sent) },
        ]}
      />
    </Page>
  );
}
