/** Papers of meetings by the name of their address. */
export const PAPERS = {
  minutes: '会议记录',
  'sign-in': '签到表',
  notice: '会议通知',
  package: '会议包',
  plan: '年度组织生活计划表',
  'follow-ups': '决议落实表',
  hours: '学时登记表',
} as const;
export type Paper = keyof typeof PAPERS;

export const isPaper = (name: string): name is Paper => Object.hasOwn(PAPERS, name);

export interface PaperOf {
  readonly meetingId?: string;
  readonly sittingId?: string;
  readonly orgId?: string;
  readonly year?: string;
}

const NEEDS: Readonly<Record<Paper, readonly (keyof PaperOf)[]>> = {
  minutes: ['meetingId'],
  'sign-in': ['meetingId'],
  notice: ['sittingId'],
  package: ['sittingId'],
  plan: ['orgId', 'year'],
  'follow-ups': ['orgId', 'year'],
  hours: ['orgId', 'year'],
};

/** Where the server makes a paper. */
export function paperAddress(paper: Paper, of: PaperOf, format: 'html' | 'docx'): string {
  const query = new URLSearchParams({ format });
  for (const name of NEEDS[paper]) {
    const value = of[name];
    if (value !== undefined) query.set(name, value);
  }
  return `/api/meetings/papers/${paper}?${query.toString()}`;
}
