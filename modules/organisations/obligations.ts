import type { OrgId } from '#kernel/ids';
import { chineseDate, type PlainDate } from '#kernel/plain-date';
import { COMMITTEE, HEADS } from '#kernel/posts';
import { ruleOf } from '#kernel/rule';
import { obligationSource, type Duty, type ObligationSource, type Span } from '#engines/obligation';
import { ORGANISATION_RULES } from './rules/catalogue.ts';
import { DEFAULT_ORG_SETTINGS } from './rules/settings.ts';
import { termState } from './rules/terms.ts';
import { parentOn } from './store/tree.ts';
import { tenures, type Tenure } from './store/posts.ts';
import { shiftsAndNotices } from './store/terms.ts';

const DAYS = { within_180: 180, within_90: 90, within_30: 30 } as const;

/** One committee's term as it was begun, with what followed it. */
interface TermFacts {
  readonly orgId: OrgId;
  readonly parentId: OrgId | null;
  readonly endsOn: PlainDate;
  readonly dueOn: PlainDate;
  /** The election that ended it, or null. */
  readonly next: { readonly id: string; readonly on: PlainDate } | null;
  readonly notice: { readonly id: string; readonly on: PlainDate } | null;
}

/** Terms of a body, one for each election day, in order. */
function termsIn(posts: readonly Tenure[]) {
  const byEnd = new Map<PlainDate, { id: string; on: PlainDate }>();
  for (const one of posts) {
    if (!COMMITTEE.includes(one.kind) || one.wayIn !== 'election' || one.termEndsOn === null) {
      continue;
    }
    const known = byEnd.get(one.termEndsOn);
    const first = known === undefined || one.from < known.on;
    if (first || HEADS.includes(one.kind)) {
      byEnd.set(one.termEndsOn, { id: one.postId, on: first ? one.from : known.on });
    }
  }
  return [...byEnd.entries()]
    .map(([endsOn, begun]) => ({ endsOn, begun }))
    .toSorted((a, b) => a.begun.on.localeCompare(b.begun.on));
}

const rule = (id: string) => ruleOf(ORGANISATION_RULES, id);

function electionDuty(facts: TermFacts, day: PlainDate): Duty {
  const state = termState(facts.dueOn, day, DEFAULT_ORG_SETTINGS);
  const done = facts.next !== null && facts.next.on <= day;
  const near = state.stage in DAYS ? `还有${state.daysLeft}天` : '';
  const reason =
    state.stage === 'over'
      ? `任期已于${chineseDate(facts.dueOn)}届满，请换届或报批延期`
      : `任期${chineseDate(facts.dueOn)}届满${near === '' ? '' : `，${near}`}，请准备换届`;
  return {
    key: `organisations.election:${facts.endsOn}:${facts.orgId}`,
    kind: 'organisations.election',
    orgId: facts.orgId,
    personId: null,
    title: '换届选举',
    reason,
    rule: rule('org.term.extend'),
    from: state.noticeFrom,
    until: facts.dueOn,
    state: done ? 'done' : day > facts.dueOn ? 'missed' : 'ahead',
    fulfilledBy: done ? facts.next : null,
    opens: { route: '/organisation/posts', search: { act: 'elect' } },
    permission: 'organisations.posts',
  };
}

/** The level above reminds, generally six months ahead. */
function noticeDuty(facts: TermFacts, parentId: OrgId, day: PlainDate): Duty {
  const { noticeFrom } = termState(facts.endsOn, day, DEFAULT_ORG_SETTINGS);
  const done = facts.notice !== null && facts.notice.on <= day;
  const overtaken = facts.next !== null && facts.next.on <= day;
  return {
    key: `organisations.notice:${facts.endsOn}:${facts.orgId}`,
    kind: 'organisations.notice',
    orgId: parentId,
    personId: null,
    title: '提醒下级换届',
    reason: `下级党组织任期${chineseDate(facts.endsOn)}届满，一般提前6个月提醒`,
    rule: rule('org.term.remind'),
    from: noticeFrom,
    until: facts.endsOn,
    state: done || overtaken ? 'done' : day > facts.endsOn ? 'missed' : 'ahead',
    fulfilledBy: done ? facts.notice : overtaken ? facts.next : null,
    opens: { route: '/organisations/terms', search: {} },
    permission: 'organisations.approve',
  };
}

const touches = (duty: Duty, span: Span): boolean =>
  duty.from <= span.to && span.from <= duty.until;

/** 换届 of every body, and the reminder that its level above owes it. */
export const organisationObligations: ObligationSource = obligationSource<readonly TermFacts[]>({
  module: 'organisations',
  kinds: { 'organisations.election': '换届', 'organisations.notice': '换届提醒' },
  async load(read, orgIds) {
    const posts = Map.groupBy(await tenures(read, { orgIds }), (one) => one.orgId);
    const { shifts, notices } = await shiftsAndNotices(read, orgIds);
    const facts: TermFacts[] = [];
    for (const [orgId, held] of posts) {
      const parentId = await parentOn(read, orgId, read.today);
      const terms = termsIn(held);
      for (const [at, { endsOn }] of terms.entries()) {
        const shift = shifts.findLast((one) => one.org_id === orgId && one.ends_on === endsOn);
        const notice = notices.findLast((one) => one.org_id === orgId && one.ends_on === endsOn);
        facts.push({
          orgId,
          parentId,
          endsOn,
          dueOn: shift?.new_ends_on ?? endsOn,
          next: terms[at + 1]?.begun ?? null,
          notice: notice === undefined ? null : { id: notice.id, on: notice.noticed_on },
        });
      }
    }
    return facts;
  },
  duties(facts, span, day) {
    return facts
      .flatMap((one) => [
        electionDuty(one, day),
        ...(one.parentId === null ? [] : [noticeDuty(one, one.parentId, day)]),
      ])
      .filter((duty) => touches(duty, span) || (duty.state === 'missed' && duty.until < span.from));
  },
});
