import { Button, Select, Skeleton } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { CYCLES } from '#contract/dues';
import { basisOf } from '#kernel/rule';
import type { OrgId } from '#kernel/ids';
import {
  chineseDate,
  chineseMonth,
  monthsFromTo,
  plainMonth,
  yearOf,
  type PlainMonth,
} from '#kernel/plain-date';
import { api, type Answer, type Api } from '../../api.ts';
import { Fault } from '../../app/fault.tsx';
import { useToday } from '../../app/today.ts';
import { FailureNote } from '../../patterns/form-drawer.tsx';
import { Page } from '../../patterns/page.tsx';
import { Unread } from '../../patterns/unread.ts';
import { useAct } from '../../patterns/use-act.ts';
import { AssessRow, NO_BASE, type Fixing } from './assess-row.tsx';
import { BaseDrawer } from './base-drawer.tsx';
import { CycleDrawer } from './cycle-drawer.tsx';
import { PasteDrawer } from './paste-drawer.tsx';
import { StepBar } from './period-bar.tsx';
import { assessmentQuery, DUES } from './queries.ts';
import { ReliefSection } from './relief-section.tsx';
import { assessmentRoute } from './routes.ts';
import { SupplementSection } from './supplement-section.tsx';
import { useBranch, useMonth } from './words.ts';
import './dues.css';

type Assessment = Answer<Api['dues']['assessment']>;
type Lines = Parameters<Api['dues']['assess']>[0]['lines'];

/** 年初核定: one table for the branch, from last year's amounts to this year's. */
export function AssessmentPage(): ReactNode {
  const search = assessmentRoute.useSearch();
  const navigate = assessmentRoute.useNavigate();
  const today = useToday();
  const orgId = useBranch(search.orgId);
  const named = useMonth(search.month);
  const year = yearOf(named);
  const month = search.month === undefined ? plainMonth(`${year}-01`) : named;
  const query = useQuery(assessmentQuery(orgId, month));
  const [setting, setSetting] = useState(false);
  const go = (next: PlainMonth): void =>
    void navigate({ search: { ...search, month: next }, replace: true });
  return (
    <Page
      title="年初核定"
      lead="每年年初核定每名党员月交纳数额，年内一般不变。"
      actions={
        <Link to="/dues/paper" search={{ kind: 'assessment', orgId, month }}>
          打印核定表
        </Link>
      }
    >
      <StepBar
        name={`${year}年`}
        before="上一年"
        after="下一年"
        onBefore={() => go(plainMonth(`${year - 1}-01`))}
        onAfter={year > yearOf(today) ? null : () => go(plainMonth(`${year + 1}-01`))}
      >
        {query.data === undefined ? null : (
          <span>
            {query.data.assessedOn === null
              ? '今年还没有核定'
              : `${chineseDate(query.data.assessedOn)}核定（自${chineseMonth(query.data.assessedFrom as PlainMonth)}起）`}
            ，{CYCLES[query.data.cycle]}交纳
            {query.data.cycleBasis === '' ? '' : `（${query.data.cycleBasis}）`}{' '}
            <Button type="link" size="small" onClick={() => setSetting(true)}>
              改收缴周期
            </Button>
          </span>
        )}
      </StepBar>
      {query.data === undefined ? (
        query.error === null ? (
          <Skeleton active={false} paragraph={{ rows: 8 }} aria-label="正在读取" />
        ) : (
          <Fault error={query.error} retry={() => query.refetch()} />
        )
      ) : (
        <AssessForm
          key={`${orgId} ${month} ${query.dataUpdatedAt}`}
          orgId={orgId}
          month={month}
          found={query.data}
          onMonth={go}
        />
      )}
      <ReliefSection orgId={orgId} year={year} />
      <SupplementSection orgId={orgId} year={year} payChange={query.data?.payChange ?? 'keep'} />
      <CycleDrawer open={setting} orgId={orgId} onClose={() => setSetting(false)} />
    </Page>
  );
}

