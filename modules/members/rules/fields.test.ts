import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import {
  changedFields,
  checkOrder,
  columnsOf,
  fieldsOf,
  looseDay,
  NO_FIELDS,
  PERSON_FIELDS,
  showField,
  tidyFields,
  type PersonFields,
} from './fields.ts';

describe('what was typed', () => {
  test('is tidied, read as codes and days of its precision', () => {
    expect(
      tidyFields({
        name: '王 小　明',
        bornOn: '1985-02',
        ethnic: '03',
        job: '  科 员 ',
        title: '',
      }),
    ).toMatchObject({
      ok: true,
      value: {
        name: '王小明',
        bornOn: { day: '1985-02-01', precision: 'month' },
        ethnic: '03',
        job: '科 员',
        title: null,
      },
    });
  });

  test('an unknown code and an empty name are refused', () => {
    expect(tidyFields({ education: '博导' })).toMatchObject({
      refusal: { code: 'members.code_unknown' },
    });
    expect(tidyFields({ name: ' ' })).toMatchObject({ ok: false });
  });
});

const fields = fc.record<PersonFields>({
  ...(Object.fromEntries(
    Object.entries(PERSON_FIELDS).map(([name, { kind }]) => [
      name,
      kind === 'day'
        ? fc.option(fc.constantFrom('1998', '1998-07', '1998-07-01').map(looseDay))
        : kind === 'flag'
          ? fc.boolean()
          : kind === 'number'
            ? fc.integer({ min: 0, max: 12 })
            : typeof kind === 'object'
              ? fc.option(fc.constantFrom(...kind.map((entry) => entry.key)))
              : fc.option(fc.string()),
    ]),
  ) as { [Name in keyof PersonFields]: fc.Arbitrary<PersonFields[Name]> }),
});

test('property: columns and back', () => {
  fc.assert(
    fc.property(fields, (one) => {
      expect(fieldsOf(columnsOf(one))).toEqual(one);
    }),
  );
});

test('property: what changed, laid over the old, is the new', () => {
  fc.assert(
    fc.property(fields, fields, (old, next) => {
      expect({ ...old, ...changedFields(old, next) }).toEqual(next);
    }),
  );
});

test('days in order as far as both are known', () => {
  const order = (bornOn: string, joinedOn: string) =>
    checkOrder({ ...NO_FIELDS, bornOn: looseDay(bornOn), joinedOn: looseDay(joinedOn) }).ok;
  expect(order('1980-05-04', '1980')).toBe(true);
  expect(order('1980-05-04', '1980-04')).toBe(false);
  expect(order('1980-05-04', '1980-05-04')).toBe(true);
});

test('shown as people read it', () => {
  expect(showField('bornOn', looseDay('1985-02'))).toBe('1985年2月');
  expect(showField('education', 'university')).toBe('大学');
  expect(showField('migrant', null)).toBe('');
  expect(showField('frail', false)).toBe('否');
});
