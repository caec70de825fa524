import { Select } from 'antd';
import { yearOf, type PlainDate } from '#kernel/plain-date';
import type { Filter } from '../../patterns/filter-bar.tsx';

const YEARS_SHOWN = 5;

/** Which year a list is of: this one unless another is chosen; never all at once. */
export const yearFilter = (today: PlainDate): Filter<'year'> => ({
  kind: 'own',
  name: 'year',
  label: '年份',
  control: (value, change, id) => (
    <Select<string>
      id={id}
      value={value ?? String(yearOf(today))}
      options={Array.from({ length: YEARS_SHOWN }, (_, at) => String(yearOf(today) - at)).map(
        (year) => ({ value: year, label: `${year}年` }),
      )}
      onChange={change}
    />
  ),
});
