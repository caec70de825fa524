import { chineseDate, chineseMonth, monthOf, yearOf, type PlainDate } from '#kernel/plain-date';
import { ok, refuse, type Params, type Result } from '#kernel/result';
import { tidy, tidyName } from '#kernel/text';
import {
  DEGREE_CODES,
  EDUCATION_CODES,
  ETHNIC_GROUPS,
  nameOfCode,
  SEX_CODES,
  type CodeEntry,
} from './codes.ts';
import type { LooseDate } from './dates.ts';
import { textOf } from './diff.ts';
import { WORK_CODES } from './work-codes.ts';

/** What is true of a person from a day on; keys are those of `ROSTER_FIELDS` where a roster has them. */
export interface PersonFields {
  readonly name: string;
  readonly sex: 'male' | 'female' | null;
  readonly ethnic: string | null;
  readonly bornOn: LooseDate | null;
  readonly nativePlace: string | null;
  readonly education: string | null;
  readonly degree: string | null;
  readonly school: string | null;
  readonly work: string | null;
  readonly title: string | null;
  readonly stratum: string | null;
  readonly migrant: boolean | null;
  readonly workUnit: string | null;
  readonly job: string | null;
  readonly address: string | null;
  readonly household: string | null;
  readonly joinedOn: LooseDate | null;
  readonly joinedBranch: string | null;
  readonly joinType: string | null;
  readonly regularisedOn: LooseDate | null;
  readonly regularisation: string | null;
  /** 党龄校正值, months. */
  readonly correction: number;
  /** 延长预备期, months. */
  readonly extension: number;
  readonly lost: boolean;
  readonly floating: boolean;
  readonly frail: boolean;
}
export type PersonField = keyof PersonFields;

/** As a form or another module gives them: a day as text of any precision or as `LooseDate`. */
export type FieldInputs = {
  readonly [Field in PersonField]?: PersonFields[Field] extends LooseDate | null
    ? LooseDate | string | null | undefined
    : PersonFields[Field] | undefined;
};

interface FieldInfo {
  readonly label: string;
  readonly column: string;
  readonly section: 'basic' | 'party' | 'work' | 'contact';
  readonly kind: 'name' | 'words' | 'day' | 'flag' | 'number' | readonly CodeEntry[];
  /** Column of the precision of a day. */
  readonly precision?: string;
}

const field = (
  label: string,
  column: string,
  section: FieldInfo['section'],
  kind: FieldInfo['kind'],
): FieldInfo => ({ label, column, section, kind });

const day = (
  label: string,
  column: string,
  precision: string,
  section: FieldInfo['section'],
): FieldInfo => ({ label, column, section, kind: 'day', precision });

/** Every dated field in the order in which a file is read. */
export const PERSON_FIELDS: Readonly<Record<PersonField, FieldInfo>> = {
  name: field('姓名', 'name', 'basic', 'name'),
  sex: field('性别', 'sex', 'basic', SEX_CODES),
  ethnic: field('民族', 'ethnic', 'basic', ETHNIC_GROUPS),
  bornOn: day('出生日期', 'born_on', 'born_precision', 'basic'),
  nativePlace: field('籍贯', 'native_place', 'basic', 'words'),
  education: field('学历', 'education', 'basic', EDUCATION_CODES),
  degree: field('学位', 'degree', 'basic', DEGREE_CODES),
  school: field('毕业院校及专业', 'school', 'basic', 'words'),
  joinedOn: day('入党日期', 'joined_on', 'joined_precision', 'party'),
  joinedBranch: field('入党时所在支部', 'joined_branch', 'party', 'words'),
  joinType: field('入党类型', 'join_type', 'party', 'words'),
  regularisedOn: day('转正日期', 'regularised_on', 'regularised_precision', 'party'),
  regularisation: field('转正情况', 'regularisation', 'party', 'words'),
  extension: field('延长预备期（月）', 'extension_months', 'party', 'number'),
  correction: field('党龄校正值（月）', 'correction', 'party', 'number'),
  frail: field('年老体弱', 'frail', 'party', 'flag'),
  floating: field('流动党员', 'floating', 'party', 'flag'),
  lost: field('失联党员', 'lost', 'party', 'flag'),
  work: field('工作岗位', 'work', 'work', WORK_CODES),
  workUnit: field('工作单位', 'work_unit', 'work', 'words'),
  job: field('职务', 'job', 'work', 'words'),
  title: field('从事专业技术职务', 'title', 'work', 'words'),
  stratum: field('新社会阶层类型', 'stratum', 'work', 'words'),
  migrant: field('农民工', 'migrant', 'work', 'flag'),
  address: field('现居住地', 'address', 'contact', 'words'),
  household: field('户籍所在地', 'household', 'contact', 'words'),
};
export const PERSON_FIELD_NAMES = Object.keys(PERSON_FIELDS) as readonly PersonField[];
export const isPersonField = (name: string): name is PersonField => name in PERSON_FIELDS;

/** What stands in `person_state` where nothing was said. */
export const NO_FIELDS: PersonFields = {
  ...(Object.fromEntries(PERSON_FIELD_NAMES.map((name) => [name, null])) as Record<
    PersonField,
    null
  >),
  name: '',
  correction: 0,
  extension: 0,
  lost: false,
  floating: false,
  frail: false,
};

