import type { meetingsContract } from '#contract/meetings';
import type { Outputs } from '#contract/lib';
import type { OrgId, PersonId } from '#kernel/ids';
import { ruleOf } from '#kernel/rule';
import type { Read } from '#platform/db';
import { orgNames } from '#modules/organisations';
import type { Arrangement } from '../rules/arrangement.ts';
import { isBackfill } from '../rules/backfill.ts';
import { MEETING_RULES } from '../rules/catalogue.ts';
import { isDuty, type PlannedKind } from '../rules/own-kinds.ts';
import { THREE_AND_ONE, type DutyFacts } from '../rules/kinds.ts';
import type { DecisionRow } from '../store/follow-ups.ts';
import type { ListRow } from '../store/lists.ts';
import type { MeetingId, SittingId } from '../store/working.ts';

type Out = Outputs<typeof meetingsContract>;
export type KindShape = Out['kinds']['kinds'][number];
export type RowShape = Out['list']['rows'][number];
export type FollowUpShape = Out['followUps']['rows'][number];

const setOf = (kind: string): KindShape['set'] => {
  if ((THREE_AND_ONE as readonly string[]).includes(kind)) return 'three_and_one';
  return kind === 'theme_day' ? 'theme_day' : 'others';
};

/** A kind as the web shows it. */
export function kindShape(
  kind: PlannedKind,
  arrangement: Arrangement,
  facts: DutyFacts | null,
): KindShape {
  return {
    kind: kind.kind,
    name: kind.name,
    shortName: kind.name,
    body: kind.body,
    set: setOf(kind.kind),
    builtIn: kind.builtIn,
    orgId: kind.orgId,
    rhythm: kind.rhythm,
    duty: facts !== null && isDuty(kind, facts, arrangement.settings),
    study: kind.study,
    firstTopic: kind.firstTopic,
    asksYearOf: kind.asksYearOf,
    evidences: [...kind.evidences],
    template: [...kind.template],
    basis: kind.rhythmRule === null ? '' : ruleOf(MEETING_RULES, kind.rhythmRule).basis,
  };
}

const kindName = (arrangement: Arrangement, kind: string): string =>
  arrangement.known.get(kind)?.name ?? '会议';

/** Rows of lists, with the names of their organisations. */
export async function rowShapes(
  read: Read,
  arrangement: Arrangement,
  rows: readonly ListRow[],
): Promise<RowShape[]> {
  const names = await orgNames(
    read,
    rows.map((row) => row.org_id),
  );
  return rows.map((row) => ({
    meetingId: row.id as MeetingId,
    sittingId: row.sitting_id as SittingId,
    orgId: row.org_id as OrgId,
    orgName: names.get(row.org_id)?.shortName ?? '',
    kind: row.kind,
    kindName: kindName(arrangement, row.kind),
    title: row.title,
    heldOn: row.held_on,
    startsAt: row.starts_at ?? row.sitting_starts_at,
    place: row.place,
    yearOf: row.year_of,
    state: row.state,
    form: row.form,
    entitled: row.entitled,
    present: row.present,
    enteredLater:
      row.recorded_on !== null && isBackfill(row.held_on, row.recorded_on, arrangement.settings),
    paperTotals: row.entry === 'paper_totals',
  }));
}

export const followUpShape = (
  arrangement: Arrangement,
  row: DecisionRow,
  today: string,
): FollowUpShape => ({
  decisionId: row.decision_id,
  meetingId: row.meeting_id,
  decidedOn: row.decided_on,
  kindName: kindName(arrangement, row.kind),
  itemTitle: row.item_title,
  text: row.what,
  responsible:
    row.responsible_name === ''
      ? null
      : { personId: row.responsible_id as PersonId | null, name: row.responsible_name },
  dueOn: row.due_on,
  overdue: row.due_on !== null && row.closed_on === null && row.due_on < today,
  closedOn: row.closed_on,
  outcome: row.outcome ?? '',
});
