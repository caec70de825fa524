import { Empty, Select, Skeleton } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { PLAN_SPANS } from '#contract/admissions';
import { yearOf } from '#kernel/plain-date';
import type { OrgId } from '#kernel/ids';
import { Fault } from '../../app/fault.tsx';
import { useMe } from '../../app/session.ts';
import { useToday } from '../../app/today.ts';
import { ActionButton } from '../../patterns/action-button.tsx';
import { Figure } from '../../patterns/figure.tsx';
import { RowList, type Column } from '../../patterns/list-table.tsx';
import { Page } from '../../patterns/page.tsx';
import { LocalStepsSection } from './local-steps-section.tsx';
import { PlanDrawer, planTitle } from './plan-drawer.tsx';
import { CaseNames } from './case-names.tsx';
import {
  acceptedNames,
  plansQuery,
  renewAdmissions,
  settingsQuery,
  spanOf,
  type PlanRow,
  type PlanSpan,
} from './queries.ts';
import { plansRoute, printRoute } from './routes.ts';
import { SettingsDrawer } from './settings-drawer.tsx';
import './admissions.css';

const AHEAD = 2;
const BACK = 10;
const NOT_ALLOWED = { code: 'common.not_allowed', params: {} } as const;

/** 计划: how many an organisation and those below may admit in a year, what is used and left. */
export function PlansPage(): ReactNode {
  const me = useMe();
  const today = useToday();
  const queries = useQueryClient();
  const search = plansRoute.useSearch();
  const navigate = plansRoute.useNavigate();
  const thisYear = yearOf(today);
  const span = spanOf(search);
  const asked = /^(19|20|21)\d{2}$/.test(search.year ?? '') ? Number(search.year) : undefined;
  const orgId = (search.orgId as OrgId | undefined) ?? me.acting.orgId;
  const query = useQuery(plansQuery(orgId, span, asked));
  const settings = useQuery(settingsQuery(orgId)).data;
  const [planning, setPlanning] = useState<PlanRow | null>(null);
  const [fixing, setFixing] = useState(false);
  const found = query.data;
  const maySet = found?.can['set'] ?? NOT_ALLOWED;
  const year = found?.year ?? asked ?? thisYear;
  const to = span === 'five' ? year + 4 : year;
  const years = [
    ...new Set([
      ...Array.from({ length: AHEAD + BACK }, (_, index) => thisYear + AHEAD - 1 - index),
      ...(found?.known ?? []),
      year,
    ]),
  ].toSorted((a, b) => b - a);
  const title = planTitle(span, year);
  return (
    <>
      <Page
        title="发展党员计划"
        lead="计划数由上级下达；已接收按支部党员大会通过的日期计算，包括下级。"
        back={search.orgId === undefined ? undefined : { to: plansRoute.to, label: '本级的计划' }}
        actions={
          settings === undefined ? undefined : (
            <ActionButton
              label="口径"
              can={settings.can['set'] ?? NOT_ALLOWED}
              run={() => setFixing(true)}
            />
          )
        }
      >
        <nav className="registers" aria-label="计划的年限">
          {(Object.keys(PLAN_SPANS) as PlanSpan[]).map((one) => (
            <Link
              key={one}
              to={plansRoute.to}
              search={{ orgId: search.orgId, span: one }}
              activeProps={{ 'aria-current': undefined }}
              aria-current={one === span ? 'page' : undefined}
            >
              {PLAN_SPANS[one]}
            </Link>
          ))}
        </nav>
        <div className="filters">
          <div className="filter">
            <label htmlFor="plan-year">{span === 'five' ? '规划期' : '年度'}</label>
            <Select
              id="plan-year"
              value={year}
              options={years.map((one) => ({
                value: one,
                label: span === 'five' ? `${one}—${one + 4}年` : `${one}年`,
              }))}
              onChange={(next: number) =>
                void navigate({ search: { ...search, year: String(next) }, replace: true })
              }
            />
          </div>
        </div>
        <div className="panel" aria-busy={query.isPending}>
          {found === undefined ? (
            query.error === null ? (
              <Skeleton active={false} title={false} aria-label="正在读取" />
            ) : (
              <Fault error={query.error} retry={() => query.refetch()} />
            )
          ) : found.rows.length === 0 ? (
            <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="没有党组织" />
          ) : (
            <RowList<PlanRow>
              label={title}
              rows={found.rows}
              rowKey={(row) => row.orgId}
              columns={columnsOf({
                orgId,
                span,
                from: year,
                to,
                act: (row) => (
                  <ActionButton
                    label={row.quota === null ? '下达' : '调整'}
                    can={maySet}
                    run={() => setPlanning(row)}
                  />
                ),
              })}
            />
          )}
        </div>
        {settings === undefined ? null : <Held settings={settings} />}
        <LocalStepsSection orgId={orgId} onSaved={() => void renewAdmissions(queries)} />
        {span === 'five' ? null : (
          <p>
            <Link to={printRoute.to} search={{ kind: 'books', orgId, year: String(year) }}>
              打印{year}年志愿书领取登记簿
            </Link>
          </p>
        )}
      </Page>
      <PlanDrawer
        row={planning}
        span={span}
        year={year}
        onClose={() => setPlanning(null)}
        onSaved={() => void renewAdmissions(queries)}
      />
      {settings === undefined ? null : (
        <SettingsDrawer
          open={fixing}
          orgId={orgId}
          settings={settings}
          onClose={() => setFixing(false)}
          onSaved={() => void renewAdmissions(queries)}
        />
      )}
    </>
  );
}

