import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import {
  addDays,
  addToMonth,
  chineseDate,
  dayNumberOf,
  firstDayOf,
  lastDayOf,
  monthNumberOf,
  monthOf,
  plainMonth,
  WEEKDAYS,
  weekdayOf,
  yearOf,
  type PlainDate,
  type PlainMonth,
} from '#kernel/plain-date';

interface CalendarPanelProps {
  readonly value: PlainDate;
  readonly today: PlainDate;
  readonly onPick: (day: PlainDate) => void;
}

const BACK = 110;
const AHEAD = 10;

const daysOf = (month: PlainMonth): PlainDate[] =>
  Array.from({ length: dayNumberOf(lastDayOf(month)) }, (_, index) =>
    addDays(firstDayOf(month), index),
  );

const monthAt = (year: number, month: number): PlainMonth =>
  plainMonth(`${year}-${String(month).padStart(2, '0')}`);

/** A month to pick a day from, loaded only when asked for; every day is a button. */
export function CalendarPanel({ value, today, onPick }: CalendarPanelProps): ReactNode {
  const [month, setMonth] = useState(monthOf(value));
  const days = daysOf(month);
  const year = yearOf(month);
  const newest = Math.max(yearOf(today) + AHEAD, year);
  const years = Array.from({ length: BACK + AHEAD }, (_, index) => newest - index);
  return (
    <div className="calendar">
      <div className="calendar-head">
        <Button type="text" aria-label="上一月" onClick={() => setMonth(addToMonth(month, -1))}>
          ‹
        </Button>
        <select
          aria-label="年"
          value={year}
          onChange={(event) => setMonth(monthAt(Number(event.target.value), monthNumberOf(month)))}
        >
          {(years.includes(year) ? years : [...years, year]).map((one) => (
            <option key={one} value={one}>
              {one}年
            </option>
          ))}
        </select>
        <select
          aria-label="月"
          value={monthNumberOf(month)}
          onChange={(event) => setMonth(monthAt(year, Number(event.target.value)))}
        >
          {Array.from({ length: 12 }, (_, index) => (
            <option key={index} value={index + 1}>
              {index + 1}月
            </option>
          ))}
        </select>
        <Button type="text" aria-label="下一月" onClick={() => setMonth(addToMonth(month, 1))}>
          ›
        </Button>
      </div>
      <div className="calendar-days">
        {WEEKDAYS.map((name) => (
          <span key={name} className="muted" aria-hidden="true">
            {name}
          </span>
        ))}
        {days.map((day, index) => (
          <button
            key={day}
            type="button"
            className="plain-button calendar-day number"
            style={index === 0 ? { gridColumnStart: weekdayOf(day) } : undefined}
            aria-label={chineseDate(day)}
            aria-pressed={day === value}
            aria-current={day === today ? 'date' : undefined}
            onClick={() => onPick(day)}
          >
            {dayNumberOf(day)}
          </button>
        ))}
      </div>
    </div>
  );
}
