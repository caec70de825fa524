import type { Audience, Rhythm, SectionKey } from '#contract/publication-words';
import { ruleOf, type RuleEntry } from '#kernel/rule';

const OPEN17 = '《中国共产党党务公开条例（试行）》';
const DEV26 = '《中国共产党发展党员工作细则》';
const VCO = '《中华人民共和国村民委员会组织法》';

const rule = (id: string, summary: string, basis: string, sure: boolean): RuleEntry => ({
  id,
  summary,
  basis,
  sure,
});

/** Every rule this module decides by. The village law was renumbered in 2026: no article of it is printed. */
export const PUBLICATION_RULES: readonly RuleEntry[] = [
  rule(
    'open.definition',
    '党的组织将其实施党的领导活动、加强党的建设工作的有关事务，按规定在党内或者向党外公开',
    `${OPEN17}第2条`,
    true,
  ),
  rule(
    'open.procedure',
    '列入目录的事项按提出、审核、审批、实施的程序公开；审核保密、必要性、准确性',
    `${OPEN17}第15条`,
    true,
  ),
  rule('open.list', '建立党务公开目录', OPEN17, false),
  rule('open.items', '基层党组织公开的内容', OPEN17, false),
  rule('open.duration', '长期的长期公开，定期的按期公开，一事一公开的及时公开', OPEN17, false),
  rule('open.feedback', '收集并答复党员群众的意见', OPEN17, false),
  rule(
    'open.privacy',
    '不公开个人身份证号、电话、银行账号、出生日期和家庭困难、病情',
    OPEN17,
    false,
  ),
  rule('open.notice.admission', '发展对象公示不少于5个工作日', `${DEV26}第13条`, true),
  rule('village.publish.general', '一般事项至少每季度公布一次', VCO, false),
  rule('village.publish.finance', '集体财务往来较多的，财务收支情况每月公布一次', VCO, false),
  rule('village.publish.major', '涉及村民利益的重大事项随时公布', VCO, false),
  rule('village.publish.items', '村民会议、村民代表会议决定的事项及其实施情况', VCO, false),
  rule('sylgk.publish', '决议公开、实施结果公开', '上级规定', false),
];

export const ruleNamed = (id: string): RuleEntry => ruleOf(PUBLICATION_RULES, id);

/** One line of 公开目录: what, to whom, how often, for how long. */
export interface KindEntry {
  readonly kind: string;
  readonly section: SectionKey;
  readonly name: string;
  readonly audience: Audience;
  readonly rhythm: Rhythm;
  /** Least days it hangs; 0: as long as the record says, or until it is taken down. */
  readonly postingDays: number;
  /** Whether a period without it is told as something still due. */
  readonly required: boolean;
  /** A notice with a fixed period, during which objections are taken. */
  readonly notice: boolean;
  /** Only where villagers or residents decide. */
  readonly village: boolean;
  readonly rule: string;
  /** By which paper the level above fixed it; empty for the built-in line. */
  readonly paper: string;
}

type Given = Pick<KindEntry, 'kind' | 'name' | 'rhythm' | 'rule'> & Partial<KindEntry>;
const entry = (section: SectionKey, given: Given): KindEntry => ({
  section,
  audience: 'unit',
  postingDays: given.rhythm === 'standing' ? 0 : 7,
  required: false,
  notice: false,
  village: section === 'village',
  paper: '',
  ...given,
});

