import { useState } from 'react';
import type { Filter } from '../../patterns/filter-bar.tsx';
import { OrgPicker, type OrgChoice } from '../../patterns/pickers.tsx';

/** One organisation with those below it; the address keeps its id, the name is that last picked. */
export function useOrgFilter<Name extends string>(): Filter<Name | 'orgId'> {
  const [picked, setPicked] = useState<OrgChoice | null>(null);
  return {
    kind: 'own',
    name: 'orgId',
    label: '党组织',
    control: (value, change, id) => (
      <OrgPicker
        id={id}
        value={
          value === undefined
            ? null
            : picked?.id === value
              ? picked
              : { id: value as OrgChoice['id'], label: '所选党组织' }
        }
        onChange={(choice) => {
          setPicked(choice);
          change(choice?.id);
        }}
      />
    ),
  };
}
