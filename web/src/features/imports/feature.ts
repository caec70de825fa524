import type { Feature } from '../../app/features.ts';

const officers = ['branch', 'above'] as const;

/** 导入花名册 and 与全国系统核对. */
export const imports: Feature = {
  menu: [
    {
      standings: officers,
      group: '党员',
      label: '导入花名册',
      to: '/imports',
      order: 70,
      permission: 'imports.use',
    },
    {
      standings: officers,
      group: '党员',
      label: '与全国系统核对',
      to: '/imports/compare',
      order: 71,
      permission: 'imports.use',
    },
  ],
};
