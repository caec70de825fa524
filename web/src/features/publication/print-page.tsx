import { Empty } from 'antd';
import type { ReactNode } from 'react';
import { useMe } from '../../app/session.ts';
import { Page } from '../../patterns/page.tsx';
import { PrintView } from '../../patterns/print-view.tsx';
import { paperRoute } from './routes.ts';

const href = (path: string, params: Readonly<Record<string, string>>): string =>
  `/api/publication/papers/${path}?${new URLSearchParams(params).toString()}`;

/** The sheet to hang, the form to sign, the catalogue: as they will be printed. */
export function PrintPage(): ReactNode {
  const { orgId } = useMe().acting;
  const { kind, itemId, size } = paperRoute.useSearch();
  if (kind === 'catalogue') {
    const of = (format: string): string => href('catalogue', { orgId, format });
    return (
      <Page title="公开目录" back={{ to: '/publication/catalogue', label: '公开目录' }}>
        <PrintView
          title="公开目录"
          src={of('html')}
          downloads={[
            { label: '下载 Word', href: of('docx') },
            { label: '下载 Excel', href: of('xlsx') },
          ]}
        />
      </Page>
    );
  }
  if (itemId === undefined)
    return (
      <Page title="打印" back={{ to: '/publication', label: '公开栏' }}>
        <Empty description="请从公开栏选择一件" />
      </Page>
    );
  const back = { to: `/publication/item?itemId=${itemId}`, label: '公开事项' };
  if (kind === 'approval') {
    const of = (format: string): string => href('approval', { itemId, format });
    return (
      <Page title="公开审批表" back={back}>
        <PrintView
          title="公开审批表"
          src={of('html')}
          downloads={[{ label: '下载 Word', href: of('docx') }]}
        />
      </Page>
    );
  }
  const paper = size === 'A3' ? 'A3' : 'A4';
  return (
    <Page
      title={`张贴（${paper}）`}
      lead="打印时纸张选对大小；上面的编号和二维码能核验原文。"
      back={back}
    >
      <PrintView title={`张贴 ${paper}`} src={href('sheet', { itemId, size: paper })} />
    </Page>
  );
}
