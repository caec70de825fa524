import type { Id, OrgId, PersonId } from '#kernel/ids';
import type { OrgPath } from '#kernel/org-path';
import type { PlainDate } from '#kernel/plain-date';
import { sql, type Read, type Write } from '#platform/db';
import type { OrgPlace } from '#modules/organisations';
import type { Kind, Move, State } from '../rules/words.ts';

export type CaseId = Id<'StatusCase'>;

export interface CaseRow {
  readonly caseId: CaseId;
  readonly personId: PersonId;
  readonly place: OrgPlace;
  readonly kind: Kind;
  readonly state: State;
  readonly ended: boolean;
  readonly nextMove: Move | '';
  readonly until: PlainDate | null;
  readonly approverId: OrgId | null;
  readonly aboveReads: boolean;
  readonly readers: readonly PersonId[];
  readonly version: number;
}

/** Cases one may read at or below the place one acts for; the policy lets only named readers through. */
const visible = (read: Read) => {
  const scope = read.actor.scope ?? '!';
  return read.db
    .selectFrom('status_case')
    .selectAll()
    .where('tenant_id', '=', read.actor.tenantId)
    .where('org_path', '>=', scope)
    .where('org_path', '<', `${scope}~`);
};

type Row = Awaited<ReturnType<ReturnType<typeof visible>['execute']>>[number];

const toCase = (row: Row): CaseRow => ({
  caseId: row.case_id as CaseId,
  personId: row.person_id as PersonId,
  place: { orgId: row.org_id as OrgId, orgPath: row.org_path as OrgPath },
  kind: row.kind,
  state: row.state as State,
  ended: row.ended,
  nextMove: row.next_move as Move | '',
  until: row.until_on,
  approverId: row.approver_id as OrgId | null,
  aboveReads: row.above_reads,
  readers: row.readers as PersonId[],
  version: row.version,
});

export async function caseOf(read: Read, caseId: CaseId): Promise<CaseRow | null> {
  const row = await visible(read).where('case_id', '=', caseId).executeTakeFirst();
  return row === undefined ? null : toCase(row);
}

export async function caseForUpdate(write: Write, caseId: CaseId): Promise<CaseRow | null> {
  const row = await visible(write).where('case_id', '=', caseId).forUpdate().executeTakeFirst();
  return row === undefined ? null : toCase(row);
}

export interface CaseFilter {
  readonly path: OrgPath;
  readonly ended?: boolean | undefined;
  readonly kind?: Kind | undefined;
  readonly personIds?: readonly PersonId[] | undefined;
}

/** Cases at or below a place, the open ones first, then by the day entered. */
export async function casesWithin(read: Read, filter: CaseFilter): Promise<CaseRow[]> {
  if (filter.personIds?.length === 0) return [];
  let query = visible(read)
    .where('org_path', '>=', filter.path)
    .where('org_path', '<', `${filter.path}~`);
  if (filter.ended !== undefined) query = query.where('ended', '=', filter.ended);
  if (filter.kind !== undefined) query = query.where('kind', '=', filter.kind);
  if (filter.personIds !== undefined) query = query.where('person_id', 'in', [...filter.personIds]);
  const rows = await query
    .orderBy('ended')
    .orderBy('entered_at', 'desc')
    .orderBy('case_id')
    .limit(500)
    .execute();
  return rows.map(toCase);
}

/** Open cases of organisations that one may read. */
export async function openIn(read: Read, orgIds: readonly OrgId[]): Promise<CaseRow[]> {
  if (orgIds.length === 0) return [];
  const rows = await visible(read)
    .where('ended', '=', false)
    .where(sql<boolean>`org_id = any(${[...orgIds]}::uuid[])`)
    .orderBy('case_id')
    .execute();
  return rows.map(toCase);
}

/** All cases of a person that one may read. */
export async function casesOfPerson(read: Read, personId: PersonId): Promise<CaseRow[]> {
  const rows = await visible(read)
    .where('person_id', '=', personId)
    .orderBy('entered_at')
    .execute();
  return rows.map(toCase);
}

export interface Readers {
  readonly readers: readonly PersonId[];
  readonly aboveReads: boolean;
}

/** Who reads cases of a branch: its handling posts and those of the committee that approves. */
export async function readersOf(
  write: Write,
  orgId: OrgId,
  approverId: OrgId | null,
): Promise<Readers> {
  const found = await sql<{ readers: PersonId[]; above_reads: boolean }>`
    select * from status_readers(${orgId}::uuid, ${approverId}::uuid, ${write.today}::date)`.execute(
    write.db,
  );
  const row = found.rows[0];
  return { readers: row?.readers ?? [], aboveReads: row?.above_reads ?? false };
}

export const uuids = (people: readonly string[]) => sql<string[]>`${[...people]}::uuid[]`;

export async function insertCase(
  write: Write,
  place: OrgPlace,
  one: {
    readonly personId: PersonId;
    readonly kind: Kind;
    readonly approverId: OrgId | null;
  } & Readers,
): Promise<CaseId> {
  const caseId = write.newId<'StatusCase'>();
  await write.db
    .insertInto('status_case')
    .values({
      ...write.stamp(place),
      case_id: caseId,
      person_id: one.personId,
      kind: one.kind,
      approver_id: one.approverId,
      above_reads: one.aboveReads,
      readers: uuids(one.readers),
    })
    .execute();
  return caseId;
}

/** Where a case stands after an act; the version counts up, so that two people at once find out. */
export async function setCase(
  write: Write,
  row: CaseRow,
  values: Pick<CaseRow, 'state' | 'ended' | 'nextMove' | 'until'>,
): Promise<number> {
  const version = row.version + 1;
  await write.db
    .updateTable('status_case')
    .set({
      state: values.state,
      ended: values.ended,
      next_move: values.nextMove,
      until_on: values.until,
      version,
    })
    .where('tenant_id', '=', write.actor.tenantId)
    .where('case_id', '=', row.caseId)
    .execute();
  return version;
}
