import { AddressLink } from '../../patterns/address-link.tsx';
import { Button, Drawer } from 'antd';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { TALK_KINDS, type TalkKind } from '#contract/talks';
import type { OrgId } from '#kernel/ids';
import { chineseDate, yearOf } from '#kernel/plain-date';
import { useMe } from '../../app/session.ts';
import { useToday } from '../../app/today.ts';
import { ListPage } from '../../patterns/list-page.tsx';
import { useNarrow } from '../../patterns/narrow.ts';
import { PrintView } from '../../patterns/print-view.tsx';
import { CorrectDrawer } from './correct-drawer.tsx';
import { kindOptions, renewTalks, talkHref, talksQuery, type TalkRow } from './queries.ts';
import { RecordDrawer } from './record-drawer.tsx';
import { talksRoute, type TalkFilter } from './routes.ts';
import { yearFilter } from './year-filter.tsx';

/** 谈心谈话一览 */
export function TalksPage(): ReactNode {
  const me = useMe();
  const thisYear = yearOf(useToday());
  const search = talksRoute.useSearch();
  const navigate = talksRoute.useNavigate();
  const queries = useQueryClient();
  const narrow = useNarrow();
  const orgId = (search.orgId ?? me.acting.orgId) as OrgId;
  const year = Number(search.year ?? thisYear);
  const above = me.acting.standing === 'above' && search.orgId === undefined;
  const query = useQuery({
    ...talksQuery({
      orgId,
      year,
      kind: search.kind as TalkKind | undefined,
      below: above ? 'true' : undefined,
      page: search.page ?? 1,
      pageSize: search.pageSize ?? 50,
    }),
    placeholderData: keepPreviousData,
  });
  const [recording, setRecording] = useState(search.act === 'record');
  const [correcting, setCorrecting] = useState<TalkRow | null>(null);
  const [printing, setPrinting] = useState<'ledger' | 'record' | null>(null);
  const writes = query.data?.can['record'] === true && !above;
  const paper = { orgId, ...(printing === 'ledger' ? { year } : {}) };
  const counts = query.data?.counts;
  const record = (
    <Button type="primary" onClick={() => setRecording(true)}>
      登记谈话
    </Button>
  );
  return (
    <>
      <ListPage<TalkRow, TalkFilter>
        title="谈心谈话一览"
        lead="支委会成员之间、支委会成员与党员、党员之间，每年一般不少于1次（《中国共产党支部工作条例（试行）》，按上级规定）。内容只有谈话双方看得到。"
        search={search}
        onSearch={(next) => void navigate({ search: next, replace: true })}
        filters={[
          yearFilter('year', thisYear),
          { kind: 'choice', name: 'kind', label: '类别', options: kindOptions },
        ]}
        query={query}
        rowKey={(row) => row.talkId}
        {...(writes ? { openRow: setCorrecting } : {})}
        summary={
          counts === undefined ? null : (
            <p className="muted">
              {kindOptions
                .filter(({ value }) => (counts[value] ?? 0) > 0)
                .map(({ value, label }) => `${label}${counts[value]}次`)
                .join(' · ')}
            </p>
          )
        }
        empty={{ text: `${year}年还没有登记谈心谈话`, action: writes ? record : undefined }}
        exportSlot={
          above ? undefined : (
            <span className="list-acts">
              <AddressLink to="/talks/coverage">覆盖情况</AddressLink>
              <AddressLink to="/me/talks">我的谈话</AddressLink>
              <Button onClick={() => setPrinting('ledger')}>一览表</Button>
              <Button href={talkHref('ledger', { orgId, year, format: 'xlsx' })}>导出 Excel</Button>
              <Button onClick={() => setPrinting('record')}>空白记录表</Button>
            </span>
          )
        }
        actions={writes ? record : undefined}
        columns={[
          {
            key: 'heldOn',
            title: '日期',
            card: 'head',
            oneLine: true,
            render: (row) => chineseDate(row.heldOn),
          },
          { key: 'talker', title: '谈话人', oneLine: true, render: (row) => row.talker.name },
          { key: 'partner', title: '谈话对象', oneLine: true, render: (row) => row.partner.name },
          { key: 'kind', title: '类别', render: (row) => TALK_KINDS[row.kind].name },
          { key: 'place', title: '地点', card: 'none', render: (row) => row.place },
          {
            key: 'late',
            title: '录入',
            card: 'mark',
            render: (row) => (row.enteredLater ? <span className="tag">补录</span> : ''),
          },
          ...(above
            ? [{ key: 'org', title: '党组织', render: (row: TalkRow) => row.orgName }]
            : []),
        ]}
      />
      <RecordDrawer
        orgId={orgId}
        open={recording}
        onClose={() => setRecording(false)}
        onSaved={() => renewTalks(queries)}
      />
      <CorrectDrawer
        row={correcting}
        onClose={() => setCorrecting(null)}
        onSaved={() => renewTalks(queries)}
      />
      <Drawer
        title={printing === 'record' ? '谈心谈话记录表' : '谈心谈话一览表'}
        open={printing !== null}
        onClose={() => setPrinting(null)}
        size={narrow ? '100%' : 900}
        destroyOnHidden
      >
        {printing === null ? null : (
          <PrintView
            title={printing === 'record' ? '谈心谈话记录表' : '谈心谈话一览表'}
            src={talkHref(printing, { ...paper, format: 'html' })}
            downloads={[
              { label: '下载 Word', href: talkHref(printing, { ...paper, format: 'docx' }) },
              ...(printing === 'ledger'
                ? [{ label: '下载 Excel', href: talkHref('ledger', { ...paper, format: 'xlsx' }) }]
                : []),
            ]}
          />
        )}
      </Drawer>
    </>
  );
}
