import type { Feature } from '../../app/features.ts';

const branch = ['branch'] as const;
const above = ['above'] as const;
const READ = 'admissions.read';

/** 发展党员: four registers, each case step by step, plans of a year. */
export const admissions: Feature = {
  menu: [
    {
      standings: above,
      group: '发展党员',
      label: '预审、审批',
      to: '/admissions/inbox',
      order: 0,
      permission: READ,
    },
    {
      standings: [...branch, ...above],
      group: '发展党员',
      label: '四类名册',
      to: '/admissions',
      order: 10,
      permission: READ,
    },
    {
      standings: [...branch, ...above],
      group: '发展党员',
      label: '发展日历',
      to: '/admissions/calendar',
      order: 15,
      permission: READ,
    },
    {
      standings: [...branch, ...above],
      group: '发展党员',
      label: '计划',
      to: '/admissions/plans',
      order: 20,
      permission: READ,
    },
    {
      standings: [...branch, ...above],
      group: '发展党员',
      label: '队伍结构',
      to: '/admissions/structure',
      order: 30,
      permission: READ,
    },
    {
      standings: above,
      group: '发展党员',
      label: '三年未发展',
      to: '/admissions/idle',
      order: 40,
      permission: READ,
    },
  ],
};
