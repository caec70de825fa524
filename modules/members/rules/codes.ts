/** One value of a code table: its key in the data, its name on paper, other ways people write it. */
export interface CodeEntry {
  readonly key: string;
  readonly name: string;
  readonly aliases?: readonly string[];
}

export type CodeMatch =
  /** `sure: false`: read from a loose word; shown for confirmation. */
  | { readonly kind: 'found'; readonly key: string; readonly sure: boolean }
  | { readonly kind: 'candidates'; readonly keys: readonly string[] }
  | { readonly kind: 'none' };

const plainOf = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s"'“”‘’、，,。.;；:：()（）【】[\]\-—]/gu, '');

interface Index {
  readonly exact: ReadonlyMap<string, string>;
  readonly loose: readonly (readonly [string, string])[];
  /** Answers given: a table says the same words again and again. Forgotten when full. */
  readonly given: Map<string, CodeMatch>;
}
const MOST_GIVEN = 2_000;
const indexes = new WeakMap<readonly CodeEntry[], Index>();

function indexOf(table: readonly CodeEntry[]): Index {
  const known = indexes.get(table);
  if (known !== undefined) return known;
  const exact = new Map<string, string>();
  for (const entry of table) {
    for (const word of [entry.name, entry.key, ...(entry.aliases ?? [])]) {
      const plain = plainOf(word);
      if (!exact.has(plain)) exact.set(plain, entry.key);
    }
  }
  const made = {
    exact,
    loose: [...exact.entries()].filter(([word]) => word.length >= 2),
    given: new Map<string, CodeMatch>(),
  };
  indexes.set(table, made);
  return made;
}

/**
 * What people write to the key of a table: exact name, key or alias; else the longest name contained
 * in the text (or containing it), where all such lead to one key; else the candidates.
 */
export function matchCode(table: readonly CodeEntry[], text: string): CodeMatch {
  const index = indexOf(table);
  const before = index.given.get(text);
  if (before !== undefined) return before;
  const match = findCode(index, text);
  if (index.given.size >= MOST_GIVEN) index.given.clear();
  index.given.set(text, match);
  return match;
}

function findCode({ exact, loose }: Index, text: string): CodeMatch {
  const plain = plainOf(text);
  if (plain === '') return { kind: 'none' };
  const key = exact.get(plain);
  if (key !== undefined) return { kind: 'found', key, sure: true };
  const inside = loose.filter(([word]) => plain.includes(word));
  const longest = Math.max(0, ...inside.map(([word]) => word.length));
  const around = plain.length < 2 ? [] : loose.filter(([word]) => word.includes(plain));
  const hits = longest > 0 ? inside.filter(([word]) => word.length === longest) : around;
  const keys = [...new Set(hits.map(([, found]) => found))];
  const [only] = keys;
  if (only === undefined) return { kind: 'none' };
  return keys.length === 1
    ? { kind: 'found', key: only, sure: false }
    : { kind: 'candidates', keys };
}

export const nameOfCode = (table: readonly CodeEntry[], key: string): string | null =>
  table.find((entry) => entry.key === key)?.name ?? null;

const ETHNIC_NAMES =
  '汉 蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 高山 拉祜 水 东乡 纳西 景颇 柯尔克孜 土 达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 乌孜别克 俄罗斯 鄂温克 德昂 保安 裕固 京 塔塔尔 独龙 鄂伦春 赫哲 门巴 珞巴 基诺';

/** GB/T 3304-1991: keys 01 to 56, names written out with 族. */
export const ETHNIC_GROUPS: readonly CodeEntry[] = [
  ...ETHNIC_NAMES.split(' ').map((name, i) => ({
    key: String(i + 1).padStart(2, '0'),
    name: `${name}族`,
    aliases:
      name === '维吾尔' ? [name, '维族', '维'] : name === '蒙古' ? [name, '蒙', '蒙族'] : [name],
  })),
  { key: '97', name: '其他' },
  { key: '98', name: '外国血统中国籍人士', aliases: ['外国血统'] },
];

export const SEX_CODES: readonly CodeEntry[] = [
  { key: 'male', name: '男', aliases: ['男性', '1', 'M'] },
  { key: 'female', name: '女', aliases: ['女性', '2', 'F'] },
];

/** 人员类别. */
export const CATEGORY_CODES: readonly CodeEntry[] = [
  { key: 'full', name: '正式党员', aliases: ['正式', '中共正式党员', '中共党员', '党员'] },
  { key: 'probationary', name: '预备党员', aliases: ['预备', '中共预备党员'] },
];

