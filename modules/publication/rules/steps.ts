import type { Audience, ItemMove, ItemState } from '#contract/publication-words';
import { HEADS, type PostKind } from '#kernel/posts';
import { ok, refuse, type Refusal, type Result } from '#kernel/result';

/** From which states a move leads where (OPEN17 第15条: 提出、审核、审批、实施). */
const MOVES: Readonly<
  Record<
    Exclude<ItemMove, 'propose' | 'correct'>,
    { readonly from: readonly ItemState[]; readonly to: ItemState }
  >
> = {
  check: { from: ['proposed'], to: 'checked' },
  return: { from: ['proposed', 'checked', 'approved'], to: 'proposed' },
  approve: { from: ['checked'], to: 'approved' },
  publish: { from: ['approved'], to: 'published' },
  end: { from: ['published'], to: 'ended' },
  withdraw: { from: ['proposed', 'checked', 'approved'], to: 'withdrawn' },
};
export type StateMove = keyof typeof MOVES;

/** Posts that approve: whoever heads the body, and 党务干部 of the level above. */
const APPROVE: readonly (PostKind | 'member' | 'system')[] = [...HEADS, 'officer'];
/** 经办人 prepares, never checks. */
const CHECK_NOT: readonly (PostKind | 'member' | 'system')[] = ['clerk', 'member', 'system'];

export interface ItemFacts {
  readonly state: ItemState;
  readonly version: number;
  /** 0 while no text of it hangs. */
  readonly shownVersion: number;
  readonly audience: Audience;
  /** Who proposed the text that stands, and who checked it; by account, and by name where it was signed on paper. */
  readonly proposedBy: Somebody | null;
  readonly checkedBy: Somebody | null;
  readonly boardOpen: boolean;
}

export interface Somebody {
  readonly accountId: string;
  readonly name: string;
  readonly onPaper: boolean;
}

/** Who does it, in the post acted in; `onPaper` names who signed instead. */
export interface Doing {
  readonly move: StateMove;
  readonly post: PostKind | 'member' | 'system';
  readonly who: Somebody;
}

const same = (a: Somebody | null, b: Somebody): boolean =>
  a !== null && (a.name === b.name || (!a.onPaper && !b.onPaper && a.accountId === b.accountId));

type Code =
  | 'publication.not_now'
  | 'publication.second_person'
  | 'publication.head_approves'
  | 'publication.clerk_not_checks'
  | 'publication.no_board';

/**
 * The next state, or why not. The check is by another person than the proposal, the approval by a head of
 * the body; what was signed on paper counts by the name that signed.
 */
export function nextState(item: ItemFacts, doing: Doing): Result<ItemState, Refusal<Code>> {
  const { from, to } = MOVES[doing.move];
  if (!from.includes(item.state)) return refuse('publication.not_now');
  // A corrected text that is withdrawn leaves the one that hangs.
  if (doing.move === 'withdraw' && item.shownVersion > 0) return ok('published');
  if (doing.move === 'check') {
    if (same(item.proposedBy, doing.who)) return refuse('publication.second_person');
    if (!doing.who.onPaper && CHECK_NOT.includes(doing.post))
      return refuse('publication.clerk_not_checks');
  }
  if (doing.move === 'approve' && !doing.who.onPaper && !APPROVE.includes(doing.post))
    return refuse('publication.head_approves');
  if (doing.move === 'publish' && item.audience !== 'members' && !item.boardOpen)
    return refuse('publication.no_board');
  return ok(to);
}

export const STATE_MOVES = Object.keys(MOVES) as readonly StateMove[];
