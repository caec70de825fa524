import { Button, Empty, Input } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { SUBJECTS, TRANSFER_DOERS, TRANSFER_ROUTES } from '#contract/transfers';
import { chineseDate, todayAt } from '#kernel/plain-date';
import { api } from '../../api.ts';
import { DetailPage, Section, type Fact } from '../../patterns/detail-page.tsx';
import { Field } from '../../patterns/field.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { Page } from '../../patterns/page.tsx';
import { Timeline, type TimelineItem } from '../../patterns/timeline.tsx';
import { DueMark } from '../admissions/due-mark.tsx';
import { NextsSection } from './nexts-section.tsx';
import {
  detailQuery,
  renewTransfers,
  type Move,
  type TransferDetail,
  type TransferStep,
} from './queries.ts';
import { transferPrintRoute, transferRoute } from './routes.ts';
import { StepDrawer } from './step-drawer.tsx';
import { monthText, toldLines } from './words.ts';
import '../admissions/admissions.css';

const BACK = { to: '/transfers', label: '组织关系接转' } as const;

const end = (name: string, committee: string): string =>
  committee === '' || committee === name ? name : `${name}（${committee}）`;

function factsOf(detail: TransferDetail): Fact[] {
  const dues = detail.steps.findLast((one) => typeof one.told.duesMonth === 'string');
  const { about } = detail;
  return [
    { label: '转出', value: end(detail.from, detail.fromCommittee) },
    { label: '接收', value: end(detail.to, detail.toCommittee) },
    { label: '方式', value: TRANSFER_ROUTES[detail.route] },
    { label: '现在由谁管理', value: detail.responsible },
    {
      label: '党费交到',
      value: dues === undefined ? '—' : monthText(dues.told.duesMonth),
    },
    about.probationEnds !== null
      ? { label: '预备期满', value: chineseDate(about.probationEnds) }
      : about.admission !== ''
        ? { label: '发展进度', value: about.admission }
        : {
            label: '入党日期',
            value: about.joinedOn === null ? '—' : chineseDate(about.joinedOn),
          },
  ];
}

/** 一项接转: what was done at either end, what comes next, papers. */
export function TransferPage(): ReactNode {
  const { caseId, move } = transferRoute.useSearch();
  return caseId === undefined ? (
    <Page title="组织关系接转" back={BACK}>
      <Empty description="请从列表选择一项接转" />
    </Page>
  ) : (
    <OneTransfer key={caseId} caseId={caseId} move={move} />
  );
}

function OneTransfer({ caseId, move }: { caseId: string; move: string | undefined }): ReactNode {
  const navigate = transferRoute.useNavigate();
  const queries = useQueryClient();
  const query = useQuery(detailQuery(caseId));
  const [undoing, setUndoing] = useState<string | null>(null);
  const renew = (): void => void renewTransfers(queries);
  const go = (next: Move | undefined): void =>
    void navigate({ search: { caseId, move: next }, replace: true });
  const detail = query.data;
  const next = detail?.nexts.find((one) => one.move === move);
  return (
    <>
      <DetailPage<TransferDetail>
        name="组织关系接转"
        back={BACK}
        query={query}
        show={(found) => ({
          title: `${found.name} · 组织关系接转`,
          lead: (
            <span className="case-lead">
              <span>{SUBJECTS[found.subject]}</span>
              <span>{found.stateName}</span>
              {found.nextActor === null ? null : (
                <>
                  <span>
                    下一步：{found.next}（{TRANSFER_DOERS[found.nextActor]}）
                  </span>
                  <DueMark from={null} until={found.until} />
                </>
              )}
            </span>
          ),
          facts: factsOf(found),
          sections: (
            <>
              <NextsSection detail={found} open={go} />
              <Section title="办理经过">
                <Timeline
                  label="办理经过"
                  items={found.steps.map((step) => itemOf(step, setUndoing))}
                />
                {found.undone.length === 0 ? null : (
                  <>
                    <h3>撤回的步骤</h3>
                    <ul className="undone">
                      {found.undone.map((one) => (
                        <li key={`${one.on} ${one.moves.join(' ')} ${one.reason}`}>
                          {chineseDate(one.on)}撤回：<s>{one.moves.join('、')}</s>
                          <span className="muted">
                            　原因：{one.reason}（{one.byAs}）
                          </span>
                        </li>
                      ))}
                    </ul>
                  </>
                )}
              </Section>
              <Papers detail={found} />
            </>
          ),
        })}
      />
      {detail === undefined ? null : (
        <>
          <StepDrawer
            key={move}
            detail={detail}
            next={next?.mine === true ? next : undefined}
            onClose={() => go(undefined)}
            onSaved={renew}
          />
          <FormDrawer<{ reason: string }, unknown>
            title="撤回最后一步"
            open={undoing !== null}
            onClose={() => setUndoing(null)}
            saveLabel="撤回"
            lead="撤回的步骤和原因两边都看得到。"
            save={(values, commandId) =>
              api.transfers.undoStep({
                caseId,
                stepId: undoing ?? '',
                reason: values.reason,
                basedOn: detail.version,
                commandId,
              })
            }
            onSaved={renew}
          >
            <Field name="reason" label="原因" required>
              <Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} />
            </Field>
          </FormDrawer>
        </>
      )}
    </>
  );
}

function itemOf(step: TransferStep, undo: (stepId: string) => void): TimelineItem {
  const lines = toldLines(step.move, step.told);
  return {
    key: step.stepId,
    on: step.on,
    enteredOn: todayAt(Date.parse(step.enteredAt)),
    title: (
      <>
        {step.label}
        {step.ofOther ? <span className="tag">据对方办理情况</span> : null}
      </>
    ),
    by: `${step.byName}（${step.byAs}）`,
    detail: (
      <div className="step-detail">
        {lines.length === 0 ? null : (
          <dl className="told">
            {lines.map(([label, text]) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
        )}
        {step.until === null ? null : <p>有效期至{chineseDate(step.until)}</p>}
        {step.reasons.map((one) => (
          <p key={one.rule} className="note">
            {one.rule}。写明的原因：{one.reason}
          </p>
        ))}
        {step.undo === true ? (
          <Button type="link" size="small" className="step-undo" onClick={() => undo(step.stepId)}>
            撤回<span className="visually-hidden">“{step.label}”</span>
          </Button>
        ) : null}
      </div>
    ),
  };
}

function Papers({ detail }: { detail: TransferDetail }): ReactNode {
  const lettered = detail.steps.some((one) => one.move === 'issue_letter');
  const papers = [
    ...(lettered && detail.side !== 'inward' ? [['letter', '介绍信（三联）'] as const] : []),
    ...(lettered && detail.side !== 'outward' ? [['receipt', '回执联'] as const] : []),
    ['record', '接转情况'] as const,
  ];
  return (
    <Section title="打印">
      <ul className="case-prints">
        {papers.map(([kind, label]) => (
          <li key={kind}>
            <Link to={transferPrintRoute.to} search={{ kind, caseId: detail.caseId }}>
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
