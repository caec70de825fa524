import type { Feature } from '../../app/features.ts';

/** Log-in, choice of post and one's own sessions are reached from the header. */
export const accounts: Feature = {
  menu: [
    {
      standings: ['branch'],
      group: '支部',
      label: '账号与经办',
      to: '/accounts',
      order: 90,
      permission: 'accounts.invite',
    },
    {
      standings: ['above'],
      group: '组织',
      label: '账号与经办',
      to: '/accounts',
      order: 90,
      permission: 'accounts.invite',
    },
  ],
};
