import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ADMISSION_RULES } from '../../../modules/admissions/rules/catalogue.ts';
import { productRules } from './names.ts';
import { FAULTS, isFound, playFaulty, playGood, printed, shortfalls, tableOf } from './suite.ts';

const played = playFaulty();
const NONE: ReadonlySet<string> = new Set();
const table = tableOf(played, NONE);
if (process.env['FAULT_TABLE'] !== undefined) process.stdout.write(`${printed(table)}\n`);

describe('files of admission with one fault each', () => {
  test('at least 500 of them, five or more for each rule', () => {
    expect(played.length).toBeGreaterThanOrEqual(500);
    expect(table.filter((line) => line.files < 5)).toEqual([]);
    expect(table.length).toBeGreaterThanOrEqual(50);
  });

  test('at least 99 in a hundred are found, by the rule they break', () => {
    expect(shortfalls(played), printed(table)).toEqual([]);
  });

  test.each(table.map(({ rule }) => rule))('switched off, %s is missed', (rule) => {
    expect(shortfalls(played, new Set(productRules(rule)))).not.toEqual([]);
  });

  /** The rules of the product by which something was found that no other rule of it finds. */
  const deciding = [...new Set(played.flatMap((one) => productRules(one.fault.rule)))].filter(
    (rule) => played.some((one) => isFound(one, NONE) && one.found.some((f) => f.rule === rule)),
  );

  test.each(deciding)('the product without its rule %s does not pass', (rule) => {
    expect(shortfalls(played, new Set([rule]))).not.toEqual([]);
  });

  test('every rule it finds by stands in its catalogue', () => {
    const known = new Set(ADMISSION_RULES.map((rule) => rule.id));
    expect(played.flatMap((one) => one.found).filter((one) => !known.has(one.rule))).toEqual([]);
    expect(deciding.filter((rule) => !known.has(rule))).toEqual([]);
  });
});

describe('files in which all is as it should be', () => {
  const good = playGood(600);

  test('fewer than one in a hundred raises anything', () => {
    const alarmed = good.filter((one) => one.found.length > 0);
    const told = alarmed.map(
      ({ seed, found }) =>
        `${seed}: ${found.map((one) => `${one.at} ${one.code} ${one.rule}`).join(', ')}`,
    );
    expect(alarmed.length, told.join('\n')).toBeLessThan(good.length / 100);
  });
});

describe('the reading of the rules', () => {
  const HERE = import.meta.dirname;
  const KNOWS_THE_PRODUCT = ['play.ts', 'faults.test.ts'];

  test('is independent: whatever makes files imports nothing of the product', () => {
    const files = readdirSync(HERE).filter((file) => !KNOWS_THE_PRODUCT.includes(file));
    expect(files).toContain('good-file.ts');
    const imports = files.flatMap((file) =>
      [...readFileSync(`${HERE}/${file}`, 'utf8').matchAll(/from '([^']+)'/g)].map(
        ([, from]) => `${file} ${from}`,
      ),
    );
    expect(imports.filter((one) => !/ (\.\/[a-z-]+\.ts|chinese-days)$/.test(one))).toEqual([]);
    expect(new Set(FAULTS.map((fault) => `${fault.rule} ${fault.what}`)).size).toBe(FAULTS.length);
  });
});
