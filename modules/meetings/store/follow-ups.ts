import type { OrgId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import type { Read, Write } from '#platform/db';
import type { OrgPlace } from '#modules/organisations';
import type { DecisionId } from './held.ts';
import type { MeetingId } from './working.ts';

const decisions = (read: Read) =>
  read.db
    .selectFrom('meeting_decision as d')
    .leftJoin('meeting_outcome as o', (join) =>
      join
        .onRef('o.tenant_id', '=', 'd.tenant_id')
        .onRef('o.decision_id', '=', 'd.decision_id')
        .on('o.superseded_at', 'is', null),
    )
    .innerJoin('meeting as m', (join) =>
      join.onRef('m.tenant_id', '=', 'd.tenant_id').onRef('m.id', '=', 'd.meeting_id'),
    )
    .where('d.tenant_id', '=', read.actor.tenantId)
    .where('d.superseded_at', 'is', null);

const COLUMNS = [
  'd.decision_id',
  'd.meeting_id',
  'd.org_id',
  'd.org_path',
  'd.decided_on',
  'd.item_title',
  'd.what',
  'd.responsible_id',
  'd.responsible_name',
  'd.due_on',
  'm.kind',
  'o.closed_on',
  'o.outcome',
] as const;

const decisionsAt = (read: Read, orgId: OrgId, open: boolean) =>
  decisions(read)
    .where('d.org_id', '=', orgId)
    .where('o.id', open ? 'is' : 'is not', null);

interface Page {
  readonly limit: number;
  readonly offset: number;
}

/** Rows of a page of decisions, where nobody asks how many there are. */
export const decisionRows = (read: Read, orgId: OrgId, open: boolean, page: Page) =>
  decisionsAt(read, orgId, open)
    .select(COLUMNS)
    .orderBy('d.due_on')
    .orderBy('d.decided_on')
    .orderBy('d.decision_id')
    .limit(page.limit)
    .offset(page.offset)
    .execute();

/** Decisions of an organisation, the earliest due first; open ones have no outcome. */
export async function decisionPage(read: Read, orgId: OrgId, open: boolean, page: Page) {
  const rows = await decisionRows(read, orgId, open, page);
  const count = await decisionsAt(read, orgId, open)
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return { rows, total: Number(count.n) };
}

export type DecisionRow = Awaited<ReturnType<typeof decisionPage>>['rows'][number];

/** A standing decision with its outcome, or null. */
export async function decisionOf(read: Read, decisionId: DecisionId): Promise<DecisionRow | null> {
  const row = await decisions(read)
    .where('d.decision_id', '=', decisionId)
    .select(COLUMNS)
    .executeTakeFirst();
  return row ?? null;
}

export async function insertOutcome(
  write: Write,
  place: OrgPlace,
  one: {
    readonly decisionId: DecisionId;
    readonly closedOn: PlainDate;
    readonly outcome: string;
    readonly meetingId: MeetingId | null;
  },
): Promise<void> {
  await write.db
    .insertInto('meeting_outcome')
    .values({
      ...write.stamp(place),
      id: write.newId<'Outcome'>(),
      decision_id: one.decisionId,
      closed_on: one.closedOn,
      outcome: one.outcome,
      meeting_id: one.meetingId,
    })
    .execute();
}

/** Outcomes that a meeting heard no longer stand: its corrected version says anew. */
export async function supersedeOutcomesOf(write: Write, meetingId: MeetingId): Promise<void> {
  await write.db
    .updateTable('meeting_outcome')
    .set({ superseded_at: write.enteredAt })
    .where('tenant_id', '=', write.actor.tenantId)
    .where('meeting_id', '=', meetingId)
    .where('superseded_at', 'is', null)
    .execute();
}
