import { Button, Drawer } from 'antd';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { AWAY_REASONS, type AwaySpan, type PlaceKind } from '#contract/floating';
import type { OrgId, PersonId } from '#kernel/ids';
import { chineseDate } from '#kernel/plain-date';
import { useMe } from '../../app/session.ts';
import { useToday } from '../../app/today.ts';
import { ListPage } from '../../patterns/list-page.tsx';
import { useNarrow } from '../../patterns/narrow.ts';
import { PrintView } from '../../patterns/print-view.tsx';
import { AwayDrawer } from './away-drawer.tsx';
import { ContactDrawer } from './contact-drawer.tsx';
import { awayQuery, paperHref, renewFloating, type AwayList, type AwayRow } from './queries.ts';
import { awayRoute, threadRoute, type AwayFilter } from './routes.ts';
import { RhythmLine } from './rhythm-line.tsx';
import { FloatingTabs } from './tabs.tsx';
import { hintName, lastText, monthsText, placeOptions, spanOptions } from './words.ts';

/** A county's branch with more people away than this enters contacts from the list's filters. */
const REACHED = 200;

function Sums({ counts }: { counts: AwayList['counts'] }): ReactNode {
  const places = placeOptions.filter(({ value }) => counts.byPlace[value] > 0);
  const spans = spanOptions.filter(({ value }) => counts.bySpan[value] > 0);
  if (counts.away === 0) return null;
  return (
    <ul className="floating-sums muted" aria-label="现在外出">
      <li>
        现在外出{counts.away}人，有联系人{counts.withKeeper}人，该联系{counts.overdue}人
      </li>
      <li>{places.map(({ value, label }) => `${label}${counts.byPlace[value]}人`).join(' · ')}</li>
      <li>{spans.map(({ value, label }) => `${label}${counts.bySpan[value]}人`).join(' · ')}</li>
    </ul>
  );
}

interface UnregisteredProps {
  readonly people: AwayList['unregistered'];
  readonly open: (personId: PersonId) => void;
}

/** Marked as 流动 in the roster without a stay: each opens the form with the name in it. */
function Unregistered({ people, open }: UnregisteredProps): ReactNode {
  if (people.length === 0) return null;
  return (
    <p className="note">
      花名册标明是流动党员、还没有登记去向：
      {people.map((one) => (
        <Button key={one.personId} type="link" onClick={() => open(one.personId)}>
          {one.name}
        </Button>
      ))}
    </p>
  );
}

