import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Empty } from 'antd';
import { useState, type ReactNode } from 'react';
import { REGISTERS } from '#contract/admissions';
import { chineseDate } from '#kernel/plain-date';
import { useMe } from '../../app/session.ts';
import type { Can } from '../../patterns/action-button.tsx';
import { DetailPage, type Fact } from '../../patterns/detail-page.tsx';
import { Page } from '../../patterns/page.tsx';
import { CaseActs, type CaseAct } from './case-acts.tsx';
import { ComingSection } from './coming-section.tsx';
import { DueMark } from './due-mark.tsx';
import { LocalDrawer, type LocalNext } from './local-drawer.tsx';
import { NextsSection } from './nexts-section.tsx';
import { ObjectionsSection } from './objections-section.tsx';
import { PapersSection } from './papers-section.tsx';
import { detailQuery, renewAdmissions, type CaseDetail, type Move } from './queries.ts';
import { caseRoute } from './routes.ts';
import { StepDrawer } from './step-drawer.tsx';
import { StepsSection } from './steps-section.tsx';
import './admissions.css';

const named = (people: CaseDetail['contacts']): string => {
  const standing = people.filter((one) => one.to === null).map((one) => one.name);
  return standing.length === 0 ? '—' : standing.join('、');
};

function factsOf(detail: CaseDetail): Fact[] {
  const paused = detail.pauses.find((one) => one.to === null);
  return [
    {
      label: '状态',
      value:
        paused === undefined
          ? detail.stateName
          : `${detail.stateName}（自${chineseDate(paused.from)}起中止）`,
    },
    { label: '所在党支部', value: detail.orgName },
    { label: '培养联系人', value: named(detail.contacts) },
    { label: '入党介绍人', value: named(detail.introducers) },
    ...(detail.overseers.length === 0
      ? []
      : [{ label: '教育考察责任人', value: named(detail.overseers) }]),
    { label: '审批党委', value: detail.approver === '' ? '—' : detail.approver },
    { label: '适用规定', value: `《细则》${detail.rules}年` },
  ];
}

const can = (detail: CaseDetail, act: string): Can =>
  detail.can[act] ?? { code: 'common.not_allowed', params: {} };

/** 全程纪实: one person's way, all that was done, what comes next and what is still in the way. */
export function CasePage(): ReactNode {
  const { caseId, move } = caseRoute.useSearch();
  return caseId === undefined ? (
    <Page title="全程纪实" back={{ to: '/admissions', label: '四类名册' }}>
      <Empty description="请从名册选择一名同志" />
    </Page>
  ) : (
    <OneCase key={caseId} caseId={caseId} move={move} />
  );
}

function OneCase({ caseId, move }: { caseId: string; move: string | undefined }): ReactNode {
  const me = useMe();
  const navigate = caseRoute.useNavigate();
  const queries = useQueryClient();
  const query = useQuery(detailQuery(caseId));
  const [act, setAct] = useState<CaseAct | null>(null);
  const [local, setLocal] = useState<LocalNext | null>(null);
  const renew = (): Promise<void> => renewAdmissions(queries);
  const go = (next: Move | undefined): void =>
    void navigate({ search: { caseId, move: next }, replace: true });
  const detail = query.data;
  const next = detail?.nexts.find((one) => one.move === move);
  const asked = move !== undefined && detail !== undefined && next === undefined;
  return (
    <>
      <DetailPage<CaseDetail>
        name="全程纪实"
        back={
          me.acting.standing === 'above'
            ? { to: '/admissions/inbox', label: '预审、审批' }
            : { to: '/admissions', label: '四类名册' }
        }
        query={query}
        show={(found) => ({
          title: `${found.name} · 全程纪实`,
          lead: (
            <span className="case-lead">
              <span>{REGISTERS[found.register]}</span>
              {found.next === '' ? null : (
                <>
                  <span>下一步：{found.next}</span>
                  <DueMark from={found.from} until={found.until} />
                </>
              )}
            </span>
          ),
          facts: factsOf(found),
          actions:
            found.register === 'done'
              ? []
              : found.pauses.some((one) => one.to === null)
                ? [
                    {
                      label: '恢复',
                      can: can(found, 'resume'),
                      run: () => setAct({ kind: 'resume' }),
                    },
                  ]
                : [
                    {
                      label: '中止',
                      can: can(found, 'pause'),
                      run: () => setAct({ kind: 'pause' }),
                    },
                  ],
          sections: (
            <>
              {asked ? (
                <p className="note" role="status">
                  链接所指的这一步现在不在可办之列：可能已经办理，或还轮不到。请看下面的“下一步”。
                </p>
              ) : null}
              <NextsSection detail={found} open={go} openLocal={setLocal} />
              <ObjectionsSection detail={found} act={setAct} />
              <StepsSection detail={found} act={setAct} />
              <ComingSection detail={found} />
              <PapersSection detail={found} renew={renew} />
            </>
          ),
        })}
      />
      {detail === undefined ? null : (
        <>
          <CaseActs
            detail={detail}
            act={act}
            onClose={() => setAct(null)}
            onSaved={() => void renew()}
          />
          <LocalDrawer
            detail={detail}
            step={local}
            onClose={() => setLocal(null)}
            onSaved={() => void renew()}
          />
          <StepDrawer
            key={move}
            detail={detail}
            next={next?.mine === true && detail.can['write'] === true ? next : undefined}
            onClose={() => go(undefined)}
            onSaved={() => void renew()}
          />
        </>
      )}
    </>
  );
}
