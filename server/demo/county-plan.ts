import type { MemberKind, OrgKind, Sector } from '#contract/organisations';

/** What a fictitious county looks like before anybody is born in it. */
export interface Planned {
  readonly name: string;
  readonly short: string;
  readonly kind: OrgKind;
  readonly sector: Sector;
  readonly memberKind?: MemberKind;
  readonly members: number;
  readonly units?: readonly string[];
  /** How the branch keeps its book: month by month, or from the paper book each quarter. */
  readonly book?: 'monthly' | 'quarterly';
  readonly below?: readonly Planned[];
}

const branch = (
  short: string,
  sector: Sector,
  members: number,
  more: Partial<Planned> = {},
): Planned => ({
  name: `中共${short}党支部`,
  short: `${short}党支部`,
  kind: 'branch',
  sector,
  members,
  ...more,
});

const committee = (short: string, sector: Sector, below: readonly Planned[]): Planned => ({
  name: `中共云山县${short}委员会`,
  short: `${short}党委`,
  kind: 'committee',
  sector,
  members: 0,
  below,
});

const village = (town: string, names: readonly string[]): Planned[] =>
  names.map((name, index) =>
    branch(`${town}${name}村`, 'village', 30 + ((index * 7) % 12), {
      book: index % 3 === 0 ? 'quarterly' : 'monthly',
    }),
  );

const township = (town: string, names: readonly string[]): Planned =>
  committee(town, 'village', [branch(`${town}机关`, 'office', 14), ...village(town, names)]);

/** Organisations below the county committee. The bureau of case 1 is built apart (`bureau.ts`). */
export const COUNTY_PLAN: readonly Planned[] = [
  township('青石镇', ['上坪', '下坪', '石桥', '竹溪', '横塘', '大岭', '新田', '水口']),
  township('白水镇', ['白水', '长滩', '桃源', '龙潭', '枫林', '双河', '古塘', '红岩']),
  township('松岗乡', ['松岗', '云顶', '石壁', '杨梅', '茶亭', '梨树', '清江']),
  committee('城关街道', 'community', [
    branch('城东社区', 'community', 41),
    branch('城西社区', 'community', 38, { book: 'quarterly' }),
    branch('北门社区', 'community', 35),
    branch('南桥社区', 'community', 44),
    branch('滨河社区', 'community', 29, { book: 'quarterly' }),
  ]),
  committee('教育局', 'school', [
    branch('云山县第一中学', 'school', 58),
    branch('云山县第二中学', 'school', 27),
    branch('城关小学', 'school', 22),
    branch('县职业技术学校', 'school', 18, { book: 'quarterly' }),
  ]),
  committee('国有企业', 'state_enterprise', [
    branch('县自来水公司', 'state_enterprise', 24),
    branch('县供销公司', 'state_enterprise', 17, { book: 'quarterly' }),
    branch('县城投公司', 'state_enterprise', 26),
  ]),
  {
    name: '中共云山县非公有制经济组织和社会组织工作委员会',
    short: '两新工委',
    kind: 'working_committee',
    sector: 'private_enterprise',
    members: 0,
    below: [
      branch('云山竹业公司', 'private_enterprise', 11),
      branch('青石茶业公司', 'private_enterprise', 8, { book: 'quarterly' }),
      branch('白水水泥公司', 'private_enterprise', 13),
      {
        name: '中共云山县社会组织联合党支部',
        short: '社会组织联合党支部',
        kind: 'joint_branch',
        sector: 'social_organisation',
        members: 9,
        units: ['县老年书画协会', '县义工联合会', '县茶业协会'],
      },
    ],
  },
  {
    name: '中共云山县直属机关工作委员会',
    short: '县直机关工委',
    kind: 'working_committee',
    sector: 'office',
    members: 0,
    below: [
      branch('县水务局', 'office', 16),
      branch('县财政局', 'office', 21),
      branch('县农业农村局', 'office', 24, { book: 'quarterly' }),
      branch('县卫生健康局', 'office', 18),
      branch('县交通运输局', 'office', 15),
      branch('县档案馆', 'office', 5),
      branch('县退役军人事务局', 'office', 9),
      branch('县委老干部局离退休', 'office', 42, { memberKind: 'retired', book: 'quarterly' }),
    ],
  },
];
