import { TALK_KINDS, type TalkKind } from '#contract/talks';
import { chineseDate, type PlainDate } from '#kernel/plain-date';
import { ok, refuse, type Refusal, type Result } from '#kernel/result';

/** One side of a talk as it stood on the day. */
export interface Side {
  /** In the organisation's roster, or taking part in its life from elsewhere. */
  readonly member: boolean;
  readonly committee: boolean;
  /** Holds a post of the organisation without being in its roster. */
  readonly here: boolean;
}

const branchKind = (a: Side, b: Side): TalkKind =>
  a.committee && b.committee
    ? 'between_committee'
    : a.committee || b.committee
      ? 'committee_member'
      : 'between_members';

/**
 * The kind of a talk: of the branch's three it follows from the posts of that day, so it need not be
 * chosen; a chosen one must agree. Where no committee is entered yet, what was chosen stands.
 */
export function kindOf(of: {
  readonly chosen: TalkKind | undefined;
  readonly talker: Side;
  readonly partner: Side;
  readonly committeeKnown: boolean;
  readonly on: PlainDate;
}): Result<
  TalkKind,
  Refusal<'talks.nobody_of_branch' | 'talks.members_only' | 'talks.kind_does_not_fit'>
> {
  const { chosen, talker, partner, committeeKnown, on } = of;
  const day = chineseDate(on);
  const here = (side: Side): boolean => side.member || side.committee || side.here;
  if (!here(talker) && !here(partner)) return refuse('talks.nobody_of_branch', { day });
  if (chosen !== undefined && TALK_KINDS[chosen].line !== 'branch') return ok(chosen);
  const both = [talker, partner].every((side) => side.member || side.committee);
  if (!both) return refuse('talks.members_only');
  const found = branchKind(talker, partner);
  if (chosen === undefined || chosen === found) return ok(found);
  return committeeKnown
    ? refuse('talks.kind_does_not_fit', { day, kind: TALK_KINDS[found].name })
    : ok(chosen);
}
