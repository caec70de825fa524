import type { Done } from '#engines/procedure';
import type { OrgId, PersonId } from '#kernel/ids';
import type { OrgPath } from '#kernel/org-path';
import type { PlainDate } from '#kernel/plain-date';
import { sql, type Read, type Write } from '#platform/db';
import type { OrgPlace } from '#modules/organisations';
import type { PersonVote, Told } from '../rules/facts.ts';
import type { Move } from '../rules/words.ts';
import type { CaseId } from './cases.ts';

export interface StepRow {
  readonly id: string;
  readonly caseId: CaseId;
  readonly seq: number;
  readonly move: Move;
  readonly on: PlainDate;
  readonly until: PlainDate | null;
  readonly rules: string;
  readonly meetingId: string | null;
  readonly vote: PersonVote | null;
  readonly told: Told;
  readonly reasons: Readonly<Record<string, string>>;
  readonly papers: readonly string[];
  readonly fromPaper: boolean;
  readonly byName: string;
  readonly byAs: string;
  readonly enteredAt: Date;
  readonly enteredBy: string;
}

/** Steps of cases that stand, in their order. */
export async function stepsOf(read: Read, caseIds: readonly CaseId[]): Promise<StepRow[]> {
  if (caseIds.length === 0) return [];
  const rows = await read.db
    .selectFrom('admission_step')
    .selectAll()
    .where('tenant_id', '=', read.actor.tenantId)
    .where('case_id', 'in', [...caseIds])
    .where('superseded_at', 'is', null)
    .orderBy('case_id')
    .orderBy('seq')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    caseId: row.case_id as CaseId,
    seq: row.seq,
    move: row.move as Move,
    on: row.done_on,
    until: row.until_on,
    rules: row.rules,
    meetingId: row.meeting_id,
    vote: row.vote as PersonVote | null,
    told: row.told as Told,
    reasons: row.reasons as Record<string, string>,
    papers: row.papers,
    fromPaper: row.from_paper,
    byName: row.by_name,
    byAs: row.by_as,
    enteredAt: row.entered_at,
    enteredBy: row.entered_by,
  }));
}

export type NewStep = Omit<StepRow, 'id' | 'byName' | 'byAs' | 'enteredAt' | 'enteredBy'> & {
  readonly personId: PersonId;
};

export async function insertStep(write: Write, place: OrgPlace, step: NewStep): Promise<string> {
  const id = write.newId<'AdmissionStep'>();
  await write.db
    .insertInto('admission_step')
    .values({
      ...write.stamp(place),
      other_path: place.orgPath,
      id,
      case_id: step.caseId,
      person_id: step.personId,
      seq: step.seq,
      move: step.move,
      done_on: step.on,
      until_on: step.until,
      rules: step.rules,
      meeting_id: step.meetingId,
      vote: step.vote === null ? null : JSON.stringify(step.vote),
      told: JSON.stringify(step.told),
      reasons: JSON.stringify(step.reasons),
      papers: [...step.papers],
      from_paper: step.fromPaper,
      by_name: write.actor.accountName,
      by_as: write.actor.actingAs,
    })
    .execute();
  return id;
}

/** Steps that fall, and the local ones that fall with them: they stay in the table as no longer standing, with the reason beside. */
export async function undoSteps(
  write: Write,
  place: OrgPlace,
  caseId: CaseId,
  steps: readonly Pick<StepRow, 'id' | 'move'>[],
  locals: readonly string[],
  reason: string,
): Promise<void> {
  if (steps.length > 0)
    await write.db
      .updateTable('admission_step')
      .set({ superseded_at: write.enteredAt })
      .where('tenant_id', '=', write.actor.tenantId)
      .where(
        'id',
        'in',
        steps.map((step) => step.id),
      )
      .execute();
  await write.db
    .insertInto('admission_undo')
    .values({
      ...write.stamp(place),
      id: write.newId<'AdmissionUndo'>(),
      case_id: caseId,
      moves: steps.map((step) => step.move),
      local_steps: [...locals],
      reason,
      undone_on: write.today,
    })
    .execute();
}

export interface UndoRow {
  readonly on: PlainDate;
  readonly moves: readonly Move[];
  readonly locals: readonly string[];
  readonly reason: string;
  readonly enteredAt: Date;
}

export async function undosOf(read: Read, caseId: CaseId): Promise<UndoRow[]> {
  const rows = await read.db
    .selectFrom('admission_undo')
    .select(['undone_on', 'moves', 'local_steps', 'reason', 'entered_at'])
    .where('tenant_id', '=', read.actor.tenantId)
    .where('case_id', '=', caseId)
    .where('superseded_at', 'is', null)
    .orderBy('entered_at')
    .execute();
  return rows.map((row) => ({
    on: row.undone_on,
    moves: row.moves as Move[],
    locals: row.local_steps,
    reason: row.reason,
    enteredAt: row.entered_at,
  }));
}

/** Steps of one kind done in organisations over a span of days, as known at an instant or (null) now: what figures count. */
export async function stepsOver(
  read: Read,
  moves: readonly Move[],
  from: PlainDate,
  to: PlainDate,
  knownAt: Date | null,
) {
  const rows = await read.db
    .selectFrom('admission_step')
    .select(['id', 'case_id', 'person_id', 'org_id', 'move', 'done_on'])
    .where('tenant_id', '=', read.actor.tenantId)
    .where('move', 'in', [...moves])
    .where('done_on', '>=', from)
    .where('done_on', '<=', to)
    .$if(knownAt === null, (qb) => qb.where('superseded_at', 'is', null))
    .$if(knownAt !== null, (qb) =>
      qb
        .where('entered_at', '<=', knownAt as Date)
        .where((eb) =>
          eb.or([eb('superseded_at', 'is', null), eb('superseded_at', '>', knownAt as Date)]),
        ),
    )
    .orderBy('done_on')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    caseId: row.case_id as CaseId,
    personId: row.person_id as PersonId,
    orgId: row.org_id as OrgId,
    move: row.move as Move,
    on: row.done_on,
  }));
}

