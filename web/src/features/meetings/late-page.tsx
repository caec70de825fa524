import { App, Button, Checkbox } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useDeferredValue, useEffect, useMemo, useState, type ReactNode } from 'react';
import { api, readFailure, type Answer, type Api, type Failure } from '../../api.ts';
import { useMe } from '../../app/session.ts';
import { useToday } from '../../app/today.ts';
import { newCommandId } from '../../patterns/command-id.ts';
import { FailureNote } from '../../patterns/form-drawer.tsx';
import { Page } from '../../patterns/page.tsx';
import { LateGrid, type Told } from './late-grid.tsx';
import {
  columnOfField,
  emptyRow,
  isEmptyRow,
  readRow,
  type LateCells,
  type LateRow,
} from './late-text.ts';
import { groupsQuery, kindsQuery, renewMeetings } from './queries.ts';
import './meetings.css';

type Checked = Answer<Api['meetings']['checkLate']>;
type Sent = Parameters<Api['meetings']['checkLate']>[0]['rows'];

const FIRST = 8;
const MOST = 60;
const PAUSE = 700;

/** 补录表: one line per meeting from the paper book; everybody entitled that day was there unless named. */
export function LatePage(): ReactNode {
  const me = useMe();
  const today = useToday();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const { orgId } = me.acting;
  const kinds = useQuery(kindsQuery(orgId));
  const [rows, setRows] = useState<readonly LateCells[]>(() =>
    Array.from({ length: FIRST }, emptyRow),
  );
  const [more, setMore] = useState(false);
  const [checked, setChecked] = useState<{ of: string; answer: Checked } | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const [told, setTold] = useState(false);
  const offered = kinds.data?.kinds;
  const known = useQuery(groupsQuery(orgId)).data?.groups;

  const slow = useDeferredValue(rows);
  const read = useMemo(
    () =>
      slow
        .map((cells, index) => ({ cells, index }))
        .filter((one) => !isEmptyRow(one.cells))
        .map((one) => ({ ...one, read: readRow(one.cells, offered ?? [], today, known ?? []) })),
    [slow, offered, today, known],
  );
  const sound: { index: number; row: LateRow }[] = read.flatMap(({ index, read: one }) =>
    one.ok ? [{ index, row: one.row }] : [],
  );
  const fingerprint = JSON.stringify(sound.map((one) => one.row));
  useEffect(() => {
    if (fingerprint === '[]') return undefined;
    const rowsNow = JSON.parse(fingerprint) as Sent;
    let stale = false;
    const timer = window.setTimeout(() => {
      api.meetings
        .checkLate({ orgId, rows: rowsNow.slice(0, MOST), commandId: newCommandId() })
        .then((answer) => {
          if (!stale) setChecked({ of: fingerprint, answer });
        })
        .catch((error: unknown) => setFailure(readFailure(error)));
    }, PAUSE);
    return () => {
      stale = true;
      window.clearTimeout(timer);
    };
  }, [fingerprint, orgId]);

  const problems: Told[] = [
    ...read.flatMap(({ index, read: one }) =>
      one.ok ? [] : one.problems.map((problem) => ({ row: index, ...problem })),
    ),
    ...(checked?.of === fingerprint
      ? checked.answer.problems.map((problem) => ({
          row: sound[problem.row - 1]?.index ?? 0,
          column: columnOfField(problem.field),
          text: problem.text,
        }))
      : []),
  ];

  const save = async (): Promise<void> => {
    setTold(true);
    setFailure(null);
    if (problems.length > 0 || sound.length === 0 || sound.length !== read.length) return;
    setBusy(true);
    try {
      const saved = await api.meetings.enterLate({
        orgId,
        rows: JSON.parse(fingerprint) as Sent,
        commandId: newCommandId(),
      });
      void message.success(
        `已保存${saved.meetingIds.length}次会议${saved.state === 'final' ? '' : '，等书记审定'}`,
      );
      await renewMeetings(queries);
      await navigate({ to: '/meetings/all' });
    } catch (error) {
      setFailure(readFailure(error));
    } finally {
      setBusy(false);
    }
  };

  return (
    <Page
      title="补录"
      lead="照纸质记录一行写一次会，只写请假和缺席的人，其余按当天名册算到会。可以从 Excel 整块粘贴。"
      actions={
        <Button type="primary" loading={busy} onClick={() => void save()}>
          {read.length === 0 ? '保存' : `保存${read.length}次会议`}
        </Button>
      }
    >
      <FailureNote failure={failure} />
      {read.length > MOST ? <p className="note">一次最多保存{MOST}行，请分两次。</p> : null}
      {problems.length === 0 ? null : (
        <div className={told ? 'refusal' : 'note'} role={told ? 'alert' : 'status'}>
          <p className="refusal-sentence">还有{problems.length}处要改</p>
          <ul>
            {problems.slice(0, 12).map((one) => (
              <li key={`${one.row}${one.column}${one.text}`}>
                第{one.row + 1}行：{one.text}
              </li>
            ))}
          </ul>
        </div>
      )}
      <Checkbox checked={more} onChange={(event) => setMore(event.target.checked)}>
        还要填时间、地点、决定、列席、已转出的同志、党小组，或者只知道人数（据纸质记录）
      </Checkbox>
      <LateGrid
        rows={rows}
        more={more || rows.some(usesMore)}
        kinds={offered ?? []}
        orgId={orgId}
        problems={problems}
        counts={
          new Map(
            checked?.of === fingerprint
              ? checked.answer.rows.map((row, at) => [sound[at]?.index ?? -1, row] as const)
              : [],
          )
        }
        onChange={setRows}
      />
      <div className="form-acts">
        <Button onClick={() => setRows([...rows, ...Array.from({ length: FIRST }, emptyRow)])}>
          再加{FIRST}行
        </Button>
      </div>
    </Page>
  );
}

const usesMore = (row: LateCells): boolean =>
  [
    row.times,
    row.place,
    row.decision,
    row.guests,
    row.former,
    row.group,
    row.entitled,
    row.present,
  ].some((cell) => cell.trim() !== '');
