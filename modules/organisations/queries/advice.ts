import type { Outputs } from '#contract/lib';
import type { organisationsContract } from '#contract/organisations';
import { basisOf, ruleOf, type Advice } from '#kernel/rule';
import { ORGANISATION_RULES } from '../rules/catalogue.ts';

type Shown = Outputs<typeof organisationsContract>['establish']['advice'][number];

/** A warning with the ground it rests on, as printed: an article only where its wording was read. */
export function withBasis(advice: Advice): Shown {
  return { ...advice, basis: basisOf(ruleOf(ORGANISATION_RULES, advice.rule)) };
}