/** 流出 */
export function AwayPage(): ReactNode {
  const me = useMe();
  const today = useToday();
  const search = awayRoute.useSearch();
  const navigate = awayRoute.useNavigate();
  const queries = useQueryClient();
  const narrow = useNarrow();
  const orgId = (search.orgId ?? me.acting.orgId) as OrgId;
  const above = me.acting.standing === 'above' && search.orgId === undefined;
  const below = above ? ('true' as const) : undefined;
  const query = useQuery({
    ...awayQuery({
      orgId,
      below,
      q: search.q,
      state: search.state === 'returned' ? 'returned' : 'away',
      placeKind: search.placeKind as PlaceKind | undefined,
      span: search.span as AwaySpan | undefined,
      due: search.state === 'due' ? 'true' : undefined,
      page: search.page ?? 1,
      pageSize: search.pageSize ?? 50,
    }),
    placeholderData: keepPreviousData,
  });
  const everybody = useQuery({
    ...awayQuery({ orgId, state: 'away', page: 1, pageSize: REACHED }),
    enabled: !above,
  });
  const [entering, setEntering] = useState<{ personId?: PersonId } | null>(null);
  const [reaching, setReaching] = useState(false);
  const [printing, setPrinting] = useState(false);
  const data = query.data;
  const writes = data?.can['register'] === true && !above;
  const logs = data?.can['contact'] === true && !above && (everybody.data?.rows.length ?? 0) > 0;
  const people = everybody.data?.rows ?? [];
  const open = (row: AwayRow): void =>
    void navigate({ to: threadRoute.to, search: { awayId: row.awayId } });
  const renew = (): void => renewFloating(queries);
  const register = (
    <Button type={logs ? 'default' : 'primary'} onClick={() => setEntering({})}>
      登记流出
    </Button>
  );
  return (
    <>
      <ListPage<AwayRow, AwayFilter>
        title="流动党员"
        lead="外出6个月以上、没有转接组织关系的党员；外出时间短的也可以登记，便于联系。"
        search={search}
        onSearch={(next) => void navigate({ search: next, replace: true })}
        filters={[
          { kind: 'text', name: 'q', label: '姓名', hint: '姓名、拼音或首字母' },
          { kind: 'choice', name: 'placeKind', label: '范围', options: placeOptions },
          { kind: 'choice', name: 'span', label: '外出时间', options: spanOptions },
          {
            kind: 'choice',
            name: 'state',
            label: '状态',
            options: [
              { value: 'due', label: '该联系的' },
              { value: 'returned', label: '已返回' },
            ],
          },
        ]}
        query={query}
        rowKey={(row) => row.awayId}
        openRow={open}
        summary={
          <>
            <FloatingTabs orgId={search.orgId} />
            {data === undefined ? null : <Sums counts={data.counts} />}
            {data === undefined ? null : <RhythmLine orgId={orgId} words={data.rhythm} />}
            {data === undefined || !writes ? null : (
              <Unregistered
                people={data.unregistered}
                open={(personId) => setEntering({ personId })}
              />
            )}
          </>
        }
        empty={{ text: '现在没有登记外出的党员', action: writes ? register : undefined }}
        exportSlot={
          <span className="floating-acts">
            <Button onClick={() => setPrinting(true)}>台账</Button>
            <Button href={paperHref('away', { orgId, below, format: 'xlsx' })}>导出 Excel</Button>
          </span>
        }
        actions={
          <>
            {logs ? (
              <Button type="primary" onClick={() => setReaching(true)}>
                记一次联系
              </Button>
            ) : null}
            {writes ? register : null}
          </>
        }
        columns={[
          {
            key: 'name',
            title: '姓名',
            card: 'head',
            oneLine: true,
            render: (row) => row.name,
          },
          {
            key: 'where',
            title: '原因和去向',
            render: (row) => `${AWAY_REASONS[row.reason]}，${row.place}`,
          },
          {
            key: 'left',
            title: '外出',
            render: (row) => `${chineseDate(row.leftOn)}起，${monthsText(row.months)}`,
          },
          { key: 'keeper', title: '联系人', oneLine: true, render: (row) => row.keeperName },
          { key: 'last', title: '最近联系', render: (row) => lastText(row.last) },
          {
            key: 'due',
            title: '下次联系',
            render: (row) =>
              row.returnedOn !== null
                ? `${chineseDate(row.returnedOn)}返回`
                : row.due === null
                  ? ''
                  : `${chineseDate(row.due)}前`,
          },
          {
            key: 'hints',
            title: '提示',
            card: 'mark',
            render: (row) => (
              <span className="floating-hints">
                {row.hints.map((hint) => (
                  <span key={hint.code} className="tag">
                    {hintName(hint.code)}
                  </span>
                ))}
              </span>
            ),
          },
          ...(above
            ? [{ key: 'org', title: '党组织', render: (row: AwayRow) => row.orgName }]
            : []),
        ]}
      />
      <AwayDrawer
        orgId={orgId}
        open={entering !== null}
        row={null}
        {...entering}
        onClose={() => setEntering(null)}
        onSaved={renew}
      />
      <ContactDrawer
        open={reaching}
        people={people}
        ticked={people
          .filter((row) => row.due !== null && row.due < today)
          .map((row) => row.awayId)}
        onClose={() => setReaching(false)}
        onSaved={renew}
        forOthers
      />
      <Drawer
        title="流出党员台账"
        open={printing}
        onClose={() => setPrinting(false)}
        size={narrow ? '100%' : 1100}
        destroyOnHidden
      >
        {printing ? (
          <PrintView
            title="流出党员台账"
            src={paperHref('away', { orgId, below, format: 'html' })}
            downloads={[
              { label: '下载 Word', href: paperHref('away', { orgId, below, format: 'docx' }) },
              { label: '下载 Excel', href: paperHref('away', { orgId, below, format: 'xlsx' }) },
            ]}
          />
        ) : null}
      </Drawer>
    </>
  );
}
