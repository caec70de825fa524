import { download, pageOf, read, write, z, zDay, zFlag, zId, zLine, zPage, zText } from './lib.ts';
import { zPersonId } from './members-words.ts';
import { zOrgId } from './organisations.ts';
import type { Sentence } from './sentence.ts';

/** Kinds of rows of a preview, in the order in which they are shown. */
export const ROW_KINDS = {
  ask: '要您确认',
  new: '新登记',
  change: '有变更',
  elsewhere: '在别的花名册',
  error: '看不懂，不写入',
  left_out: '不写入',
  absent: '表里没有',
  same: '没有变化',
} as const;
export type ImportRowKind = keyof typeof ROW_KINDS;
const zRowKind = z.enum(Object.keys(ROW_KINDS) as [ImportRowKind, ...ImportRowKind[]]);

export const IMPORT_STATES = {
  open: '没有完成',
  ready: '等待确认',
  done: '已写入',
  undone: '已撤销',
  abandoned: '已放弃',
} as const;
const zState = z.enum(['open', 'ready', 'done', 'undone', 'abandoned']);
export const zImportKind = z.enum(['roster', 'compare']);
/** Where a difference is to be changed; `skip`: nowhere. */
export const zSide = z.enum(['here', 'there', 'skip']);
export const zImportId = zId<'Import'>();
const zDifferenceId = zId<'ImportDifference'>();

export const zColumn = z.object({
  index: z.number().int().min(0).max(255),
  /** A, B … AA, as the program shows it. */
  letter: z.string(),
  header: z.string(),
  samples: z.array(z.string()),
  field: z.string().nullable(),
  sure: z.boolean(),
});

export const zChange = z.object({
  field: z.string(),
  label: z.string(),
  old: z.string().nullable(),
  next: z.string(),
  side: zSide.nullable(),
});

export const zProblem = z.object({
  row: z.number().int(),
  column: z.string(),
  label: z.string(),
  text: z.string(),
  severity: z.enum(['error', 'warning']),
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  why: z.string(),
  accepted: z.string(),
});

const zCandidate = z.object({ personId: zPersonId, name: z.string(), detail: z.string() });

export const zImportRow = z.object({
  row: z.number().int(),
  kind: zRowKind,
  who: z.string(),
  detail: z.string(),
  why: z.string(),
  candidates: z.array(zCandidate),
  changes: z.array(zChange),
  problems: z.array(zProblem),
});

const zCase = z.object({
  importId: zImportId,
  kind: zImportKind,
  state: zState,
  orgId: zOrgId,
  orgName: z.string(),
  fileName: z.string(),
  sheet: z.string(),
  asOf: zDay.nullable(),
  enteredAt: z.iso.datetime(),
  version: z.number().int(),
});

const one = { importId: zImportId };
const READ = { permission: 'imports.use' } as const;
const WRITE = { permission: 'imports.use' } as const;
const int = z.number().int();

/** How a table is to be read. */
const reading = {
  // A sheet's name may end in a blank.
  sheet: zText(200),
  headerRow: int.min(0).max(1_000_000),
  headerRows: int.min(1).max(2).default(1),
  columns: z
    .array(z.object({ index: int.min(0).max(255), field: zLine(30).nullable() }))
    .min(1)
    .max(256),
  /** The day for which the table is true. */
  asOf: zDay,
  /** Since when people who are new stand in the roster; the same day when absent. */
  rosterFrom: zDay.optional(),
  /** What the table's branch names stand for; null leaves their rows out. */
  branches: z.record(zText(200), zOrgId.nullable()).default({}),
  /** Enter new people also where one of their main cells cannot be read; that cell stays blank. */
  keepBad: z.boolean().default(false),
};

