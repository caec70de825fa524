/**
 * What somebody may act as. Posts come from elections and appointments; `clerk` and `officer` are
 * given by grant (经办人, 党务干部), `administrator` runs the installation.
 */
export const POSTS = {
  secretary: '书记',
  deputy_secretary: '副书记',
  acting_secretary: '主持工作',
  organisation_member: '组织委员',
  publicity_member: '宣传委员',
  discipline_member: '纪检委员',
  committee_member: '委员',
  group_leader: '党小组组长',
  clerk: '经办人',
  officer: '党务干部',
  administrator: '管理员',
} as const;

export type PostKind = keyof typeof POSTS;

export const POST_KINDS = Object.keys(POSTS) as readonly PostKind[];

/** Posts that head a body: who may finalise (定稿) and approve. */
export const HEADS: readonly PostKind[] = ['secretary', 'deputy_secretary', 'acting_secretary'];

/** Members of the committee in the sense of BR18: entitled to committee meetings. */
export const COMMITTEE: readonly PostKind[] = [
  ...HEADS,
  'organisation_member',
  'publicity_member',
  'discipline_member',
  'committee_member',
];
