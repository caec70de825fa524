import type { Feature } from '../../app/features.ts';

const officers = ['branch', 'above'] as const;
const READ = 'transfers.read';

/** 组织关系接转: both ends, letters with their register, whole organisations, the yearly check. */
export const transfers: Feature = {
  menu: [
    {
      standings: officers,
      group: '党员',
      label: '组织关系',
      to: '/transfers',
      order: 12,
      permission: READ,
    },
    {
      standings: officers,
      group: '党员',
      label: '介绍信登记簿',
      to: '/transfers/letters',
      order: 13,
      permission: READ,
    },
    {
      standings: officers,
      group: '党员',
      label: '组织关系排查',
      to: '/transfers/checks',
      order: 14,
      permission: READ,
    },
    {
      standings: ['above'],
      group: '党员',
      label: '整建制转接',
      to: '/transfers/whole',
      order: 15,
      permission: READ,
    },
  ],
};