/** What is shipped. Rhythms and days are usual practice (`open.duration`) where no article was read. */
export const BUILT_IN: readonly KindEntry[] = [
  entry('party', {
    kind: 'party.setup',
    name: '党组织设置、班子成员及分工',
    rhythm: 'standing',
    rule: 'open.items',
  }),
  entry('party', {
    kind: 'party.work',
    name: '党建工作情况（组织生活、学习教育、重点任务）',
    rhythm: 'quarter',
    required: true,
    rule: 'open.items',
  }),
  entry('party', {
    kind: 'party.plan',
    name: '年度工作计划和完成情况',
    rhythm: 'year',
    required: true,
    rule: 'open.items',
  }),
  entry('party', {
    kind: 'party.notice',
    name: '发展对象公示',
    rhythm: 'event',
    postingDays: 0,
    notice: true,
    rule: 'open.notice.admission',
  }),
  entry('party', {
    kind: 'party.admission',
    name: '接收预备党员、转正情况',
    rhythm: 'event',
    rule: 'open.items',
  }),
  entry('party', {
    kind: 'party.election',
    name: '换届、补选结果',
    rhythm: 'event',
    rule: 'open.items',
  }),
  entry('party', {
    kind: 'party.evaluation',
    name: '组织生活会、民主评议党员情况',
    audience: 'members',
    rhythm: 'year',
    rule: 'open.items',
  }),
  entry('party', {
    kind: 'party.dues',
    name: '党费收缴、使用和管理情况',
    audience: 'members',
    rhythm: 'year',
    rule: 'open.items',
  }),
  entry('decision', {
    kind: 'party.decision',
    name: '支部党员大会决议',
    rhythm: 'event',
    rule: 'open.items',
  }),
  entry('decision', {
    kind: 'village.resolution',
    name: '村民会议、村民代表会议决议',
    rhythm: 'event',
    village: true,
    rule: 'village.publish.items',
  }),
  entry('decision', {
    kind: 'village.result',
    name: '决议实施结果',
    rhythm: 'event',
    village: true,
    rule: 'sylgk.publish',
  }),
  entry('village', {
    kind: 'village.affairs',
    name: '村务一般事项',
    rhythm: 'quarter',
    required: true,
    rule: 'village.publish.general',
  }),
  entry('village', {
    kind: 'village.finance',
    name: '集体财务收支',
    rhythm: 'quarter',
    required: true,
    rule: 'village.publish.finance',
  }),
  entry('village', {
    kind: 'village.relief',
    name: '救助、补贴资金发放',
    rhythm: 'event',
    rule: 'village.publish.items',
  }),
  entry('village', {
    kind: 'village.major',
    name: '涉及村民利益的重大事项',
    rhythm: 'event',
    rule: 'village.publish.major',
  }),
  entry('service', {
    kind: 'service.duty',
    name: '值班与办事',
    rhythm: 'standing',
    rule: 'open.feedback',
  }),
];

const VILLAGE_SECTORS = new Set(['village', 'community']);

/** Whether residents read the board: a village or a community. */
export const isVillage = (sector: string): boolean => VILLAGE_SECTORS.has(sector);

/** What one level fixed beside the built-in line of that key, or as a line of its own. */
export interface FixedKind {
  readonly orgId: string;
  readonly kind: string;
  readonly name: string;
  readonly section: SectionKey;
  readonly audience: Audience;
  readonly rhythm: Rhythm;
  readonly postingDays: number;
  readonly required: boolean;
  readonly paper: string;
}

/**
 * The catalogue that holds for one organisation. `fixed` comes from the nearest level to the furthest:
 * the nearest one wins.
 */
export function catalogueFor(
  fixed: readonly FixedKind[],
  village: boolean,
): readonly (KindEntry & { readonly fixedBy: string | null })[] {
  const nearest = new Map<string, FixedKind>();
  for (const one of fixed) if (!nearest.has(one.kind)) nearest.set(one.kind, one);
  const lines = BUILT_IN.filter((one) => village || !one.village).map((one) => {
    const own = nearest.get(one.kind);
    nearest.delete(one.kind);
    return own === undefined
      ? { ...one, fixedBy: null }
      : { ...one, ...own, section: one.section, name: one.name, fixedBy: own.orgId };
  });
  const added = [...nearest.values()]
    .filter((one) => one.kind.startsWith('own.') && (village || one.section !== 'village'))
    .map((one) => ({
      ...entry(one.section, { ...one, rule: 'open.list' }),
      fixedBy: one.orgId,
    }));
  return [...lines, ...added];
}

export const builtIn = (kind: string): KindEntry | undefined =>
  BUILT_IN.find((one) => one.kind === kind);
