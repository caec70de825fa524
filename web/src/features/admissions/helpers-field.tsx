import { Select } from 'antd';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { PersonId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import { helpersQuery, type CaseId } from './queries.ts';
import { findingText } from './words.ts';

interface HelpersFieldProps {
  readonly caseId: CaseId;
  readonly role: 'contact' | 'introducer' | 'teller';
  readonly on: PlainDate;
  readonly most: number;
  readonly id?: string;
  readonly value?: readonly PersonId[];
  readonly onChange?: (value: PersonId[]) => void;
}

/** Members of the branch to choose from; whom a rule refuses is shown with the reason and cannot be chosen. */
export function HelpersField({
  caseId,
  role,
  on,
  most,
  id,
  value,
  onChange,
}: HelpersFieldProps): ReactNode {
  const query = useQuery(helpersQuery(caseId, role === 'introducer' ? role : 'contact', on));
  const people = query.data?.people ?? [];
  return (
    <Select
      id={id}
      mode="multiple"
      // Rows with a reason are higher than those without.
      virtual={false}
      maxCount={most}
      loading={query.isPending}
      value={value === undefined ? [] : [...value]}
      onChange={(next: PersonId[]) => onChange?.(next)}
      placeholder="选择党员"
      showSearch={{ optionFilterProp: 'label' }}
      notFoundContent={query.isPending ? '正在读取' : '没有找到'}
      options={people.map((one) => {
        // A teller needs no rule of a helper; that the person voted on counts is refused by the check.
        const found = role === 'teller' ? [] : one.findings;
        return {
          value: one.personId,
          label: one.name,
          disabled: found.some((finding) => finding.effect === 'blocks'),
          detail: found.map(findingText).join(''),
        };
      })}
      optionRender={(option) => (
        <span className="helper">
          <span>{option.data.label}</span>
          {option.data.detail === '' ? null : (
            <span className="muted helper-why">{option.data.detail}</span>
          )}
        </span>
      )}
    />
  );
}
