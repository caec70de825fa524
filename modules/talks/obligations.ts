import { obligationSource, type Duty, type Span } from '#engines/obligation';
import type { OrgId, PersonId } from '#kernel/ids';
import { dayOf, daysBetween, todayAt, yearOf, type PlainDate } from '#kernel/plain-date';
import { COMMITTEE } from '#kernel/posts';
import { ruleOf } from '#kernel/rule';
import { staysOf } from '#modules/members';
import { aliveOver, postsOver, type OrgSpan, type PostSpan } from '#modules/organisations';
import { talkedOf } from './queries/coverage.ts';
import { TALK_RULES } from './rules/catalogue.ts';
import { coverageOf, openOf, type Coverage, type Covered, type Talked } from './rules/coverage.ts';
import { talksOver } from './store/talks.ts';

const BRANCHES = new Set(['branch', 'joint_branch', 'temporary_branch', 'temporary_joint_branch']);

const KINDS = {
  'talks.pairs': '支委之间谈心',
  'talks.committee': '支委与党员谈心',
  'talks.members': '党员之间谈心',
} as const;
type Kind = keyof typeof KINDS;

interface Stay {
  readonly personId: PersonId;
  readonly from: PlainDate;
  readonly to: PlainDate | null;
}

interface BranchFacts {
  readonly orgId: OrgId;
  readonly spans: readonly OrgSpan[];
  readonly posts: readonly PostSpan[];
  readonly stays: readonly Stay[];
  readonly talks: readonly (Talked & { readonly enteredOn: PlainDate })[];
}

const on = (one: { from: PlainDate; to: PlainDate | null }, day: PlainDate): boolean =>
  one.from <= day && (one.to === null || one.to > day);

const covering = (kind: Kind, coverage: Coverage): readonly (Covered | null)[] =>
  kind === 'talks.pairs'
    ? coverage.pairs.map((one) => one.by)
    : coverage.members
        .filter((one) => !one.fresh)
        .map((one) => (kind === 'talks.committee' ? one.withCommittee : one.withMember));

/** One rule line of a branch in a year; null where it asks for nothing. */
function dutyOf(facts: BranchFacts, year: number, kind: Kind, day: PlainDate): Duty | null {
  const until = dayOf(year, 12, 31);
  const from = dayOf(year, 1, 1);
  const at = day < until ? day : until;
  if (!facts.spans.some((one) => on(one, at))) return null;
  const committee = new Set(
    facts.posts
      .filter((one) => COMMITTEE.includes(one.kind) && on(one, at))
      .map((one) => one.personId),
  );
  const members = facts.stays
    .filter((one) => on(one, at))
    .map(({ personId, from: since }) => ({ personId, since }));
  const talks = facts.talks.filter((one) => one.on >= from && one.on <= at);
  const coverage = coverageOf(year, [...committee], members, talks);
  const lines = covering(kind, coverage);
  if (lines.length === 0 || (kind !== 'talks.pairs' && committee.size === 0)) return null;
  if (kind === 'talks.members' && coverage.members.length < 2) return null;
  const open = openOf(coverage);
  const left =
    kind === 'talks.pairs'
      ? open.pairs
      : kind === 'talks.committee'
        ? open.withCommittee
        : open.withMember;
  const last = lines.reduce<Covered | null>(
    (found, one) => (one !== null && (found === null || one.on > found.on) ? one : found),
    null,
  );
  const byId = new Map(facts.talks.map((talk) => [talk.id, talk.enteredOn]));
  const later = lines.some((one) => one !== null && (byId.get(one.id) ?? one.on) > until);
  const what = kind === 'talks.pairs' ? `${left}对支委` : `${left}名党员`;
  return {
    key: `${kind}:${year}:${facts.orgId}`,
    kind,
    orgId: facts.orgId,
    personId: null,
    title: `${year}年${KINDS[kind]}`,
    reason:
      left === 0
        ? '本年应谈的都已谈过'
        : day > until
          ? `还有${what}没有谈话记录；谈过的可以补录`
          : `还有${what}今年没有谈过，离年末还有${daysBetween(day, until)}天`,
    rule: ruleOf(TALK_RULES, 'life.talk.yearly'),
    from,
    until,
    state: left > 0 ? (day > until ? 'missed' : 'ahead') : later ? 'entered_later' : 'done',
    fulfilledBy: left === 0 && last !== null ? { id: last.id, on: last.on } : null,
    opens: {
      route: '/talks/coverage',
      search: { orgId: facts.orgId, year: String(year) },
    },
    permission: 'talks.write',
  };
}

const yearsOf = (span: Span): number[] =>
  Array.from(
    { length: yearOf(span.to) - yearOf(span.from) + 1 },
    (_, at) => yearOf(span.from) + at,
  );

/** 谈心谈话 each year (BR18): each two of the committee, committee with members, members with members. */
export const talkObligations = obligationSource<readonly BranchFacts[]>({
  module: 'talks',
  kinds: KINDS,
  async load(read, orgIds, span) {
    const from = dayOf(yearOf(span.from), 1, 1);
    const to = dayOf(yearOf(span.to), 12, 31);
    const alive = (await aliveOver(read, orgIds, from, to)).filter((one) => BRANCHES.has(one.kind));
    const branches = [...Map.groupBy(alive, (one) => one.orgId)];
    const ids = branches.map(([orgId]) => orgId);
    const posts = Map.groupBy(await postsOver(read, ids, from, to), (one) => one.orgId);
    const stays = Map.groupBy(
      (await staysOf(read, { orgIds: ids, to, knownAt: null })).filter(
        (row) => row.standing === 'normal' && (row.valid_to === null || row.valid_to > from),
      ),
      (row) => row.org_id,
    );
    const talks = Map.groupBy(await talksOver(read, ids, from, to), (row) => row.org_id);
    return branches.map(([orgId, spans]) => ({
      orgId,
      spans,
      posts: posts.get(orgId) ?? [],
      stays: (stays.get(orgId) ?? []).map((row) => ({
        personId: row.person_id as PersonId,
        from: row.valid_from,
        to: row.valid_to,
      })),
      talks: (talks.get(orgId) ?? []).map((row) => ({
        ...talkedOf(row),
        enteredOn: todayAt(row.entered_at.getTime()),
      })),
    }));
  },
  duties: (facts, span, day) =>
    facts.flatMap((branch) =>
      yearsOf(span)
        // A year that has not begun asks for nothing yet.
        .filter((year) => dayOf(year, 1, 1) <= day)
        .flatMap((year) =>
          (Object.keys(KINDS) as Kind[]).flatMap((kind) => dutyOf(branch, year, kind, day) ?? []),
        ),
    ),
});
