import type { Block, Heading } from './model.ts';

const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 1 → 一, 12 → 十二, 99 → 九十九; for numbers of headings, 1 to 99. */
export function chineseNumber(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 99) {
    throw new RangeError(`no number of a heading: ${value}`);
  }
  const tens = Math.floor(value / 10);
  const lead = tens === 0 ? '' : tens === 1 ? '十' : `${DIGITS[tens]}十`;
  return `${lead}${DIGITS[value % 10]}`;
}

/** The four levels of GB/T 9704-2012 7.3.3: “一、” “（一）” “1.” “（1）”. */
export function headingNumber(level: Heading['level'], count: number): string {
  if (level === 1) return `${chineseNumber(count)}、`;
  if (level === 2) return `（${chineseNumber(count)}）`;
  return level === 3 ? `${count}.` : `（${count}）`;
}

/** The printed number of each block, by its place in `blocks`; '' for all that is no numbered heading. */
export function headingNumbers(blocks: readonly Block[]): readonly string[] {
  const counts = [0, 0, 0, 0];
  return blocks.map((block) => {
    if (block.kind !== 'heading') return '';
    const at = block.level - 1;
    // Any heading starts the levels below it anew.
    counts.fill(0, block.level);
    if (block.numbered === false) return '';
    counts[at] = (counts[at] ?? 0) + 1;
    return headingNumber(block.level, counts[at] ?? 1);
  });
}
