import { parsePlainDate, yearOf, type PlainDate } from '#kernel/plain-date';
import { ok, refuse, type Refusal, type Result } from '#kernel/result';

/** A day as precise as it was written; `month` and `year` name their first day. */
export interface LooseDate {
  readonly day: PlainDate;
  readonly precision: 'day' | 'month' | 'year';
}

export interface DateContext {
  /** Last day that can be meant; two-digit years are read as the latest that fits. */
  readonly latest: PlainDate;
  /** The cell is a number: `1998.1` may have been typed `1998.10`. */
  readonly numeric?: boolean;
}

export type DateRefusal = Refusal<
  | 'members.date_unreadable'
  | 'members.date_impossible'
  | 'members.date_ambiguous'
  | 'members.date_after_latest'
>;

const CHINESE = '〇一二三四五六七八九';

/** 一九九八年七月十二日 → 1998年7月12日. */
function digitsOf(text: string): string {
  if (!/[一二三四五六七八九十]/u.test(text)) return text;
  return text
    .replace(/[零○Ｏ]/gu, '〇')
    .replace(
      /([一二三四五六七八九]?)十([一二三四五六七八九]?)/gu,
      (_, tens: string, ones: string) =>
        String(
          (tens === '' ? 1 : CHINESE.indexOf(tens)) * 10 +
            (ones === '' ? 0 : CHINESE.indexOf(ones)),
        ),
    )
    .replace(/[〇一二三四五六七八九]/gu, (digit) => String(CHINESE.indexOf(digit)));
}

/** What people write where there is nothing to write (form.blank). */
export function isBlankText(text: string): boolean {
  // Most cells are told by their first character: a digit, or a Chinese one that begins none of these words.
  const first = text.charCodeAt(0);
  const told = (first >= 48 && first <= 57) || (first >= 0x4e00 && first <= 0x9fff);
  return !told || '无空暂不未'.includes(text.charAt(0)) ? isBlankWord(text) : false;
}

const isBlankWord = (text: string): boolean =>
  /^(无|—+|-+|－+|\/+|\\+|\.+|空|暂无|不详|未知|null|N\/?A)?$/iu.test(
    text.normalize('NFKC').replace(/\s/gu, ''),
  );

interface Parts {
  readonly year: string;
  readonly month?: string | undefined;
  readonly day?: string | undefined;
}

/** Text without blanks to its parts; null where no shape fits. */
function partsOf(text: string): Parts | null {
  const chinese = /^(\d{4}|\d{2})年(?:(\d{1,2})月?份?(?:(\d{1,2})[日号]?)?)?$/u.exec(text);
  const dotted = /^(\d{4}|\d{2})[./\-年、,](\d{1,2})(?:[./\-月、,](\d{1,2}))?[./\-日月]?$/u.exec(
    text,
  );
  const found = chinese ?? dotted;
  if (found !== null) return { year: found[1] ?? '', month: found[2], day: found[3] };
  if (/^(19|20)\d{2}$/.test(text)) return { year: text };
  if (/^\d{8}$/.test(text))
    return { year: text.slice(0, 4), month: text.slice(4, 6), day: text.slice(6) };
  if (/^\d{6}$/.test(text)) {
    const long = /^(19|20)\d{2}(0[1-9]|1[0-2])$/.test(text);
    return long
      ? { year: text.slice(0, 4), month: text.slice(4) }
      : { year: text.slice(0, 2), month: text.slice(2, 4), day: text.slice(4) };
  }
  return null;
}

/** Latest year with these two digits of which the first day is not after `latest`. */
function fullYear(year: string, latest: PlainDate): string {
  if (year.length === 4) return year;
  const last = yearOf(latest);
  return String(last - ((((last - Number(year)) % 100) + 100) % 100));
}

/** Excel day number, 1900 system, 1910 to 2099. */
function serialDay(text: string): PlainDate | null {
  const serial = Number(text);
  if (!/^\d{4,5}(\.0+)?$/.test(text) || serial < 3_654 || serial > 73_050) return null;
  return new Date(Date.UTC(1899, 11, 30 + serial)).toISOString().slice(0, 10) as PlainDate;
}

type ReadDate = Result<LooseDate | null, DateRefusal>;

/** A table says the same days again and again. Forgotten when full; by latest day and kind of cell. */
const KEPT = 20_000;
const kept = new Map<string, Map<string, ReadDate>>();

/** As `parseLooseDate`, for the cells of a large table. */
export function parseKeptDate(cell: string, context: DateContext): ReadDate {
  const kind = context.numeric === true ? `${context.latest} number` : context.latest;
  let known = kept.get(kind);
  if (known === undefined) {
    if (kept.size > 8) kept.clear();
    kept.set(kind, (known = new Map()));
  }
  let found = known.get(cell);
  if (found === undefined) {
    if (known.size >= KEPT) known.clear();
    known.set(cell, (found = parseLooseDate(cell, context)));
  }
  return found;
}

/**
 * A cell of a roster as a day: `1998.07`, `19980701`, `1998年7月1日`, `1998/7/1`, `98.7`, `199807`,
 * `1998-07-01 00:00:00`, full-width digits, Chinese numerals, Excel day numbers. Blank cells and 无 are null.
 * Refuses what has two readings (`7/1/98`, a number `1998.1`) and names the text.
 */
export function parseLooseDate(cell: string, context: DateContext): ReadDate {
  if (isBlankText(cell)) return ok(null);
  const text = digitsOf(
    cell
      .normalize('NFKC')
      .trim()
      .replace(/[T ]\s*\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?Z?$/u, '')
      .replace(/\s/gu, '')
      .replace(/^'/, '')
      .replace(/[。·]/gu, '.'),
  );
  if (/^\d{1,2}[./-]\d{1,2}[./-](\d{4})$/.test(text) || /^\d{1,2}\/\d{1,2}\/\d{2}$/.test(text)) {
    return refuse('members.date_ambiguous', { text: cell });
  }
  // A number cell drops the nought of October.
  if (context.numeric === true && /^\d{2,4}\.1$/.test(text))
    return refuse('members.date_ambiguous', { text: cell });
  const serial = /^(19|20)\d{2}$/.test(text) ? null : serialDay(text);
  if (serial !== null) return within({ day: serial, precision: 'day' }, cell, context);
  const parts = partsOf(text);
  if (parts === null) return refuse('members.date_unreadable', { text: cell });
  const year = fullYear(parts.year, context.latest);
  // 19980700 and 19980000 are months and years.
  const month = Number(parts.month ?? 0) === 0 ? null : (parts.month ?? '').padStart(2, '0');
  const day =
    month === null || Number(parts.day ?? 0) === 0 ? null : (parts.day ?? '').padStart(2, '0');
  const parsed = parsePlainDate(`${year}-${month ?? '01'}-${day ?? '01'}`);
  if (parsed === null) return refuse('members.date_impossible', { text: cell });
  const precision = month === null ? 'year' : day === null ? 'month' : 'day';
  return within({ day: parsed, precision }, cell, context);
}

function within(
  date: LooseDate,
  cell: string,
  context: DateContext,
): Result<LooseDate, DateRefusal> {
  return date.day > context.latest
    ? refuse('members.date_after_latest', { text: cell, latest: context.latest })
    : ok(date);
}

const LENGTH = { day: 10, month: 7, year: 4 } as const;

/** Whether two days can be the same: equal as far as the less precise one goes. */
export function agrees(a: LooseDate, b: LooseDate): boolean {
  const length = Math.min(LENGTH[a.precision], LENGTH[b.precision]);
  return a.day.slice(0, length) === b.day.slice(0, length);
}
