import type { meetingsContract } from '#contract/meetings';
import type { Inputs } from '#contract/lib';
import type { OrgId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import { ok, refuse, type Result } from '#kernel/result';
import type { Read, Write } from '#platform/db';
import { ownPlace, type OrgPlace } from '#modules/organisations';
import { checkBody } from '../rules/entitlement.ts';
import { agendaItem, fullContent, type Item } from '../rules/minutes.ts';
import type { PlannedKind } from '../rules/own-kinds.ts';
import { checkYear, usualYear } from '../rules/rhythm.ts';
import { decisionPage } from '../store/follow-ups.ts';
import type { DecisionId } from '../store/held.ts';
import type { NewMeeting, SittingId } from '../store/working.ts';
import { arrangementAt, mayMeetAsCommittee } from './arrangement.ts';

type Wanted = Inputs<typeof meetingsContract>['addSitting']['meetings'][number];

/** Open decisions of meetings of a kind up to a day, as items; those on the agenda already are left out. */
export async function openMattersOf(
  read: Read,
  orgId: OrgId,
  kind: string,
  day: PlainDate,
  agenda: readonly Item[],
): Promise<readonly Item[]> {
  const there: ReadonlySet<string | null> = new Set(agenda.map((item) => item.followUpOf));
  const open = await decisionPage(read, orgId, true, { limit: 20, offset: 0 });
  return (
    open.rows
      // Entered late, a meeting does not know what was decided after it.
      .filter((row) => row.decided_on <= day)
      .filter((row) => row.kind === kind && !there.has(row.decision_id))
      .map((row) => agendaItem(row.what, 'follow_up', row.decision_id as DecisionId))
  );
}

/** 第一议题 where the body keeps one, then the template. */
const firstAgenda = (kind: PlannedKind): readonly Item[] => [
  ...(kind.firstTopic ? [agendaItem('第一议题：学习', 'first_topic')] : []),
  ...kind.template.map((title) => agendaItem(title)),
];

/**
 * Checks one meeting that is to be put into a sitting, and fills what follows from its kind: name,
 * year it belongs to, agenda with the open matters of earlier meetings unless it only stands in a plan
 * (they come when it begins). Refuses kinds the organisation cannot hold and years that do not fit.
 */
export async function newMeeting(
  write: Write,
  sittingId: SittingId,
  on: PlainDate,
  wanted: Wanted,
  inPlan = false,
): Promise<Result<{ readonly place: OrgPlace; readonly meeting: NewMeeting }>> {
  const own = await ownPlace(write, wanted.orgId);
  if (!own.ok) return own;
  const arrangement = await arrangementAt(write, own.value, on);
  const kind = arrangement.kinds.find((one) => one.kind === wanted.kind);
  if (kind === undefined) return refuse('meetings.unknown_kind');
  if (kind.body === 'group' && wanted.groupId === null) return refuse('meetings.group_missing');
  const committee = await mayMeetAsCommittee(write, own.value, on, kind, arrangement);
  const body = checkBody(kind.like, committee);
  if (!body.ok) return body;
  const year = checkYear(
    kind.like,
    on,
    wanted.yearOf ?? usualYear(kind.like, on, arrangement.settings),
  );
  if (!year.ok) return year;
  const agenda = firstAgenda(kind);
  const matters = inPlan ? [] : await openMattersOf(write, wanted.orgId, kind.kind, on, agenda);
  return ok({
    place: own.value,
    meeting: {
      sittingId,
      kind: kind.kind,
      body: kind.body,
      groupId: kind.body === 'group' ? wanted.groupId : null,
      form: wanted.form,
      title: wanted.title === '' ? kind.name : wanted.title,
      heldOn: on,
      yearOf: year.value,
      special: wanted.special,
      campaign: wanted.campaign,
      state: 'planned',
      entry: 'live',
      content: fullContent({ items: [...agenda, ...matters] }),
    },
  });
}
