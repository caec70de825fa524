import { guessField, tidyHeader } from './columns.ts';

/** Cells of a sheet as text, `''` for blank; rows may differ in length. Merged cells repeat their text. */
export type TextRow = readonly string[];

export interface HeaderPlace {
  /** Index of the first header row and of the first row below. */
  readonly first: number;
  readonly dataFrom: number;
  readonly headers: readonly string[];
  /** Fields recognised in it. */
  readonly fields: number;
}

const SEARCH = 20;

const knownFields = (headers: readonly string[]): number =>
  new Set(
    headers
      .map((header) => guessField(header))
      .filter((g) => g.confidence >= 0.8)
      .map((g) => g.field),
  ).size;

/**
 * Two header rows to one: the lower word where there is one, with the upper before it where the lower
 * says nothing alone (`入党 | 时间` → 入党时间). A merged upper cell that comes without its repeats is carried on.
 */
export function joinHeaders(upper: TextRow, lower: TextRow): string[] {
  const width = Math.max(upper.length, lower.length);
  let carried = '';
  return Array.from({ length: width }, (_, i) => {
    const above = (upper[i] ?? '').trim();
    const below = (lower[i] ?? '').trim();
    if (above !== '') carried = above;
    if (below === '' || tidyHeader(below) === tidyHeader(above)) {
      if (above === '' && below === '') carried = '';
      return above;
    }
    if (guessField(below).confidence >= 0.9) return below;
    return `${above === '' ? carried : above}${below}`;
  });
}

/**
 * Where the header stands below the title rows: the row, or pair of rows, among the first twenty in
 * which most fields are recognised, the name among them, one row rather than two; null where no row shows a name and one more.
 */
export function findHeader(rows: readonly TextRow[]): HeaderPlace | null {
  const found: HeaderPlace[] = [];
  const consider = (first: number, dataFrom: number, headers: readonly string[]): void => {
    const fields = knownFields(headers);
    const named = headers.some((header) => guessField(header).field === 'name');
    if (named && fields >= 2) found.push({ first, dataFrom, headers, fields });
  };
  for (let i = 0; i < Math.min(rows.length, SEARCH); i += 1) {
    const row = rows[i] ?? [];
    consider(i, i + 1, row);
    const next = rows[i + 1];
    // A row of people is no second header row: it has a number, a day or a sex in it.
    if (
      next !== undefined &&
      !next.some((cell) => /\d|^[男女]$/u.test(cell.normalize('NFKC').trim()))
    ) {
      consider(i, i + 2, joinHeaders(row, next));
    }
  }
  const height = (place: HeaderPlace): number => place.dataFrom - place.first;
  const [best] = found.toSorted(
    (a, b) => b.fields - a.fields || height(a) - height(b) || a.first - b.first,
  );
  return best ?? null;
}

export type RowKind = 'data' | 'blank' | 'total' | 'footer' | 'header_again';

const TOTAL = /^(合计|总计|小计|共计|总数|总人数|汇总|本页小计|党员总数|共\d+[人名]|总共)/;
const FOOTER =
  /^(填表人|制表人?|审核人?|负责人|填报人|填报单位|填报日期|制表日期|单位[(（]盖章|盖章|备注[:：]|注[:：1１]|说明[:：]|联系人|书记签字|支部书记[:：])/;

const HAN_FIRST = /^[\u4e00-\u9fff]/u;

/** A total or footer says so in one of the first cells with content. */
const FIRSTS = 3;

interface Above {
  readonly text: string;
  /** Its first character where that is a Chinese one. */
  readonly first: string;
}
const tidied = new WeakMap<readonly string[], readonly Above[]>();

/** The header as compared with each row below it, tidied once. */
function tidyHeaders(headers: readonly string[]): readonly Above[] {
  const known = tidied.get(headers);
  if (known !== undefined) return known;
  const made = headers.map(tidyHeader).map((text) => ({
    text,
    first: HAN_FIRST.test(text) ? text.charAt(0) : '',
  }));
  tidied.set(headers, made);
  return made;
}

/** What a row below the header is. Totals and footers stand at the end, in any of the first columns. */
export function rowKind(row: TextRow, headers: readonly string[]): RowKind {
  const above = tidyHeaders(headers);
  let [filled, same, end]: [number, number, RowKind] = [0, 0, 'data'];
  for (let i = 0; i < row.length; i += 1) {
    const cell = row[i] ?? '';
    if (!/\S/u.test(cell)) continue;
    filled += 1;
    const { text: header = '', first = '' } = above[i] ?? {};
    // A header that begins with a Chinese character can only be repeated where that character is.
    const may = cell.length < 40 && (first === '' || cell.includes(first));
    if (may && tidyHeader(cell) === header) same += 1;
    if (filled > FIRSTS || end === 'total') continue;
    const plain = cell.normalize('NFKC').replace(/\s/gu, '');
    if (TOTAL.test(plain)) end = 'total';
    else if (FOOTER.test(plain)) end = 'footer';
  }
  if (filled === 0) return 'blank';
  return same >= 2 && same >= filled * 0.6 ? 'header_again' : end;
}
