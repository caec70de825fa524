import { Select } from 'antd';
import type { Filter } from '../../patterns/filter-bar.tsx';
import { yearOptions } from './queries.ts';

/** The year of a list: this one unless another stands in the address. */
export const yearFilter = <Name extends string>(name: Name, thisYear: number): Filter<Name> => ({
  kind: 'own',
  name,
  label: '年度',
  control: (value, change, id) => (
    <Select
      id={id}
      value={value ?? String(thisYear)}
      options={yearOptions(thisYear)}
      onChange={(year) => change(year === String(thisYear) ? undefined : year)}
    />
  ),
});
