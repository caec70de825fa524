import { dayOf, parsePlainDate, weekdayOf, yearOf, type PlainDate } from './plain-date.ts';

/** One year of a table as a file has it; `rest` and `work` as in `HolidayTable`, month and day. */
export interface HolidayYear {
  readonly year: number;
  readonly rest: string;
  readonly work: string;
  /** The notice it is taken from. */
  readonly source: string;
}

/** What is wrong with a file: the line it stands in (from 1), or null where something is missing. */
export interface FileProblem {
  readonly line: number | null;
  readonly text: string;
}

interface Row {
  readonly line: number;
  readonly day: PlainDate;
  readonly kind: 'rest' | 'work';
  readonly source: string;
}

const KINDS: Readonly<Record<string, Row['kind']>> = { 休: 'rest', 班: 'work' };
const FIRST_YEAR = 2007;
const LAST_YEAR = 2199;
/** Weekdays off in a year by the notices so far: never fewer than these. */
const FEWEST_OFF = 11;
/** Days that are a holiday in every year, unless they fall on a weekend anyhow. */
const FIXED = [
  [1, 1, '元旦'],
  [5, 1, '劳动节'],
  [10, 1, '国庆节'],
] as const;

const isHeader = (cells: readonly string[]): boolean => cells[0] === '日期';
const isWeekend = (day: PlainDate): boolean => weekdayOf(day) > 5;

function readLine(text: string, line: number): Row | FileProblem | null {
  const cells = text.split(/[,，\t]/u).map((cell) => cell.trim());
  if (cells.every((cell) => cell === '') || isHeader(cells)) return null;
  const [date = '', kind = '', source = ''] = cells;
  const day = parsePlainDate(date.replaceAll('/', '-'));
  if (day === null) return { line, text: `“${date}”不是有效日期，应如 2027-01-01` };
  if (yearOf(day) < FIRST_YEAR || yearOf(day) > LAST_YEAR)
    return { line, text: `${date}不在${FIRST_YEAR}年至${LAST_YEAR}年之间` };
  const known = KINDS[kind];
  if (known === undefined) return { line, text: `“${kind}”应为“休”或“班”` };
  if (source === '') return { line, text: `${date}没有写来源文件` };
  if (known === 'work' && !isWeekend(day))
    return { line, text: `${date}不是星期六、星期日，不用写“班”` };
  return { line, day, kind: known, source };
}

const isRow = (one: Row | FileProblem): one is Row => 'day' in one;

function yearProblems(year: number, rows: readonly Row[]): FileProblem[] {
  const off = new Set(rows.filter((row) => row.kind === 'rest').map((row) => row.day));
  const weekdays = [...off].filter((day) => !isWeekend(day)).length;
  return [
    ...FIXED.filter(([month, day]) => {
      const on = dayOf(year, month, day);
      return !off.has(on) && !isWeekend(on);
    }).map(([month, day, name]) => ({
      line: null,
      text: `${year}年${month}月${day}日（${name}）没有写“休”`,
    })),
    ...(weekdays < FEWEST_OFF
      ? [{ line: null, text: `${year}年只有${weekdays}个工作日放假，可能不全` }]
      : []),
  ];
}

const listed = (rows: readonly Row[], kind: Row['kind']): string =>
  rows
    .filter((row) => row.kind === kind)
    .map((row) => row.day.slice(5).replace('-', ''))
    .toSorted()
    .join(' ');

/**
 * Reads a table of days off and worked: one line a day `日期,休/班,来源文件`, whole years. What is wrong is
 * told line by line; with any problem there are no years.
 */
export function parseHolidayFile(text: string): {
  readonly years: readonly HolidayYear[];
  readonly problems: readonly FileProblem[];
} {
  const read = text
    .replace(/^\uFEFF/u, '')
    .split(/\r?\n/u)
    .map((line, at) => readLine(line, at + 1))
    .filter((one) => one !== null);
  const rows = read.filter(isRow);
  const seen = new Map<PlainDate, number>();
  const twice: FileProblem[] = [];
  for (const row of rows) {
    const first = seen.get(row.day);
    if (first === undefined) seen.set(row.day, row.line);
    else twice.push({ line: row.line, text: `${row.day}在第${first}行已经写过` });
  }
  const years = [...Map.groupBy(rows, (row) => yearOf(row.day))].toSorted(([a], [b]) => a - b);
  const problems = [
    ...read.filter((one): one is FileProblem => !isRow(one)),
    ...twice,
    ...(rows.length === 0 ? [{ line: null, text: '没有读到任何日期' }] : []),
    ...years.flatMap(([year, list]) => yearProblems(year, list)),
  ];
  if (problems.length > 0) return { years: [], problems };
  return {
    years: years.map(([year, list]) => ({
      year,
      rest: listed(list, 'rest'),
      work: listed(list, 'work'),
      source: [...new Set(list.map((row) => row.source))].join('；'),
    })),
    problems,
  };
}
