/** Fields a roster column can hold, with the words people put over them, the usual one first (`roster.national`). */
export const ROSTER_FIELDS = {
  seq: ['序号', '编号', '序', '行号', 'NO'],
  name: ['姓名', '党员姓名', '名字', '姓名全称'],
  sex: ['性别'],
  idNumber: [
    '公民身份号码',
    '身份证号',
    '身份证号码',
    '身份证',
    '居民身份证号',
    '证件号码',
    '身份号码',
  ],
  ethnic: ['民族'],
  bornOn: ['出生日期', '出生年月', '出生年月日', '出生时间', '生日', '出生'],
  education: ['学历', '文化程度', '最高学历', '学历层次', '文化'],
  degree: ['学位'],
  school: ['毕业院校', '毕业学校', '毕业院校及专业', '院校', '毕业院校系及专业'],
  category: [
    '人员类别',
    '党员类别',
    '党员类型',
    '党员身份',
    '正式预备',
    '是否正式党员',
    '类别',
    '政治面貌',
    '党员性质',
  ],
  branch: [
    '所在党支部',
    '所在支部',
    '党支部',
    '支部',
    '支部名称',
    '所属支部',
    '所属党支部',
    '党支部名称',
    '所属党组织',
    '所在党组织',
    '组织关系所在支部',
    '党组织名称',
  ],
  group: ['党小组', '所在党小组', '所属党小组', '小组'],
  phone: [
    '手机号码',
    '手机',
    '手机号',
    '联系电话',
    '电话',
    '联系方式',
    '移动电话',
    '电话号码',
    '联系号码',
  ],
  joinedOn: [
    '入党日期',
    '入党时间',
    '入党年月',
    '加入党组织日期',
    '加入中国共产党日期',
    '加入党组织时间',
    '加入时间',
    '何时入党',
    '接收预备党员日期',
    '接收为预备党员时间',
    '接收预备党员时间',
  ],
  regularisedOn: [
    '转正日期',
    '转正时间',
    '转正年月',
    '转为正式党员日期',
    '转为正式党员时间',
    '转正',
    '预备党员转正时间',
  ],
  standing: ['党龄'],
  correction: ['党龄校正值月', '党龄校正值', '党龄校正'],
  stratum: ['新社会阶层类型', '新社会阶层'],
  work: ['工作岗位', '岗位', '岗位类别', '职业', '从业情况', '身份类别'],
  title: ['从事专业技术职务', '专业技术职务', '技术职称', '职称'],
  migrant: ['是否农民工', '农民工'],
  address: [
    '现居住地',
    '家庭住址',
    '现住址',
    '住址',
    '居住地',
    '家庭地址',
    '现居住地址',
    '详细住址',
    '地址',
  ],
  household: ['户籍所在地', '户籍地', '户籍', '户口所在地', '户籍地址'],
  nativePlace: ['籍贯', '祖籍'],
  lost: ['是否失联党员', '失联党员', '是否失联', '失联情况'],
  floating: ['是否流动党员', '流动党员', '是否流动', '流动情况'],
  joinType: ['入党类型'],
  regularisation: ['转正情况'],
  joinedBranch: ['入党时所在支部', '入党时所在党支部', '入党支部', '入党所在支部'],
  extension: ['延长预备期时间', '延长预备期'],
  workUnit: ['工作单位', '单位', '所在单位', '单位名称', '工作单位名称', '联合支部所在单位'],
  job: [
    '职务',
    '工作单位及职务',
    '单位及职务',
    '职务职级',
    '现任职务',
    '行政职务',
    '工作单位和职务',
    '党内职务',
  ],
  note: ['备注', '说明', '备考'],
} as const satisfies Record<string, readonly string[]>;

export type RosterField = keyof typeof ROSTER_FIELDS;

