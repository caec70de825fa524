import { Empty, Skeleton } from 'antd';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { PORTRAITS, REGISTERS } from '#contract/admissions';
import { Fault } from '../../app/fault.tsx';
import { Section } from '../../patterns/detail-page.tsx';
import { Figure } from '../../patterns/figure.tsx';
import { RowList, type Column } from '../../patterns/list-table.tsx';
import { Page } from '../../patterns/page.tsx';
import type { Answer, Api } from '../../api.ts';
import { CaseNames } from './case-names.tsx';
import { OrgBar, useOrgShown } from './org-bar.tsx';
import { structureNames, structureQuery, type Register } from './queries.ts';
import { structureRoute } from './routes.ts';
import './admissions.css';

const SHOWN: readonly Register[] = ['applicants', 'activists', 'targets', 'probationary'];
type Table = Answer<Api['admissions']['structure']>['tables'][number];
type Line = Table['lines'][number];

/** 队伍结构: who is on the way, by sex, age, education, occupation and kind of unit; counts that open their people. */
export function StructurePage(): ReactNode {
  const search = structureRoute.useSearch();
  const navigate = structureRoute.useNavigate();
  const orgId = useOrgShown(search.orgId);
  const { data, error, refetch } = useQuery(structureQuery(orgId));
  const total =
    data === undefined ? 0 : SHOWN.reduce((sum, one) => sum + (data.totals[one] ?? 0), 0);
  return (
    <Page
      title="发展党员队伍结构"
      lead="四类名册里没有办结的同志，按党员档案和党组织登记的情况统计；点数字看是哪些人。"
    >
      <OrgBar
        orgId={search.orgId}
        onChange={(next) => void navigate({ search: { orgId: next }, replace: true })}
      />
      {error !== null ? (
        <Fault error={error} retry={() => refetch()} />
      ) : data === undefined ? (
        <Skeleton active={false} title={false} aria-label="正在读取" />
      ) : total === 0 ? (
        <div className="panel">
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="四类名册里现在没有人" />
        </div>
      ) : (
        <>
          <p className="structure-totals">
            {SHOWN.map((one) => `${REGISTERS[one]}${data.totals[one] ?? 0}人`).join('，')}。
          </p>
          {data.tables.map((table) => (
            <Section key={table.key} title={PORTRAITS[table.key]}>
              <RowList<Line>
                label={PORTRAITS[table.key]}
                rows={table.lines}
                rowKey={(line) => line.key}
                columns={[
                  {
                    key: 'name',
                    title: PORTRAITS[table.key],
                    card: 'head',
                    render: (line) => line.name,
                  },
                  ...SHOWN.map((register): Column<Line> => ({
                    key: register,
                    title: REGISTERS[register],
                    number: true,
                    width: '8rem',
                    render: (line) => {
                      const value = line.counts[register] ?? 0;
                      return value === 0 ? (
                        <span className="muted">0</span>
                      ) : (
                        <Figure
                          name={`${REGISTERS[register]}，${line.name}`}
                          value={value}
                          records={() => (
                            <CaseNames of={structureNames(orgId, register, table.key, line.key)} />
                          )}
                        />
                      );
                    },
                  })),
                ]}
              />
            </Section>
          ))}
        </>
      )}
    </Page>
  );
}
