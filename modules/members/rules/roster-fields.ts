import type { RosterField } from './columns.ts';
import type { KnownValue, KnownValues } from './diff.ts';
import { isPersonField, type PersonField, type PersonFields } from './fields.ts';
import type { RosterValues } from './row.ts';

/** `6个月`, `半年`, `1年` → months, at most 12 (DEV26 art. 31); null where none are said. */
export function extensionMonths(text: string | undefined): number | null {
  const plain = (text ?? '').normalize('NFKC').replace(/\s/gu, '');
  if (plain.includes('半年')) return 6;
  if (/^[1一]年/u.test(plain)) return 12;
  const found = /^(\d{1,2})(个?月)?$/u.exec(plain);
  return found === null ? null : Math.min(12, Number(found[1]));
}

/** What the product keeps of a roster; the rest is reckoned, or decided by other acts. */
export const isKeptField = (field: RosterField): boolean =>
  isPersonField(field) || ['idNumber', 'phone', 'category', 'branch'].includes(field);

/** The dated fields that a row of a roster gives; a field it leaves blank is absent. */
export function fieldsOfRow(values: RosterValues): Partial<PersonFields> {
  const fields: Partial<Record<PersonField, unknown>> = {};
  const take = (given: Readonly<Record<string, unknown>>): void => {
    for (const field in given) {
      const value = given[field];
      if (value === undefined || !isPersonField(field)) continue;
      if (field === 'extension') {
        const months = extensionMonths(values.words.extension);
        if (months !== null) fields.extension = months;
      } else fields[field] = value;
    }
  };
  take(values.words);
  take({ ...values });
  return fields as Partial<PersonFields>;
}

/** The file of a person in the shape of a row, so that the two can be compared. */
export function knownValuesOf(fields: PersonFields): KnownValues {
  const known: KnownValues = {};
  for (const [field, value] of Object.entries(fields) as [PersonField, KnownValue][]) {
    if (field === 'frail' || value === null || value === '') continue;
    // 0 months and 否 are what stands there when nothing was said; a row that says so changes nothing.
    known[field] = typeof value === 'number' ? String(value) : value;
  }
  return known;
}
