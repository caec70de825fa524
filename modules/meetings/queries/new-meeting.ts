import type { meetingsContract } from '#contract/meetings';
import type { Inputs } from '#contract/lib';
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
import { arrangementAt, dutyFactsOn } from './arrangement.ts';

type Wanted = Inputs<typeof meetingsContract>['addSitting']['meetings'][number];

/** First agenda: 第一议题 where the body keeps one, the template, then the open matters of earlier meetings. */
export async function firstAgenda(
  read: Read,
  place: OrgPlace,
  kind: PlannedKind,
): Promise<readonly Item[]> {
  const open = await decisionPage(read, place.orgId, true, { limit: 20, offset: 0 });
  const matters = open.rows
    .filter((row) => row.kind === kind.kind)
    .map((row) => agendaItem(row.what, 'follow_up', row.decision_id as DecisionId));
  return [
    ...(kind.firstTopic ? [agendaItem('第一议题：学习', 'first_topic')] : []),
    ...matters,
    ...kind.template.map((title) => agendaItem(title)),
  ];
}

/**
 * Checks one meeting that is to be put into a sitting, and fills what follows from its kind: name,
 * year it belongs to, agenda. Refuses kinds the organisation cannot hold and years that do not fit.
 */
export async function newMeeting(
  write: Write,
  sittingId: SittingId,
  on: PlainDate,
  wanted: Wanted,
): Promise<Result<{ readonly place: OrgPlace; readonly meeting: NewMeeting }>> {
  const own = await ownPlace(write, wanted.orgId);
  if (!own.ok) return own;
  const arrangement = await arrangementAt(write, own.value, on);
  const kind = arrangement.kinds.find((one) => one.kind === wanted.kind);
  if (kind === undefined) return refuse('meetings.unknown_kind');
  if (kind.body === 'group' && wanted.groupId === null) return refuse('meetings.group_missing');
  if (kind.body === 'committee') {
    const facts = await dutyFactsOn(write, wanted.orgId, on, arrangement);
    const body = checkBody(kind.like, facts.hasCommittee || facts.orgKind === 'leading_body');
    if (!body.ok) return body;
  }
  const year = checkYear(
    kind.like,
    on,
    wanted.yearOf ?? usualYear(kind.like, on, arrangement.settings),
  );
  if (!year.ok) return year;
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
      content: fullContent({ items: await firstAgenda(write, own.value, kind) }),
    },
  });
}
