import { chineseDate, type PlainDate } from '#kernel/plain-date';
import { ruleOf } from '#kernel/rule';
import { obligationSource, type Duty, type ObligationSource } from '#engines/obligation';
import { bodyFacts } from './queries/body-facts.ts';
import { MEETING_RULES } from './rules/catalogue.ts';
import { MEETING_KINDS, MEETING_KIND_KEYS } from './rules/kinds.ts';
import { owedBy, type BodyFacts, type Owed } from './rules/owed.ts';

const OWN = 'meetings.own';

function stateOf({ due }: Owed): Duty['state'] {
  if (due.state === 'held') return due.backfilled ? 'entered_later' : 'done';
  return due.state === 'missing' ? 'missed' : 'ahead';
}

function reasonOf({ due, planned }: Owed, state: Duty['state']): string {
  if (state === 'done' || state === 'entered_later') return '已召开';
  const times = due.occasion.times > 1 ? `还差${due.open}次` : '还没有召开';
  if (state === 'missed') return `${due.occasion.name}${times}，已过期限`;
  const plan = planned === null ? '' : `，已计划${chineseDate(planned.on)}召开`;
  return `${due.occasion.name}${times}，离期限${due.daysLeft}天${plan}`;
}

/** One occasion as a duty of the branch; the neutral mark 补录 where the record came later. */
function dutyOf(owed: Owed, held: ReadonlyMap<string, PlainDate>): Duty {
  const { due, kind, group, orgId, planned } = owed;
  const { occasion } = due;
  const state = stateOf(owed);
  const lastId = due.meetings[Math.min(due.meetings.length, occasion.times) - 1];
  const on = lastId === undefined ? undefined : held.get(lastId);
  const done = state === 'done' || state === 'entered_later';
  return {
    key: `meetings.${kind.kind}:${occasion.key}:${group?.groupId ?? orgId}`,
    kind: kind.builtIn ? `meetings.${kind.kind}` : OWN,
    orgId,
    personId: null,
    title: `${occasion.name}${group === null ? '' : group.name}${kind.name}`,
    reason: reasonOf(owed, state),
    rule: ruleOf(MEETING_RULES, kind.rhythmRule ?? 'meeting.local'),
    from: occasion.opensOn,
    until: occasion.dueBy,
    state,
    fulfilledBy: done && lastId !== undefined && on !== undefined ? { id: lastId, on } : null,
    opens:
      done && lastId !== undefined
        ? { route: '/meetings/one', search: { meetingId: lastId } }
        : {
            route: '/meetings/record',
            search: planned === null ? { kind: kind.kind } : { meetingId: planned.id },
          },
    permission: 'meetings.prepare',
  };
}

/** Meetings that a branch or leading body owes: 三会一课, 主题党日, 组织生活会, local kinds it keeps. */
export const meetingObligations: ObligationSource = obligationSource<readonly BodyFacts[]>({
  module: 'meetings',
  kinds: {
    ...Object.fromEntries(
      MEETING_KIND_KEYS.filter((kind) => MEETING_KINDS[kind].rhythm !== null).map((kind) => [
        `meetings.${kind}`,
        MEETING_KINDS[kind].name,
      ]),
    ),
    [OWN]: '自设会议',
  },
  load: (read, orgIds, span) => bodyFacts(read, orgIds, span),
  duties: (facts, span, day) =>
    facts.flatMap((body) => {
      const held = new Map(body.held.map((one) => [one.id, one.heldOn]));
      return owedBy(body, span, day).map((owed) => dutyOf(owed, held));
    }),
});
