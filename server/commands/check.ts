import { sql } from '#platform/db';
import { withClient } from '#platform/postgres';
import { proveAll } from '../jobs.ts';
import type { Command } from './command.ts';
import { failuresOf, TOTALS, type Proof } from './totals.ts';

/** Looks over every tenant at once, as the owner of the tables. */
const ROSTERS: readonly Proof[] = [
  {
    name: '每名党员恰在一个花名册',
    query: `select f.what || ' ' || f.person_id as what from transfer_failures() f
            union all
            -- a file that belongs to nobody: no member ever, no applicant, no guest
            select 'person ' || p.person_id from person p
             where not exists (select 1 from membership m where m.tenant_id = p.tenant_id and m.person_id = p.person_id)
               and not exists (select 1 from admission_case c where c.tenant_id = p.tenant_id and c.person_id = p.person_id)
               and not exists (select 1 from member_attachment a where a.tenant_id = p.tenant_id and a.person_id = p.person_id)`,
  },
  {
    name: '组织体系没有断开',
    query: `select 'organisation ' || e.org_id as what from org_edge e
             where e.superseded_at is null and e.valid_to is null and not exists (
               select 1 from organisation_state s where s.tenant_id = e.tenant_id and s.org_id = e.parent_id
                and s.superseded_at is null)
            union all
            select 'organisation ' || o.org_id from organisation o
             where not exists (select 1 from organisation_state s where s.tenant_id = o.tenant_id and s.org_id = o.org_id)`,
  },
];

/** Health of an installation; exit code 1 where something does not hold. */
export const check: Command = async (line, { db, instance }) => {
  await proveAll(db);
  const broken = await db.system((plain) =>
    sql<{ tenant_id: string; seq: number }>`select * from audit_broken_seals()`.execute(plain),
  );
  for (const seal of broken.rows) line.print(`日志封印不符：第${seal.seq}号`);
  if (broken.rows.length === 0) line.print('日志封印：完好');
  let wrong = broken.rows.length;
  await withClient(instance.ownerUrl, async (client) => {
    for (const proof of [...ROSTERS, ...TOTALS]) {
      const found = await failuresOf(client, proof);
      wrong += found.length;
      line.print(`${proof.name}：${found.length === 0 ? '是' : found.join('；')}`);
    }
  });
  return wrong === 0 ? 0 : 1;
};