/** `1998-07` → first day with its precision. */
export const looseDay = (text: string): LooseDate => ({
  day: `${text}-01-01`.slice(0, 10) as PlainDate,
  precision: text.length === 4 ? 'year' : text.length === 7 ? 'month' : 'day',
});

type Given = string | number | boolean | LooseDate | null;
const words = (value: Given): string => (typeof value === 'object' ? '' : String(value));

const isBlank = (value: unknown): boolean =>
  value === null || value === undefined || (typeof value === 'string' && tidy(value) === '');

/**
 * Tidies what was given: names and words without stray blanks, codes known, days with their precision.
 * Absent fields stay absent. Refuses a code that the table lacks and an empty name.
 */
export function tidyFields(inputs: FieldInputs): Result<Partial<PersonFields>> {
  const out: Partial<Record<PersonField, unknown>> = {};
  for (const name of PERSON_FIELD_NAMES) {
    const value = inputs[name];
    if (value === undefined) continue;
    const { kind, label } = PERSON_FIELDS[name];
    if (isBlank(value)) {
      if (name === 'name') return refuse('members.code_unknown', { text: label });
      out[name] = NO_FIELDS[name];
    } else if (kind === 'name') out[name] = tidyName(words(value));
    else if (kind === 'words') out[name] = tidy(words(value));
    else if (kind === 'day') out[name] = typeof value === 'string' ? looseDay(value) : value;
    else if (typeof kind === 'object') {
      if (nameOfCode(kind, words(value)) === null)
        return refuse('members.code_unknown', { text: words(value) });
      out[name] = value;
    } else out[name] = value;
  }
  return ok(out as Partial<PersonFields>);
}

/** Columns of `person_state` for fields that were given. */
export function columnsOf(fields: Partial<PersonFields>): Record<string, unknown> {
  const columns: Record<string, unknown> = {};
  for (const name of PERSON_FIELD_NAMES) {
    const value = fields[name];
    if (value === undefined) continue;
    const { column, precision } = PERSON_FIELDS[name];
    if (precision === undefined) columns[column] = value;
    else {
      const date = value as LooseDate | null;
      columns[column] = date?.day ?? null;
      columns[precision] = date?.precision ?? 'day';
    }
  }
  return columns;
}

/** A row of `person_state` as fields. */
export function fieldsOf(row: Readonly<Record<string, unknown>>): PersonFields {
  const fields: Partial<Record<PersonField, unknown>> = {};
  for (const name of PERSON_FIELD_NAMES) {
    const { column, precision } = PERSON_FIELDS[name];
    const value = row[column] ?? null;
    fields[name] =
      precision === undefined || value === null ? value : { day: value, precision: row[precision] };
  }
  return fields as PersonFields;
}

/** Fields of `next` that differ from `old`. */
export const changedFields = (
  old: PersonFields,
  next: Partial<PersonFields>,
): Partial<PersonFields> =>
  Object.fromEntries(
    PERSON_FIELD_NAMES.filter(
      (name) =>
        next[name] !== undefined && JSON.stringify(next[name]) !== JSON.stringify(old[name]),
    ).map((name) => [name, next[name]]),
  );

/** `1998-07` where only the month is known. */
export const looseText = (date: LooseDate | null): string | null =>
  date === null ? null : textOf(date);

/** `1998年7月` where only the month is known. */
export function chineseLoose(date: LooseDate): string {
  if (date.precision === 'day') return chineseDate(date.day);
  return date.precision === 'month' ? chineseMonth(monthOf(date.day)) : `${yearOf(date.day)}年`;
}

/** A field as people read it; '' where nothing is known. */
export function showField<Name extends PersonField>(name: Name, value: PersonFields[Name]): string {
  const { kind } = PERSON_FIELDS[name];
  if (value === null) return '';
  if (kind === 'day') return chineseLoose(value as LooseDate);
  if (kind === 'flag') return value === true ? '是' : '否';
  const text = words(value);
  return typeof kind === 'object' ? (nameOfCode(kind, text) ?? text) : text;
}

/** A field as it goes to a form: a day as text of its precision. */
export function valueOf<Name extends PersonField>(
  name: Name,
  value: PersonFields[Name],
): string | number | boolean | null {
  return PERSON_FIELDS[name].kind === 'day'
    ? looseText(value as LooseDate | null)
    : (value as string | number | boolean | null);
}

/** Days of a person that follow each other: birth, joining, regularisation. Compared as far as both are known. */
export function checkOrder(fields: PersonFields): Result<null> {
  const order = ['bornOn', 'joinedOn', 'regularisedOn'] as const;
  for (const [i, earlier] of order.entries()) {
    for (const later of order.slice(i + 1)) {
      const [a, b] = [fields[earlier], fields[later]];
      if (a === null || b === null) continue;
      const length = Math.min(...[a, b].map((date) => textOf(date)?.length ?? 0));
      if (b.day.slice(0, length) < a.day.slice(0, length)) {
        const params: Params = {
          earlier: PERSON_FIELDS[earlier].label,
          later: PERSON_FIELDS[later].label,
        };
        return refuse('members.dates_out_of_order', params);
      }
    }
  }
  return ok(null);
}