const leftOf = (row: PlanRow): ReactNode => {
  if (row.quota === null) return '—';
  const left = row.quota - row.used;
  return left < 0 ? <strong>超出 {-left}</strong> : left;
};

const columnsOf = ({
  orgId,
  span,
  from,
  to,
  act,
}: {
  orgId: OrgId;
  span: PlanSpan;
  from: number;
  to: number;
  act: (row: PlanRow) => ReactNode;
}): readonly Column<PlanRow>[] => [
  {
    key: 'name',
    title: '党组织',
    card: 'head',
    render: (row) =>
      row.orgId === orgId ? (
        <>
          {row.orgName} <span className="tag">本级</span>
        </>
      ) : (
        <Link to={plansRoute.to} search={(now) => ({ ...now, orgId: row.orgId })}>
          {row.orgName}
        </Link>
      ),
  },
  { key: 'quota', title: '计划数', number: true, render: (row) => row.quota ?? '未下达' },
  ...(span === 'five'
    ? [
        {
          key: 'handedOut',
          title: '已下达年度计划',
          number: true,
          render: (row: PlanRow) => row.handedOut ?? 0,
        },
      ]
    : []),
  {
    key: 'used',
    title: '已接收',
    number: true,
    render: (row) =>
      row.used === 0 ? (
        0
      ) : (
        <Figure
          name={`${row.orgName}已接收`}
          value={row.used}
          records={() => <CaseNames of={acceptedNames(row.orgId, from, to)} />}
        />
      ),
  },
  { key: 'targets', title: '发展对象数', number: true, render: (row) => row.targets },
  { key: 'left', title: '剩余', number: true, render: leftOf },
  { key: 'paper', title: '文号', render: (row) => (row.paper === '' ? null : row.paper) },
  { key: 'act', title: '办理', render: act },
];

function Held({
  settings,
}: {
  settings: {
    readonly countyCheck: boolean;
    readonly observeMonths: number;
    readonly noticeWorkdays: number;
    readonly trainingHours: number;
    readonly approves: boolean;
  };
}): ReactNode {
  return (
    <p className="muted plan-held">
      现行口径：{settings.countyCheck ? '预审后由县级党委组织部门复核' : '不设县级复核'}；每
      {settings.observeMonths}个月考察一次；公示不少于{settings.noticeWorkdays}个工作日；培训不少于
      {settings.trainingHours}学时；本级
      {settings.approves ? '有' : '没有'}审批预备党员的权限。
    </p>
  );
}
