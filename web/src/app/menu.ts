/** Who looks: an officer of a branch, an officer of a level above, or an ordinary member. */
export type Standing = 'branch' | 'above' | 'member';

/** The menus of the field, in their order. A group without an entry is not shown. */
export const GROUPS = {
  branch: ['首页', '支部', '党员', '组织生活', '发展党员', '党费', '议事公开', '工作台账'],
  above: ['首页', '组织', '党员', '组织生活', '发展党员', '党费', '督导考核', '报表'],
  member: ['首页', '我的信息', '组织生活', '党费', '投票与意见'],
} as const satisfies Readonly<Record<Standing, readonly string[]>>;

export type Group = (typeof GROUPS)[Standing][number];

export interface MenuEntry {
  readonly standings: readonly Standing[];
  readonly group: Group;
  readonly label: string;
  /** Path of a route; a test resolves every one. */
  readonly to: string;
  /** Place within the group, by words of the field; smaller first. */
  readonly order: number;
  /** Shown only to whom the server grants this; nothing means everybody of that standing. */
  readonly permission?: string;
}

export interface MenuGroup {
  readonly name: Group;
  readonly entries: readonly MenuEntry[];
}

/** The menu of one who looks: groups in the order of the field, empty ones left out. */
export function menuFor(
  entries: readonly MenuEntry[],
  standing: Standing,
  granted: (permission: string) => boolean,
): MenuGroup[] {
  return GROUPS[standing]
    .map((name) => ({
      name,
      entries: entries
        .filter(
          (entry) =>
            entry.group === name &&
            entry.standings.includes(standing) &&
            (entry.permission === undefined || granted(entry.permission)),
        )
        .toSorted((a, b) => a.order - b.order),
    }))
    .filter((group) => group.entries.length > 0);
}
