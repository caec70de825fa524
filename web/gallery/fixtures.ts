import { addDays, plainDate } from '#kernel/plain-date';
import type { OrgId } from '#kernel/ids';
import type { MenuEntry } from '../src/app/menu.ts';
import type { ActingPost, Me } from '../src/app/session.ts';
import type { BigAct } from '../src/app/features.ts';
import type { HomeModel } from '../src/features/home/model.ts';

/** Invented people and places, only for looking at the patterns. */
export const TODAY = plainDate('2026-05-11');

const post = (
  id: string,
  title: string,
  organisation: string,
  standing: ActingPost['standing'],
): ActingPost => ({
  id,
  title,
  organisation,
  orgId: id as OrgId,
  standing,
});

export const POSTS = [
  post('1', '书记', '青禾县发展和改革局党支部', 'branch'),
  post('2', '委员', '中共青禾县发展和改革局总支部', 'above'),
  post('3', '党员', '青禾县发展和改革局党支部', 'member'),
] as const;

export const ME: Me = {
  name: '林知远',
  personId: null,
  acting: POSTS[0],
  posts: POSTS,
  permissions: [],
  isDemo: true,
};

const entry = (group: MenuEntry['group'], label: string, to: string, order: number): MenuEntry => ({
  standings: ['branch', 'above', 'member'],
  group,
  label,
  to,
  order,
});

export const ENTRIES: readonly MenuEntry[] = [
  entry('首页', '待办', '/', 0),
  entry('支部', '概况', '/branch', 1),
  entry('支部', '班子与分工', '/posts', 2),
  entry('党员', '花名册', '/list', 1),
  entry('党员', '增减变动', '/detail', 2),
  entry('组织生活', '年度计划', '/plan', 1),
  entry('组织生活', '三会一课', '/sittings', 2),
  entry('党费', '年初核定', '/form', 1),
  entry('党费', '收缴', '/print', 2),
  entry('工作台账', '述职与总结', '/import', 1),
];

const act = (label: string, hint: string, to: string, order: number): BigAct => ({
  standings: ['branch'],
  label,
  hint,
  to,
  order,
});

export const ACTS: readonly BigAct[] = [
  act('记一次会', '到会、议题、决定', '/list', 1),
  act('收党费', '一次记一个月', '/list', 2),
  act('查党员', '姓名、拼音、首字母', '/list', 3),
  act('补录', '据纸质记录', '/list', 4),
];

export const HOME: HomeModel = {
  total: 9,
  below: [{ kind: 'meetings.party_class', name: '党课', missed: 2, of: 12 }],
  belowPending: false,
  due: [
    {
      key: '1',
      title: '召开四月份支委会',
      reason: '四月还没有召开；上一次是3月16日。已经开过的，补录即可。',
      basis: '《中国共产党支部工作条例（试行）》',
      dueOn: plainDate('2026-04-30'),
      act: '补录',
      to: '/list',
    },
    {
      key: '2',
      title: '召开二季度党员大会',
      reason: '本季度还没有召开。',
      basis: '《中国共产党支部工作条例（试行）》',
      dueOn: plainDate('2026-06-30'),
      act: '记一次会',
      to: '/list',
    },
    {
      key: '3',
      title: '上缴一季度党费',
      reason: '已收 1,284.00 元，还没有登记上缴。',
      basis: '《关于中国共产党党费收缴、使用和管理的规定》',
      dueOn: plainDate('2026-05-12'),
      act: '登记上缴',
      to: '/list',
    },
  ],
  strip: Array.from({ length: 14 }, (_, index) => ({
    date: addDays(TODAY, index),
    entries:
      index === 3
        ? [{ key: 'a', title: '主题党日', to: '/list' }]
        : index === 9
          ? [
              { key: 'b', title: '支委会', to: '/list' },
              { key: 'c', title: '谈心谈话' },
            ]
          : [],
  })),
};

export interface Comrade {
  readonly id: string;
  readonly name: string;
  readonly sex: string;
  readonly born: string;
  readonly category: string;
  readonly joined: string;
  readonly dues: number;
}

const NAMES = [
  '林知远',
  '周立春',
  '沈明',
  '韩雪松',
  '买买提·艾力',
  '欧阳若兰',
  '陈小满',
  '赵文博',
  '孙一鸣',
  '吴谷雨',
];

export const COMRADES: readonly Comrade[] = NAMES.map((name, index) => ({
  id: String(index),
  name,
  sex: index % 3 === 1 ? '女' : '男',
  born: `19${70 + index}-0${1 + (index % 9)}-15`,
  category: index === 6 ? '预备党员' : '正式党员',
  joined: `20${String(index).padStart(2, '0')}-07-01`,
  dues: 1250 + index * 375,
}));
