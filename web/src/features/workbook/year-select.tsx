import { Select } from 'antd';
import type { ReactNode } from 'react';

/** This year and the five before. */
export function YearSelect({
  year,
  thisYear,
  onChange,
}: {
  year: number;
  thisYear: number;
  onChange: (year: string) => void;
}): ReactNode {
  return (
    <Select
      aria-label="年度"
      value={String(year)}
      options={Array.from({ length: 6 }, (_, at) => ({
        value: String(thisYear - at),
        label: `${thisYear - at}年`,
      }))}
      onChange={onChange}
    />
  );
}
