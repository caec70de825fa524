import type { Inputs, Outputs } from '#contract/lib';
import type { membersContract } from '#contract/members';
import type { OrgId, PersonId } from '#kernel/ids';
import { offsetOf } from '#kernel/paging';
import { normaliseQuery } from '#platform/words';
import type { Read } from '#platform/db';
import { rosterOn } from './store.ts';

type Out = Outputs<typeof membersContract>;
type In = Inputs<typeof membersContract>;

/** The roster of today within sight, found by name, pinyin or initials. */
export async function roster(read: Read, input: In['roster']): Promise<Out['roster']> {
  const token = normaliseQuery(input.q);
  const base = rosterOn(read, read.today)
    .$if(input.orgId !== undefined, (qb) => qb.where('m.org_id', '=', input.orgId as OrgId))
    .$if(input.category !== undefined, (qb) =>
      qb.where('m.category', '=', input.category as 'full'),
    )
    .$if(token !== '', (qb) =>
      qb.where((eb) =>
        eb(
          'm.person_id',
          'in',
          eb
            .selectFrom('person_token as t')
            .select('t.person_id')
            .where('t.tenant_id', '=', read.actor.tenantId)
            .where('t.token', '>=', token)
            .where('t.token', '<', `${token}\u{10ffff}`),
        ),
      ),
    );
  const rows = await base
    .innerJoin('organisation_state as s', (join) =>
      join
        .onRef('s.tenant_id', '=', 'm.tenant_id')
        .onRef('s.org_id', '=', 'm.org_id')
        .on('s.superseded_at', 'is', null)
        .on('s.valid_to', 'is', null),
    )
    .select([
      'm.person_id',
      'm.org_id',
      'm.category',
      'p.name',
      'p.sex',
      'p.born_on',
      'p.joined_on',
      'p.regularised_on',
      's.short_name as org_name',
    ])
    .orderBy('m.org_path')
    .orderBy('m.person_id')
    .limit(input.pageSize)
    .offset(offsetOf(input))
    .execute();
  const count = await base
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return {
    rows: rows.map((row) => ({
      personId: row.person_id as PersonId,
      name: row.name,
      sex: row.sex,
      bornOn: row.born_on,
      category: row.category,
      joinedOn: row.joined_on,
      regularisedOn: row.regularised_on,
      orgId: row.org_id as OrgId,
      orgName: row.org_name,
    })),
    total: Number(count.n),
  };
}
