import type { OrgId } from '#kernel/ids';

export interface BranchName {
  readonly orgId: OrgId;
  readonly name: string;
  readonly shortName: string;
}

/** `中共云山县水务局支部委员会` and `县水务局党支部` come close enough to be compared. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s"'“”()（）]/gu, '')
    .replace(/^(中国共产党|中共)/u, '')
    .replace(/(党支部委员会|支部委员会|党支部|支部)$/u, '');

/**
 * Finds branches by the names a table uses: whole name or short name, then without 中共 and 党支部,
 * then the only one whose name ends in it (or it in the name). Two that fit are not decided.
 */
export function branchFinder(branches: readonly BranchName[]): (text: string) => BranchName | null {
  const exact = new Map<string, BranchName | null>();
  const put = (key: string, branch: BranchName): void => {
    if (key === '') return;
    const there = exact.get(key);
    exact.set(key, there === undefined || there?.orgId === branch.orgId ? branch : null);
  };
  for (const branch of branches) {
    for (const name of new Set([plain(branch.name), plain(branch.shortName)])) put(name, branch);
  }
  const known = new Map<string, BranchName | null>();
  const find = (text: string): BranchName | null => {
    const key = plain(text);
    const direct = exact.get(key);
    if (direct !== undefined) return direct;
    if (key.length < 3) return null;
    const near = branches.filter((branch) => {
      const name = plain(branch.name);
      return name.length >= 3 && (name.endsWith(key) || key.endsWith(name));
    });
    return near.length === 1 ? (near[0] ?? null) : null;
  };
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const found = find(text);
    known.set(text, found);
    return found;
  };
}
