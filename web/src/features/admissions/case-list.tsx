import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { DOERS, REGISTERS } from '#contract/admissions';
import { useMe } from '../../app/session.ts';
import type { Filter } from '../../patterns/filter-bar.tsx';
import { ListPage } from '../../patterns/list-page.tsx';
import type { ListSearch } from '../../patterns/list-search.ts';
import type { Column } from '../../patterns/list-table.tsx';
import { OrgPicker, type OrgChoice } from '../../patterns/pickers.tsx';
import { DueMark } from './due-mark.tsx';
import { listQuery, type CaseId, type CaseRow, type Doer, type Register } from './queries.ts';
import type { CaseListFilter } from './routes.ts';
import { choices } from './words.ts';
import './admissions.css';

interface CaseListProps {
  readonly title: string;
  readonly lead: ReactNode;
  readonly search: ListSearch<CaseListFilter>;
  readonly onSearch: (next: ListSearch<CaseListFilter>) => void;
  readonly register: Register | 'open';
  readonly nextActor: Doer | 'above' | undefined;
  readonly open: (caseId: CaseId) => void;
  readonly filters?: readonly Filter<CaseListFilter>[];
  readonly summary?: (counts: Readonly<Record<string, number>>) => ReactNode;
  readonly actions?: ReactNode;
  readonly exportSlot?: ReactNode;
  readonly empty: { readonly text: string; readonly action?: ReactNode };
}

const state: Column<CaseRow> = {
  key: 'state',
  title: '状态',
  render: (row) => row.stateName,
};
const register: Column<CaseRow> = {
  key: 'register',
  title: '名册',
  oneLine: true,
  render: (row) => REGISTERS[row.register],
};

/** One organisation with those below it; the address keeps its id, the name is that last picked. */
function useOrgFilter(): Filter<CaseListFilter> {
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

/** Cases of an organisation and those below it, those due first; each opens its page. */
export function CaseList({
  register: which,
  nextActor,
  search,
  open,
  filters = [],
  summary,
  ...page
}: CaseListProps): ReactNode {
  const me = useMe();
  const above = me.acting.standing === 'above';
  const org = useOrgFilter();
  const query = useQuery(listQuery(me.acting.orgId, search, which, nextActor));
  return (
    <ListPage<CaseRow, CaseListFilter>
      {...page}
      search={search}
      filters={[
        ...(above ? [org] : []),
        { kind: 'text', name: 'q', label: '查姓名', hint: '姓名、拼音、首字母' },
        ...filters,
      ]}
      query={query}
      rowKey={(row) => row.caseId}
      openRow={(row) => open(row.caseId)}
      summary={summary?.(query.data?.counts ?? {})}
      columns={[
        { key: 'name', title: '姓名', card: 'head', oneLine: true, render: (row) => row.name },
        ...(above
          ? [{ key: 'org', title: '所在党支部', render: (row: CaseRow) => row.orgName }]
          : []),
        which === 'open' ? register : state,
        {
          key: 'next',
          title: '下一步',
          render: (row) => (row.next === '' ? <span className="muted">没有</span> : row.next),
        },
        {
          key: 'actor',
          title: '谁来办',
          oneLine: true,
          render: (row) => (row.nextActor === null ? '—' : DOERS[row.nextActor]),
        },
        {
          key: 'due',
          title: '期限',
          render: (row) => (row.next === '' ? '—' : <DueMark from={row.from} until={row.until} />),
        },
      ]}
    />
  );
}

export const DOER_FILTER: Filter<CaseListFilter> = {
  kind: 'choice',
  name: 'nextActor',
  label: '谁来办',
  options: choices(DOERS),
};
