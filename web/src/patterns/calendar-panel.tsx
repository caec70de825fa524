import { Calendar } from 'antd';
import dayjs from 'dayjs';
import type { ReactNode } from 'react';
import type { PlainDate } from '#kernel/plain-date';

/** A month to pick from, loaded only when asked for. The keyboard way is typing into the field. */
export function CalendarPanel({
  value,
  onPick,
}: {
  value: PlainDate;
  onPick: (isoDay: string) => void;
}): ReactNode {
  return (
    <div style={{ width: 300 }}>
      <Calendar
        fullscreen={false}
        defaultValue={dayjs(value)}
        onSelect={(day, info) => {
          if (info.source === 'date') onPick(day.format('YYYY-MM-DD'));
        }}
      />
    </div>
  );
}
