import type { Feature } from '../../app/features.ts';

/** 党务公开、村务公开: items on their way, the catalogue, questions; the board itself is read without log-in. */
export const publication: Feature = {
  menu: [
    ...(['branch', 'above'] as const).flatMap((standing) => {
      const group = standing === 'branch' ? ('议事公开' as const) : ('督导考核' as const);
      return [
        {
          standings: [standing],
          group,
          label: '公开栏',
          to: '/publication',
          order: 60,
          permission: 'publication.read',
        },
        {
          standings: [standing],
          group,
          label: '公开待办',
          to: '/publication/todo',
          order: 62,
          permission: 'publication.read',
        },
        {
          standings: [standing],
          group,
          label: '意见答复',
          to: '/publication/questions',
          order: 64,
          permission: 'publication.read',
        },
        {
          standings: [standing],
          group,
          label: '公开目录',
          to: '/publication/catalogue',
          order: 66,
          permission: 'publication.read',
        },
      ];
    }),
    { standings: ['member'], group: '投票与意见', label: '党务公开', to: '/me/open', order: 60 },
  ],
};
