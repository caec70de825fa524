import { describe, expect, test } from 'vitest';
import { hashOf, type Procedure } from '#engines/procedure';
import { ruleNamed, STATUS_RULES } from './catalogue.ts';
import { asksOf } from './forms.ts';
import { GUARDS } from './guards.ts';
import { FAMILIES } from './steps.ts';
import { KIND_NAMES, MOVES, STATES, type Kind, type Move, type State } from './words.ts';

/** Released procedures are immutable: another text gets a version of its own. */
const RELEASED: Readonly<Record<Kind, string>> = {
  suspension: '5a36e2aa606e4457',
  restoration: 'f7532c93167376f9',
  withdrawal: 'ef1a705b6c68470b',
  correction: 'c5b9b9b25b9bdccb',
  persuasion: '9c272ddbece8f1ff',
  striking: 'f0eae328446d99df',
  own_act: 'ac0e3b5cf8a99524',
  discipline: '52ae6d9271bf9549',
};

describe.each(KIND_NAMES)('%s', (kind) => {
  const version = FAMILIES[kind].versions[0];
  if (version === undefined) throw new Error('no version');
  const moves = Object.entries(version.moves) as [
    Move,
    NonNullable<(typeof version.moves)[Move]>,
  ][];

  test('stays what it was', () => {
    expect(hashOf(version as unknown as Procedure)).toBe(RELEASED[kind]);
  });

  test('every way from every state ends', () => {
    const walk = (state: State, way: readonly State[]): number => {
      if (version.ends.includes(state)) return 1;
      return moves
        .filter(([, step]) => step.from.includes(state) && !way.includes(step.to))
        .reduce((sum, [, step]) => sum + walk(step.to, [...way, step.to]), 0);
    };
    for (const state of Object.keys(version.states) as State[])
      expect(walk(state, [state]), state).toBeGreaterThan(0);
  });

  test('the usual way leads from the first state to an end', () => {
    let state: State = version.begins;
    for (const move of version.usual) {
      const step = version.moves[move];
      expect(step?.from, move).toContain(state);
      state = step?.to ?? state;
    }
    expect(version.ends).toContain(state);
  });

  test('every rule stands in the catalogue; nothing asks for words about a person', () => {
    for (const [move, step] of moves) {
      for (const one of [
        { rule: step.rule },
        ...(step.earliest ?? []),
        ...(step.latest ?? []),
        ...(step.papers ?? []),
        ...(step.needs ?? []),
        ...(step.meeting === undefined ? [] : [step.meeting]),
      ])
        expect(ruleNamed(one.rule).id).toBe(one.rule);
      // A written reason for an exception would be free text: no term leaves room for one.
      for (const term of [...(step.earliest ?? []), ...(step.latest ?? [])])
        expect(term.effect).not.toBe('reason');
      for (const ask of asksOf(kind, move)) expect(['reason', 'note', 'text']).not.toContain(ask);
    }
  });
});

test('guards belong to declared moves, every move and state is used', () => {
  for (const name of Object.keys(GUARDS)) expect(MOVES).toContain(name);
  const used = new Set(
    Object.values(FAMILIES).flatMap((one) => one.versions.flatMap((v) => Object.keys(v.moves))),
  );
  expect([...MOVES].filter((move) => !used.has(move))).toEqual([]);
  const states = new Set(
    Object.values(FAMILIES).flatMap((one) => one.versions.flatMap((v) => Object.keys(v.states))),
  );
  expect(Object.keys(STATES).filter((state) => !states.has(state))).toEqual([]);
});

test('rules are said once; an article only where it is sure', () => {
  const ids = STATUS_RULES.map((rule) => rule.id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const rule of STATUS_RULES)
    if (!rule.sure) expect(rule.basis, rule.id).not.toMatch(/第.+条/);
});
