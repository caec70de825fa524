import type { Inputs, Outputs } from '#contract/lib';
import type { organisationsContract } from '#contract/organisations';
import type { Id, OrgId, PersonId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import { COMMITTEE, HEADS, POST_KINDS, type PostKind } from '#kernel/posts';
import { refuse } from '#kernel/result';
import type { Advice } from '#kernel/rule';
import type { Read } from '#platform/db';
import { actsFromAbove, mayChange } from '../policy.ts';
import { committeeSizeAdvice, leadershipOf } from '../rules/committee.ts';
import { advise } from '../rules/catalogue.ts';
import { ORG_KIND_FACTS, type OrgKind } from '../rules/kinds.ts';
import { DEFAULT_ORG_SETTINGS } from '../rules/settings.ts';
import { termState } from '../rules/terms.ts';
import { placeOf, type OrgPlace } from '../store/place.ts';
import { tenures, type Tenure } from '../store/posts.ts';
import type { Roster } from '../store/roster.ts';
import { stateOn } from '../store/tree.ts';
import { withBasis } from './advice.ts';
import { bodyTerms, dueOn, termLine } from './terms.ts';

/** A post in office: from the announcement, of an elected head from approval on. */
export interface OfficeHolder {
  readonly postId: Id<'Post'>;
  readonly personId: PersonId;
  readonly name: string;
  readonly kind: PostKind;
  readonly duties: string;
  readonly from: PlainDate;
  readonly to: PlainDate | null;
  readonly termEndsOn: PlainDate | null;
}

const inOfficeOn = (one: Tenure, day: PlainDate): boolean =>
  one.inOfficeFrom !== null && one.inOfficeFrom <= day && (one.to === null || one.to > day);

const rank = (kind: PostKind): number => POST_KINDS.indexOf(kind);
const byRank = (a: Tenure, b: Tenure): number =>
  rank(a.kind) - rank(b.kind) || a.from.localeCompare(b.from) || a.postId.localeCompare(b.postId);

/** The committee of a body on a day, whoever is in office, in the order of posts. */
export async function committeeOn(
  read: Read,
  orgId: OrgId,
  day: PlainDate,
): Promise<OfficeHolder[]> {
  return holdersOn(await tenures(read, { orgIds: [orgId], from: day, to: day }), day);
}

/** Of tenures of one body, who is in office on a day. */
export function holdersOn(rows: readonly Tenure[], day: PlainDate): OfficeHolder[] {
  return rows
    .filter((one) => COMMITTEE.includes(one.kind) && inOfficeOn(one, day))
    .toSorted(byRank)
    .map(({ postId, personId, name, kind, duties, from, inOfficeFrom, to, termEndsOn }) => ({
      postId,
      personId,
      name,
      kind,
      duties,
      from: inOfficeFrom ?? from,
      to,
      termEndsOn,
    }));
}

export interface Headed {
  readonly orgId: OrgId;
  readonly kind: PostKind;
  /** Days in office within the span, `to` included. */
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/**
 * Bodies somebody headed (书记、主持工作) within a span of days, both included: what a report of theirs
 * speaks of. Two heads of one year have spans that follow each other (situation 10).
 */
export async function bodiesHeadedBy(
  read: Read,
  personId: PersonId,
  span: { readonly from: PlainDate; readonly to: PlainDate },
): Promise<(Headed & { readonly until: PlainDate | null })[]> {
  const rows = await tenures(read, { personId, from: span.from, to: span.to });
  return rows.flatMap((one) => {
    const head = HEADS.includes(one.kind) && one.kind !== 'deputy_secretary';
    if (!head || one.inOfficeFrom === null) return [];
    const begun = one.from > one.inOfficeFrom ? one.from : one.inOfficeFrom;
    const from = begun > span.from ? begun : span.from;
    if (from > span.to || (one.to !== null && one.to <= from)) return [];
    return [{ orgId: one.orgId, kind: one.kind, from, to: span.to, until: one.to }];
  });
}

/** Warnings about how a body is led on a day. */
export function leadershipAdvice(
  kind: OrgKind,
  standing: readonly Tenure[],
  fullMembers: number | null,
  day: PlainDate,
): readonly Advice[] {
  const committee = standing.filter((one) => COMMITTEE.includes(one.kind));
  const acting = committee.filter((one) => inOfficeOn(one, day));
  const advice: Advice[] = [];
  const headed = acting.some((one) => HEADS.includes(one.kind) && one.kind !== 'deputy_secretary');
  if (!headed && !ORG_KIND_FACTS[kind].temporary && kind !== 'leading_group') {
    const waiting = committee.some((one) => one.kind === 'secretary');
    const text = waiting
      ? '当选书记等待上级批准，这期间没有主持工作的同志'
      : '没有书记，应及时补选；必要时上级党组织可以指派';
    advice.push(advise('organisations.no_secretary', 'org.sec.vacancy', text));
  }
  const inOffice = committee.length > 2;
  if (ORG_KIND_FACTS[kind].holdsMembers && fullMembers !== null) {
    advice.push(...leadershipOf(fullMembers, inOffice, DEFAULT_ORG_SETTINGS).advice);
  }
  if (inOffice) {
    const people = new Set(committee.map((one) => one.personId)).size;
    advice.push(...committeeSizeAdvice(kind, people, DEFAULT_ORG_SETTINGS));
  }
  return advice;
}

type Out = Outputs<typeof organisationsContract>['posts'];

/** 班子与分工: who holds which post on a day, or everybody who ever did. */
export async function posts(
  read: Read,
  input: Inputs<typeof organisationsContract>['posts'],
  roster: Roster,
): Promise<Out | null> {
  const day = input.asOf ?? read.today;
  const place = await placeOf(read, input.orgId);
  const state = await stateOn(read, input.orgId, day);
  if (place === null || state === null) return null;
  const span = input.history === true ? {} : { from: day, to: day };
  const rows = await tenures(read, { orgIds: [input.orgId], ...span });
  const standing = rows.filter((one) => one.from <= day && (one.to === null || one.to > day));
  const counts = read.actor.scope === null ? null : await roster.counts(read, day);
  const term = (await bodyTerms(read, [input.orgId], day)).get(input.orgId) ?? null;
  const advice = [
    ...leadershipAdvice(state.kind, standing, counts?.get(input.orgId)?.full ?? null, day),
    ...(term === null ? [] : termState(dueOn(term), day, DEFAULT_ORG_SETTINGS).advice),
  ];
  const org = { orgId: input.orgId, name: state.name, kind: state.kind };
  return {
    asOf: day,
    orgName: state.name,
    posts: rows.toSorted(byRank).map((one) => ({
      ...one,
      kind: one.kind as Out['posts'][number]['kind'],
      pending: one.inOfficeFrom === null,
    })),
    term: term === null ? null : termLine(org, standing, term, day),
    advice: advice.map(withBasis),
    can: canOf(read, place),
  };
}

function canOf(read: Read, place: OrgPlace): Out['can'] {
  const not = refuse('common.not_allowed').refusal;
  const change = mayChange(read, place, 'organisations.posts') ? true : not;
  return {
    change,
    approve: actsFromAbove(read.actor, place)
      ? change
      : refuse('organisations.appointed_by_above').refusal,
  };
}
