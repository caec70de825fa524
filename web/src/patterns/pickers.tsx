import type { ReactNode } from 'react';
import type { OrgId, PersonId } from '#kernel/ids';
import { SearchSelect, type Choice, type SearchSelectProps } from './search-select.tsx';

export type PersonChoice = Choice<PersonId>;
export type OrgChoice = Choice<OrgId>;

type PickerProps<Id extends string> = Omit<SearchSelectProps<Id>, 'placeholder' | 'source'> & {
  readonly placeholder?: string;
  /** What narrows the choice, e.g. the organisation; part of the cache's key. */
  readonly within?: string;
};

/** A comrade by name, pinyin, initials or the last four digits of the identity number. */
export function PersonPicker({
  within,
  placeholder = '姓名、拼音或首字母',
  ...rest
}: PickerProps<PersonId>): ReactNode {
  return <SearchSelect {...rest} source={['people', within]} placeholder={placeholder} />;
}

/** An organisation by name or short name. */
export function OrgPicker({
  within,
  placeholder = '党组织名称',
  ...rest
}: PickerProps<OrgId>): ReactNode {
  return <SearchSelect {...rest} source={['organisations', within]} placeholder={placeholder} />;
}