export const YES_NO: readonly CodeEntry[] = [
  { key: 'yes', name: '是', aliases: ['有', '√', '✓', '✔', 'Y', 'TRUE', '1', '对'] },
  { key: 'no', name: '否', aliases: ['无', '×', 'N', 'FALSE', '0', '不是', '没有', '非'] },
];

/** Education as party systems name it, highest first; `college`: counts under 大专以上. */
export const EDUCATION_CODES: readonly (CodeEntry & { readonly college: boolean })[] = [
  { key: 'doctor', name: '博士研究生', aliases: ['博士', '博士研究生毕业', '博研'], college: true },
  {
    key: 'master',
    name: '硕士研究生',
    aliases: ['硕士', '研究生', '硕士研究生毕业', '全日制研究生', '在职研究生', '硕研'],
    college: true,
  },
  { key: 'master_class', name: '硕士生班', aliases: ['研究生班'], college: true },
  { key: 'central_postgraduate', name: '中央党校研究生', aliases: [], college: true },
  {
    key: 'provincial_postgraduate',
    name: '省（区、市）委党校研究生',
    aliases: ['省委党校研究生', '党校研究生', '市委党校研究生', '区委党校研究生'],
    college: true,
  },
  {
    key: 'second_degree',
    name: '第二学士学位班',
    aliases: ['双学士', '第二学士学位', '双学位'],
    college: true,
  },
  {
    key: 'university',
    name: '大学',
    aliases: [
      '本科',
      '大学本科',
      '大本',
      '大学毕业',
      '大学本科毕业',
      '全日制本科',
      '全日制大学',
      '在职大学',
      '在职本科',
      '函授本科',
      '自考本科',
      '学士',
      '大学学历',
    ],
    college: true,
  },
  { key: 'central_university', name: '中央党校大学', aliases: ['中央党校本科'], college: true },
  {
    key: 'provincial_university',
    name: '省（区、市）委党校大学',
    aliases: [
      '省委党校大学',
      '省委党校本科',
      '党校本科',
      '党校大学',
      '市委党校大学',
      '区委党校大学',
    ],
    college: true,
  },
  { key: 'university_ordinary', name: '大学普通班', aliases: [], college: true },
  {
    key: 'college',
    name: '大专',
    aliases: [
      '专科',
      '大学专科',
      '大学专科毕业',
      '大专毕业',
      '高职',
      '高等职业教育',
      '全日制大专',
      '在职大专',
      '函授大专',
      '自考大专',
    ],
    college: true,
  },
  { key: 'central_college', name: '中央党校大专', aliases: ['中央党校专科'], college: true },
  {
    key: 'provincial_college',
    name: '省（区、市）委党校大专',
    aliases: ['省委党校大专', '党校大专', '党校专科', '市委党校大专', '区委党校大专'],
    college: true,
  },
  {
    key: 'secondary_technical',
    name: '中等专科',
    aliases: ['中专', '中等专业学校', '中师', '中等师范', '中专毕业'],
    college: false,
  },
  { key: 'vocational_high', name: '职业高中', aliases: ['职高', '职业中专'], college: false },
  { key: 'skilled_school', name: '技工学校', aliases: ['技校'], college: false },
  { key: 'senior_high', name: '普通高中', aliases: ['高中', '高中毕业', '普高'], college: false },
  { key: 'junior_high', name: '初中', aliases: ['初级中学', '初中毕业', '中学'], college: false },
  { key: 'primary', name: '小学', aliases: ['小学毕业', '高小', '初小'], college: false },
  {
    key: 'other',
    name: '其他',
    aliases: ['文盲', '半文盲', '文盲或半文盲', '其它'],
    college: false,
  },
];

/** Degrees, highest first (GB/T 6864-2003, first digit). */
export const DEGREE_CODES: readonly CodeEntry[] = [
  { key: 'doctor', name: '博士', aliases: ['博士学位', '博士研究生'] },
  { key: 'master', name: '硕士', aliases: ['硕士学位', '硕士研究生'] },
  { key: 'bachelor', name: '学士', aliases: ['学士学位', '双学士'] },
  { key: 'none', name: '无学位', aliases: ['无'] },
];

export const isCollegeOrAbove = (key: string): boolean =>
  EDUCATION_CODES.some((entry) => entry.key === key && entry.college);
