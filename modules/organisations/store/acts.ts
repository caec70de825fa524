import type { OrgId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import type { Advice } from '#kernel/rule';
import type { FileId, Read, Write } from '#platform/db';
import type { OrgAct } from '../rules/acts.ts';
import type { OrgPlace } from './place.ts';

export interface ActValues {
  readonly act: OrgAct;
  readonly on: PlainDate;
  readonly approvedBy: string;
  readonly approvalPaper: string;
  readonly approvedOn?: PlainDate | null;
  readonly appliedOn?: PlainDate | null;
  readonly exception?: string;
  readonly note?: string;
  readonly others?: readonly OrgId[];
  readonly advice?: readonly Advice[];
  readonly fileId?: FileId | null;
}

/** An entry of the register. */
export async function insertAct(write: Write, place: OrgPlace, act: ActValues): Promise<string> {
  const id = write.newId<'OrgAct'>();
  await write.db
    .insertInto('org_act')
    .values({
      ...write.stamp(place),
      id,
      act: act.act,
      happened_on: act.on,
      approved_by: act.approvedBy,
      approval_paper: act.approvalPaper,
      approved_on: act.approvedOn ?? null,
      applied_on: act.appliedOn ?? null,
      exception: act.exception ?? '',
      note: act.note ?? '',
      other_org_ids: [...(act.others ?? [])],
      advice: JSON.stringify(act.advice ?? []),
      file_id: act.fileId ?? null,
    })
    .execute();
  return id;
}

interface ActFilter {
  readonly orgId?: OrgId | undefined;
  readonly act?: OrgAct | undefined;
  readonly from?: PlainDate | undefined;
  readonly to?: PlainDate | undefined;
  readonly limit: number;
  readonly offset: number;
}

/** The register, the latest act first. */
export async function listActs(read: Read, filter: ActFilter) {
  const { orgId, act, from, to } = filter;
  let query = read.db
    .selectFrom('org_act')
    .where('tenant_id', '=', read.actor.tenantId)
    .where('superseded_at', 'is', null);
  if (orgId !== undefined) query = query.where('org_id', '=', orgId);
  if (act !== undefined) query = query.where('act', '=', act);
  if (from !== undefined) query = query.where('happened_on', '>=', from);
  if (to !== undefined) query = query.where('happened_on', '<=', to);
  const rows = await query
    .selectAll()
    .orderBy('happened_on', 'desc')
    .orderBy('entered_at', 'desc')
    .orderBy('id')
    .limit(filter.limit)
    .offset(filter.offset)
    .execute();
  const total = await query
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return { rows, total: Number(total.n) };
}
