import { addMonths, chineseDate, type PlainDate } from '#kernel/plain-date';
import { ok, refuse, type Refusal, type Result } from '#kernel/result';
import type { Advice } from '#kernel/rule';
import { advise } from './catalogue.ts';
import type { Sector } from './kinds.ts';
import type { OrgSettings } from './settings.ts';

/** Acts on the tree. `paper`: the approval each rests on; `request`: what is sent up before it. */
export const ORG_ACTS = {
  establish: { name: '成立', request: '关于成立党组织的请示', paper: '关于同意成立党组织的批复' },
  rename: { name: '更名', request: '关于更名的请示', paper: '关于同意更名的批复' },
  move: { name: '调整隶属', request: '关于调整隶属关系的请示', paper: '关于调整隶属关系的批复' },
  merge: { name: '合并', request: '关于合并的请示', paper: '关于同意合并的批复' },
  split: { name: '拆分', request: '关于拆分设立党支部的请示', paper: '关于同意拆分设立的批复' },
  revoke: { name: '撤销', request: '关于撤销的请示', paper: '关于同意撤销的批复' },
  change: { name: '资料变更', request: null, paper: null },
} as const satisfies Record<string, { name: string; request: string | null; paper: string | null }>;
export type OrgAct = keyof typeof ORG_ACTS;

export interface ActFacts {
  readonly act: OrgAct;
  readonly sector: Sector;
  readonly today: PlainDate;
  readonly happenedOn: PlainDate;
  /** Day the request went up, where known. */
  readonly appliedOn: PlainDate | null;
  readonly approvedOn: PlainDate | null;
  readonly approvedBy: string;
  readonly approvalPaper: string;
  /** Whether the approving body is a township committee or higher. */
  readonly approverIsTownshipOrHigher: boolean;
  /** What is left in the body on the day: for `revoke` and the sources of `merge`. */
  readonly membersLeft: number;
  readonly childrenLeft: number;
  /** Bodies on the other side: targets of `split`, sources of `merge`. */
  readonly others: number;
}

export type ActRefusal = Refusal<
  | 'organisations.act_in_future'
  | 'organisations.approval_missing'
  | 'organisations.approval_after_act'
  | 'organisations.approval_before_request'
  | 'organisations.approval_too_low'
  | 'organisations.revoke_has_members'
  | 'organisations.revoke_has_children'
  | 'organisations.act_needs_others'
>;

/**
 * Paper and order of days of an act: request ≤ approval ≤ act ≤ today; establishing and revoking in a
 * village need a township committee or higher (RUR18); nothing is revoked while people or bodies
 * stand in it. A reply later than a month after the request is a warning.
 */
export function checkAct(
  facts: ActFacts,
  settings: OrgSettings,
): Result<readonly Advice[], ActRefusal> {
  const act = ORG_ACTS[facts.act];
  if (facts.happenedOn > facts.today) {
    return refuse('organisations.act_in_future', { act: act.name, on: facts.happenedOn });
  }
  if (act.paper === null) return ok([]);
  const { approvedOn, appliedOn } = facts;
  if (approvedOn === null || facts.approvalPaper.trim() === '' || facts.approvedBy.trim() === '') {
    return refuse('organisations.approval_missing', { act: act.name, paper: act.paper });
  }
  if (approvedOn > facts.happenedOn) {
    return refuse('organisations.approval_after_act', {
      act: act.name,
      approvedOn,
      on: facts.happenedOn,
    });
  }
  if (appliedOn !== null && appliedOn > approvedOn) {
    return refuse('organisations.approval_before_request', { appliedOn, approvedOn });
  }
  const village = facts.sector === 'village';
  if (
    village &&
    (facts.act === 'establish' || facts.act === 'revoke') &&
    !facts.approverIsTownshipOrHigher
  ) {
    return refuse('organisations.approval_too_low', {
      act: act.name,
      approvedBy: facts.approvedBy,
    });
  }
  if ((facts.act === 'merge' && facts.others < 1) || (facts.act === 'split' && facts.others < 2)) {
    return refuse('organisations.act_needs_others', { act: act.name, others: facts.others });
  }
  if (facts.act === 'revoke' && facts.membersLeft > 0) {
    return refuse('organisations.revoke_has_members', { members: facts.membersLeft });
  }
  if (facts.act === 'revoke' && facts.childrenLeft > 0) {
    return refuse('organisations.revoke_has_children', { children: facts.childrenLeft });
  }
  const late = appliedOn !== null && approvedOn > addMonths(appliedOn, settings.replyMonths);
  const text = `请示${appliedOn === null ? '' : chineseDate(appliedOn)}，批复一般不超过${settings.replyMonths}个月`;
  return ok(late ? [advise('organisations.reply_late', 'org.setup.apply', text)] : []);
}
