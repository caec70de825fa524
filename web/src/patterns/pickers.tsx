import type { ReactNode } from 'react';
import { CATEGORIES } from '#contract/members';
import { ORG_KINDS } from '#contract/organisations';
import type { OrgId, PersonId } from '#kernel/ids';
import { api } from '../api.ts';
import { SearchSelect, type Choice, type SearchSelectProps } from './search-select.tsx';

export type PersonChoice = Choice<PersonId>;
export type OrgChoice = Choice<OrgId>;

const FEW = 12;

type PickerProps<Id extends string> = Omit<
  SearchSelectProps<Id>,
  'placeholder' | 'source' | 'search'
> & {
  readonly placeholder?: string;
  /** Another source than the roster, e.g. those entitled at a meeting; `sourceName` tells it apart in the cache. */
  readonly search?: SearchSelectProps<Id>['search'];
  readonly sourceName?: string;
};

interface PersonPickerProps extends PickerProps<PersonId> {
  /** Only this organisation's roster; nothing means all that one may see. */
  readonly orgId?: OrgId;
}

/** A comrade by name, pinyin, initials or the last four digits of the identity number. */
export function PersonPicker({
  orgId,
  search,
  sourceName,
  placeholder = '姓名、拼音或首字母',
  ...rest
}: PersonPickerProps): ReactNode {
  const roster = async (q: string): Promise<PersonChoice[]> => {
    const { rows } = await api.members.roster({ q, orgId, pageSize: FEW });
    return rows.map((row) => ({
      id: row.personId,
      label: row.name,
      detail: orgId === undefined ? row.orgName : CATEGORIES[row.category],
    }));
  };
  return (
    <SearchSelect
      {...rest}
      source={['members', 'pick', sourceName, orgId]}
      search={search ?? roster}
      placeholder={placeholder}
    />
  );
}

/** An organisation by name, among those that one may see. */
export function OrgPicker({
  search,
  sourceName,
  placeholder = '党组织名称',
  ...rest
}: PickerProps<OrgId>): ReactNode {
  const byName = async (q: string): Promise<OrgChoice[]> => {
    const { rows } = await api.organisations.search({ q, pageSize: FEW });
    return rows.map((row) => ({ id: row.orgId, label: row.name, detail: ORG_KINDS[row.kind] }));
  };
  return (
    <SearchSelect
      {...rest}
      source={['organisations', 'pick', sourceName]}
      search={search ?? byName}
      placeholder={placeholder}
    />
  );
}
