import { ok, refuse, type Refusal, type Result } from '#kernel/result';
import type { OrgSettings } from './settings.ts';

export interface SplitMember {
  readonly id: string;
  readonly full: boolean;
  /** Unit or department; empty where there is only one. */
  readonly unit: string;
  /** 党小组; empty where there is none. */
  readonly group: string;
}

export interface SplitPart {
  readonly units: readonly string[];
  readonly members: readonly SplitMember[];
  readonly fullMembers: number;
}

export interface SplitProposal {
  /** What was kept together: whole units, else groups, else persons. */
  readonly keeps: 'unit' | 'group' | 'person';
  readonly parts: readonly SplitPart[];
}

export type SplitRefusal = Refusal<
  'organisations.split_not_needed' | 'organisations.split_too_few_full_members'
>;

const keyOf = (member: SplitMember, keeps: SplitProposal['keeps']): string =>
  keeps === 'unit' ? member.unit : keeps === 'group' ? `${member.unit}/${member.group}` : member.id;

const countFull = (members: readonly SplitMember[]): number =>
  members.filter((member) => member.full).length;

/** Largest block first into the smallest part; equal ones by key, so that the same people give the same parts. */
function pack(
  members: readonly SplitMember[],
  count: number,
  keeps: SplitProposal['keeps'],
): SplitMember[][] {
  const blocks = new Map<string, SplitMember[]>();
  for (const member of members) {
    const key = keyOf(member, keeps);
    blocks.set(key, [...(blocks.get(key) ?? []), member]);
  }
  const sorted = [...blocks.entries()].sort(
    ([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1),
  );
  // Person by person, full members are dealt out first, so that no part is left without them.
  if (keeps === 'person') sorted.sort(([, x], [, y]) => countFull(y) - countFull(x));
  const parts: SplitMember[][] = Array.from({ length: count }, () => []);
  for (const [, block] of sorted) {
    const smallest = parts.reduce((best, part) => (part.length < best.length ? part : best));
    smallest.push(...block);
  }
  return parts;
}

/**
 * Parts for a branch above the limit (`org.branch.max`, case 7): as few as possible, none above the
 * limit, each with the full members a branch needs (`org.branch.min`), whole units where that gives
 * parts of like size, else whole groups, else single persons. A proposal: the branch and the level above decide.
 */
export function proposeSplit(
  members: readonly SplitMember[],
  settings: OrgSettings,
): Result<SplitProposal, SplitRefusal> {
  if (members.length <= settings.branchMaxMembers) {
    return refuse('organisations.split_not_needed', {
      members: members.length,
      max: settings.branchMaxMembers,
    });
  }
  const count = Math.ceil(members.length / settings.branchMaxMembers);
  const full = countFull(members);
  if (full < count * settings.branchMinFull) {
    return refuse('organisations.split_too_few_full_members', {
      full,
      needed: count * settings.branchMinFull,
    });
  }
  const largest = Math.min(settings.branchMaxMembers, Math.ceil((members.length / count) * 1.25));
  const fits = (part: readonly SplitMember[]): boolean =>
    part.length <= largest && countFull(part) >= settings.branchMinFull;
  const keeps =
    (['unit', 'group'] as const).find((way) => pack(members, count, way).every(fits)) ?? 'person';
  const parts = pack(members, count, keeps).map((part) => ({
    units: [...new Set(part.map((member) => member.unit).filter((unit) => unit !== ''))],
    members: part,
    fullMembers: countFull(part),
  }));
  return ok({ keeps, parts });
}
