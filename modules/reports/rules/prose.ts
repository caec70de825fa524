/**
 * The prose check (situation 16): a number in the secretary's words must come from a record, from a
 * paper, or be marked as no figure. Dates, document numbers, ordinals and set phrases are left alone.
 */

/** A number typed into prose. `at` counts UTF-16 units. */
export interface TypedNumber {
  readonly at: number;
  readonly text: string;
  /** The words around it, by which it is marked as no figure. */
  readonly place: string;
}

/** Places a figure (`{{id}}`, `{{id@2}}`) or a quoted datum (`{{引用:id}}`). */
export const TOKEN = /\{\{(引用:)?([^{}@]+?)(?:@(\d{1,2}))?\}\}/g;

/** Words with a number in them that count nothing. */
const SET_PHRASES = [
  '三会一课',
  '两个维护',
  '两个确立',
  '四个意识',
  '四个自信',
  '四个全面',
  '五位一体',
  '三个代表',
  '两学一做',
  '三严三实',
  '四风',
  '四史',
  '四议两公开',
  '三重一大',
  '一岗双责',
  '一述一评',
  '一肩挑',
  '一把手',
  '一刀切',
  '一盘棋',
  '一张网',
  '一站式',
  '一线',
  '一同',
  '一起',
  '一定',
  '一般',
  '一致',
  '一直',
  '一系列',
  '一方面',
  '一年来',
  '一年一度',
  '第一议题',
  '第一责任人',
  '第一书记',
  '第一时间',
  '八项规定',
  '十个明确',
  '十四个坚持',
  '十三个方面成就',
  '六个必须坚持',
  '三新',
  '两新',
  '两企三新',
  '六有',
  '五好',
  '四好',
  '三农',
  '双百',
  '百分百',
  '三务公开',
  '七一',
  '五四',
  '八一',
  '十一',
  '千方百计',
  '四个合格',
  '三个务必',
  '五个到位',
  '四下基层',
  '万众一心',
  '一心一意',
  '方方面面',
  '50年党龄',
] as const;

const CN = '〇零一二两三四五六七八九十百千万亿';
const DIGIT = '0-9０-９';

/** Left alone, in this order; each match is blanked before the next is looked for. */
const PASSED: readonly RegExp[] = [
  /\{\{[^{}]*\}\}/g,
  new RegExp(SET_PHRASES.join('|'), 'g'),
  // Party congresses and plenary sessions, plans: 二十大, 党的二十届三中全会, 十四五.
  new RegExp(`[${CN}]{1,3}大(?=精神|报告|以来|召开|代表|会议|、|，|。|$|和|的|党章)`, 'g'),
  new RegExp(`[${CN}]{1,4}届(?:[${CN}]{1,3}[中次])?(?:全会|全体会议)?|[${CN}]{1,3}[中次]全会`, 'g'),
  new RegExp(`[“"]?[${CN}]{2,3}[”"]?(?=时期|规划)|[“"]十[${CN}]五[”"]`, 'g'),
  // Document numbers: 中发〔2023〕5号, 第12号令.
  new RegExp(`[〔［[（(][${DIGIT}]{4}[〕］\\])）]\\s*第?[${DIGIT}]+号`, 'g'),
  new RegExp(`第?[${DIGIT}]+号(?:文|令|文件)?`, 'g'),
  // Dates, months, years, times of the day.
  new RegExp(`[${DIGIT}]{4}[-./年][${DIGIT}]{1,2}([-./月][${DIGIT}]{1,2}日?)?`, 'g'),
  new RegExp(
    `[${DIGIT}]{4}年度?|[${DIGIT}]{1,2}月([${DIGIT}]{1,2}日)?(份|底|初)?|[${DIGIT}]{1,2}日`,
    'g',
  ),
  new RegExp(`[${DIGIT}]{1,2}[:：时点][${DIGIT}]{0,2}分?`, 'g'),
  new RegExp(`[${CN}]{4}年|(?:[一二三四五六七八九]|十[一二]?)月(?:[${CN}]{1,3}日|份|底|初)?`, 'g'),
  // Ordinals: 第3, 第十二, 一是, （一）, 1. and 一、 at the beginning of a line.
  new RegExp(`第[${DIGIT}${CN}]+`, 'g'),
  new RegExp(`[（(][${DIGIT}${CN}]{1,3}[）)]`, 'g'),
  new RegExp(`(?<=^|\\n)\\s*(?:[${DIGIT}]{1,2}[.．、]|[${CN}]{1,3}、)`, 'g'),
  new RegExp(`[${CN}]{1,2}(?=是|要|则)|其[${CN}]`, 'g'),
  /[一每](?=个|批|种|些|名|位|项项|件件|次次|步步|点|名名|支|道|条|次又一次)/g,
];

/** Chinese numerals count something only before a unit: 开展谈话二十八次. */
const COUNTED = new RegExp(
  `[${DIGIT}]+(?:[.,，．][${DIGIT}]+)*\\s*(?:[%％‰]|余)?` +
    `|[${CN}]+余?(?=(?:人次|学时|小时|场次|万元|亿元|次|人|名|个|项|件|元|场|期|篇|条|户|天|份|支|批|家|处|例))`,
  'g',
);

const AROUND = 6;

/** Numbers in prose that have no origin yet, in reading order. */
export function typedNumbers(prose: string): readonly TypedNumber[] {
  let left = prose;
  for (const passed of PASSED)
    left = left.replace(passed, (match) => '\u0000'.repeat(match.length));
  return [...left.matchAll(COUNTED)].map((match) => ({
    at: match.index,
    text: prose.slice(match.index, match.index + match[0].trimEnd().length),
    place: prose
      .slice(Math.max(0, match.index - AROUND), match.index + match[0].length + AROUND)
      .replaceAll(/\s/g, ''),
  }));
}

/** A piece of prose: plain words, a figure of the whole or of one body, or a quoted datum. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'figure'; readonly id: string; readonly body: number | null }
  | { readonly kind: 'quoted'; readonly id: string };

/** Prose cut at its tokens; bodies count from 0 where the token counts from 1. */
export function piecesOf(prose: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of prose.matchAll(TOKEN)) {
    if (match.index > from) pieces.push({ kind: 'text', text: prose.slice(from, match.index) });
    const id = match[2] ?? '';
    pieces.push(
      match[1] === undefined
        ? { kind: 'figure', id, body: match[3] === undefined ? null : Number(match[3]) - 1 }
        : { kind: 'quoted', id },
    );
    from = match.index + match[0].length;
  }
  if (from < prose.length) pieces.push({ kind: 'text', text: prose.slice(from) });
  return pieces;
}
