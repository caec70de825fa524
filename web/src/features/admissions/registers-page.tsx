import { Button } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { REGISTERS } from '#contract/admissions';
import { useMe } from '../../app/session.ts';
import { BeginDrawer } from './begin-drawer.tsx';
import { CaseList, DOER_FILTER } from './case-list.tsx';
import { doerOf, registerOf, renewAdmissions, type CaseId, type Register } from './queries.ts';
import { caseRoute, printRoute, registersRoute } from './routes.ts';

const LEADS: Readonly<Record<Register, string>> = {
  applicants:
    '已递交入党申请书、还没有确定为入党积极分子的同志。党组织应在收到申请书后一个月内派人谈话。',
  activists: '已确定为入党积极分子的同志；经过一年以上培养教育和考察，方可列为发展对象。',
  targets: '已列为发展对象，到上级党委批准以前的同志。',
  probationary: '预备期内的同志；预备期从支部党员大会通过之日算起。',
  done: '已转为正式党员、终止培养或取消预备党员资格的同志。',
};
const NONE: Readonly<Record<Register, string>> = {
  applicants: '现在没有入党申请人',
  activists: '现在没有入党积极分子',
  targets: '现在没有发展对象',
  probationary: '现在没有预备党员的发展档案',
  done: '还没有办结的',
};

/** 四类名册: who stands where on the way into the Party, and what comes next. */
export function RegistersPage(): ReactNode {
  const me = useMe();
  const search = registersRoute.useSearch();
  const navigate = registersRoute.useNavigate();
  const queries = useQueryClient();
  const [entering, setEntering] = useState(false);
  const register = registerOf(search);
  const mayWrite = me.permissions.includes('admissions.write');
  const open = (caseId: CaseId): void => void navigate({ to: caseRoute.to, search: { caseId } });
  const begin = (
    <Button type="primary" onClick={() => setEntering(true)}>
      登记入党申请
    </Button>
  );
  return (
    <>
      <CaseList
        title="四类名册"
        lead={LEADS[register]}
        search={search}
        onSearch={(next) =>
          void navigate({ search: { register: search.register, ...next }, replace: true })
        }
        register={register}
        nextActor={doerOf(search)}
        open={open}
        exportSlot={
          <Link to={printRoute.to} search={{ kind: 'register', register, orgId: search.orgId }}>
            打印{REGISTERS[register]}名册
          </Link>
        }
        filters={[DOER_FILTER]}
        actions={mayWrite ? begin : undefined}
        empty={{
          text: NONE[register],
          action: mayWrite && register === 'applicants' ? begin : undefined,
        }}
        summary={(counts) => (
          <nav className="registers" aria-label="名册">
            {(Object.keys(REGISTERS) as Register[]).map((one) => (
              <Link
                key={one}
                to={registersRoute.to}
                search={{ ...search, page: undefined, register: one }}
                activeProps={{ 'aria-current': undefined }}
                aria-current={one === register ? 'page' : undefined}
              >
                {REGISTERS[one]} <span className="number">{counts[one] ?? ''}</span>
              </Link>
            ))}
          </nav>
        )}
      />
      <BeginDrawer
        open={entering}
        onClose={() => setEntering(false)}
        onSaved={(caseId) => {
          void renewAdmissions(queries);
          open(caseId);
        }}
      />
    </>
  );
}
