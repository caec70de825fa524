import type { PlainDate } from '#kernel/plain-date';
import type { Params } from '#kernel/result';
import { tidy, tidyName } from '#kernel/text';
import {
  CATEGORY_CODES,
  DEGREE_CODES,
  EDUCATION_CODES,
  ETHNIC_GROUPS,
  matchCode,
  SEX_CODES,
  YES_NO,
  type CodeEntry,
} from './codes.ts';
import type { RosterField } from './columns.ts';
import { isBlankText, parseKeptDate, type LooseDate } from './dates.ts';
import { checkIdentity, tidyPhone, type Identity } from './identity.ts';
import { WORK_CODES } from './work-codes.ts';

/** What a row says of a person; absent: the cell was blank or bad, and changes nothing. */
export interface RosterValues {
  name?: string;
  sex?: 'male' | 'female';
  idNumber?: string;
  bornOn?: LooseDate;
  joinedOn?: LooseDate;
  regularisedOn?: LooseDate;
  category?: 'full' | 'probationary';
  ethnic?: string;
  education?: string;
  degree?: string;
  work?: string;
  phone?: string;
  migrant?: boolean;
  lost?: boolean;
  floating?: boolean;
  /** Months. */
  correction?: number;
  /** Cells that stay words: branch, group, school, address, unit, job, note and the like. */
  words: Partial<Record<RosterField, string>>;
}

/** A cell that could not be read, or reads loosely (`warning`). `text` is the cell, never an identity number. */
export interface CellProblem {
  readonly index: number;
  readonly field: RosterField;
  readonly severity: 'error' | 'warning';
  readonly code: `members.${string}`;
  readonly text: string;
  readonly params: Params;
}

export interface CellIn {
  readonly text: string;
  /** `number`, or `error` (#N/A: the cell is passed over), or anything else. */
  readonly kind: string;
  /** A number of more than 15 digits: its last digits are gone. */
  readonly lossy: boolean;
}

export interface RowContext {
  readonly today: PlainDate;
  /** Latest day of birth: today less the minimum age. */
  readonly latestBirth: PlainDate;
}

export interface RowRead {
  readonly values: RosterValues;
  readonly problems: readonly CellProblem[];
}

const CODE_TABLES = {
  sex: SEX_CODES,
  category: CATEGORY_CODES,
  ethnic: ETHNIC_GROUPS,
  education: EDUCATION_CODES,
  degree: DEGREE_CODES,
  work: WORK_CODES,
} as const satisfies Partial<Record<RosterField, readonly CodeEntry[]>>;
type CodeField = keyof typeof CODE_TABLES;
const isCodeField = (field: RosterField): field is CodeField => field in CODE_TABLES;

const DATES = new Set<RosterField>(['bornOn', 'joinedOn', 'regularisedOn']);
const FLAGS = new Set<RosterField>(['migrant', 'lost', 'floating']);
/** Reckoned by the product, or without a meaning for it. */
const IGNORED = new Set<RosterField>(['seq', 'standing']);

/** Where a code's key is also its type, set here once. */
function setCode(values: RosterValues, field: CodeField, key: string): void {
  if (field === 'sex') values.sex = key === 'male' ? 'male' : 'female';
  else if (field === 'category') values.category = key === 'full' ? 'full' : 'probationary';
  else values[field] = key;
}

/**
 * Reads the cells of one row by the fields of its columns. Every bad cell is named; nothing is thrown.
 * A day of birth and a sex that the identity number tells are filled in where their cells are blank.
 */
