import type { Feature } from '../../app/features.ts';

const officers = ['branch', 'above'] as const;
const READ = 'status.read';

/** 党籍和组织处置: shown to the handling posts alone. */
export const status: Feature = {
  menu: [
    {
      standings: officers,
      group: '党员',
      label: '组织处置',
      to: '/status',
      order: 50,
      permission: READ,
    },
    {
      standings: officers,
      group: '党员',
      label: '失联党员',
      to: '/status/lost',
      order: 51,
      permission: READ,
    },
  ],
};
