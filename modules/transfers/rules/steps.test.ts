import { describe, expect, expectTypeOf, test } from 'vitest';
import { hashOf, type Procedure } from '#engines/procedure';
import { ruleNamed, TRANSFER_RULES } from './catalogue.ts';
import { GUARDS } from './guards.ts';
import { asksOf } from './forms.ts';
import { LETTER, ONLINE } from './steps.ts';
import { ACTORS, MOVES, STATES, standingOf, type Move, type State } from './words.ts';

/** Released procedures are immutable: another text gets a version of its own. */
const RELEASED: Readonly<Record<string, string>> = {
  'transfer-online 2019': '58170bc542db239a',
  'transfer-letter 2006': '0d3ff335637fe14e',
};

const all = [ONLINE, LETTER].flatMap((family) =>
  family.versions.map((version) => [`${family.name} ${version.version}`, version] as const),
);

describe.each(all)('%s', (name, version) => {
  const moves = Object.entries(version.moves) as [
    Move,
    NonNullable<(typeof version.moves)[Move]>,
  ][];

  test('stays what it was', () => {
    expect(hashOf(version as unknown as Procedure)).toBe(RELEASED[name]);
  });

  test('every state is reached and left on some way; every way ends', () => {
    const seen = new Set<string>();
    const walk = (state: State, way: readonly State[]): number => {
      if (version.ends.includes(state)) return 1;
      let ends = 0;
      for (const [move, step] of moves) {
        if (!step.from.includes(state)) continue;
        seen.add(move);
        if (!way.includes(step.to)) ends += walk(step.to, [...way, step.to]);
      }
      return ends;
    };
    expect(walk(version.begins, [version.begins])).toBeGreaterThan(4);
    expect(moves.map(([move]) => move).filter((move) => !seen.has(move))).toEqual([]);
  });

  test('the usual way leads to the end, and only there the case is done', () => {
    let state: State = version.begins;
    for (const move of version.usual) {
      expect(version.moves[move]?.from, move).toContain(state);
      expect(standingOf(state)).not.toBe('done');
      state = version.moves[move]?.to ?? state;
    }
    expect(version.ends).toContain(state);
    expect(standingOf(state)).toBe('done');
  });

  test('from every open state before receiving the sender may withdraw; every return can be sent anew', () => {
    const withdraw = version.moves.withdraw?.from ?? [];
    for (const move of ['return_out', 'return_in', 'return_branch'] as const)
      expect(version.moves[move]?.to).toBe('returned');
    expect(version.moves.resubmit?.from).toEqual(['returned']);
    for (const state of version.moves.confirm?.from ?? []) expect(withdraw).toContain(state);
    expect(withdraw).not.toContain(version.moves.confirm?.to);
  });

  test('every rule a step names stands in the catalogue', () => {
    for (const [, step] of moves) {
      expect(ruleNamed(step.rule).id).toBe(step.rule);
      expect(ACTORS[step.actor]).toBeDefined();
    }
  });
});

test('a second transfer may begin once received, also while a receipt is under way', () => {
  expect(standingOf('reported')).toBe('open');
  expect(standingOf('receipt_due')).toBe('receipt');
  expect(standingOf('receipt_sent', 'inside')).toBe('receipt');
  expect(standingOf('receipt_sent', 'inward')).toBe('done');
});

test('guards and forms belong to declared steps', () => {
  for (const name of Object.keys(GUARDS)) expect(MOVES).toContain(name);
  const of = { side: 'inside', subject: 'full', branchKnown: true } as const;
  for (const move of MOVES) expect(asksOf(move, of)).not.toContain('branchId');
  expect(asksOf('confirm', { ...of, subject: 'probationary' })).toContain('overseer');
  expect(asksOf('confirm', of)).not.toContain('overseer');
  expect(asksOf('confirm', { ...of, side: 'outward' })).not.toContain('groupId');
});

test('every rule is said once; no article where the text was not seen', () => {
  const ids = TRANSFER_RULES.map((rule) => rule.id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const rule of TRANSFER_RULES) {
    expect(rule.id).toMatch(/^transfer\./);
    if (!rule.sure) expect(rule.basis, rule.id).not.toMatch(/第.+条/);
  }
});

test('an undeclared state does not compile', () => {
  type Begins = (typeof ONLINE)['versions'][number]['begins'];
  expectTypeOf<'nowhere'>().not.toExtend<Begins>();
  expect(Object.keys(STATES)).not.toContain('nowhere');
});
