import { Empty } from 'antd';
import type { ReactNode } from 'react';
import { yearOf } from '#kernel/plain-date';
import { useMe } from '../../app/session.ts';
import { useToday } from '../../app/today.ts';
import { Page } from '../../patterns/page.tsx';
import { PrintView } from '../../patterns/print-view.tsx';
import { transferPrintRoute } from './routes.ts';

interface Sheet {
  readonly title: string;
  readonly back: { readonly to: string; readonly label: string };
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly excel: boolean;
}

const CASE_PAPERS: Readonly<Record<string, string>> = {
  letter: '组织关系介绍信',
  receipt: '介绍信回执联',
  record: '组织关系接转情况',
};

function sheetOf(
  search: ReturnType<typeof transferPrintRoute.useSearch>,
  orgId: string,
  year: number,
): Sheet | null {
  const { kind, caseId, wholeId, checkId } = search;
  if (kind === 'register')
    return {
      title: '介绍信登记簿',
      back: { to: '/transfers/letters', label: '介绍信登记簿' },
      path: '/transfers/letters/paper',
      params: {
        orgId,
        year: search.year ?? String(year),
        direction: search.direction === 'in' ? 'in' : 'out',
      },
      excel: true,
    };
  if (kind === 'whole' && wholeId !== undefined)
    return {
      title: '整建制转接名册',
      back: { to: '/transfers/whole', label: '整建制转接' },
      path: '/transfers/whole/paper',
      params: { wholeId },
      excel: true,
    };
  if (kind === 'check' && checkId !== undefined)
    return {
      title: '组织关系排查表',
      back: { to: `/transfers/checks/one?checkId=${checkId}`, label: '组织关系排查' },
      path: '/transfers/checks/paper',
      params: { checkId },
      excel: true,
    };
  const title = CASE_PAPERS[kind ?? ''];
  return title === undefined || caseId === undefined || kind === undefined
    ? null
    : {
        title,
        back: { to: `/transfers/case?caseId=${caseId}`, label: '组织关系接转' },
        path: '/transfers/case/paper',
        params: { caseId, kind },
        excel: false,
      };
}

/** A paper of a transfer as it will be printed. */
export function TransferPrintPage(): ReactNode {
  const me = useMe();
  const today = useToday();
  const sheet = sheetOf(transferPrintRoute.useSearch(), me.acting.orgId, yearOf(today));
  if (sheet === null)
    return (
      <Page title="打印" back={{ to: '/transfers', label: '组织关系接转' }}>
        <Empty description="请从接转页面选择要打印的材料" />
      </Page>
    );
  const href = (format: string): string =>
    `/api${sheet.path}?${new URLSearchParams({ ...sheet.params, format }).toString()}`;
  return (
    <Page title={sheet.title} back={sheet.back}>
      <PrintView
        title={sheet.title}
        src={href('html')}
        downloads={[
          { label: '下载 Word', href: href('docx') },
          ...(sheet.excel ? [{ label: '下载 Excel', href: href('xlsx') }] : []),
        ]}
      />
    </Page>
  );
}
