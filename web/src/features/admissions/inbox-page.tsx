import type { ReactNode } from 'react';
import { DOERS } from '#contract/admissions';
import { CaseList } from './case-list.tsx';
import { doerOf } from './queries.ts';
import { caseRoute, inboxRoute } from './routes.ts';

/** 预审、审批: what waits for the level above, over all branches below; those due first. */
export function InboxPage(): ReactNode {
  const search = inboxRoute.useSearch();
  const navigate = inboxRoute.useNavigate();
  return (
    <CaseList
      title="预审、审批"
      lead="下级党支部办完本步后，等上级党委或县级党委组织部门办理的：备案、同意、预审、发放志愿书、谈话、审批。"
      search={search}
      onSearch={(next) => void navigate({ search: next, replace: true })}
      register="open"
      nextActor={doerOf(search) ?? 'above'}
      open={(caseId) => void navigate({ to: caseRoute.to, search: { caseId } })}
      filters={[
        {
          kind: 'choice',
          name: 'nextActor',
          label: '谁来办',
          options: [
            { value: 'committee', label: DOERS.committee },
            { value: 'county', label: DOERS.county },
          ],
        },
      ]}
      empty={{ text: '现在没有等上级党委办理的' }}
    />
  );
}