export interface ColumnGuess {
  /** From 0. */
  readonly index: number;
  readonly header: string;
  /** Null: not recognised, left out unless the person names it. */
  readonly field: RosterField | null;
  /** 0 to 1; below 0.8 it is shown for confirmation. */
  readonly confidence: number;
}

/** Header without blanks, line breaks, brackets' contents, stars and colons. */
export const tidyHeader = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[（(【[].*?[)）】\]]/gsu, '')
    .replace(/[\s:：*＊、,，./·_\-—"'“”]/gu, '')
    .toUpperCase();

const FIELDS = Object.keys(ROSTER_FIELDS) as RosterField[];
const EXACT = new Map<string, RosterField>();
for (const field of FIELDS)
  for (const word of ROSTER_FIELDS[field]) EXACT.set(tidyHeader(word), field);

/** Best field of a header and how sure: exact word 1, the longest word contained in it less. */
export function guessField(header: string): {
  readonly field: RosterField | null;
  readonly confidence: number;
} {
  const plain = tidyHeader(header);
  // (月) of 党龄校正值（月） is gone by now; without brackets it stays and matches exactly.
  const exact = EXACT.get(plain);
  if (exact !== undefined) return { field: exact, confidence: 1 };
  let best: { field: RosterField | null; confidence: number } = { field: null, confidence: 0 };
  for (const [word, field] of EXACT) {
    if (word.length < 2 || plain.length > 30) continue;
    // The end of a header tells what it is: 何时何地入党时间 is a day of joining.
    const at = plain.lastIndexOf(word);
    if (at < 0) continue;
    const ends = at + word.length === plain.length ? 0.1 : 0;
    const confidence = 0.5 + ends + 0.35 * (word.length / plain.length);
    if (confidence > best.confidence) best = { field, confidence };
  }
  return best;
}

const LOOKS: readonly (readonly [RosterField, RegExp])[] = [
  ['idNumber', /^\d{15}$|^\d{17}[\dX]$/i],
  ['phone', /^1[3-9]\d{9}$/],
  ['sex', /^[男女]$/],
  ['ethnic', /^\p{Script=Han}{1,5}族$/u],
  ['category', /^(中共)?(正式|预备)党员$/],
];

/** What the cells of a column look like, where at least four fifths of at least two agree. */
export function guessFromCells(cells: readonly string[]): RosterField | null {
  const filled = cells
    .map((cell) => cell.normalize('NFKC').replace(/\s/gu, ''))
    .filter((cell) => cell !== '');
  if (filled.length < 2) return null;
  const found = LOOKS.find(
    ([, look]) => filled.filter((cell) => look.test(cell)).length >= filled.length * 0.8,
  );
  return found?.[0] ?? null;
}

/**
 * Columns of a roster by header and, where that says nothing, by cells. Each field goes to one column,
 * the surest first; what the cells show outweighs an unsure header.
 */
export function guessColumns(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
): ColumnGuess[] {
  const guesses = headers.map((header, index) => {
    const byHeader = guessField(header);
    const byCells = guessFromCells(rows.map((row) => row[index] ?? ''));
    if (byCells !== null && byCells !== byHeader.field && byHeader.confidence < 0.8) {
      return { index, header, field: byCells, confidence: 0.75 };
    }
    const agreed = byCells !== null && byCells === byHeader.field;
    return {
      index,
      header,
      ...byHeader,
      confidence: agreed ? Math.max(0.95, byHeader.confidence) : byHeader.confidence,
    };
  });
  const taken = new Set<RosterField>();
  const chosen = new Map<number, ColumnGuess>();
  for (const guess of guesses.toSorted(
    (a, b) => b.confidence - a.confidence || a.index - b.index,
  )) {
    const free = guess.field !== null && guess.confidence >= 0.55 && !taken.has(guess.field);
    if (free && guess.field !== null) taken.add(guess.field);
    chosen.set(guess.index, free ? guess : { ...guess, field: null, confidence: 0 });
  }
  return guesses.map((guess) => chosen.get(guess.index) ?? guess);
}
