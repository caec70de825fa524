import { Button, Empty, Input, Select } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { CHECK_RESULTS } from '#contract/transfers';
import type { PersonId } from '#kernel/ids';
import { chineseDate } from '#kernel/plain-date';
import { api } from '../../api.ts';
import { useToday } from '../../app/today.ts';
import { DetailPage, Section } from '../../patterns/detail-page.tsx';
import { FailureNote } from '../../patterns/form-drawer.tsx';
import { RowList } from '../../patterns/list-table.tsx';
import { Page } from '../../patterns/page.tsx';
import { useAct } from '../../patterns/use-act.ts';
import { checkDetailQuery, renewTransfers, type CheckDetail, type CheckLine } from './queries.ts';
import { checkRoute, transferPrintRoute } from './routes.ts';
import { choices } from './words.ts';

type Result = keyof typeof CHECK_RESULTS;
interface Draft {
  readonly result?: Result;
  readonly note?: string;
}

const BACK = { to: '/transfers/checks', label: '组织关系排查' } as const;

/** One round: everybody of the branch on one page, saved at once. */
export function CheckPage(): ReactNode {
  const { checkId } = checkRoute.useSearch();
  return checkId === undefined ? (
    <Page title="组织关系排查" back={BACK}>
      <Empty description="请从列表选择一个党支部" />
    </Page>
  ) : (
    <OneCheck key={checkId} checkId={checkId} />
  );
}

function OneCheck({ checkId }: { checkId: string }): ReactNode {
  const queries = useQueryClient();
  const today = useToday();
  const query = useQuery(checkDetailQuery(checkId));
  const close = useAct<CheckDetail, unknown>({
    save: (found, commandId) =>
      api.transfers.closeCheck({ checkId, on: today, basedOn: found.version, commandId }),
    onSaved: () => void renewTransfers(queries),
    savedWords: '已结束',
  });
  return (
    <DetailPage<CheckDetail>
      name="组织关系排查"
      back={BACK}
      query={query}
      show={(found) => ({
        title: `${found.orgName} · ${found.year}年排查`,
        lead: '逐人登记；外出6个月以上、地点相对固定的，应当转接组织关系。',
        facts: [
          { label: '应排查', value: `${found.total}人` },
          { label: '已登记', value: `${found.marked}人` },
          { label: '应转接', value: `${found.by.should_transfer ?? 0}人` },
          { label: '查找不到', value: `${found.by.not_found ?? 0}人` },
          { label: '待办结', value: `${found.unsettled}人` },
          {
            label: '状态',
            value: found.closedOn === null ? '进行中' : `${chineseDate(found.closedOn)}结束`,
          },
        ],
        actions: [
          { label: '结束排查', can: found.can['close'] ?? true, run: () => close.run(found) },
        ],
        sections: (
          <>
            <FailureNote failure={close.failure} />
            <Lines key={found.version} found={found} />
          </>
        ),
      })}
    />
  );
}

function Lines({ found }: { found: CheckDetail }): ReactNode {
  const queries = useQueryClient();
  const today = useToday();
  const [drafts, setDrafts] = useState<ReadonlyMap<PersonId, Draft>>(new Map());
  const open = found.can['mark'] === true;
  const set = (personId: PersonId, change: Draft): void =>
    setDrafts(new Map(drafts).set(personId, { ...drafts.get(personId), ...change }));
  const marks = found.lines.flatMap((line) => {
    const draft = drafts.get(line.personId);
    const result = draft?.result ?? line.result;
    return draft === undefined || result === null
      ? []
      : [{ personId: line.personId, result, note: draft.note ?? line.note }];
  });
  const save = useAct<typeof marks, unknown>({
    save: (chosen, commandId) =>
      api.transfers.markCheck({
        checkId: found.checkId,
        on: today,
        marks: chosen,
        basedOn: found.version,
        commandId,
      }),
    onSaved: () => {
      setDrafts(new Map());
      void renewTransfers(queries);
    },
  });
  const rest = found.lines.filter(
    (line) => line.result === null && drafts.get(line.personId)?.result === undefined,
  );
  const allPresent = (): void => {
    const next = new Map(drafts);
    for (const line of rest)
      if (line.hint === '')
        next.set(line.personId, { ...next.get(line.personId), result: 'present' });
    setDrafts(next);
  };
  const resultOf = (line: CheckLine): Result | null =>
    drafts.get(line.personId)?.result ?? line.result;
  return (
    <Section
      title="逐人登记"
      actions={
        <span className="check-acts">
          <Link to={transferPrintRoute.to} search={{ kind: 'check', checkId: found.checkId }}>
            打印排查表
          </Link>
        </span>
      }
    >
      <RowList<CheckLine>
        label="逐人登记"
        rows={found.lines}
        rowKey={(line) => line.personId}
        columns={[
          { key: 'name', title: '姓名', card: 'head', oneLine: true, render: (line) => line.name },
          {
            key: 'result',
            title: '排查结果',
            width: '14em',
            render: (line) =>
              open ? (
                <Select<Result>
                  aria-label={`${line.name}的排查结果`}
                  value={resultOf(line)}
                  placeholder="还没有登记"
                  options={choices(CHECK_RESULTS)}
                  popupMatchSelectWidth={false}
                  className="check-result"
                  onChange={(result) => set(line.personId, { result })}
                />
              ) : line.result === null ? (
                '没有登记'
              ) : (
                CHECK_RESULTS[line.result]
              ),
          },
          { key: 'hint', title: '已有记录', render: (line) => line.hint || '—' },
          {
            key: 'note',
            title: '备注',
            render: (line) =>
              open ? (
                <Input
                  aria-label={`${line.name}的备注`}
                  maxLength={200}
                  value={drafts.get(line.personId)?.note ?? line.note}
                  onChange={(event) => set(line.personId, { note: event.target.value })}
                />
              ) : (
                line.note || '—'
              ),
          },
        ]}
      />
      {open ? (
        <div className="form-acts">
          <FailureNote failure={save.failure} />
          <Button
            type="primary"
            loading={save.busy}
            disabled={marks.length === 0}
            onClick={() => save.run(marks)}
          >
            保存{marks.length === 0 ? '' : `（${marks.length}人）`}
          </Button>
          <Button onClick={allPresent} disabled={rest.length === 0}>
            其余都在本支部
          </Button>
        </div>
      ) : null}
    </Section>
  );
}
