import type { Id, OrgId, PersonId, TenantId } from '#kernel/ids';
import type { OrgPath } from '#kernel/org-path';
import type { PlainDate } from '#kernel/plain-date';
import type { Read, Write } from '#platform/db';
import type { OrgPlace } from '#modules/organisations';
import type { Actor as Doer, Move, Route, Side, Standing, State, Subject } from '../rules/words.ts';

export type CaseId = Id<'TransferCase'>;
type LinkId = Id<'TransferLink'>;

/** What both ends know of whom it is about: no identity number, no phone. Days are ISO, words as shown. */
export interface AboutWhom {
  readonly sex: string;
  readonly ethnic: string;
  readonly bornOn: PlainDate | null;
  readonly joinedOn: PlainDate | null;
  readonly regularisedOn: PlainDate | null;
  readonly probationEnds: PlainDate | null;
  /** Where the admission of an activist or a probationary member stands. */
  readonly admission: string;
}

export interface CaseRow {
  readonly caseId: CaseId;
  readonly from: OrgPlace;
  readonly to: OrgPlace;
  readonly route: Route;
  readonly side: Side;
  readonly subject: Subject;
  readonly personId: PersonId | null;
  readonly personName: string;
  readonly about: AboutWhom;
  readonly sealed: string | null;
  readonly fromName: string;
  readonly fromCommittee: string;
  readonly toName: string;
  readonly toCommittee: string;
  readonly state: State;
  readonly standing: Standing;
  readonly nextMove: Move | '';
  readonly nextActor: Doer | '';
  readonly nextUntil: PlainDate | null;
  /** The same case at another tenant of this installation. */
  readonly link: LinkId | null;
  readonly peerTenant: TenantId | null;
  readonly version: number;
}

type Selected = Awaited<ReturnType<typeof selected>>[number];
const selected = (read: Read) => base(read).execute();
const base = (read: Read) =>
  read.db.selectFrom('transfer_case').selectAll().where('tenant_id', '=', read.actor.tenantId);

const toCase = (row: Selected): CaseRow => ({
  caseId: row.case_id as CaseId,
  from: { orgId: row.org_id as OrgId, orgPath: row.org_path as OrgPath },
  to: { orgId: row.other_org_id as OrgId, orgPath: row.other_path as OrgPath },
  route: row.route,
  side: row.side,
  subject: row.subject,
  personId: row.person_id as PersonId | null,
  personName: row.person_name,
  about: row.about as AboutWhom,
  sealed: row.sealed,
  fromName: row.from_name,
  fromCommittee: row.from_committee,
  toName: row.to_name,
  toCommittee: row.to_committee,
  state: row.state as State,
  standing: row.standing,
  nextMove: row.next_move as Move | '',
  nextActor: row.next_actor,
  nextUntil: row.next_until,
  link: row.link_id as LinkId | null,
  peerTenant: row.peer_tenant as TenantId | null,
  version: row.version,
});

/** A case within sight of either end, or null. */
export async function caseOf(read: Read, caseId: CaseId): Promise<CaseRow | null> {
  const row = await base(read).where('case_id', '=', caseId).executeTakeFirst();
  return row === undefined ? null : toCase(row);
}

/** The same, locked for the act: two receivers, or a receiver and a withdrawal, queue up here. */
export async function caseForUpdate(write: Write, caseId: CaseId): Promise<CaseRow | null> {
  const row = await base(write).where('case_id', '=', caseId).forUpdate().executeTakeFirst();
  return row === undefined ? null : toCase(row);
}

export type NewCase = Omit<
  CaseRow,
  'caseId' | 'version' | 'standing' | 'nextMove' | 'nextActor' | 'nextUntil' | 'link' | 'peerTenant'
>;

export async function insertCase(write: Write, one: NewCase): Promise<CaseId> {
  const caseId = write.newId<'TransferCase'>();
  await write.db
    .insertInto('transfer_case')
    .values({
      ...write.stamp(one.from),
      case_id: caseId,
      other_org_id: one.to.orgId,
      other_path: one.to.orgPath,
      route: one.route,
      side: one.side,
      subject: one.subject,
      person_id: one.personId,
      person_name: one.personName,
      about: JSON.stringify(one.about),
      sealed: one.sealed,
      from_name: one.fromName,
      from_committee: one.fromCommittee,
      to_name: one.toName,
      to_committee: one.toCommittee,
      state: one.state,
    })
    .execute();
  return caseId;
}

