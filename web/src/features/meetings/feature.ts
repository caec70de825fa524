import type { Feature } from '../../app/features.ts';

const reads = { group: '组织生活', permission: 'meetings.read' } as const;
const branch = { ...reads, standings: ['branch'] } as const;
const officers = { ...reads, standings: ['branch', 'above'] } as const;

/** 组织生活: plan, hold, record, look up. */
export const meetings: Feature = {
  menu: [
    { ...branch, label: '年度计划', to: '/meetings/plan', order: 0 },
    { ...branch, label: '三会一课', to: '/meetings', order: 10 },
    { ...branch, label: '主题党日', to: '/meetings/theme-days', order: 20 },
    { ...branch, label: '其他会议', to: '/meetings/others', order: 30 },
    { ...branch, label: '决议落实', to: '/meetings/follow-ups', order: 70 },
    { ...branch, label: '学时登记', to: '/meetings/hours', order: 71 },
    { ...reads, standings: ['above'], label: '各支部会议', to: '/meetings/below', order: 10 },
    { ...officers, label: '会议种类', to: '/meetings/kinds', order: 90 },
    {
      standings: ['member'],
      group: '组织生活',
      label: '会议与学时',
      to: '/me/meetings',
      order: 0,
    },
  ],
  acts: [
    {
      standings: ['member'],
      label: '会议与学时',
      hint: '参加过的会议和学时',
      to: '/me/meetings',
      order: 20,
    },
    {
      standings: ['branch'],
      label: '记一次会',
      hint: '到会、议题、决定',
      to: '/meetings/record',
      order: 10,
      permission: 'meetings.prepare',
    },
    {
      standings: ['branch'],
      label: '补录',
      hint: '照纸质记录一次录一年',
      to: '/meetings/late',
      order: 40,
      permission: 'meetings.prepare',
    },
  ],
};
