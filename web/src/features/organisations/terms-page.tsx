import { Button, Input, Select } from 'antd';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { NOTICE_MEANS, ORG_KINDS, TERM_STAGES } from '#contract/organisations';
import { chineseDate, type PlainDate } from '#kernel/plain-date';
import { api } from '../../api.ts';
import { useMe } from '../../app/session.ts';
import { useToday } from '../../app/today.ts';
import { DateField } from '../../patterns/date-field.tsx';
import { Field } from '../../patterns/field.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { ListPage } from '../../patterns/list-page.tsx';
import { useTellAdvice } from '../../patterns/advice-list.tsx';
import { optionsOf } from './establish-drawer.tsx';
import './organisations.css';
import { PaperDrawer, type Paper } from './paper-drawer.tsx';
import { renewOrganisations, termsQuery, type Advice, type Term } from './queries.ts';
import { postsRoute, termsRoute, type TermFilter } from './routes.ts';

const day = (value: PlainDate | null): string | null =>
  value === null ? null : chineseDate(value);

const stageOf = (row: Term): string =>
  row.stage === null
    ? '没有登记任期'
    : row.stage === 'running'
      ? TERM_STAGES.running
      : row.stage === 'over'
        ? `${TERM_STAGES.over}${(row.daysLeft ?? 0) < 0 ? `，超${-(row.daysLeft ?? 0)}天` : ''}`
        : `还有${row.daysLeft}天`;

interface TermAct {
  readonly kind: 'remind' | 'shift';
  readonly row: Term;
}

/** 换届到期一览: the nearest end first; reminders are generally sent six months ahead. */
export function TermsPage(): ReactNode {
  const me = useMe();
  const search = termsRoute.useSearch();
  const navigate = termsRoute.useNavigate();
  const query = useQuery({ ...termsQuery(search), placeholderData: keepPreviousData });
  const [act, setAct] = useState<TermAct | null>(null);
  const [paper, setPaper] = useState<Paper | null>(null);
  const mayAct = me.permissions.includes('organisations.approve');
  return (
    <>
      <ListPage<Term, TermFilter>
        title="换届到期一览"
        lead="任期届满前一般提前6个月提醒；提前或者延期换届须经上级批准。"
        search={search}
        onSearch={(next) => void navigate({ search: next, replace: true })}
        filters={[
          { kind: 'text', name: 'q', label: '查组织', hint: '名称' },
          { kind: 'choice', name: 'stage', label: '情况', options: optionsOf(TERM_STAGES) },
          { kind: 'choice', name: 'kind', label: '类别', options: optionsOf(ORG_KINDS) },
        ]}
        query={query}
        rowKey={(row) => row.orgId}
        openRow={(row) => void navigate({ to: postsRoute.to, search: { orgId: row.orgId } })}
        empty={{ text: '没有需要换届的党组织' }}
        exportSlot={
          <Button
            onClick={() =>
              setPaper({
                kind: 'terms',
                title: '换届到期一览表',
                params: {},
                formats: ['docx', 'xlsx'],
              })
            }
          >
            打印
          </Button>
        }
        columns={[
          { key: 'name', title: '党组织', card: 'head', render: (row) => row.orgName },
          {
            key: 'stage',
            title: '情况',
            card: 'mark',
            oneLine: true,
            render: (row) => <span className="tag">{stageOf(row)}</span>,
          },
          {
            key: 'secretary',
            title: '书记',
            oneLine: true,
            render: (row) => row.secretary || null,
          },
          {
            key: 'ends',
            title: '任期届满',
            oneLine: true,
            render: (row) =>
              row.shiftedTo === null ? day(row.endsOn) : `延期至${day(row.shiftedTo)}`,
          },
          {
            key: 'elected',
            title: '本届选举',
            oneLine: true,
            card: 'none',
            render: (row) => day(row.electedOn),
          },
          { key: 'noticed', title: '提醒', oneLine: true, render: (row) => day(row.noticedOn) },
          ...(mayAct
            ? [
                {
                  key: 'acts',
                  title: '办理',
                  render: (row: Term) =>
                    row.endsOn === null || row.orgId === me.acting.orgId ? null : (
                      <div className="links">
                        <Button size="small" onClick={() => setAct({ kind: 'remind', row })}>
                          记提醒
                        </Button>
                        <Button size="small" onClick={() => setAct({ kind: 'shift', row })}>
                          批准延期
                        </Button>
                      </div>
                    ),
                },
              ]
            : []),
        ]}
      />
      <TermDrawer act={act} onClose={() => setAct(null)} />
      <PaperDrawer paper={paper} onClose={() => setPaper(null)} />
    </>
  );
}

interface Values {
  readonly on: PlainDate;
  readonly means: keyof typeof NOTICE_MEANS;
  readonly note?: string;
  readonly newEndsOn: PlainDate;
  readonly approvedOn: PlainDate;
  readonly approvedBy: string;
  readonly approvalPaper: string;
}

function TermDrawer({ act, onClose }: { act: TermAct | null; onClose: () => void }): ReactNode {
  const me = useMe();
  const today = useToday();
  const queries = useQueryClient();
  const tell = useTellAdvice();
  if (act === null) return null;
  const { kind, row } = act;
  return (
    <FormDrawer<Values, object>
      title={`${kind === 'remind' ? '记提醒' : '批准延期换届'}：${row.orgName}`}
      open
      onClose={onClose}
      onSaved={(saved) => {
        renewOrganisations(queries);
        if ('advice' in saved) tell(saved.advice as readonly Advice[]);
      }}
      initial={{ on: today, means: 'letter', approvedBy: me.acting.organisation }}
      lead={`任期${day(row.endsOn) ?? ''}届满。`}
      save={(values, commandId) =>
        kind === 'remind'
          ? api.organisations.remind({
              orgId: row.orgId,
              on: values.on,
              means: values.means,
              note: values.note ?? '',
              commandId,
            })
          : api.organisations.shiftTerm({
              orgId: row.orgId,
              newEndsOn: values.newEndsOn,
              approvedOn: values.approvedOn,
              approvedBy: values.approvedBy,
              approvalPaper: values.approvalPaper,
              commandId,
            })
      }
    >
      {kind === 'remind' ? (
        <>
          <div className="pair">
            <Field name="on" label="提醒日期" required>
              <DateField />
            </Field>
            <Field name="means" label="方式" required>
              <Select options={optionsOf(NOTICE_MEANS)} />
            </Field>
          </div>
          <Field name="note" label="备注">
            <Input maxLength={200} />
          </Field>
        </>
      ) : (
        <>
          <div className="pair">
            <Field
              name="newEndsOn"
              label="延期至"
              required
              rule="一般不超过1年。"
              basis="《中国共产党基层组织选举工作条例》第3条"
            >
              <DateField />
            </Field>
            <Field name="approvedOn" label="批准日期" required rule="应在任期届满之前批准。">
              <DateField />
            </Field>
          </div>
          <div className="pair">
            <Field name="approvedBy" label="批准机关" required>
              <Input maxLength={60} />
            </Field>
            <Field name="approvalPaper" label="批复文号" required>
              <Input maxLength={80} />
            </Field>
          </div>
        </>
      )}
    </FormDrawer>
  );
}
