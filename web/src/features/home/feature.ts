import type { Feature } from '../../app/features.ts';

export const home: Feature = {
  menu: [
    { standings: ['branch', 'above', 'member'], group: '首页', label: '待办', to: '/', order: 0 },
  ],
};
