import type { Feature } from '../../app/features.ts';

const officers = ['branch', 'above'] as const;

/** 党员: who belongs where. */
export const members: Feature = {
  menu: [
    {
      standings: officers,
      group: '党员',
      label: '花名册',
      to: '/members',
      order: 0,
      permission: 'members.read',
    },
    {
      standings: officers,
      group: '党员',
      label: '增减变动',
      to: '/members/movement',
      order: 10,
      permission: 'members.read',
    },
    {
      standings: ['branch'],
      group: '党员',
      label: '外来党员',
      to: '/members/guests',
      order: 11,
      permission: 'members.read',
    },
    {
      standings: officers,
      group: '党员',
      label: '更正申请',
      to: '/members/requests',
      order: 20,
      permission: 'members.write',
    },
    {
      standings: officers,
      group: '党员',
      label: '信息质量',
      to: '/members/quality',
      order: 60,
      permission: 'members.read',
    },
    {
      standings: officers,
      group: '党员',
      label: '重复核对',
      to: '/members/duplicates',
      order: 61,
      permission: 'members.write',
    },
    {
      standings: officers,
      group: '党员',
      label: '在党50年',
      to: '/members/fifty-years',
      order: 40,
      permission: 'members.read',
    },
    {
      standings: officers,
      group: '党员',
      label: '困难党员',
      to: '/members/hardships',
      order: 41,
      permission: 'members.hardship',
    },
    { standings: ['member'], group: '我的信息', label: '我的信息', to: '/me/file', order: 0 },
  ],
  acts: [
    {
      standings: ['member'],
      label: '我的信息',
      hint: '核对本人的登记情况',
      to: '/me/file',
      order: 10,
    },
    {
      standings: officers,
      label: '查党员',
      hint: '姓名、拼音或首字母',
      to: '/members',
      order: 30,
      permission: 'members.read',
    },
  ],
};
