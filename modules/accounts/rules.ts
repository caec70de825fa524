import type { PostKind } from '#kernel/posts';
import { ok, refuse, type Refusal, type Result } from '#kernel/result';

export type GrantKind = 'clerk' | 'officer' | 'administrator';

/** A secretary names up to two 经办人 (situation 4). */
export const MAX_CLERKS = 2;

export type GrantRefusal = Refusal<
  'accounts.two_clerks' | 'accounts.grant_above' | 'accounts.granted_already'
>;

export interface GrantFacts {
  readonly kind: GrantKind;
  readonly orgName: string;
  /** What the person who grants acts as. */
  readonly by: PostKind | 'member' | 'system';
  readonly clerksAlready: number;
  readonly hasSame: boolean;
}

/**
 * Whether a grant may be given: at most two 经办人 of a body; 党务干部 and 管理员 only by one of these,
 * since a branch cannot give itself the powers of the level above.
 */
export function checkGrant(facts: GrantFacts): Result<null, GrantRefusal> {
  if (facts.hasSame) return refuse('accounts.granted_already');
  if (facts.kind === 'clerk') {
    return facts.clerksAlready >= MAX_CLERKS
      ? refuse('accounts.two_clerks', { org: facts.orgName })
      : ok(null);
  }
  return facts.by === 'officer' || facts.by === 'administrator' || facts.by === 'system'
    ? ok(null)
    : refuse('accounts.grant_above');
}

/**
 * How long somebody has to wait before the next try after wrong passwords: nothing for the first
 * five, then doubling from one second to one minute. Reckoned per name and address, so that an
 * office behind one address is never locked out by one colleague, nor by a stranger elsewhere.
 */
export function waitAfter(failures: number): number {
  return failures < 5 ? 0 : Math.min(60, 2 ** (failures - 5));
}
