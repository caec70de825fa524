import { Button } from 'antd';
import { useId, type ReactNode } from 'react';
import type { PlainDate } from '#kernel/plain-date';
import { DateField } from '../../patterns/date-field.tsx';

/** 截至某日: the page as it was on a day; today without one. Kept in the address. */
export function DayBar({
  asOf,
  onChange,
  children,
  acts,
}: {
  asOf: string | undefined;
  onChange: (asOf: string | undefined) => void;
  /** Further filters before the day, buttons after it. */
  children?: ReactNode;
  acts?: ReactNode;
}): ReactNode {
  const id = useId();
  return (
    <div className="filters">
      {children}
      <div className="filter">
        <label htmlFor={id}>截至日期</label>
        <DateField
          id={id}
          value={(asOf ?? null) as PlainDate | null}
          placeholder="今天"
          onChange={(value) => {
            if (value === null) onChange(undefined);
            else if (typeof value === 'string') onChange(value);
          }}
        />
      </div>
      {asOf === undefined ? null : (
        <Button type="link" onClick={() => onChange(undefined)}>
          回到今天
        </Button>
      )}
      {acts}
    </div>
  );
}
