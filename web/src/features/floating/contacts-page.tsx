import { Button, Drawer, Select } from 'antd';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { CONTACT_MEANS } from '#contract/floating';
import type { OrgId } from '#kernel/ids';
import { chineseDate, yearOf } from '#kernel/plain-date';
import { useMe } from '../../app/session.ts';
import { useToday } from '../../app/today.ts';
import { ListPage } from '../../patterns/list-page.tsx';
import { useNarrow } from '../../patterns/narrow.ts';
import { PrintView } from '../../patterns/print-view.tsx';
import { contactsQuery, paperHref, type ContactRow } from './queries.ts';
import { contactsRoute, threadRoute } from './routes.ts';
import { FloatingTabs } from './tabs.tsx';

/** 联系记录 of a year; one opens the person's thread. */
export function ContactsPage(): ReactNode {
  const me = useMe();
  const thisYear = yearOf(useToday());
  const search = contactsRoute.useSearch();
  const navigate = contactsRoute.useNavigate();
  const narrow = useNarrow();
  const [printing, setPrinting] = useState(false);
  const orgId = (search.orgId ?? me.acting.orgId) as OrgId;
  const year = Number(search.year ?? thisYear);
  const above = me.acting.standing === 'above' && search.orgId === undefined;
  const below = above ? ('true' as const) : undefined;
  const query = useQuery({
    ...contactsQuery({
      orgId,
      below,
      year,
      page: search.page ?? 1,
      pageSize: search.pageSize ?? 50,
    }),
    placeholderData: keepPreviousData,
  });
  const href = (format: string): string => paperHref('contacts', { orgId, below, year, format });
  return (
    <>
      <ListPage<ContactRow, 'orgId' | 'year'>
        title="流动党员联系记录"
        lead="参加会议、交纳党费和流入地反馈也算联系，在各人的经过里能看到，这里只列登记的联系。"
        search={search}
        onSearch={(next) => void navigate({ search: next, replace: true })}
        filters={[
          {
            kind: 'own',
            name: 'year',
            label: '年度',
            control: (value, change, id) => (
              <Select
                id={id}
                value={value ?? String(thisYear)}
                options={Array.from({ length: 6 }, (_, at) => ({
                  value: String(thisYear - at),
                  label: `${thisYear - at}年`,
                }))}
                onChange={(next) => change(next === String(thisYear) ? undefined : next)}
              />
            ),
          },
        ]}
        query={query}
        rowKey={(row) => row.contactId}
        openRow={(row) => void navigate({ to: threadRoute.to, search: { awayId: row.awayId } })}
        summary={<FloatingTabs orgId={search.orgId} />}
        empty={{ text: `${year}年还没有登记联系` }}
        exportSlot={
          <span className="floating-acts">
            <Button onClick={() => setPrinting(true)}>打印</Button>
            <Button href={href('xlsx')}>导出 Excel</Button>
          </span>
        }
        columns={[
          {
            key: 'on',
            title: '日期',
            card: 'head',
            oneLine: true,
            render: (row) => `${chineseDate(row.on)}${narrow ? ` ${row.name}` : ''}`,
          },
          {
            key: 'name',
            title: '流动党员',
            card: 'none',
            oneLine: true,
            render: (row) => row.name,
          },
          { key: 'how', title: '方式', render: (row) => CONTACT_MEANS[row.how] },
          { key: 'content', title: '内容', render: (row) => row.content },
          { key: 'by', title: '联系人', oneLine: true, render: (row) => row.byName },
          {
            key: 'mark',
            title: '备注',
            card: 'mark',
            render: (row) => (
              <span className="floating-hints">
                {row.report ? <span className="tag">本人汇报</span> : null}
                {row.enteredLater ? <span className="tag">补录</span> : null}
              </span>
            ),
          },
          ...(above
            ? [{ key: 'org', title: '党组织', render: (row: ContactRow) => row.orgName }]
            : []),
        ]}
      />
      <Drawer
        title="流动党员联系记录"
        open={printing}
        onClose={() => setPrinting(false)}
        size={narrow ? '100%' : 1100}
        destroyOnHidden
      >
        {printing ? (
          <PrintView
            title="流动党员联系记录"
            src={href('html')}
            downloads={[{ label: '下载 Word', href: href('docx') }]}
          />
        ) : null}
      </Drawer>
    </>
  );
}
