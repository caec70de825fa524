import type { OrgId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import { sql, type Read } from '#platform/db';

export interface DutyRow {
  readonly id: string;
  readonly person_id: string;
  readonly org_id: OrgId;
  readonly category: 'full' | 'probationary';
  readonly way_in: string;
  readonly valid_from: PlainDate;
  readonly valid_to: PlainDate | null;
  readonly name: string;
  readonly joined_on: PlainDate | null;
  readonly regularised_on: PlainDate | null;
  readonly extension_months: number;
  readonly correction: number;
  readonly born_on: PlainDate | null;
  readonly sex: 'male' | 'female' | null;
  readonly ethnic: string | null;
  readonly education: string | null;
  readonly work: string | null;
}

/** Memberships of organisations that touch a span, with what deadlines rest on. */
export async function dutyRows(
  read: Read,
  orgIds: readonly OrgId[],
  from: PlainDate,
  to: PlainDate,
): Promise<DutyRow[]> {
  const found = await sql<DutyRow>`
    select m.id, m.person_id, m.org_id, m.category, m.way_in, m.valid_from, m.valid_to,
           p.name, p.joined_on, p.regularised_on, p.extension_months, p.correction,
           p.born_on, p.sex, p.ethnic, p.education, p.work
      from membership m
      join lateral (
        select s.name, s.joined_on, s.regularised_on, s.extension_months, s.correction,
               s.born_on, s.sex, s.ethnic, s.education, s.work from person_state s
         where s.tenant_id = m.tenant_id and s.person_id = m.person_id and s.superseded_at is null
         order by s.valid_from desc limit 1) p on true
     where m.tenant_id = ${read.actor.tenantId}::uuid and m.org_id = any(${[...orgIds]}::uuid[])
       and m.superseded_at is null and m.standing = 'normal'
       and m.valid_from <= ${to}::date and (m.valid_to is null or m.valid_to > ${from}::date)
     order by m.person_id, m.valid_from`.execute(read.db);
  return found.rows;
}
