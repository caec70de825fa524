import type { Feature } from '../../app/features.ts';

const shown = { standings: ['branch'], group: '工作台账', permission: 'workbook.read' } as const;

/** 工作手册 and 资料打印: the year of a branch on paper. */
export const workbook: Feature = {
  menu: [
    { ...shown, label: '工作手册', to: '/workbook', order: 60 },
    { ...shown, label: '资料打印', to: '/workbook/inspection', order: 61 },
  ],
};
