/** Bodies that keep a roster and collect from it; the others fix and add up. */
const BRANCHES = ['branch', 'joint_branch', 'temporary_branch', 'temporary_joint_branch'];

export const isBranch = (kind: string): boolean => BRANCHES.includes(kind);
