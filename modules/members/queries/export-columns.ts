import type { CellInput, ColumnModel } from '#platform/sheets';
import {
  PERSON_FIELD_NAMES,
  PERSON_FIELDS,
  showField,
  type PersonFields,
} from '../rules/fields.ts';

/** What a line of an export knows of one member. */
export interface ExportFacts {
  readonly number: number;
  readonly orgName: string;
  readonly category: string;
  readonly fields: PersonFields;
  readonly age: number | null;
  readonly standing: number | null;
  /** Masked unless the export was allowed to open them. */
  readonly idNumber: string;
  readonly phone: string;
  readonly unit: string;
}

export interface ExportColumn extends ColumnModel {
  readonly key: string;
  readonly cell: (facts: ExportFacts) => CellInput;
}

const PLAIN_DAYS = new Set(['bornOn', 'joinedOn', 'regularisedOn']);

const fieldColumns: readonly ExportColumn[] = PERSON_FIELD_NAMES.map((name) => ({
  key: name,
  header: PERSON_FIELDS[name].label,
  kind: PLAIN_DAYS.has(name) ? ('date' as const) : ('text' as const),
  cell: ({ fields }) => {
    const value = fields[name];
    if (value !== null && typeof value === 'object')
      return value.precision === 'day' ? value.day : showField(name, value);
    return showField(name, value);
  },
}));

const columnOf = (key: string): ExportColumn => {
  const found = fieldColumns.find((column) => column.key === key);
  if (found === undefined) throw new RangeError(`no column ${key}`);
  return found;
};

const FIRST = ['name', 'sex'];
const REST = PERSON_FIELD_NAMES.filter((name) => !FIRST.includes(name));

/** Every column an export may have, in the order of a roster (`roster.national`). */
export const EXPORT_COLUMNS: readonly ExportColumn[] = [
  { key: 'number', header: '序号', kind: 'integer', cell: (f) => f.number },
  ...FIRST.map(columnOf),
  { key: 'idNumber', header: '公民身份号码', kind: 'text', cell: (f) => f.idNumber },
  { key: 'phone', header: '手机号码', kind: 'text', cell: (f) => f.phone },
  { key: 'category', header: '人员类别', kind: 'text', cell: (f) => f.category },
  { key: 'branch', header: '所在党支部', kind: 'text', cell: (f) => f.orgName },
  { key: 'unit', header: '联合支部所在单位', kind: 'text', cell: (f) => f.unit },
  { key: 'age', header: '年龄', kind: 'integer', cell: (f) => f.age },
  { key: 'standing', header: '党龄', kind: 'integer', cell: (f) => f.standing },
  ...REST.map(columnOf),
];

/** Columns by their keys, in the order of the roster; the usual ones where none is known. */
export function chosenColumns(keys: readonly string[]): readonly ExportColumn[] {
  const chosen = EXPORT_COLUMNS.filter((column) => keys.includes(column.key));
  return chosen.length === 0
    ? EXPORT_COLUMNS.filter((column) => USUAL.includes(column.key))
    : chosen;
}

/** What a roster on paper shows. */
export const USUAL: readonly string[] = [
  'number',
  'name',
  'sex',
  'ethnic',
  'bornOn',
  'education',
  'category',
  'joinedOn',
  'regularisedOn',
  'standing',
  'job',
  'branch',
];
