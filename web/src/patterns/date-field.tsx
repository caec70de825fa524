import { CalendarOutlined } from '@ant-design/icons';
import { Button, Input, Popover } from 'antd';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { chineseDate, chineseWeekday, type PlainDate } from '#kernel/plain-date';
import { useToday } from '../app/today.ts';
import { useTypedText } from './typed-text.ts';
import { readTypedDate } from './typed-date.ts';
import { Unread } from './unread.ts';

const CalendarPanel = lazy(() =>
  import('./calendar-panel.tsx').then((m) => ({ default: m.CalendarPanel })),
);

export interface DateFieldProps {
  readonly id?: string;
  readonly value?: PlainDate | Unread | null;
  readonly onChange?: (value: PlainDate | Unread | null) => void;
  readonly onBlur?: () => void;
  readonly placeholder?: string;
  readonly disabled?: boolean;
}

/**
 * A day, typed as people write it (`19980701`, `1998.7`, `2026-5-1`, `5.1`) or picked from a calendar.
 * What was understood is said underneath.
 */
export function DateField({
  id,
  value,
  onChange,
  onBlur,
  placeholder = '如 2026-5-1 或 20260501',
  disabled,
}: DateFieldProps): ReactNode {
  const today = useToday();
  const date = typeof value === 'string' ? value : null;
  const [typed, setTyped] = useTypedText<PlainDate>(
    value,
    (text) => readTypedDate(text, today)?.date ?? null,
    (day) => day,
  );
  const [assumed, setAssumed] = useState(false);
  const [open, setOpen] = useState(false);

  const take = (text: string): void => {
    setTyped(text);
    const read = readTypedDate(text, today);
    setAssumed(read?.assumed ?? false);
    if (text.trim() === '') onChange?.(null);
    else
      onChange?.(
        read?.date ?? new Unread('看不懂这个日期，应如 2026-05-11、20260511 或 2026.5.11'),
      );
  };

  return (
    <>
      <Input
        id={id}
        value={typed}
        disabled={disabled}
        placeholder={placeholder}
        autoComplete="off"
        inputMode="text"
        onChange={(event) => take(event.target.value)}
        onBlur={() => {
          if (date !== null && !assumed) setTyped(date);
          onBlur?.();
        }}
        suffix={
          <Popover
            open={open}
            onOpenChange={setOpen}
            trigger={['click']}
            placement="bottomRight"
            content={
              <Suspense fallback="正在打开日历">
                <CalendarPanel
                  value={date ?? today}
                  today={today}
                  onPick={(day) => {
                    setOpen(false);
                    take(day);
                  }}
                />
              </Suspense>
            }
          >
            <Button
              type="text"
              size="small"
              className="date-open"
              disabled={disabled}
              icon={<CalendarOutlined />}
              aria-label="打开日历"
            />
          </Popover>
        }
      />
      {date === null ? null : (
        <div className="field-echo">
          {chineseDate(date)} {chineseWeekday(date)}
          {assumed ? '（只写了年月，按 1 日记）' : ''}
        </div>
      )}
    </>
  );
}
