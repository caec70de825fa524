import { Drawer } from 'antd';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { ACTS } from '#contract/organisations';
import { chineseDate, todayAt, type PlainDate } from '#kernel/plain-date';
import { DateField } from '../../patterns/date-field.tsx';
import { Facts } from '../../patterns/detail-page.tsx';
import { ListPage } from '../../patterns/list-page.tsx';
import { useNarrow } from '../../patterns/narrow.ts';
import { optionsOf } from './establish-drawer.tsx';
import './organisations.css';
import { actsQuery, type Act } from './queries.ts';
import { actsRoute, type ActFilter } from './routes.ts';

const dayControl = (
  value: string | undefined,
  change: (value: string | undefined) => void,
  id: string,
): ReactNode => (
  <DateField
    id={id}
    value={(value ?? null) as PlainDate | null}
    onChange={(next) => {
      if (next === null) change(undefined);
      else if (typeof next === 'string') change(next);
    }}
  />
);

/** 组织设置变动登记: every act on the tree with its paper. */
export function ActsPage(): ReactNode {
  const search = actsRoute.useSearch();
  const navigate = actsRoute.useNavigate();
  const narrow = useNarrow();
  const query = useQuery({ ...actsQuery(search), placeholderData: keepPreviousData });
  const [opened, setOpened] = useState<Act | null>(null);
  return (
    <>
      <ListPage<Act, ActFilter>
        title="组织设置变动"
        lead="成立、更名、调整、合并、拆分、撤销，连同批复。"
        search={search}
        onSearch={(next) => void navigate({ search: next, replace: true })}
        filters={[
          { kind: 'choice', name: 'act', label: '变动', options: optionsOf(ACTS) },
          { kind: 'own', name: 'from', label: '从', control: dayControl },
          { kind: 'own', name: 'to', label: '到', control: dayControl },
        ]}
        query={query}
        rowKey={(row) => row.actId}
        openRow={setOpened}
        empty={{ text: '还没有登记变动' }}
        columns={[
          { key: 'name', title: '党组织', card: 'head', render: (row) => row.orgName },
          {
            key: 'act',
            title: '变动',
            card: 'mark',
            oneLine: true,
            render: (row) => ACTS[row.act],
          },
          { key: 'on', title: '日期', oneLine: true, render: (row) => chineseDate(row.on) },
          { key: 'by', title: '批准机关', render: (row) => row.approvedBy || null },
          { key: 'paper', title: '批复', render: (row) => row.approvalPaper || null },
          { key: 'others', title: '相关党组织', render: (row) => row.others.join('、') || null },
        ]}
      />
      <Drawer
        title={opened === null ? '' : `${ACTS[opened.act]}：${opened.orgName}`}
        open={opened !== null}
        onClose={() => setOpened(null)}
        size={narrow ? '100%' : 560}
      >
        {opened === null ? null : <ActFacts act={opened} />}
      </Drawer>
    </>
  );
}

function ActFacts({ act }: { act: Act }): ReactNode {
  const entered = todayAt(Date.parse(act.enteredAt));
  return (
    <>
      <Facts
        facts={[
          { label: '日期', value: chineseDate(act.on) },
          { label: '批准机关', value: act.approvedBy || '—' },
          { label: '批复文号', value: act.approvalPaper || '—' },
          ...(act.scanFileId === null
            ? []
            : [
                {
                  label: '批复扫描件',
                  value: <a href={`/api/files/${act.scanFileId}`}>打开</a>,
                },
              ]),
          { label: '批准日期', value: act.approvedOn === null ? '—' : chineseDate(act.approvedOn) },
          { label: '请示日期', value: act.appliedOn === null ? '—' : chineseDate(act.appliedOn) },
          { label: '录入日期', value: chineseDate(entered) },
          ...(act.others.length === 0
            ? []
            : [{ label: '相关党组织', value: act.others.join('、') }]),
          ...(act.exception === '' ? [] : [{ label: '理由', value: act.exception }]),
          ...(act.note === '' ? [] : [{ label: '备注', value: act.note }]),
        ]}
      />
      {act.advice.length === 0 ? null : (
        <ul className="advice-list" aria-label="办理时的提示">
          {act.advice.map((one) => (
            <li key={one.code}>{one.text}</li>
          ))}
        </ul>
      )}
    </>
  );
}
