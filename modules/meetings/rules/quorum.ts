import { ok, refuse, type Refusal, type Result } from '#kernel/result';
import { citation, ruleOf, type Advice } from '#kernel/rule';
import { advise, MEETING_RULES } from './catalogue.ts';
import { MEETING_KINDS, type KindEntry, type MeetingKind, type QuorumRule } from './kinds.ts';

/** Fewest present of `entitled` (`count.half.quorum`): 半数以上 = ceil(n/2), 超过半数 = floor(n/2)+1. */
export function neededFor(rule: QuorumRule, entitled: number): number {
  if (rule === 'none') return 0;
  if (rule === 'half') return Math.ceil(entitled / 2);
  return rule === 'over_half' ? Math.floor(entitled / 2) + 1 : Math.ceil((entitled * 2) / 3);
}

/** Fewest approvals: more than half of those entitled who should attend, present or not. */
export const approvalsNeeded = (entitled: number): number => Math.floor(entitled / 2) + 1;

export interface QuorumState {
  readonly entitled: number;
  readonly present: number;
  readonly needed: number;
  readonly met: boolean;
  /** Whether an item could pass with those present. */
  readonly canPass: boolean;
  /** `应到会有表决权9人，实到6人，须5人以上到会；可以开会（依据：…）`. */
  readonly text: string;
  readonly advice: readonly Advice[];
}

const SHARE: Record<QuorumRule, string> = {
  none: '',
  half: '半数以上',
  over_half: '超过半数',
  two_thirds: '三分之二以上',
};

/** Quorum as it stands, to be shown while people arrive. Numbers are of those entitled to vote. */
export function quorumOf(kind: MeetingKind, entitled: number, present: number): QuorumState {
  const entry: KindEntry = MEETING_KINDS[kind];
  const needed = neededFor(entry.quorum, entitled);
  const met = entitled > 0 && present >= needed;
  const canPass = entry.passRule === null || present >= approvalsNeeded(entitled);
  const who =
    entry.body === 'members'
      ? '应到会有表决权党员'
      : entry.body === 'committee'
        ? '应到委员'
        : '应到';
  const head = `${who}${entitled}人，实到${present}人`;
  const cited = entry.quorumRule === null ? '' : citation(ruleOf(MEETING_RULES, entry.quorumRule));
  const body =
    entry.quorum === 'none'
      ? '没有人数要求'
      : `须${SHARE[entry.quorum]}即${needed}人到会，${met ? '可以开会' : `还差${Math.max(0, needed - present)}人`}`;
  const advice: Advice[] = [];
  if (met && !canPass && entry.passRule !== null) {
    const text = `到会${present}人，达到开会人数，但赞成须${approvalsNeeded(entitled)}票，本次表决不可能通过`;
    advice.push(advise('meetings.exactly_half', entry.passRule, text));
  }
  return { entitled, present, needed, met, canPass, text: `${head}，${body}${cited}`, advice };
}

/** An item put to a show of hands. */
export interface Vote {
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
  /** Present and entitled, but out of this item (回避). */
  readonly recused: number;
  /** A vote on a person goes by secret ballot (DEV26 art. 20), never by hands. */
  readonly onPerson: boolean;
}

export interface Outcome {
  readonly passed: boolean;
  readonly entitled: number;
  readonly present: number;
  readonly approvalsNeeded: number;
  readonly notVoted: number;
  readonly text: string;
}

export type VoteRefusal = Refusal<
  | 'meetings.kind_has_no_votes'
  | 'meetings.no_quorum'
  | 'meetings.votes_exceed_present'
  | 'meetings.votes_invalid'
  | 'meetings.needs_secret_ballot'
>;

/**
 * Outcome of a show of hands. Passes when approvals exceed half of those entitled who should attend;
 * `recusedLeaveCount` takes 回避 out of that number where the local rule says so.
 */
export function outcomeOf(
  kind: MeetingKind,
  entitled: number,
  present: number,
  vote: Vote,
  recusedLeaveCount: boolean,
): Result<Outcome, VoteRefusal> {
  const entry: KindEntry = MEETING_KINDS[kind];
  if (entry.passRule === null) return refuse('meetings.kind_has_no_votes', { kind: entry.name });
  if (vote.onPerson) return refuse('meetings.needs_secret_ballot');
  const numbers = [vote.yes, vote.no, vote.abstain, vote.recused, entitled, present];
  if (numbers.some((n) => !Number.isInteger(n) || n < 0) || present > entitled) {
    return refuse('meetings.votes_invalid', { present, entitled });
  }
  const quorum = quorumOf(kind, entitled, present);
  if (!quorum.met)
    return refuse('meetings.no_quorum', { entitled, present, needed: quorum.needed });
  const cast = vote.yes + vote.no + vote.abstain;
  if (cast + vote.recused > present)
    return refuse('meetings.votes_exceed_present', { cast, present });
  const counted = entitled - (recusedLeaveCount ? vote.recused : 0);
  const needed = approvalsNeeded(counted);
  const passed = vote.yes >= needed;
  const recused = vote.recused === 0 ? '' : `，回避${vote.recused}人`;
  const text =
    `应到会有表决权${counted}人，实到${present}人${recused}；赞成${vote.yes}票，反对${vote.no}票，弃权${vote.abstain}票；` +
    `${passed ? '赞成超过' : '赞成未超过'}应到会有表决权人数的半数（须${needed}票），${passed ? '通过' : '未通过'}${citation(ruleOf(MEETING_RULES, entry.passRule))}`;
  return ok({
    passed,
    entitled: counted,
    present,
    approvalsNeeded: needed,
    notVoted: present - cast - vote.recused,
    text,
  });
}

/** Before a meeting: how many must come, how many are away, and a word where they may fail to. */
export function outlook(
  kind: MeetingKind,
  entitled: number,
  away: number,
): { readonly needed: number; readonly possible: boolean } {
  const needed = Math.max(
    neededFor(MEETING_KINDS[kind].quorum, entitled),
    MEETING_KINDS[kind].passRule === null ? 0 : approvalsNeeded(entitled),
  );
  return { needed, possible: entitled - away >= needed };
}
