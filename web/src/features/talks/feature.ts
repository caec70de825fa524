import type { Feature } from '../../app/features.ts';

const officers = ['branch', 'above'] as const;

/** 谈心谈话: who with whom and when; what was said is for the two alone. */
export const talks: Feature = {
  menu: [
    {
      standings: officers,
      group: '组织生活',
      label: '谈心谈话',
      to: '/talks',
      order: 50,
      permission: 'talks.read',
    },
    {
      standings: ['member'],
      group: '组织生活',
      label: '我的谈心谈话',
      to: '/me/talks',
      order: 52,
    },
  ],
};
