import { Link } from '@tanstack/react-router';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { holdsRoster, MEMBER_KINDS, ORG_KINDS, SECTORS } from '#contract/organisations';
import { chineseDate } from '#kernel/plain-date';
import { useMe } from '../../app/session.ts';
import type { Can } from '../../patterns/action-button.tsx';
import { DetailPage, Section, type Fact } from '../../patterns/detail-page.tsx';
import { RowList } from '../../patterns/list-table.tsx';
import { ActDrawer, type ActKind } from './act-drawers.tsx';
import { AdviceList } from '../../patterns/advice-list.tsx';
import { DayBar } from './day-bar.tsx';
import './organisations.css';
import { detailQuery, type OrgDetail, type OrgNode } from './queries.ts';
import { actsRoute, groupsRoute, overviewRoute, postsRoute } from './routes.ts';

const people = (value: number | null): string => (value === null ? '—' : `${value}名`);

function factsOf(org: OrgDetail): Fact[] {
  const { organisation: one } = org;
  return [
    { label: '类别', value: ORG_KINDS[one.kind] },
    { label: '行业', value: SECTORS[one.sector] },
    { label: '党员构成', value: MEMBER_KINDS[one.memberKind] },
    {
      label: org.children.length > 0 ? '所辖党员' : '党员',
      value:
        org.children.length > 0
          ? people(org.allMembers)
          : one.members === null
            ? '—'
            : `${one.members}名（正式${one.fullMembers ?? 0}名）`,
    },
    { label: '成立（建档）日期', value: chineseDate(org.from) },
    ...(org.endedOn === null ? [] : [{ label: '撤销或合并', value: chineseDate(org.endedOn) }]),
    ...(org.contact === '' ? [] : [{ label: '联系方式', value: org.contact }]),
    ...(one.units.length === 0 ? [] : [{ label: '覆盖单位', value: one.units.join('、') }]),
  ];
}

/** 概况: what a body is on a day, what stands above and below it, what the rules remark. */
export function OverviewPage(): ReactNode {
  const me = useMe();
  const { orgId = me.acting.orgId, asOf } = overviewRoute.useSearch();
  const navigate = overviewRoute.useNavigate();
  const query = useQuery({ ...detailQuery(orgId, asOf), placeholderData: keepPreviousData });
  const [act, setAct] = useState<ActKind | null>(null);
  const above = me.acting.standing === 'above';
  const actions = (org: OrgDetail) => {
    const can: Can = org.can['change'] ?? { code: 'common.not_allowed', params: {} };
    // Who may never act on the tree sees a page without seven refused buttons.
    if (can !== true) return [];
    const holds = holdsRoster(org.organisation.kind);
    const open = (kind: ActKind) => () => setAct(kind);
    return [
      ...(holds ? [] : [{ label: '成立下级', can, run: open('establish'), primary: true }]),
      { label: '资料变更', can, run: open('change') },
      { label: '更名', can, run: open('rename') },
      { label: '调整隶属', can, run: open('move') },
      { label: '并入', can, run: open('merge') },
      ...(holds ? [{ label: '拆分', can, run: open('split') }] : []),
      { label: '撤销', can, run: open('revoke') },
    ];
  };

  return (
    <>
      <DetailPage<OrgDetail>
        name="党组织概况"
        back={above ? { to: '/organisations', label: '组织体系' } : undefined}
        query={query}
        show={(org) => ({
          title: org.organisation.name,
          lead: org.marks.length === 0 ? undefined : org.marks.join('；'),
          facts: factsOf(org),
          actions: actions(org),
          sections: (
            <>
              <DayBar
                asOf={asOf}
                onChange={(next) => void navigate({ search: { orgId, asOf: next }, replace: true })}
              />
              <AdviceList advice={org.advice} />
              <Standing org={org} asOf={asOf} />
            </>
          ),
        })}
      />
      <ActDrawer act={act} org={query.data ?? null} onClose={() => setAct(null)} />
    </>
  );
}

function Standing({ org, asOf }: { org: OrgDetail; asOf: string | undefined }): ReactNode {
  const navigate = overviewRoute.useNavigate();
  const { orgId } = org.organisation;
  return (
    <>
      <Section title="上级">
        {org.above.length === 0 ? (
          <p className="muted">没有上级，或上级不在可见范围内。</p>
        ) : (
          <nav className="org-way" aria-label="上级党组织">
            {org.above.map((one, index) => (
              <span key={one.orgId}>
                {index === 0 ? '' : '› '}
                <Link to={overviewRoute.to} search={{ orgId: one.orgId, asOf }}>
                  {one.name}
                </Link>
              </span>
            ))}
          </nav>
        )}
      </Section>
      <Section title="班子、党小组与变动">
        <div className="links">
          <Link to={postsRoute.to} search={{ orgId, asOf }}>
            班子与分工
          </Link>
          {org.worksBy === 'members_meeting' || org.children.length === 0 ? (
            <Link to={groupsRoute.to} search={{ orgId, asOf }}>
              党小组
            </Link>
          ) : null}
          <Link to={actsRoute.to} search={{ orgId }}>
            组织设置变动
          </Link>
        </div>
      </Section>
      {org.children.length === 0 ? null : (
        <Section title={`下级党组织（${org.children.length}个）`}>
          <RowList<OrgNode>
            label="下级党组织"
            rows={org.children}
            rowKey={(row) => row.orgId}
            openRow={(row) => void navigate({ search: { orgId: row.orgId, asOf } })}
            columns={[
              { key: 'name', title: '名称', card: 'head', render: (row) => row.name },
              { key: 'kind', title: '类别', card: 'mark', render: (row) => ORG_KINDS[row.kind] },
              { key: 'sector', title: '行业', render: (row) => SECTORS[row.sector] },
              {
                key: 'members',
                title: '党员',
                number: true,
                render: (row) => row.members ?? '—',
              },
            ]}
          />
        </Section>
      )}
    </>
  );
}