export const importsContract = {
  cases: read({
    path: '/imports',
    access: READ,
    summary: '导入和核对的记录',
    input: z.object({ kind: zImportKind.optional(), ...zPage }),
    output: pageOf(zCase),
  }),
  open: write({
    path: '/imports/open',
    access: WRITE,
    summary: '用上传的表格开始一次导入',
    input: { orgId: zOrgId, fileId: zId<'File'>(), kind: zImportKind.default('roster') },
    output: z.object({ importId: zImportId }),
  }),
  look: read({
    path: '/imports/columns',
    access: READ,
    summary: '表格的列和猜测',
    input: z.object({
      ...one,
      sheet: zText(200).optional(),
      /** Row number of the first header row; 0: the table has none. */
      headerRow: z.coerce.number().int().min(0).max(1_000_000).optional(),
      headerRows: z.coerce.number().int().min(1).max(2).optional(),
    }),
    output: z.object({
      fileName: z.string(),
      sheet: z.string(),
      sheets: z.array(z.string()),
      hiddenSheets: z.array(z.string()),
      headerRow: int,
      headerRows: int,
      columns: z.array(zColumn),
      /** What a column can be. */
      targets: z.array(z.object({ value: z.string(), label: z.string(), required: z.boolean() })),
      /** Whether rows need a branch: the organisation has no roster of its own. */
      needsBranch: z.boolean(),
      /** First rows of the sheet, for choosing the header. */
      top: z.array(z.object({ row: int, cells: z.array(z.string()) })),
    }),
  }),
  prepare: write({
    path: '/imports/prepare',
    access: WRITE,
    summary: '读入表格并与花名册比较，不写入花名册',
    input: {
      ...one,
      ...reading,
    },
    output: z.object({ rows: int }),
  }),
  progress: read({
    path: '/imports/progress',
    access: READ,
    summary: '导入进行到哪里',
    input: z.object(one),
    output: z.object({ stage: z.enum(['none', 'reading', 'writing']), done: int }),
  }),
  preview: read({
    path: '/imports/preview',
    access: READ,
    summary: '将要写入什么',
    input: z.object(one),
    output: z.object({
      case: zCase,
      rosterFrom: zDay.nullable(),
      /** How the table was read last, for reading it again with other answers. */
      reading: z.object(reading).nullable(),
      /** People entered and changed once it was confirmed. */
      written: z.object({ entered: int, changed: int }),
      counts: z.record(z.string(), int),
      /** Single cells to be changed. */
      cells: int,
      problems: int,
      branches: z.array(
        z.object({ name: z.string(), rows: int, orgId: zOrgId.nullable(), decided: z.boolean() }),
      ),
    }),
  }),
  rows: read({
    path: '/imports/rows',
    access: READ,
    summary: '预览中的各行',
    input: z.object({ ...one, kind: zRowKind, ...zPage }),
    output: pageOf(zImportRow),
  }),
  problems: read({
    path: '/imports/problems',
    access: READ,
    summary: '看不懂或存疑的单元格',
    input: z.object({ ...one, ...zPage }),
    output: pageOf(zProblem),
  }),
  answer: write({
    path: '/imports/answer',
    access: WRITE,
    summary: '回答某一行是谁',
    input: {
      ...one,
      answers: z
        .array(
          z.object({
            row: int,
            /** `new`: another person of the same name; `leave`: do not write this row. */
            choice: z.union([z.literal('new'), z.literal('leave'), zPersonId]),
          }),
        )
        .min(1)
        .max(500),
    },
    output: z.object({ answered: int }),
  }),
  decide: write({
    path: '/imports/decide',
    access: WRITE,
    summary: '某处不同改哪一边',
    input: {
      ...one,
      side: zSide,
      /** Rows of the preview; all when absent. */
      rows: z.array(int).max(500).optional(),
      /** One field only. */
      field: zLine(30).optional(),
    },
    output: z.object({ decided: int }),
  }),
  confirm: write({
    path: '/imports/confirm',
    access: WRITE,
    summary: '写入花名册',
    input: { ...one, basedOn: int },
    output: z.object({ entered: int, changed: int, cells: int, there: int }),
  }),
  undo: write({
    path: '/imports/undo',
    access: WRITE,
    summary: '撤销整次导入',
    input: { ...one },
    output: z.object({ removed: int, restored: int }),
  }),
  abandon: write({
    path: '/imports/abandon',
    access: WRITE,
    summary: '放弃这次导入',
    input: { ...one },
    output: z.object({}),
  }),
  differences: read({
    path: '/imports/differences',
    access: READ,
    summary: '需要在全国系统修改的清单',
    input: z.object({ open: zFlag.optional(), ...zPage }),
    output: pageOf(
      z.object({
        differenceId: zDifferenceId,
        who: z.string(),
        branch: z.string(),
        label: z.string(),
        ours: z.string().nullable(),
        theirs: z.string().nullable(),
        foundOn: zDay,
        settledOn: zDay.nullable(),
      }),
    ),
  }),
  settle: write({
    path: '/imports/differences/settle',
    access: WRITE,
    summary: '已在全国系统改好',
    input: { differenceIds: z.array(zDifferenceId).min(1).max(500), on: zDay },
    output: z.object({ settled: int }),
  }),
  printDifferences: download({
    path: '/imports/differences/print',
    access: READ,
    summary: '打印需要在全国系统修改的清单',
    input: z.object({ format: z.enum(['html', 'docx', 'xlsx']).default('html') }),
  }),
};

