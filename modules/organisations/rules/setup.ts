import { ok, refuse, type Refusal, type Result } from '#kernel/result';
import type { Advice } from '#kernel/rule';
import { advise } from './catalogue.ts';
import type { OrgKind, Sector } from './kinds.ts';
import type { OrgSettings } from './settings.ts';

/** Who would belong to a body on the day it is set up. `members` counts full and probationary ones. */
export interface SetupFacts {
  readonly kind: OrgKind;
  readonly sector: Sector;
  readonly fullMembers: number;
  readonly members: number;
  /** Units covered, with their full members; one entry or none unless joint. */
  readonly units: readonly { readonly name: string; readonly fullMembers: number }[];
  /** Written reason and upper consent where the text allows fewer 因工作需要; null without. */
  readonly exception: string | null;
}

export type SetupRefusal = Refusal<
  | 'organisations.too_few_full_members'
  | 'organisations.joint_needs_units'
  | 'organisations.too_few_for_general_branch'
  | 'organisations.too_few_for_committee'
>;

type Outcome = Result<readonly Advice[], SetupRefusal>;

const hasException = (facts: SetupFacts): boolean => (facts.exception ?? '').trim() !== '';

const tooMany = (members: number, settings: OrgSettings): Advice[] =>
  members > settings.branchMaxMembers
    ? [
        advise(
          'organisations.branch_too_large',
          'org.branch.max',
          `党员${members}人，党支部一般不超过${settings.branchMaxMembers}人，建议拆分`,
        ),
      ]
    : [];

function branch(facts: SetupFacts, settings: OrgSettings): Outcome {
  if (facts.fullMembers < settings.branchMinFull) {
    return refuse('organisations.too_few_full_members', {
      full: facts.fullMembers,
      min: settings.branchMinFull,
    });
  }
  return ok(tooMany(facts.members, settings));
}

function joint(facts: SetupFacts, settings: OrgSettings): Outcome {
  if (facts.units.length < 2)
    return refuse('organisations.joint_needs_units', { units: facts.units.length });
  const base = branch(facts, settings);
  if (!base.ok) return base;
  const advice = [...base.value, ...jointUnitsAdvice(facts.units.length, settings)];
  for (const unit of facts.units) {
    if (unit.fullMembers < settings.branchMinFull) continue;
    const text = `${unit.name}有正式党员${unit.fullMembers}人，应当单独成立党支部`;
    advice.push(advise('organisations.unit_needs_own_branch', 'org.branch.min', text));
  }
  return ok(advice);
}

/** A joint branch covers five units in general; more is a warning (situation 3). */
export const jointUnitsAdvice = (units: number, settings: OrgSettings): readonly Advice[] =>
  units > settings.jointMaxUnits
    ? [
        advise(
          'organisations.joint_too_many_units',
          'org.branch.joint',
          `覆盖${units}个单位，联合党支部覆盖单位一般不超过${settings.jointMaxUnits}个`,
        ),
      ]
    : [];

function generalBranch(facts: SetupFacts, settings: OrgSettings): Outcome {
  const village = facts.sector === 'village';
  // A village needs more than fifty, others fifty or more (RUR18 art. 5).
  const enough = village
    ? facts.members > settings.generalBranchMin
    : facts.members >= settings.generalBranchMin;
  if (!enough && !hasException(facts)) {
    return refuse('organisations.too_few_for_general_branch', {
      members: facts.members,
      min: settings.generalBranchMin + (village ? 1 : 0),
    });
  }
  const rule = village ? 'org.village.general' : 'org.general-branch.min';
  const advice: Advice[] = [];
  if (!enough) {
    const text = `党员${facts.members}人，不足规定人数，须经上级党组织批准：${facts.exception ?? ''}`;
    advice.push(advise('organisations.exception_used', rule, text));
  }
  if (facts.members >= settings.committeeMin) {
    const text = `党员${facts.members}人，已达到成立党委的人数`;
    advice.push(advise('organisations.committee_possible', 'org.committee.min', text));
  }
  return ok(advice);
}

function committee(facts: SetupFacts, settings: OrgSettings): Outcome {
  // A township or county committee is set up by law of the area, not by number.
  if (facts.sector === 'mixed') return ok([]);
  const rule = facts.sector === 'village' ? 'org.village.committee' : 'org.committee.min';
  const advice: Advice[] = [];
  if (facts.members < settings.committeeMin) {
    if (!hasException(facts)) {
      return refuse('organisations.too_few_for_committee', {
        members: facts.members,
        min: settings.committeeMin,
      });
    }
    const text = `党员${facts.members}人，不足${settings.committeeMin}人，须经上级党组织批准：${facts.exception ?? ''}`;
    advice.push(advise('organisations.exception_used', rule, text));
  }
  if (facts.sector === 'village') {
    advice.push(advise('organisations.county_approval', rule, '村成立党委须经县级地方党委批准'));
  }
  return ok(advice);
}

/** Whether a body of that kind may be set up with these people (`org.branch.*`, `org.general-branch.min`, `org.committee.min`). */
export function checkSetup(facts: SetupFacts, settings: OrgSettings): Outcome {
  switch (facts.kind) {
    case 'branch':
      return branch(facts, settings);
    case 'joint_branch':
      return joint(facts, settings);
    case 'general_branch':
      return generalBranch(facts, settings);
    case 'committee':
      return committee(facts, settings);
    case 'working_committee':
    case 'leading_group':
      return ok([]);
    default:
      return ok([
        advise(
          'organisations.temporary_body',
          'org.branch.temp',
          '负责人由批准成立的党组织指定，机构撤销时自行撤销',
        ),
      ]);
  }
}

/** Forms open to a place with these numbers, the usual one first; empty: join another (`org.branch.joint`). */
export function formsFor(
  fullMembers: number,
  members: number,
  sector: Sector,
  settings: OrgSettings,
): OrgKind[] {
  const facts = { sector, fullMembers, members, units: [], exception: null };
  return (['committee', 'general_branch', 'branch'] as const).filter((kind) => {
    const found = checkSetup({ ...facts, kind }, settings);
    return (
      found.ok && !found.value.some((advice) => advice.code !== 'organisations.county_approval')
    );
  });
}
