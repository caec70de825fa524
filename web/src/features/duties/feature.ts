import type { Feature } from '../../app/features.ts';

/** What is due of one's own stands on the first page; this is the table of those below. */
export const duties: Feature = {
  menu: [
    {
      standings: ['above'],
      group: '组织生活',
      label: '履职一览',
      to: '/duties',
      order: 5,
      permission: 'duties.matrix',
    },
    {
      standings: ['branch'],
      group: '组织生活',
      label: '履职一览',
      to: '/duties',
      order: 95,
      permission: 'duties.matrix',
    },
  ],
};
