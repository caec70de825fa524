import { Empty } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { STATUS_KINDS } from '#contract/status';
import { chineseDate } from '#kernel/plain-date';
import { DetailPage, Section, type Fact } from '../../patterns/detail-page.tsx';
import { Page } from '../../patterns/page.tsx';
import { NextsSection } from './nexts-section.tsx';
import { detailQuery, renewStatus, type CaseDetail, type Move } from './queries.ts';
import { caseRoute, printRoute } from './routes.ts';
import { StepDrawer } from './step-drawer.tsx';
import { StepsSection } from './steps-section.tsx';
import { UndoDrawer } from './undo-drawer.tsx';
import { CASE_PAPERS } from './words.ts';
import '../admissions/admissions.css';
import './status.css';

const LIST = { to: '/status', label: '组织处置' } as const;

function factsOf(detail: CaseDetail): Fact[] {
  return [
    { label: '进度', value: detail.stateName },
    { label: '党员权利', value: detail.rights },
    { label: '所在党支部', value: detail.orgName },
    { label: '批准机关', value: detail.approver === '' ? '—' : detail.approver },
    ...(detail.until === null ? [] : [{ label: '期限', value: `至${chineseDate(detail.until)}` }]),
    { label: '可以查看的人', value: detail.readers.join('、') },
  ];
}

/** One case: what was done, what comes next, its papers. Opening it is written down. */
export function CasePage(): ReactNode {
  const { caseId, move } = caseRoute.useSearch();
  return caseId === undefined ? (
    <Page title="组织处置" back={LIST}>
      <Empty description="请从列表选择一件" />
    </Page>
  ) : (
    <OneCase key={caseId} caseId={caseId} move={move} />
  );
}

function OneCase({ caseId, move }: { caseId: string; move: string | undefined }): ReactNode {
  const navigate = caseRoute.useNavigate();
  const queries = useQueryClient();
  const query = useQuery(detailQuery(caseId));
  const [undoing, setUndoing] = useState<string | null>(null);
  const go = (next: Move | undefined): void =>
    void navigate({ search: { caseId, move: next }, replace: true });
  const detail = query.data;
  const next = detail?.nexts.find((one) => one.move === move);
  return (
    <>
      <DetailPage<CaseDetail>
        name="组织处置"
        back={LIST}
        query={query}
        show={(found) => ({
          title: `${found.name} · ${STATUS_KINDS[found.kind]}`,
          lead: found.next === '' ? undefined : `下一步：${found.next}`,
          facts: factsOf(found),
          sections: (
            <>
              <NextsSection detail={found} open={go} />
              <StepsSection detail={found} undo={setUndoing} />
              <PapersSection detail={found} />
            </>
          ),
        })}
      />
      {detail === undefined ? null : (
        <>
          <UndoDrawer
            detail={detail}
            stepId={undoing}
            onClose={() => setUndoing(null)}
            onSaved={() => void renewStatus(queries)}
          />
          <StepDrawer
            key={move}
            detail={detail}
            next={next?.mine === true && detail.can['write'] === true ? next : undefined}
            onClose={() => go(undefined)}
            onSaved={() => void renewStatus(queries)}
          />
        </>
      )}
    </>
  );
}

const VOTED = new Set<Move>(['vote', 'decide', 'announce_withdrawal']);
const DECIDED = new Set<Move>([
  'approve',
  'decide',
  'decide_above',
  'announce_withdrawal',
  'leave',
  'record',
  'record_expulsion',
]);

function PapersSection({ detail }: { detail: CaseDetail }): ReactNode {
  const has = (moves: ReadonlySet<Move>): boolean =>
    detail.steps.some((step) => moves.has(step.move));
  const papers = CASE_PAPERS.filter(
    ({ kind }) => (kind !== 'resolution' || has(VOTED)) && (kind !== 'notice' || has(DECIDED)),
  );
  return (
    <Section title="打印" note="空白处手写、签名。打印也留有查看记录。">
      <p className="status-prints">
        {papers.map(({ kind, title }) => (
          <Link key={kind} to={printRoute.to} search={{ caseId: detail.caseId, kind }}>
            {title}
          </Link>
        ))}
      </p>
    </Section>
  );
}
