import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import {
  chineseDate,
  chineseWeekday,
  dayNumberOf,
  daysBetween,
  monthNumberOf,
  WEEKDAYS,
  weekdayOf,
  type PlainDate,
} from '#kernel/plain-date';
import type { BigAct } from '../../app/features.ts';
import { Section } from '../../patterns/detail-page.tsx';
import {
  distance,
  MOST_DUE,
  type BelowItem,
  type DueItem,
  type HomeModel,
  type StripDay,
} from './model.ts';
import { AddressLink } from '../../patterns/address-link.tsx';
import './home.css';

export interface HomeBoardProps {
  readonly today: PlainDate;
  readonly acts: readonly BigAct[];
  /** Null while nothing computes what is due. */
  readonly model: HomeModel | null;
  /** The ways to take the days along: calendar, printed week. */
  readonly calendar?: ReactNode;
}

/** The first page: the few big acts, at most seven things due, the days ahead. */
export function HomeBoard({ today, acts, model, calendar }: HomeBoardProps): ReactNode {
  return (
    <>
      {acts.length === 0 ? null : (
        <nav aria-label="常办事项">
          <ul className="big-acts">
            {acts.map((act) => (
              <li key={act.label}>
                <Link to={act.to} className="big-act">
                  <strong>{act.label}</strong>
                  <span className="muted">{act.hint}</span>
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {model === null ? null : (
        <>
          <Section
            title="到期事项"
            note={
              model.total > MOST_DUE
                ? `共 ${model.total} 项，先列最要紧的 ${MOST_DUE} 项。`
                : undefined
            }
          >
            {model.due.length === 0 ? (
              <p className="muted">近期没有到期的事项。</p>
            ) : (
              <ol className="due">
                {model.due.slice(0, MOST_DUE).map((item) => (
                  <Due key={item.key} item={item} today={today} />
                ))}
              </ol>
            )}
          </Section>
          {model.below.length === 0 ? (
            model.belowPending ? (
              <Section title="下级履职">
                <p className="muted">正在统计，稍后自动显示。</p>
              </Section>
            ) : null
          ) : (
            <Section title="下级履职">
              <Below items={model.below} />
            </Section>
          )}
          <Section title="近期日程" actions={calendar}>
            {model.strip.every((day) => day.entries.length === 0) ? (
              <p className="muted">近期没有安排的会议和活动。</p>
            ) : null}
            <Strip days={model.strip} today={today} />
          </Section>
        </>
      )}
    </>
  );
}

function Due({ item, today }: { item: DueItem; today: PlainDate }): ReactNode {
  const days = daysBetween(today, item.dueOn);
  return (
    <li className="due-item">
      <div className="due-when">
        <strong>{distance(days)}</strong>
        <span className="muted">{chineseDate(item.dueOn)}</span>
      </div>
      <div className="due-what">
        <h3>{item.title}</h3>
        <p>{item.reason}</p>
        <p className="muted">依据：{item.basis}</p>
      </div>
      <AddressLink to={item.to} className="due-act" label={`${item.act}：${item.title}`}>
        {item.act}
      </AddressLink>
    </li>
  );
}

/** What is missed below, by kind; each opens the organisations it concerns. */
function Below({ items }: { items: readonly BelowItem[] }): ReactNode {
  return (
    <ul className="below">
      {items.map((item) => (
        <li key={item.kind}>
          <AddressLink
            to={
              item.missed === 0
                ? `/duties?kind=${item.kind}`
                : `/duties?kind=${item.kind}&state=missed&sort=lateness`
            }
          >
            <span>{item.name}</span>
            <span className="muted">
              {item.missed === 0
                ? `${item.of} 个党组织都没有超过期限`
                : `${item.missed} 个党组织超过期限，共 ${item.of} 个`}
            </span>
          </AddressLink>
        </li>
      ))}
    </ul>
  );
}

function Strip({ days, today }: { days: readonly StripDay[]; today: PlainDate }): ReactNode {
  return (
    <ol className="strip">
      {days.map((day) => (
        <li
          key={day.date}
          className={day.entries.length === 0 ? 'strip-day quiet' : 'strip-day'}
          aria-current={day.date === today ? 'date' : undefined}
        >
          <time dateTime={day.date}>
            <span className="visually-hidden">
              {chineseDate(day.date)} {chineseWeekday(day.date)}
            </span>
            <span aria-hidden="true">
              <strong className="number">
                {dayNumberOf(day.date) === 1 || day === days[0]
                  ? `${monthNumberOf(day.date)}/`
                  : ''}
                {dayNumberOf(day.date)}
              </strong>{' '}
              <span className="muted">
                {day.date === today ? '今天' : WEEKDAYS[weekdayOf(day.date) - 1]}
              </span>
            </span>
          </time>
          {day.entries.map((entry) =>
            entry.to === undefined ? (
              <span key={entry.key}>{entry.title}</span>
            ) : (
              <AddressLink key={entry.key} to={entry.to}>
                {entry.title}
              </AddressLink>
            ),
          )}
        </li>
      ))}
    </ol>
  );
}
