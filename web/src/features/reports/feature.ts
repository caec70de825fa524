import type { Feature } from '../../app/features.ts';

export const reports: Feature = {
  menu: [
    {
      standings: ['branch'],
      group: '工作台账',
      label: '述职与总结',
      to: '/reports',
      order: 40,
      permission: 'reports.read',
    },
    {
      standings: ['above'],
      group: '督导考核',
      label: '述职与总结',
      to: '/reports',
      order: 40,
      permission: 'reports.read',
    },
  ],
};