/** Where steps are looked for: in organisations, or everywhere at or below a place. */
export type Whereabouts = { readonly orgIds: readonly OrgId[] } | { readonly path: OrgPath };

/** A standing step with its days alone: what terms and forecasts are reckoned from. */
export interface StepLine {
  readonly id: string;
  readonly caseId: CaseId;
  readonly personId: PersonId;
  readonly place: OrgPlace;
  readonly move: Move;
  readonly on: PlainDate;
  readonly until: PlainDate | null;
  readonly enteredAt: Date;
}

const lineColumns = [
  's.id',
  's.case_id',
  's.person_id',
  // Whose the case is now, not who did the step: a case may have been handed over.
  'c.org_id',
  'c.org_path',
  's.move',
  's.done_on',
  's.until_on',
  's.entered_at',
] as const;

const linesWhere = (read: Read, where: Whereabouts) => {
  const query = read.db
    .selectFrom('admission_step as s')
    .innerJoin('admission_case as c', (join) =>
      join.onRef('c.tenant_id', '=', 's.tenant_id').onRef('c.case_id', '=', 's.case_id'),
    )
    .where('s.tenant_id', '=', read.actor.tenantId)
    .where('s.superseded_at', 'is', null);
  return 'path' in where
    ? query.where('s.org_path', '>=', where.path).where('s.org_path', '<', `${where.path}~`)
    : query.where(sql<boolean>`c.org_id = any(${[...where.orgIds]}::uuid[])`);
};

/** Steps of some kinds done in a span of days, case by case in their order. */
export async function termStepsOf(
  read: Read,
  where: Whereabouts,
  moves: readonly Move[],
  from: PlainDate,
  to: PlainDate,
): Promise<StepLine[]> {
  const rows = await linesWhere(read, where)
    .where('s.move', 'in', [...moves])
    .where('s.done_on', '>=', from)
    .where('s.done_on', '<=', to)
    .select(lineColumns)
    .orderBy('s.case_id')
    .orderBy('s.seq')
    .execute();
  return rows.map(toLine);
}

/** A case that has not ended, with what its forecast is reckoned from. */
export interface OpenFile {
  readonly caseId: CaseId;
  readonly personId: PersonId;
  readonly place: OrgPlace;
  /** In their order; the id is the place in it. */
  readonly done: readonly Done<Move>[];
}

/** `apply 2024-03-01`, `begin_notice 2026-05-11 2026-05-15`: as `openFilesWithin` puts a step into a word. */
function doneOf(text: string, at: number): Done<Move> {
  const [move, on, until] = text.split(' ') as [Move, PlainDate, PlainDate?];
  const id = String(at);
  return until === undefined ? { id, move, on, by: '' } : { id, move, on, by: '', until };
}

/**
 * All cases at or below a place that have not ended and have a step, by id. The steps of a case arrive as one
 * value: a county's are tens of thousands, and most of a row's cost is that it is one.
 */
export async function openFilesWithin(read: Read, path: OrgPath): Promise<OpenFile[]> {
  const rows = await linesWhere(read, { path })
    .where('c.register', '<>', 'done')
    .select([
      'c.case_id',
      'c.person_id',
      'c.org_id',
      'c.org_path',
      sql<string>`string_agg(concat_ws(' ', s.move, s.done_on, s.until_on), ',' order by s.seq)`.as(
        'steps',
      ),
    ])
    .groupBy(['c.tenant_id', 'c.case_id'])
    .orderBy('c.case_id')
    .execute();
  return rows.map((row) => ({
    caseId: row.case_id as CaseId,
    personId: row.person_id as PersonId,
    place: { orgId: row.org_id as OrgId, orgPath: row.org_path as OrgPath },
    done: row.steps.split(',').map(doneOf),
  }));
}

const toLine = (row: {
  readonly id: string;
  readonly case_id: string;
  readonly person_id: string;
  readonly org_id: string;
  readonly org_path: string;
  readonly move: string;
  readonly done_on: PlainDate;
  readonly until_on: PlainDate | null;
  readonly entered_at: Date;
}): StepLine => ({
  id: row.id,
  caseId: row.case_id as CaseId,
  personId: row.person_id as PersonId,
  place: { orgId: row.org_id as OrgId, orgPath: row.org_path as OrgPath },
  move: row.move as Move,
  on: row.done_on,
  until: row.until_on,
  enteredAt: row.entered_at,
});

/** Day of the last members' meeting that received somebody, by organisation, at or below a place. */
export async function lastAccepted(
  read: Read,
  path: OrgPath,
): Promise<ReadonlyMap<OrgId, PlainDate>> {
  const rows = await linesWhere(read, { path })
    .where('s.move', '=', 'accept')
    .select((eb) => ['s.org_id' as const, eb.fn.max('s.done_on').as('last')])
    .groupBy('s.org_id')
    .execute();
  return new Map(rows.map((row) => [row.org_id as OrgId, row.last]));
}
