import { Button, Input, Select } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useId, useState, type ReactNode } from 'react';
import {
  chineseDate,
  dayNumberOf,
  monthNumberOf,
  parsePlainDate,
  type PlainDate,
} from '#kernel/plain-date';
import { api, type Answer, type Api } from '../../api.ts';
import { Fault } from '../../app/fault.tsx';
import { useMe } from '../../app/session.ts';
import { useToday } from '../../app/today.ts';
import { DateField } from '../../patterns/date-field.tsx';
import { FailureNote } from '../../patterns/form-drawer.tsx';
import { Page } from '../../patterns/page.tsx';
import { useAct } from '../../patterns/use-act.ts';
import { MeetingMark } from './meeting-mark.tsx';
import { renewMeetings, yearQuery, type MeetingRow } from './queries.ts';
import { planRoute } from './routes.ts';
import { readYear, yearChoices } from './words.ts';
import { YearTable } from './year-table.tsx';
import './meetings.css';

type Proposed = Answer<Api['meetings']['planProposal']>['lines'][number] & {
  readonly key: number;
};

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);

/** 年度计划: twelve months with what was held and planned; missing meetings are proposed by their rhythms. */
export function PlanPage(): ReactNode {
  const me = useMe();
  const today = useToday();
  const queries = useQueryClient();
  const navigate = planRoute.useNavigate();
  const open = useNavigate();
  const yearId = useId();
  const year = readYear(planRoute.useSearch().year, today);
  const { orgId } = me.acting;
  const query = useQuery(yearQuery(orgId, year));
  const [lines, setLines] = useState<readonly Proposed[] | null>(null);

  const propose = useAct({
    save: (of: number) => api.meetings.planProposal({ orgId, year: of }),
    savedWords: '已按规定次数拟出，可以调整',
    onSaved: (found) =>
      // What is past cannot be planned any more; it is entered late where it was held.
      setLines(
        found.lines.filter((line) => line.on >= today).map((line, key) => ({ ...line, key })),
      ),
  });
  const save = useAct({
    save: (planned: readonly Proposed[], commandId) =>
      api.meetings.planYear({
        orgId,
        lines: planned.map(({ kind, groupId, on, title }) => ({ kind, groupId, on, title })),
        commandId,
      }),
    onSaved: () => {
      setLines(null);
      void renewMeetings(queries);
    },
  });

  const meetings = (query.data?.kinds ?? [])
    .flatMap((kind) => kind.meetings)
    .toSorted((a, b) => (a.heldOn < b.heldOn ? -1 : 1));
  return (
    <Page
      title="年度计划"
      lead={`${me.acting.organisation}${year}年`}
      actions={
        <>
          <label htmlFor={yearId} className="visually-hidden">
            年份
          </label>
          <Select
            id={yearId}
            value={String(year)}
            options={yearChoices(today)}
            onChange={(next: string) => {
              setLines(null);
              void navigate({ search: { year: next }, replace: true });
            }}
          />
          <Button
            type={lines === null ? 'primary' : 'default'}
            loading={propose.busy}
            onClick={() => propose.run(year)}
          >
            按规定次数拟出
          </Button>
          <Button
            disabled={meetings.length === 0}
            onClick={() =>
              void open({
                to: '/meetings/print',
                search: { paper: 'plan', orgId, year: String(year) },
              })
            }
          >
            打印
          </Button>
        </>
      }
    >
      <FailureNote failure={propose.failure ?? save.failure} />
      {lines === null ? null : (
        <div className="note">
          <p>
            {lines.length === 0
              ? '今天以后规定的次数都已经安排。以前开过没有记的，用“补录”。'
              : `拟出${lines.length}次，虚线框内的可以改日期和名称；保存后列为待开。`}
          </p>
          <div className="form-acts">
            <Button
              type="primary"
              disabled={lines.length === 0}
              loading={save.busy}
              onClick={() => save.run(lines)}
            >
              保存计划
            </Button>
            <Button onClick={() => setLines(null)}>不保存</Button>
          </div>
        </div>
      )}
      {query.error !== null && query.data === undefined ? (
        <Fault error={query.error} retry={() => query.refetch()} />
      ) : (
        <div className="months" aria-busy={query.isPending}>
          {MONTHS.map((month) => (
            <Month
              key={month}
              month={month}
              meetings={meetings.filter((row) => monthNumberOf(row.heldOn) === month)}
              proposed={(lines ?? []).filter((line) => monthNumberOf(line.on) === month)}
              onChange={(changed) =>
                setLines((lines ?? []).map((line) => (line.key === changed.key ? changed : line)))
              }
              onRemove={(key) => setLines((lines ?? []).filter((line) => line.key !== key))}
            />
          ))}
        </div>
      )}
      {query.data === undefined ? null : <YearTable year={query.data} />}
    </Page>
  );
}

interface MonthProps {
  readonly month: number;
  readonly meetings: readonly MeetingRow[];
  readonly proposed: readonly Proposed[];
  readonly onChange: (line: Proposed) => void;
  readonly onRemove: (key: number) => void;
}

function Month({ month, meetings, proposed, onChange, onRemove }: MonthProps): ReactNode {
  const id = useId();
  return (
    <section className="month" aria-labelledby={id}>
      <h2 id={id}>{month}月</h2>
      {meetings.length + proposed.length === 0 ? <p className="muted">没有安排</p> : null}
      <ul>
        {meetings.map((row) => (
          <li key={row.meetingId}>
            <span className="number">{dayNumberOf(row.heldOn)}日</span>
            <Link to="/meetings/one" search={{ meetingId: row.meetingId }}>
              {row.title === '' ? row.kindName : row.title}
            </Link>
            <MeetingMark row={row} />
          </li>
        ))}
        {proposed.map((line) => (
          <li key={line.key} className="proposed">
            <span>{line.kindName}</span>
            <Button
              size="small"
              type="text"
              aria-label={`不安排${chineseDate(line.on)}${line.kindName}`}
              onClick={() => onRemove(line.key)}
            >
              删去
            </Button>
            <ProposedDay line={line} onChange={onChange} />
            <Input
              aria-label={`${chineseDate(line.on)}${line.kindName}的名称`}
              value={line.title}
              maxLength={200}
              onChange={(event) => onChange({ ...line, title: event.target.value })}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The day of a proposed line; it moves to another month only when the field is left. */
function ProposedDay({
  line,
  onChange,
}: {
  line: Proposed;
  onChange: (line: Proposed) => void;
}): ReactNode {
  const id = useId();
  const [day, setDay] = useState<PlainDate | null>(line.on);
  return (
    <div className="proposed-day">
      <label htmlFor={id} className="visually-hidden">
        {line.kindName}日期
      </label>
      <DateField
        id={id}
        value={day}
        onChange={(next) => setDay(typeof next === 'string' ? next : null)}
        onBlur={() => {
          const on = day === null ? null : parsePlainDate(day);
          if (on === null) setDay(line.on);
          else if (on !== line.on) onChange({ ...line, on });
        }}
      />
    </div>
  );
}
