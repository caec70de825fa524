import { Empty } from 'antd';
import type { ReactNode } from 'react';
import { REGISTERS } from '#contract/admissions';
import { yearOf } from '#kernel/plain-date';
import { useMe } from '../../app/session.ts';
import { useToday } from '../../app/today.ts';
import { Page } from '../../patterns/page.tsx';
import { PrintView } from '../../patterns/print-view.tsx';
import { registerOf } from './queries.ts';
import { printRoute } from './routes.ts';
import { CASE_PAPERS } from './words.ts';

type Params = Readonly<Record<string, string | number>>;

const href = (path: string, params: Params, format: string): string =>
  `/api${path}?${new URLSearchParams({
    ...Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value)])),
    format,
  }).toString()}`;

interface PaperProps {
  readonly title: string;
  readonly back: { readonly to: string; readonly label: string };
  readonly path: string;
  readonly params: Params;
  readonly sheet: boolean;
}

function Paper({ title, back, path, params, sheet }: PaperProps): ReactNode {
  return (
    <Page title={title} back={back}>
      <PrintView
        title={title}
        src={href(path, params, 'html')}
        downloads={[
          { label: '下载 Word', href: href(path, params, 'docx') },
          ...(sheet ? [{ label: '下载 Excel', href: href(path, params, 'xlsx') }] : []),
        ]}
      />
    </Page>
  );
}

const REGISTER_PAGE = { to: '/admissions', label: '四类名册' } as const;

/** A paper of a case, a register, or the register of application books, as it will be printed. */
export function PrintPage(): ReactNode {
  const me = useMe();
  const today = useToday();
  const search = printRoute.useSearch();
  const orgId = search.orgId ?? me.acting.orgId;
  if (search.kind === 'register') {
    const register = registerOf(search);
    return (
      <Paper
        title={`${REGISTERS[register]}名册`}
        back={REGISTER_PAGE}
        path="/admissions/paper"
        params={{ orgId, register }}
        sheet
      />
    );
  }
  if (search.kind === 'books')
    return (
      <Paper
        title="志愿书领取登记簿"
        back={{ to: '/admissions/plans', label: '计划' }}
        path="/admissions/books/paper"
        params={{ orgId, year: search.year ?? yearOf(today) }}
        sheet
      />
    );
  if (search.kind === 'idle')
    return (
      <Paper
        title="近三年未发展党员的党支部"
        back={{ to: '/admissions/idle', label: '三年未发展' }}
        path="/admissions/idle/paper"
        params={{ orgId }}
        sheet
      />
    );
  if (search.kind === 'calendar')
    return (
      <Paper
        title="发展日历"
        back={{ to: '/admissions/calendar', label: '发展日历' }}
        path="/admissions/calendar/paper"
        params={{ orgId, ...(search.month === undefined ? {} : { month: search.month }) }}
        sheet
      />
    );
  const { caseId } = search;
  const paper = CASE_PAPERS.find((one) => one.kind === search.kind) ?? CASE_PAPERS[0];
  return caseId === undefined ? (
    <Page title={paper.title} back={REGISTER_PAGE}>
      <Empty description="请从名册选择一名同志" />
    </Page>
  ) : (
    <Paper
      title={paper.title}
      back={{ to: `/admissions/case?caseId=${caseId}`, label: '全程纪实' }}
      path="/admissions/case/paper"
      params={{ caseId, kind: paper.kind }}
      sheet={false}
    />
  );
}
