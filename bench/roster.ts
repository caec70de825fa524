import type { CellInput, ColumnModel } from '#platform/sheets';

/** Twenty columns as the national export has them. */
export const ROSTER_COLUMNS: readonly ColumnModel[] = [
  '序号',
  '姓名',
  '性别',
  '公民身份号码',
  '民族',
  '出生日期',
  '学历',
  '学位',
  '人员类别',
  '所在党支部',
  '手机号码',
  '入党日期',
  '转正日期',
  '工作岗位',
  '工作单位',
  '职务',
  '籍贯',
  '是否农民工',
  '现居住地',
  '户籍所在地',
].map((header) => ({ header, width: 14 }));

const SURNAMES = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧'];
const GIVEN = [
  ...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰建国志文海波晨雪梅婷浩宇轩梓涵',
];
const EDUCATION = ['大学', '大专', '普通高中', '硕士研究生', '初中', '中等专科'];
const WORK = ['公务员', '农牧渔业生产人员', '退休人员', '事业单位管理岗位', '其他从业人员'];

/** Deterministic numbers in [0, 1). */
function mulberry(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const check = (first17: string): string =>
  '10X98765432'[WEIGHTS.reduce((sum, w, i) => sum + w * Number(first17[i]), 0) % 11] ?? '';
const two = (value: number): string => String(value).padStart(2, '0');

/**
 * Rows of invented people, the same for the same seed. Identity numbers are well formed, lie in
 * areas that do not exist (`110120` to `110199`) and are distinct.
 */
export function* rosterRows(
  count: number,
  options: { readonly seed?: number; readonly branches?: readonly string[] } = {},
): Generator<CellInput[]> {
  const random = mulberry(options.seed ?? 1);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const branches = options.branches ?? [''];
  const taken = new Set<string>();
  for (let i = 0; taken.size < count; i += 1) {
    const year = 1945 + Math.floor(random() * 58);
    const born = `${year}${two(1 + Math.floor(random() * 12))}${two(1 + Math.floor(random() * 28))}`;
    const man = random() < 0.6;
    const order = (i * 2 + (man ? 1 : 0)) % 1000;
    // Distinct: the area carries what the three digits of the day's order cannot.
    const area = two(20 + (Math.floor(i / 500) % 80));
    const first17 = `1101${area}${born}${String(order).padStart(3, '0')}`;
    if (taken.has(first17)) continue;
    taken.add(first17);
    const joined = year + 20 + Math.floor(random() * 3);
    const month = two(1 + Math.floor(random() * 12));
    yield [
      String(i + 1),
      pick(SURNAMES) + pick(GIVEN) + (random() < 0.85 ? pick(GIVEN) : ''),
      man ? '男' : '女',
      first17 + check(first17),
      random() < 0.9 ? '汉族' : '回族',
      `${born.slice(0, 4)}.${born.slice(4, 6)}.${born.slice(6)}`,
      pick(EDUCATION),
      '',
      '正式党员',
      branches[i % branches.length] ?? '',
      `1380${String(i).padStart(7, '0')}`,
      `${joined}年${Number(month)}月1日`,
      `${joined + 1}${month}01`,
      pick(WORK),
      `云山县第${1 + (i % 300)}单位`,
      random() < 0.2 ? '科员' : '',
      '云山县',
      '否',
      `云山县城关镇${1 + (i % 50)}号`,
      '云山县城关镇',
    ];
  }
}
