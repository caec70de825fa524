import type { Feature } from '../../app/features.ts';

const branch = ['branch'] as const;
const above = ['above'] as const;

/** 党费: fixed in January, taken, handed up, used and published, compared with the bank. */
export const dues: Feature = {
  menu: [
    {
      standings: branch,
      group: '党费',
      label: '年初核定',
      to: '/dues/assessment',
      order: 0,
      permission: 'dues.base',
    },
    {
      standings: branch,
      group: '党费',
      label: '收缴',
      to: '/dues/collect',
      order: 10,
      permission: 'dues.read',
    },
    {
      standings: branch,
      group: '党费',
      label: '上缴',
      to: '/dues/remittances',
      order: 20,
      permission: 'dues.read',
    },
    {
      standings: branch,
      group: '党费',
      label: '使用与公示',
      to: '/dues/means',
      order: 30,
      permission: 'dues.read',
    },
    {
      standings: branch,
      group: '党费',
      label: '对账',
      to: '/dues/bank',
      order: 40,
      permission: 'dues.write',
    },
    {
      standings: above,
      group: '党费',
      label: '各支部党费',
      to: '/dues/overview',
      order: 0,
      permission: 'dues.read',
    },
    {
      standings: above,
      group: '党费',
      label: '计算口径',
      to: '/dues/settings',
      order: 10,
      permission: 'dues.settings',
    },
    { standings: ['member'], group: '党费', label: '我的党费', to: '/me/dues', order: 0 },
  ],
  acts: [
    {
      standings: ['member'],
      label: '我的党费',
      hint: '应交、已交和收据',
      to: '/me/dues',
      order: 30,
    },
    {
      standings: branch,
      label: '收党费',
      hint: '本期名单已列好，一次记完',
      to: '/dues/collect',
      order: 20,
      permission: 'dues.write',
    },
  ],
};