export function readRow(
  cells: readonly CellIn[],
  columns: readonly { readonly index: number; readonly field: RosterField | null }[],
  context: RowContext,
): RowRead {
  const values: RosterValues = { words: {} };
  let identity: Identity | null = null;
  const problems: CellProblem[] = [];
  let [at, on, said] = [-1, 'name' as RosterField, ''];
  const report = (
    severity: CellProblem['severity'],
    code: CellProblem['code'],
    params: Params = {},
  ): void => {
    const text = on === 'idNumber' || on === 'phone' ? '' : said;
    problems.push({ index: at, field: on, severity, code, text, params });
  };
  for (const { index, field } of columns) {
    const cell = cells[index];
    if (field === null || cell === undefined || cell.kind === 'error' || IGNORED.has(field)) {
      continue;
    }
    // 无 is an answer for a flag or a degree, elsewhere it is a blank.
    if (
      isBlankText(cell.text) &&
      !(tidy(cell.text) === '无' && (FLAGS.has(field) || field === 'degree'))
    )
      continue;
    at = index;
    on = field;
    said = cell.text;
    if (field === 'name') {
      values.name = tidyName(cell.text);
      if (!/^\p{L}[\p{L}· ]*$/u.test(values.name)) report('warning', 'members.name_unusual');
    } else if (field === 'idNumber') {
      const found = cell.lossy ? null : checkIdentity(cell.text, context.latestBirth);
      if (found === null) report('error', 'members.identity_rounded');
      else if (!found.ok) report('error', found.refusal.code, found.refusal.params);
      else {
        identity = found.value;
        values.idNumber = identity.number;
      }
    } else if (DATES.has(field)) {
      const latest = field === 'bornOn' ? context.latestBirth : context.today;
      const found = parseKeptDate(cell.text, { latest, numeric: cell.kind === 'number' });
      if (!found.ok) report('error', found.refusal.code, found.refusal.params);
      else if (found.value !== null)
        values[field as 'bornOn' | 'joinedOn' | 'regularisedOn'] = found.value;
    } else if (isCodeField(field)) {
      const match = matchCode(CODE_TABLES[field], cell.text);
      if (match.kind !== 'found') {
        const candidates = match.kind === 'candidates' ? match.keys.join(',') : '';
        report('error', 'members.code_unknown', { candidates });
        continue;
      }
      setCode(values, field, match.key);
      if (!match.sure) report('warning', 'members.code_unsure', { key: match.key });
    } else if (FLAGS.has(field)) {
      const match = matchCode(YES_NO, cell.text);
      if (match.kind !== 'found') report('error', 'members.code_unknown', { candidates: 'yes,no' });
      else values[field as 'migrant' | 'lost' | 'floating'] = match.key === 'yes';
    } else if (field === 'phone') {
      const phone = tidyPhone(cell.text);
      if (phone === null || cell.lossy) report('error', 'members.phone_unreadable');
      else values.phone = phone;
    } else if (field === 'correction') {
      const months = tidy(cell.text).replace(/个?月$/u, '');
      if (/^-?\d{1,3}$/.test(months)) values.correction = Number(months);
      else report('error', 'members.number_unreadable');
    } else values.words[field] = tidy(cell.text);
  }
  crossCheck(values, columns, identity, problems);
  return { values, problems };
}

/** Adds what two cells of a row say against each other. The row stays; each is shown. */
function crossCheck(
  values: RosterValues,
  columns: readonly { readonly index: number; readonly field: RosterField | null }[],
  identity: Identity | null,
  problems: CellProblem[],
): void {
  const report = (field: RosterField, code: CellProblem['code'], params: Params = {}): void => {
    const index = columns.find((column) => column.field === field)?.index ?? -1;
    problems.push({ index, field, severity: 'warning', code, text: '', params });
  };
  if (values.name === undefined) {
    problems.push({
      index: -1,
      field: 'name',
      severity: 'error',
      code: 'members.name_missing',
      text: '',
      params: {},
    });
  }
  if (identity !== null) {
    const { bornOn, sex } = identity;
    // The file may differ from the card: both stay, the difference is shown (form.birth).
    if (values.bornOn === undefined) values.bornOn = { day: bornOn, precision: 'day' };
    else if (
      !bornOn.startsWith(
        values.bornOn.day.slice(0, { day: 10, month: 7, year: 4 }[values.bornOn.precision]),
      )
    ) {
      report('bornOn', 'members.birth_differs_from_identity', { identity: bornOn });
    }
    if (values.sex === undefined) values.sex = sex;
    else if (values.sex !== sex) report('sex', 'members.sex_differs_from_identity');
  }
  const { joinedOn, regularisedOn, category } = values;
  if (joinedOn !== undefined && regularisedOn !== undefined && regularisedOn.day < joinedOn.day) {
    report('regularisedOn', 'members.regularised_before_joined');
  }
  if (category === 'probationary' && regularisedOn !== undefined) {
    report('category', 'members.probationary_with_regularisation');
  }
  if (category === undefined && regularisedOn !== undefined) values.category = 'full';
}
