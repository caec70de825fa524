import { describe, expect, expectTypeOf, test } from 'vitest';
import { hashOf, type Procedure } from '#engines/procedure';
import { ADMISSION_RULES, ruleNamed } from './catalogue.ts';
import { ASKS } from './forms.ts';
import { GUARDS } from './guards.ts';
import { PAPERS } from './papers.ts';
import { ADMISSION } from './steps.ts';
import { MOVES, REGISTER_OF, STATES, type Move, type State } from './words.ts';

/** Released rule-sets are immutable: another text gets a version of its own. */
const RELEASED: Readonly<Record<string, string>> = {
  '2014': '0299923260edd0dd',
  '2026': '997869e5ed65260d',
};

const versions = ADMISSION.versions.map((version) => [version.version, version] as const);

describe.each(versions)('rule-set %s', (name, version) => {
  const moves = Object.entries(version.moves) as [
    Move,
    NonNullable<(typeof version.moves)[Move]>,
  ][];

  test('stays what it was', () => {
    expect(hashOf(version as unknown as Procedure)).toBe(RELEASED[name]);
  });

  test('every state is reached and left on some way; every way ends', () => {
    const seen = new Set<string>();
    /** All ways without going round twice: a state already on the way is not walked again. */
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
    expect(walk(version.begins, [version.begins])).toBeGreaterThan(10);
    expect(moves.map(([move]) => move).filter((move) => !seen.has(move))).toEqual([]);
  });

  test('the usual way leads from the first state to the filed dossier, step by step', () => {
    let state: State = version.begins;
    for (const move of version.usual) {
      const step = version.moves[move];
      expect(step?.from, move).toContain(state);
      state = step?.to ?? state;
    }
    expect(state).toBe('filed');
  });

  test('every rule a step names stands in the catalogue, every paper in the dossier', () => {
    for (const [, step] of moves) {
      expect(ruleNamed(step.rule).id).toBe(step.rule);
      for (const one of [
        ...(step.earliest ?? []),
        ...(step.latest ?? []),
        ...(step.papers ?? []),
        ...(step.needs ?? []),
        ...(step.meeting === undefined ? [] : [step.meeting]),
      ])
        expect(ruleNamed(one.rule).id).toBe(one.rule);
      for (const paper of step.papers ?? [])
        expect(PAPERS.map((one) => one.key)).toContain(paper.key);
    }
  });
});

test('guards and forms belong to declared steps; every state has a register', () => {
  for (const name of [...Object.keys(GUARDS), ...Object.keys(ASKS)]) expect(MOVES).toContain(name);
  expect(Object.keys(REGISTER_OF).toSorted()).toEqual(Object.keys(STATES).toSorted());
});

test('at least sixty named rules, each with a basis and said once', () => {
  const ids = ADMISSION_RULES.map((rule) => rule.id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.length).toBeGreaterThanOrEqual(60);
  for (const rule of ADMISSION_RULES) {
    expect(rule.basis).toMatch(/^《.+》|^上级规定$/u);
    if (!rule.sure) expect(rule.basis, rule.id).not.toMatch(/第.+条/);
  }
});

test('an undeclared state does not compile', () => {
  type Begins = (typeof ADMISSION)['versions'][number]['begins'];
  expectTypeOf<'nowhere'>().not.toExtend<Begins>();
  expectTypeOf<'begun'>().toExtend<Begins>();
  expect(Object.keys(STATES)).not.toContain('nowhere');
});
