import { ok, refuse, type Refusal, type Result } from '#kernel/result';
import type { Advice } from '#kernel/rule';
import { tidyName } from '#kernel/text';
import { advise } from './catalogue.ts';
import { ORG_KIND_FACTS, type OrgKind } from './kinds.ts';
import type { OrgSettings } from './settings.ts';

export type NameRefusal = Refusal<
  'organisations.name_empty' | 'organisations.name_too_long' | 'organisations.name_taken'
>;

/** Endings that fit a kind besides its own word: 党支部 and 支部委员会 both name a branch. */
const ENDINGS: Record<OrgKind, RegExp> = {
  committee: /(党委|委员会)$/,
  working_committee: /(工委|工作委员会)$/,
  leading_group: /党组$/,
  general_branch: /总支部?(委员会)?$/,
  branch: /支部(委员会)?$/,
  joint_branch: /支部(委员会)?$/,
  temporary_committee: /临时(党委|委员会)$/,
  temporary_general_branch: /临时(党)?总支部?(委员会)?$/,
  temporary_branch: /临时(党)?支部(委员会)?$/,
  temporary_joint_branch: /临时联合(党)?支部(委员会)?$/,
};

/**
 * A name as entered: tidied, at most 60 characters, not that of a sister body on the day. One that does
 * not end like its kind is a warning (`org.name`: the seal decides).
 */
export function checkName(
  name: string,
  kind: OrgKind,
  sisters: readonly string[],
): Result<{ readonly name: string; readonly advice: readonly Advice[] }, NameRefusal> {
  const plain = tidyName(name);
  if (plain === '') return refuse('organisations.name_empty');
  if (plain.length > 60) return refuse('organisations.name_too_long', { name: plain });
  if (sisters.some((sister) => tidyName(sister) === plain))
    return refuse('organisations.name_taken', { name: plain });
  const text = `名称一般以“${ORG_KIND_FACTS[kind].word}”结尾，以印章为准`;
  const fits = ENDINGS[kind].test(plain);
  return ok({
    name: plain,
    advice: fits ? [] : [advise('organisations.name_unusual', 'org.name', text)],
  });
}

const ON_SEAL: Partial<Record<OrgKind, string>> = {
  leading_group: '党组',
  working_committee: '工作委员会',
};

/** Full name where there is no seal: 中共 + unit + type; a name that begins with 中共 or 中国共产党 stays. */
export function fullNameOf(unit: string, kind: OrgKind): string {
  const plain = tidyName(unit);
  if (/^(中共|中国共产党)/.test(plain)) return plain;
  return `中共${plain}${ON_SEAL[kind] ?? ORG_KIND_FACTS[kind].word}${kind === 'branch' || kind === 'general_branch' ? '委员会' : ''}`;
}

export interface GroupFacts {
  readonly name: string;
  readonly members: number;
  readonly fullMembers: number;
  readonly leaderIsMember: boolean;
}

/** Party groups (`org.group`): the numbers are practice, the leader comes from the group. Warnings only. */
export function groupAdvice(group: GroupFacts, settings: OrgSettings): readonly Advice[] {
  const advice: Advice[] = [];
  if (group.members < settings.groupMin || group.fullMembers < settings.groupMinFull) {
    const text = `${group.name}有党员${group.members}人（正式${group.fullMembers}人），一般不少于${settings.groupMin}人且至少有${settings.groupMinFull}名正式党员`;
    advice.push(advise('organisations.group_small', 'org.group.size', text));
  }
  if (!group.leaderIsMember) {
    advice.push(
      advise(
        'organisations.group_without_leader',
        'org.group',
        `${group.name}还没有组长，组长从本组党员中产生`,
      ),
    );
  }
  return advice;
}
