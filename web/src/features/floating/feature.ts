import type { Feature } from '../../app/features.ts';

/** 流动党员: who is away, who came, and contact kept with them. */
export const floating: Feature = {
  menu: [
    {
      standings: ['branch', 'above'],
      group: '党员',
      label: '流动党员',
      to: '/floating',
      order: 30,
      permission: 'floating.read',
    },
    {
      standings: ['member'],
      group: '组织生活',
      label: '联系流动党员',
      to: '/me/floating',
      order: 60,
    },
  ],
};
