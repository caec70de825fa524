import type { PublicBlock, PublicContent } from '#engines/publishing';

/** What may not go out: which sort, and the words it was seen in, masked. */
export interface LintFinding {
  readonly sort: 'identity' | 'phone' | 'bank' | 'birthday' | 'hardship';
  readonly seen: string;
}

export const LINT_SORTS: Readonly<Record<LintFinding['sort'], string>> = {
  identity: '身份证号',
  phone: '个人电话号码',
  bank: '银行卡号',
  birthday: '出生日期',
  hardship: '个人病情、家庭困难情况',
};

export interface LintOptions {
  /** Names that are known: hardship counts where somebody is named beside it. */
  readonly names?: readonly string[];
  /** 值班与办事: a duty, service or supervision number may be a mobile one. */
  readonly dutyPhones?: boolean;
}

/** Blanks, dashes and dots inside a run of digits do not hide it; full-width digits are digits. */
const joined = (text: string): string =>
  text.normalize('NFKC').replace(/(?<=[\dXx])[ \u00a0·.-](?=[\dXx])/gu, '');

/** GB 11643: province, birth day, order, check character. The check character may be mistyped: it leaks all the same. */
const IDENTITY =
  /(?<![0-9A-Za-z])(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])\d{4}(?:(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx]|\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3})(?![0-9A-Za-z])/gu;
const MOBILE =
  /(?<![0-9A-Za-z])(?:\+?86)?1[3-9]\d{9}(?![0-9A-Za-z])(?!\s*(?:元|万|亿|吨|平方|公斤|株))/gu;
const CARD = /(?<![0-9A-Za-z])[3-6]\d{15,18}(?![0-9A-Za-z])/gu;
const DAY = String.raw`(?:19|20)\d{2}\s*(?:年|[-./])\s*\d{1,2}\s*(?:月|[-./])\s*\d{1,2}`;
const BORN = new RegExp(
  String.raw`(?:出生日期|出生年月日|出生于|生日|生于)[^\n]{0,6}${DAY}|${DAY}日?\s*(?:出生|生(?![产效成态活动计日前于]))`,
  'u',
);
const HARDSHIP =
  /患(?:有)?[\p{Script=Han}、]{0,8}(?:病|癌|症|瘤)|(?:癌症|白血病|尿毒症|艾滋|精神病|精神障碍|智力障碍|瘫痪|抑郁症)|[一二三四]级?(?:肢体|视力|听力|智力|精神|言语|多重)?残疾|(?:肢体|视力|听力|智力|精神|言语|多重)残疾|残疾证号|因(?:病|残|灾|学)(?:致贫|返贫|致困)|家庭(?:生活|经济)?(?:特别|非常|十分)?困难|生活困难|丧偶|离异|服刑|吸毒/u;
const SOMEBODY =
  /[\p{Script=Han}]{1,3}(?:同志|先生|女士|某某?)|(?:姓名|户主|本人|其妻|其夫|其子|其女|其父|其母)/u;
/** Groups, not people: 残疾人联合会, 困难党员3名. */
const GROUPS =
  /残疾人(?:联合会|事业|保障|服务)|困难(?:党员|群众|职工|家庭|户)(?:\d|[一二三四五六七八九十]|慰问|帮扶|、|。|，|$)/gu;
const PHONE_LINE = /(?:值班|监督|举报|服务|咨询|办事|联系)(?:电话|热线)/u;

/** Luhn's sum, which every bank card fulfils and a document number seldom does. */
function isCard(digits: string): boolean {
  let sum = 0;
  for (let at = 0; at < digits.length; at += 1) {
    const digit = Number(digits[digits.length - 1 - at]);
    const twice = digit * 2;
    sum += at % 2 === 0 ? digit : twice > 9 ? twice - 9 : twice;
  }
  return sum % 10 === 0;
}

const masked = (text: string): string =>
  text.length <= 7 ? text : `${text.slice(0, 3)}****${text.slice(-2)}`;

/** Units in which somebody and something said of them stand together: sentences, and rows under their head. */
function unitsOf(block: PublicBlock): string[] {
  if (block.kind === 'text') return block.text.split(/[\n。；;！？]/u);
  // Cells are kept apart, so that figures side by side do not become one number.
  const line = (cells: readonly string[]): string => cells.join(' | ');
  const head = line(block.header);
  return [block.title, ...[...block.rows, block.totals].map((row) => `${head} | ${line(row)}`)];
}

function lintUnit(unit: string, options: LintOptions): LintFinding[] {
  const found: LintFinding[] = [];
  let text = joined(unit);
  for (const [seen] of text.matchAll(IDENTITY))
    found.push({ sort: 'identity', seen: masked(seen) });
  text = text.replace(IDENTITY, ' ');
  for (const [seen] of text.matchAll(CARD))
    if (isCard(seen)) found.push({ sort: 'bank', seen: masked(seen) });
  if (!(options.dutyPhones === true && PHONE_LINE.test(text)))
    for (const [seen] of text.matchAll(MOBILE)) found.push({ sort: 'phone', seen: masked(seen) });
  const born = BORN.exec(unit.normalize('NFKC'));
  if (born !== null) found.push({ sort: 'birthday', seen: born[0] });
  const plain = unit.replace(GROUPS, ' ');
  const hard = HARDSHIP.exec(plain);
  const named = SOMEBODY.test(plain) || (options.names ?? []).some((name) => plain.includes(name));
  if (hard !== null && named) found.push({ sort: 'hardship', seen: hard[0] });
  return found;
}

/** What in a text would give away somebody's private facts; empty where it may go out. */
export function lint(content: PublicContent, options: LintOptions = {}): LintFinding[] {
  const units = [content.title, ...content.blocks.flatMap(unitsOf)];
  const found = units.flatMap((unit) => lintUnit(unit, options));
  const known = new Set<string>();
  return found.filter(({ sort, seen }) => {
    const key = `${sort} ${seen}`;
    if (known.has(key)) return false;
    known.add(key);
    return true;
  });
}

/** The same for one line that somebody typed. */
export const lintLine = (text: string, options: LintOptions = {}): LintFinding[] =>
  lint({ title: '', blocks: [{ kind: 'text', text }] }, options);

/** `身份证号（110****58）、银行卡号（622****21）`. */
export const lintWords = (found: readonly LintFinding[]): string =>
  found.map((one) => `${LINT_SORTS[one.sort]}（${one.seen}）`).join('、');
