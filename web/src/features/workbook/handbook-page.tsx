import type { ReactNode } from 'react';
import { yearOf } from '#kernel/plain-date';
import { useMe } from '../../app/session.ts';
import { useToday } from '../../app/today.ts';
import { Page } from '../../patterns/page.tsx';
import { PrintView } from '../../patterns/print-view.tsx';
import { handbookRoute } from './routes.ts';
import { YearSelect } from './year-select.tsx';

/** 支部工作手册 of a year, as it will be printed. */
export function HandbookPage(): ReactNode {
  const me = useMe();
  const thisYear = yearOf(useToday());
  const search = handbookRoute.useSearch();
  const navigate = handbookRoute.useNavigate();
  const year = Number(search.year ?? thisYear);
  const params = `orgId=${search.orgId ?? me.acting.orgId}&year=${year}`;
  return (
    <Page
      title="支部工作手册"
      lead="由全年记录自动汇编，共六部分：使用说明、工作规则、各岗位职责、常用文书及说明、支部基本情况、工作纪实。没有记录的如实印出，不补写。目录页码以 Word 为准。"
      actions={
        <YearSelect
          year={year}
          thisYear={thisYear}
          onChange={(value) => void navigate({ search: { ...search, year: value } })}
        />
      }
    >
      <PrintView
        key={params}
        title={`${year}年支部工作手册`}
        src={`/api/workbook/handbook?${params}&format=html`}
        downloads={[{ label: '下载 Word', href: `/api/workbook/handbook?${params}&format=docx` }]}
      />
    </Page>
  );
}
