import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Empty } from 'antd';
import { useState, type ReactNode } from 'react';
import { useMe } from '../../app/session.ts';
import { DetailPage, Section } from '../../patterns/detail-page.tsx';
import { AdviceList } from '../../patterns/advice-list.tsx';
import { DayBar } from './day-bar.tsx';
import { GroupDrawers, type GroupAct } from './group-drawers.tsx';
import './organisations.css';
import { PaperDrawer, type Paper } from './paper-drawer.tsx';
import { groupsQuery, type Groups } from './queries.ts';
import { groupsRoute } from './routes.ts';

type Group = Groups['groups'][number];
type Member = Groups['ungrouped'][number];

const namesOf = (members: readonly Member[]): string =>
  members.map((one) => (one.full ? one.name : `${one.name}（预备）`)).join('、');

/** 党小组: groups of a branch on a day, their leaders, and who is in none. */
export function GroupsPage(): ReactNode {
  const me = useMe();
  const { orgId = me.acting.orgId, asOf } = groupsRoute.useSearch();
  const navigate = groupsRoute.useNavigate();
  const query = useQuery({ ...groupsQuery(orgId, asOf), placeholderData: keepPreviousData });
  const [act, setAct] = useState<GroupAct | null>(null);
  const [paper, setPaper] = useState<Paper | null>(null);
  return (
    <>
      <DetailPage<Groups>
        name="党小组"
        query={query}
        show={(data) => {
          const can = data.can['change'] ?? { code: 'common.not_allowed', params: {} };
          return {
            title: '党小组',
            lead: `${data.orgName}。党员人数较多或者工作、居住分散的，划分党小组；一般3人以上，至少1名正式党员。`,
            actions: [
              { label: '设立党小组', can, run: () => setAct({ kind: 'found' }), primary: true },
            ],
            sections: (
              <>
                <DayBar
                  asOf={asOf}
                  onChange={(next) =>
                    void navigate({ search: { orgId, asOf: next }, replace: true })
                  }
                  acts={
                    <>
                      {' '}
                      <Button
                        onClick={() =>
                          setPaper({
                            kind: 'groups',
                            title: '党小组划分表',
                            params: { orgId, asOf },
                            formats: ['docx'],
                          })
                        }
                      >
                        打印划分表
                      </Button>
                    </>
                  }
                />
                {data.groups.length === 0 ? (
                  <div className="panel">
                    <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="还没有划分党小组" />
                  </div>
                ) : (
                  data.groups.map((group) => (
                    <GroupSection
                      key={group.groupId}
                      group={group}
                      act={can === true ? setAct : null}
                    />
                  ))
                )}
                <Section
                  title={`尚未编组（${data.ungrouped.length}名）`}
                  actions={
                    can === true && data.ungrouped.length > 0 && data.groups.length > 0 ? (
                      <Button onClick={() => setAct({ kind: 'assign', members: data.ungrouped })}>
                        编入党小组
                      </Button>
                    ) : undefined
                  }
                >
                  <p>
                    {data.ungrouped.length === 0 ? '全部党员都已编组。' : namesOf(data.ungrouped)}
                  </p>
                </Section>
              </>
            ),
          };
        }}
      />
      <GroupDrawers orgId={orgId} data={query.data} act={act} onClose={() => setAct(null)} />
      <PaperDrawer paper={paper} onClose={() => setPaper(null)} />
    </>
  );
}

function GroupSection({
  group,
  act,
}: {
  group: Group;
  act: ((act: GroupAct) => void) | null;
}): ReactNode {
  return (
    <Section
      title={`${group.name}（${group.members.length}名）`}
      note={`组长：${group.leader?.name ?? '暂缺'}`}
      actions={
        act === null ? undefined : (
          <div className="links">
            <Button onClick={() => act({ kind: 'leader', group })}>定组长</Button>
            <Button onClick={() => act({ kind: 'assign', members: group.members, group })}>
              调整成员
            </Button>
            <Button onClick={() => act({ kind: 'rename', group })}>更名</Button>
            <Button onClick={() => act({ kind: 'dissolve', group })}>撤销</Button>
          </div>
        )
      }
    >
      <AdviceList advice={group.advice} />
      <p>{group.members.length === 0 ? '还没有编入党员。' : namesOf(group.members)}</p>
    </Section>
  );
}