/** Where a case stands after an act; the version counts up, so that two people at once find out. */
export async function setCase(
  write: Write,
  caseId: CaseId,
  values: Pick<CaseRow, 'state' | 'standing' | 'nextMove' | 'nextActor' | 'nextUntil' | 'version'>,
): Promise<void> {
  await write.db
    .updateTable('transfer_case')
    .set({
      state: values.state,
      standing: values.standing,
      next_move: values.nextMove,
      next_actor: values.nextActor,
      next_until: values.nextUntil,
      version: values.version,
    })
    .where('tenant_id', '=', write.actor.tenantId)
    .where('case_id', '=', caseId)
    .execute();
}

/** The receiving committee named its branch: the case is that branch's from now on. Steps follow, undone ones too. */
export async function setReceiver(
  write: Write,
  caseId: CaseId,
  to: OrgPlace,
  toName: string,
): Promise<void> {
  const { tenantId } = write.actor;
  await write.db
    .updateTable('transfer_case')
    .set({ other_org_id: to.orgId, other_path: to.orgPath, to_name: toName })
    .where('tenant_id', '=', tenantId)
    .where('case_id', '=', caseId)
    .execute();
  for (const table of ['transfer_step', 'transfer_undo'] as const)
    await write.db
      .updateTable(table)
      .set({ other_path: to.orgPath })
      .where('tenant_id', '=', tenantId)
      .where('case_id', '=', caseId)
      .execute();
}

/** Somebody from outside has a file here now; the numbers kept for it are gone from the case. */
export async function setPerson(write: Write, caseId: CaseId, personId: PersonId): Promise<void> {
  await write.db
    .updateTable('transfer_case')
    .set({ person_id: personId, sealed: null })
    .where('tenant_id', '=', write.actor.tenantId)
    .where('case_id', '=', caseId)
    .execute();
}

/** `out`: sent from here; `in`: received here; `due`: the next step is past its day. Both ends may be here. */
export interface CaseFilter {
  readonly path: OrgPath;
  readonly tab: 'out' | 'in' | 'due' | 'inbox' | 'done';
  readonly today: PlainDate;
  readonly personName?: string | undefined;
}

const RUNNING = ['open', 'receipt'] as const;
/** Ways to one row are asked one by one: an `or` over both paths reaches no index. */
const MOST = 2000;

async function endsWithin(read: Read, filter: CaseFilter, end: 'org_path' | 'other_path') {
  let query = base(read).where(end, '>=', filter.path).where(end, '<', `${filter.path}~`);
  query =
    filter.tab === 'done'
      ? query.where('standing', 'in', ['done', 'withdrawn'])
      : query.where('standing', 'in', [...RUNNING]);
  if (filter.tab === 'due') query = query.where('next_until', '<', filter.today);
  if (filter.personName !== undefined) query = query.where('person_name', '=', filter.personName);
  return query.orderBy('next_until').orderBy('case_id').limit(MOST).execute();
}

/** Cases of a place by tab, those due first. */
export async function casesWithin(read: Read, filter: CaseFilter): Promise<CaseRow[]> {
  const sent = filter.tab === 'in' ? [] : await endsWithin(read, filter, 'org_path');
  const taken = filter.tab === 'out' ? [] : await endsWithin(read, filter, 'other_path');
  const known = new Map([...sent, ...taken].map((row) => [row.case_id, toCase(row)]));
  return [...known.values()]
    .filter(
      (one) =>
        (filter.tab !== 'out' || one.side !== 'inward') &&
        (filter.tab !== 'in' || one.side !== 'outward'),
    )
    .toSorted((a, b) => {
      const left = a.nextUntil ?? ('9999-12-31' as PlainDate);
      const right = b.nextUntil ?? ('9999-12-31' as PlainDate);
      return left === right ? (a.caseId < b.caseId ? 1 : -1) : left < right ? -1 : 1;
    });
}

/** Every case under way within sight of either end; what duties are reckoned from. */
export async function casesRunning(read: Read): Promise<CaseRow[]> {
  const { scope } = read.actor;
  if (scope === null) return [];
  return casesWithin(read, { path: scope, tab: 'inbox', today: read.today });
}

/** Ties a case to the one another tenant keeps of it. */
export async function setLink(
  write: Write,
  caseId: CaseId,
  link: LinkId,
  peerTenant: TenantId,
): Promise<void> {
  await write.db
    .updateTable('transfer_case')
    .set({ link_id: link, peer_tenant: peerTenant })
    .where('tenant_id', '=', write.actor.tenantId)
    .where('case_id', '=', caseId)
    .execute();
}

export async function caseByLink(read: Read, link: LinkId): Promise<CaseId | null> {
  const row = await read.db
    .selectFrom('transfer_case')
    .select('case_id')
    .where('tenant_id', '=', read.actor.tenantId)
    .where('link_id', '=', link)
    .executeTakeFirst();
  return row === undefined ? null : (row.case_id as CaseId);
}
