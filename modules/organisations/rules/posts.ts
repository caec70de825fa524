import { addMonths, yearsBetween, type PlainDate } from '#kernel/plain-date';
import { COMMITTEE, POSTS, type PostKind } from '#kernel/posts';
import { ok, refuse, type Refusal, type Result } from '#kernel/result';
import type { Advice } from '#kernel/rule';
import { advise } from './catalogue.ts';
import { ORG_KIND_FACTS, type OrgKind } from './kinds.ts';
import type { OrgSettings } from './settings.ts';

/** Ways into a post (situation 10): 换届、补选、指派、主持工作. */
export type WayIn = 'election' | 'by_election' | 'appointment' | 'interim';

export interface Candidate {
  readonly category: 'full' | 'probationary';
  /** Normal, or 停止党籍. */
  readonly standing: 'normal' | 'suspended';
  /** 留党察看, or rights paused by 留置、逮捕 (EL20 art. 5). */
  readonly rights: 'yes' | 'none' | 'paused';
  readonly regularisedOn: PlainDate | null;
  /** 党龄校正值 in months. */
  readonly correctionMonths: number;
}

export interface PostFacts {
  readonly kind: PostKind;
  readonly wayIn: WayIn;
  readonly orgKind: OrgKind;
  readonly on: PlainDate;
  /** Posts of the same body held on that day by others. */
  readonly heldByOthers: readonly PostKind[];
}

export type PostRefusal = Refusal<
  | 'organisations.post_not_full_member'
  | 'organisations.post_suspended'
  | 'organisations.post_without_rights'
  | 'organisations.post_already_held'
  | 'organisations.post_not_by_election'
>;

const isCommitteePost = (kind: PostKind): boolean => COMMITTEE.includes(kind);

/** Single posts: held by one person at a time. `acting_secretary` stands in for a secretary. */
const RIVALS: Partial<Record<PostKind, readonly PostKind[]>> = {
  secretary: ['secretary', 'acting_secretary'],
  acting_secretary: ['secretary', 'acting_secretary'],
};

/**
 * Whether somebody may take up a post of a body. Committee posts need a full member with rights
 * (EL20 art. 5); a secretary under one year of standing, or a second deputy, is a warning.
 * `clerk`, `officer` and `administrator` come by grant and pass.
 */
export function mayHoldPost(
  person: Candidate,
  post: PostFacts,
  settings: OrgSettings,
): Result<readonly Advice[], PostRefusal> {
  const name = POSTS[post.kind];
  const advice: Advice[] = [];
  if (!isCommitteePost(post.kind)) return ok(advice);
  if (person.standing === 'suspended')
    return refuse('organisations.post_suspended', { post: name });
  if (person.category !== 'full')
    return refuse('organisations.post_not_full_member', { post: name });
  if (person.rights !== 'yes') return refuse('organisations.post_without_rights', { post: name });
  const rival = RIVALS[post.kind]?.find((kind) => post.heldByOthers.includes(kind));
  if (rival !== undefined) return refuse('organisations.post_already_held', { post: POSTS[rival] });
  const elected = post.wayIn === 'election' || post.wayIn === 'by_election';
  if (elected && ORG_KIND_FACTS[post.orgKind].temporary) {
    return refuse('organisations.post_not_by_election', { post: name });
  }
  if (post.kind === 'deputy_secretary' && post.heldByOthers.includes('deputy_secretary')) {
    advice.push(
      advise('organisations.second_deputy', 'org.brc.posts', '已有1名副书记，党支部一般最多设1名'),
    );
  }
  if (
    post.kind === 'secretary' &&
    standingYears(person, post.on) < settings.secretaryStandingYears
  ) {
    const text = `党龄不足${settings.secretaryStandingYears}年，党支部书记一般应当具有${settings.secretaryStandingYears}年以上党龄`;
    advice.push(advise('organisations.secretary_standing_short', 'org.sec.seniority', text));
  }
  return ok(advice);
}

/** Whole years from 转正日期, corrected by months; a day unknown counts as long enough. */
function standingYears(person: Candidate, on: PlainDate): number {
  if (person.regularisedOn === null) return Number.POSITIVE_INFINITY;
  return yearsBetween(addMonths(person.regularisedOn, -person.correctionMonths), on);
}

/** Elected secretaries and deputies wait for the upper organisation (`org.elect.approve`); members are filed. */
export const needsApproval = (kind: PostKind, wayIn: WayIn): boolean =>
  (kind === 'secretary' || kind === 'deputy_secretary') &&
  (wayIn === 'election' || wayIn === 'by_election');

/** First day in office: the day of the result or appointment, or of approval; null while 待批准. */
export function inOfficeFrom(
  kind: PostKind,
  wayIn: WayIn,
  decidedOn: PlainDate,
  approvedOn: PlainDate | null,
): PlainDate | null {
  if (!needsApproval(kind, wayIn) || approvedOn === null)
    return needsApproval(kind, wayIn) ? null : decidedOn;
  return approvedOn > decidedOn ? approvedOn : decidedOn;
}