/** Why a row is as it is, by the codes of `zImportRow.why`. */
export const ROW_REASONS: Readonly<Record<string, string>> = {
  identity_other_name: '公民身份号码相同，姓名不同',
  identity_differs: '姓名、出生日期、入党日期相同，公民身份号码不同',
  several: '有几名同名同志都符合',
  incomplete: '有同名同志，其他内容不足以判断是不是同一人',
  row_twice: '与表中前面一行是同一个人',
  branch_unknown: '表中的党支部名称没有找到',
  branch_missing: '没有写所在党支部',
  branch_left_out: '所在党支部选了不导入',
  other_branch: '现在在另一个党支部的花名册里',
  hidden: '公民身份号码已在别处的花名册里（不在您的工作范围）',
  left: '以前在册，后来已登记减少',
  bad_cell: '主要内容看不懂',
  name_missing: '没有姓名',
  leave: '您选择不写入',
};

/** What a cell of a field may look like. */
export const ACCEPTED: Readonly<Record<string, string>> = {
  idNumber: '18位公民身份号码（列设为文本格式）',
  phone: '11位手机号，或带区号的固定电话',
  bornOn: '如 1980-05-04、1980.5、19800504、1980年5月',
  joinedOn: '如 2005-06-01、2005.6、20050601、2005年6月1日',
  regularisedOn: '如 2006-06-01、2006.6、20060601、2006年6月1日',
  sex: '男、女',
  category: '正式党员、预备党员',
  ethnic: '民族全称，如 汉族',
  education: '如 大学、大专、普通高中、初中',
  degree: '博士、硕士、学士、无',
  work: '如 公务员、退休人员、农牧渔业生产人员',
  migrant: '是、否',
  lost: '是、否',
  floating: '是、否',
  correction: '月数，如 6 或 -3',
  name: '姓名',
};

/** Findings about cells that no refusal of the members' own has words for. */
export const CELL_NOTES: Readonly<Record<string, string>> = {
  'members.code_unsure': '按相近的选项理解',
  'members.name_missing': '没有姓名',
  'members.name_unusual': '姓名里有少见的字符',
  'members.number_unreadable': '不是数字',
  'members.birth_differs_from_identity': '与公民身份号码中的出生日期不一致',
  'members.sex_differs_from_identity': '与公民身份号码中的性别不一致',
  'members.regularised_before_joined': '转正日期早于入党日期',
  'members.probationary_with_regularisation': '预备党员却有转正日期',
};

export const importRefusals = {
  'imports.not_a_table': { why: () => '上传的不是表格' },
  'imports.no_name_column': {
    why: () => '还没有指定哪一列是姓名',
    instead: '在“核对各列”里把一列选为姓名',
  },
  'imports.column_twice': { why: (p) => `有两列都选为“${p['label']}”` },
  'imports.no_rows': { why: () => '表头下面没有党员' },
  'imports.as_of_in_future': { why: () => '表格截止的日期还没有到' },
  'imports.roster_from_after': { why: () => '在册起始日期不能晚于表格截止的日期' },
  'imports.branch_column_needed': {
    why: () => '这个组织不直接管理党员，而表里没有“所在党支部”一列',
    instead: '选择具体的党支部再导入，或把一列选为“所在党支部”',
  },
  'imports.not_ready': { why: () => '还没有读入表格，或这次导入已经结束' },
  'imports.roster_changed': {
    why: (p) => `预览之后花名册有了变动${p['names'] === '' ? '' : `（${p['names']}）`}，没有写入`,
    instead: '重新预览后再确认',
  },
  'imports.newer_rests': {
    why: (p) =>
      `${p['names']}${Number(p['more']) > 0 ? `等${p['count']}人` : ''}在导入之后又有了新的记录`,
    instead: '先撤销或更正后来的记录，或逐人更正',
  },
  'imports.not_done': { why: () => '这次导入没有写入，或已经撤销' },
  'imports.clashes': {
    why: () => '表中有人与另一次登记撞在一起，没有写入',
    instead: '重新预览后再确认',
  },
} satisfies Record<string, Sentence>;
