import type { Feature } from '../../app/features.ts';

/** 支部 and 组织: what a body is, who leads it, what stands below it. */
export const organisations: Feature = {
  menu: [
    { standings: ['branch'], group: '支部', label: '概况', to: '/organisation', order: 0 },
    {
      standings: ['branch'],
      group: '支部',
      label: '班子与分工',
      to: '/organisation/posts',
      order: 10,
    },
    {
      standings: ['branch'],
      group: '支部',
      label: '党小组',
      to: '/organisation/groups',
      order: 20,
      permission: 'organisations.read',
    },
    {
      standings: ['branch'],
      group: '支部',
      label: '书记交接',
      to: '/organisation/handover',
      order: 80,
      permission: 'organisations.posts',
    },
    { standings: ['above'], group: '组织', label: '体系', to: '/organisations', order: 0 },
    {
      standings: ['above'],
      group: '组织',
      label: '换届到期',
      to: '/organisations/terms',
      order: 10,
      permission: 'organisations.read',
    },
    {
      standings: ['above'],
      group: '组织',
      label: '班子与分工',
      to: '/organisation/posts',
      order: 20,
    },
    {
      standings: ['above'],
      group: '组织',
      label: '设置变动',
      to: '/organisations/acts',
      order: 30,
      permission: 'organisations.read',
    },
    {
      standings: ['above'],
      group: '组织',
      label: '节假日表',
      to: '/organisations/work-years',
      order: 60,
      permission: 'organisations.change',
    },
  ],
};
