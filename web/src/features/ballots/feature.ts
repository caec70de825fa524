import type { Feature } from '../../app/features.ts';

/** 投票与测评: roll, slips, box, count. */
export const ballots: Feature = {
  menu: [
    {
      standings: ['branch'],
      group: '议事公开',
      label: '投票与测评',
      to: '/ballots',
      order: 30,
      permission: 'ballots.read',
    },
    {
      standings: ['above'],
      group: '组织',
      label: '投票与测评',
      to: '/ballots',
      order: 60,
      permission: 'ballots.read',
    },
    {
      standings: ['member'],
      group: '投票与意见',
      label: '等我开箱',
      to: '/me/ballots',
      order: 30,
    },
  ],
};
