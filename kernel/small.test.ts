import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { today, newId } from './clock.ts';
import { isUuid, makeId } from './ids.ts';
import {
  childPath,
  depthOf,
  isWithin,
  rootPath,
  segment,
  subtreeEnd,
  tenantOf,
} from './org-path.ts';
import { offsetOf } from './paging.ts';
import { ok, refuse, unwrap } from './result.ts';
import { citation, ruleOf, type RuleEntry } from './rule.ts';
import { neutralise, tidy, tidyName } from './text.ts';

const fixed = (byte: number) => (length: number) => new Uint8Array(length).fill(byte);

describe('ids', () => {
  test('UUIDv7: version, variant, order by time', () => {
    const id = makeId(1_700_000_000_000, fixed(0xff));
    expect(id).toBe('018bcfe5-6800-7fff-bfff-ffffffffffff');
    expect(isUuid(id)).toBe(true);
    expect(isUuid(id.toUpperCase())).toBe(false);
    expect(newId({ now: () => 0, random: fixed(0) })).toBe('00000000-0000-7000-8000-000000000000');
    expect(today({ now: () => 0, random: fixed(0) })).toBe('1970-01-01');
  });
  test('property: a later millisecond sorts later', () => {
    const times = fc.integer({ min: 0, max: 2 ** 48 - 1 });
    fc.assert(
      fc.property(
        times,
        times,
        (a, b) => a === b || a < b === makeId(a, fixed(9)) < makeId(b, fixed(1)),
      ),
    );
  });
});

describe('paths', () => {
  test('a subtree is a range', () => {
    const root = rootPath(1);
    const child = childPath(root, 35);
    expect(child).toBe('00000100000z');
    expect(isWithin(child, root)).toBe(true);
    expect(isWithin(root, child)).toBe(false);
    expect(depthOf(child)).toBe(2);
    expect(tenantOf(child)).toBe(root);
  });
  test('no segment for negative, broken or too large numbers', () => {
    for (const bad of [-1, 1.5, 36 ** 6]) expect(() => segment(bad)).toThrow(RangeError);
  });
  test('property: within exactly when in the range', () => {
    const sequences = fc.array(fc.integer({ min: 0, max: 36 ** 6 - 1 }), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(sequences, sequences, (a, b) => {
        const build = ([first = 0, ...rest]: number[]) => rest.reduce(childPath, rootPath(first));
        const [x, scope] = [build(a), build(b)];
        return isWithin(x, scope) === (x >= scope && x < subtreeEnd(scope));
      }),
    );
  });
});

describe('results, rules, paging', () => {
  test('unwrap names the refusal', () => {
    expect(unwrap(ok(1))).toBe(1);
    expect(() => unwrap(refuse('dues.x', { fen: 3 }))).toThrow('dues.x {"fen":3}');
  });
  test('a rule not sure says 按上级规定', () => {
    const rule: RuleEntry = { id: 'a.b', summary: '甲', basis: '《乙》', sure: false };
    expect(citation(rule)).toBe('（依据：《乙》，按上级规定）');
    expect(citation({ ...rule, basis: '上级规定' })).toBe('（依据：按上级规定）');
    expect(citation({ ...rule, sure: true })).toBe('（依据：《乙》）');
    expect(ruleOf([rule], 'a.b')).toBe(rule);
    expect(() => ruleOf([rule], 'a.c')).toThrow('no rule a.c');
  });
  test('pages count from 1', () => expect(offsetOf({ page: 3, pageSize: 20 })).toBe(40));
});

describe('text', () => {
  test('names', () => {
    expect(tidyName(' 王　小 明 ')).toBe('王小明');
    expect(tidyName('买买提•艾力')).toBe('买买提·艾力');
    expect(tidyName('John  Smith')).toBe('John Smith');
  });
  test('formulas are neutralised', () => {
    for (const text of ['=1+1', '+1', '-1', '@a', '\tx']) expect(neutralise(text)).toBe(`'${text}`);
    expect(neutralise('1-1')).toBe('1-1');
  });
  test('property: tidying twice changes nothing more', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        return tidy(tidy(text)) === tidy(text) && tidyName(tidyName(text)) === tidyName(text);
      }),
    );
  });
});