function AssessForm({
  orgId,
  month,
  found,
  onMonth,
}: {
  orgId: OrgId;
  month: PlainMonth;
  found: Assessment;
  onMonth: (month: PlainMonth) => void;
}): ReactNode {
  const queries = useQueryClient();
  const [changed, setChanged] = useState<Readonly<Record<string, Fixing>>>({});
  const [pasting, setPasting] = useState(false);
  const [reckoning, setReckoning] = useState<string | null>(null);
  const [unread, setUnread] = useState<readonly string[]>([]);
  const act = useAct<Lines, { changed: number; unchanged: number }>({
    save: (lines, commandId) => api.dues.assess({ orgId, fromMonth: month, lines, commandId }),
    savedWords: '已核定',
    onSaved: () => void queries.invalidateQueries({ queryKey: DUES }),
  });
  const fixingOf = (line: Assessment['lines'][number]): Fixing =>
    changed[line.personId] ?? { kind: line.payerKind ?? 'wage', base: line.base };
  const set = (personId: string, fixing: Fixing): void =>
    setChanged({ ...changed, [personId]: fixing });
  const ready = found.lines.filter((line) => {
    const { kind, base } = fixingOf(line);
    return NO_BASE.includes(kind) || typeof base === 'number';
  });
  const missing = found.lines.length - ready.length;
  const save = (): void => {
    const lines = ready.map((line) => {
      const { kind, base } = fixingOf(line);
      return {
        personId: line.personId,
        payerKind: kind,
        base: NO_BASE.includes(kind) || base instanceof Unread ? null : base,
      };
    });
    if (lines.length > 0) act.run(lines);
  };
  const asked = found.lines.find((line) => line.personId === reckoning);
  return (
    <>
      <div className="dues-bar">
        <div className="dues-field">
          <label htmlFor="dues-from">自哪个月起</label>
          <Select
            id="dues-from"
            value={month}
            options={monthsFromTo(
              plainMonth(`${yearOf(month)}-01`),
              plainMonth(`${yearOf(month)}-12`),
            ).map((one) => ({ value: one, label: chineseMonth(one) }))}
            onChange={onMonth}
          />
        </div>
        <Button onClick={() => setPasting(true)}>从 Excel 粘贴基数</Button>
        {unread.length === 0 ? null : (
          <span role="status">没有认出：{unread.join('、')}。请核对后补填。</span>
        )}
      </div>
      <div className="panel">
        <table className="dues-assess">
          <thead>
            <tr>
              <th scope="col" className="who">
                姓名
              </th>
              <th scope="col" className="kind">
                类别
              </th>
              <th scope="col" className="sum">
                计算基数（元）
              </th>
              <th scope="col">月应交与依据</th>
            </tr>
          </thead>
          <tbody>
            {found.lines.map((line) => (
              <AssessRow
                key={line.personId}
                orgId={orgId}
                month={month}
                line={line}
                fixing={fixingOf(line)}
                touched={changed[line.personId] !== undefined}
                onChange={(fixing) => set(line.personId, fixing)}
                onReckon={() => setReckoning(line.personId)}
              />
            ))}
          </tbody>
        </table>
        <div className="dues-foot">
          <span role="status">
            {missing === 0
              ? `${ready.length} 人都已填好`
              : `还有 ${missing} 人没有填基数，可以先核定其他人`}
          </span>
          <Button type="primary" loading={act.busy} disabled={ready.length === 0} onClick={save}>
            核定 {ready.length} 人
          </Button>
        </div>
      </div>
      <FailureNote failure={act.failure} />
      <PasteDrawer
        open={pasting}
        people={found.lines}
        onClose={() => setPasting(false)}
        onRead={({ bases, unread: words }) => {
          setUnread(words);
          setChanged({
            ...changed,
            ...Object.fromEntries(
              found.lines.flatMap((line) => {
                const base = bases.get(line.personId);
                return base === undefined
                  ? []
                  : [[line.personId, { kind: fixingOf(line).kind, base }]];
              }),
            ),
          });
        }}
      />
      <BaseDrawer
        name={asked?.name ?? ''}
        open={asked !== undefined}
        onClose={() => setReckoning(null)}
        onBase={(base) => {
          if (asked !== undefined) set(asked.personId, { kind: fixingOf(asked).kind, base });
        }}
      />
      <details className="dues-rules">
        <summary>计算依据</summary>
        <ul>
          {found.rules.map((rule) => (
            <li key={rule.id}>
              {rule.summary}
              <span className="muted">（{basisOf(rule)}）</span>
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}
