import { Empty } from 'antd';
import type { ReactNode } from 'react';
import { useMe } from '../../app/session.ts';
import { Page } from '../../patterns/page.tsx';
import { PrintView } from '../../patterns/print-view.tsx';
import { printRoute } from './routes.ts';
import { CASE_PAPERS } from './words.ts';

const href = (path: string, params: Readonly<Record<string, string>>, format: string): string =>
  `/api${path}?${new URLSearchParams({ ...params, format }).toString()}`;

/** A paper of a case, or the book of the lost, as it will be printed. */
export function PrintPage(): ReactNode {
  const me = useMe();
  const { kind, caseId, orgId } = printRoute.useSearch();
  if (kind === 'lost') {
    const params = { orgId: orgId ?? me.acting.orgId };
    return (
      <Page title="失联党员台账" back={{ to: '/status/lost', label: '失联党员' }}>
        <PrintView
          title="失联党员台账"
          src={href('/status/lost/paper', params, 'html')}
          downloads={[
            { label: '下载 Word', href: href('/status/lost/paper', params, 'docx') },
            { label: '下载 Excel', href: href('/status/lost/paper', params, 'xlsx') },
          ]}
        />
      </Page>
    );
  }
  const paper = CASE_PAPERS.find((one) => one.kind === kind) ?? CASE_PAPERS[0];
  if (caseId === undefined)
    return (
      <Page title={paper.title} back={{ to: '/status', label: '组织处置' }}>
        <Empty description="请从列表选择一件" />
      </Page>
    );
  const params = { caseId, kind: paper.kind };
  return (
    <Page title={paper.title} back={{ to: `/status/case?caseId=${caseId}`, label: '组织处置' }}>
      <PrintView
        title={paper.title}
        src={href('/status/case/paper', params, 'html')}
        downloads={[{ label: '下载 Word', href: href('/status/case/paper', params, 'docx') }]}
      />
    </Page>
  );
}
