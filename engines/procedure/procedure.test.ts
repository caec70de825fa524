import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, addMonths, plainDate, type PlainDate } from '#kernel/plain-date';
import { workCalendar } from '#kernel/work-days';
import { fallsWith, stateOf, type Case, type Done } from './case.ts';
import { findings, isPossible, type Act, type Guards } from './check.ts';
import { family, versionOn, type Family, type Procedure } from './definition.ts';
import { procedurePage } from './diagram.ts';
import { forecast } from './forecast.ts';
import { hashOf } from './hash.ts';
import { nextMoves } from './next.ts';

type State = 'open' | 'asked' | 'noticed' | 'voted' | 'done';
type Move = 'ask' | 'check' | 'notice' | 'vote' | 'approve' | 'turn_down';
type Actor = 'branch' | 'above';
interface Facts {
  readonly suitable: boolean;
}

const OLD: Procedure<State, Move, Actor> = {
  version: '1',
  since: null,
  begins: 'open',
  ends: ['done'],
  states: { open: '未申请', asked: '已申请', voted: '已表决', done: '办结' },
  moves: {
    ask: { label: '申请', from: ['open'], to: 'asked', actor: 'branch', rule: 'r.ask' },
    check: { label: '审查', from: ['asked'], to: 'asked', actor: 'branch', rule: 'r.check' },
    vote: {
      label: '表决',
      from: ['asked'],
      to: 'voted',
      actor: 'branch',
      rule: 'r.vote',
      needs: [{ move: 'check', effect: 'reason', rule: 'r.check' }],
      earliest: [{ after: 'ask', months: 12, effect: 'blocks', rule: 'r.year' }],
      meeting: { body: 'members', by: 'vote', rule: 'r.vote' },
      papers: [{ key: 'form', name: '表', rule: 'r.form', effect: 'blocks' }],
    },
    approve: {
      label: '审批',
      from: ['voted'],
      to: 'done',
      actor: 'above',
      rule: 'r.approve',
      otherThan: 'vote',
      latest: [{ after: 'vote', months: 3, effect: 'tells', rule: 'r.months' }],
    },
    turn_down: {
      label: '不批准',
      from: ['voted'],
      to: 'asked',
      actor: 'above',
      rule: 'r.approve',
      aside: true,
    },
  },
  usual: ['ask', 'check', 'vote', 'approve'],
};

const NEW: Procedure<State, Move, Actor> = {
  ...OLD,
  version: '2',
  since: plainDate('2026-05-11'),
  states: { ...OLD.states, noticed: '公示中' },
  moves: {
    ...OLD.moves,
    notice: { label: '公示', from: ['asked'], to: 'noticed', actor: 'branch', rule: 'r.notice' },
    vote: {
      ...(OLD.moves.vote as NonNullable<typeof OLD.moves.vote>),
      from: ['noticed'],
      earliest: [
        { after: 'ask', months: 12, effect: 'blocks', rule: 'r.year' },
        { after: 'notice', workdays: 5, effect: 'blocks', rule: 'r.notice' },
      ],
    },
  },
  usual: ['ask', 'check', 'notice', 'vote', 'approve'],
};

const ALL: Family<State, Move, Actor> = family({ name: 't', title: '试', versions: [OLD, NEW] });
const calendar = workCalendar();
const guards: Guards<Move, Facts> = {
  vote: (facts) =>
    facts.suitable ? [] : [{ code: 't.unsuitable', effect: 'blocks', rule: 'r.suit', params: {} }],
};
const day = plainDate;
const done = (move: Move, on: string, more: Partial<Done<Move>> = {}): Done<Move> => ({
  id: `${move}:${on}`,
  move,
  on: day(on),
  by: 'a',
  ...more,
});
const file = (...list: Done<Move>[]): Case<Move> => ({ done: list, pauses: [] });
const act = (move: Move, on: string, more: Partial<Act<Move>> = {}): Act<Move> => ({
  move,
  on: day(on),
  by: 'b',
  papers: new Set(['form']),
  meeting: { on: day(on), body: 'members', passed: true },
  reasons: {},
  ...more,
});
const check = (
  seen: Case<Move>,
  asked: Act<Move>,
  today = '2030-01-01',
  facts: Facts = { suitable: true },
) => findings(ALL, guards, seen, facts, asked, day(today), calendar);
const codes = (found: ReturnType<typeof check>): string[] =>
  found.map((one) => `${one.effect} ${one.code} ${one.rule}`);

const asked = done('ask', '2024-01-31');
const checked = done('check', '2024-02-01');

describe('definitions', () => {
  test('a version that cannot be walked is refused', () => {
    const broken = (changes: Partial<typeof OLD>) => () =>
      family({ name: 'b', title: '', versions: [{ ...OLD, ...changes }] });
    expect(broken({ ends: [] })).toThrow('nobody leaves done');
    expect(broken({ states: { ...OLD.states, noticed: '公示中' } })).toThrow('nobody reaches');
    expect(broken({ usual: ['notice'] })).toThrow('no move notice');
    const vote = { ...OLD.moves.vote, needs: [{ move: 'notice', effect: 'blocks', rule: '' }] };
    expect(broken({ moves: { ...OLD.moves, vote: vote as never } })).toThrow('which is no move');
    expect(() => family({ name: 'b', title: '', versions: [NEW, OLD] })).toThrow('not after');
  });
  test('the version is that of the day; its hash changes with any of its data, not with the order of keys', () => {
    expect(versionOn(ALL, day('2026-05-10')).version).toBe('1');
    expect(versionOn(ALL, day('2026-05-11')).version).toBe('2');
    expect(hashOf(OLD as Procedure)).not.toBe(hashOf(NEW as Procedure));
    const { label, ...rest } = OLD.moves.ask as NonNullable<typeof OLD.moves.ask>;
    const turned = { ...OLD, moves: { ...OLD.moves, ask: { ...rest, label } } };
    expect(hashOf(turned as Procedure)).toBe(hashOf(OLD as Procedure));
  });
  test('its page shows each version', () => {
    const page = procedurePage(ALL);
    expect(page).toContain('  voted --> asked: 不批准');
    expect(page).toContain(
      '| 表决 | branch | 自“申请”满12个月；自“公示”满5个工作日 | 表 | 支部党员大会 |',
    );
  });
});

describe('a move', () => {
  test('passes with everything there', () => {
    expect(check(file(asked, checked), act('vote', '2025-01-31'))).toEqual([]);
  });
  test.each([
    ['too early', act('vote', '2025-01-30'), 'blocks procedure.too_early r.year'],
    [
      'no paper',
      act('vote', '2025-02-01', { papers: new Set() }),
      'blocks procedure.paper_missing r.form',
    ],
    [
      'no meeting',
      act('vote', '2025-02-01', { meeting: null }),
      'blocks procedure.meeting_missing r.vote',
    ],
    [
      'not passed',
      act('vote', '2025-02-01', {
        meeting: { on: day('2025-02-01'), body: 'members', passed: false },
      }),
      'blocks procedure.vote_not_passed r.vote',
    ],
    [
      'no count',
      act('vote', '2025-02-01', {
        meeting: { on: day('2025-02-01'), body: 'members', passed: null },
      }),
      'blocks procedure.vote_missing r.vote',
    ],
    [
      'another body',
      act('vote', '2025-02-01', {
        meeting: { on: day('2025-02-01'), body: 'committee', passed: true },
      }),
      'blocks procedure.meeting_other_body r.vote',
    ],
    [
      'another day',
      act('vote', '2025-02-01', {
        meeting: { on: day('2025-02-02'), body: 'members', passed: true },
      }),
      'blocks procedure.meeting_other_day r.vote',
    ],
    ['before the last', act('vote', '2024-01-31'), 'blocks procedure.before_last_step r.vote'],
    ['to come', act('vote', '2031-01-01'), 'blocks procedure.in_future r.vote'],
    ['not from here', act('approve', '2025-02-01'), 'blocks procedure.not_now r.approve'],
    ['undeclared', act('notice', '2025-02-01'), 'blocks procedure.not_in_version r.notice'],
  ])('%s', (_name, asking, code) => {
    expect(codes(check(file(asked, checked), asking))).toContain(code);
  });
  test('a guard of the module blocks', () => {
    expect(
      codes(
        check(file(asked, checked), act('vote', '2025-02-01'), '2030-01-01', { suitable: false }),
      ),
    ).toEqual(['blocks t.unsuitable r.suit']);
  });
  test('a rule that leaves room asks for a reason, which stays visible', () => {
    const without = check(file(asked), act('vote', '2025-02-01'));
    expect(codes(without)).toEqual(['reason procedure.step_missing r.check']);
    expect(isPossible(without)).toBe(false);
    const withReason = check(
      file(asked),
      act('vote', '2025-02-01', { reasons: { 'r.check': '特殊情况' } }),
    );
    expect(codes(withReason)).toEqual(['tells procedure.step_missing r.check']);
    expect(isPossible(withReason)).toBe(true);
    expect(
      isPossible(check(file(asked), act('vote', '2025-02-01', { reasons: { 'r.check': ' ' } }))),
    ).toBe(false);
  });
  test('late is told; the same hand may not do both', () => {
    const voted = file(asked, checked, done('vote', '2025-01-31'));
    expect(codes(check(voted, act('approve', '2025-04-30')))).toEqual([]);
    expect(codes(check(voted, act('approve', '2025-05-01')))).toEqual([
      'tells procedure.too_late r.months',
    ]);
    expect(codes(check(voted, act('approve', '2025-04-30', { by: 'a' })))).toEqual([
      'blocks procedure.same_person r.approve',
    ]);
  });
  test('nothing goes on while it is paused', () => {
    const paused = {
      ...file(asked, checked),
      pauses: [{ from: day('2025-01-01'), to: day('2025-03-01') }],
    };
    expect(codes(check(paused, act('vote', '2025-02-28')))).toContain(
      'blocks procedure.paused r.vote',
    );
    expect(codes(check(paused, act('vote', '2025-03-01')))).toEqual([]);
  });
});

describe('a case across a change of rules', () => {
  const before = file(done('ask', '2025-05-12'), done('check', '2025-06-01'));
  test('steps done stay valid, open ones follow the new text', () => {
    expect(stateOf(ALL, before)).toBe('asked');
    expect(codes(check(before, act('vote', '2026-05-13')))).toContain(
      'blocks procedure.not_now r.vote',
    );
    const noticed = file(...before.done, done('notice', '2026-05-13'));
    // Wednesday to Tuesday are five working days, the vote comes after them.
    expect(codes(check(noticed, act('vote', '2026-05-19')))).toEqual([
      'blocks procedure.too_early r.notice',
    ]);
    expect(codes(check(noticed, act('vote', '2026-05-20')))).toEqual([]);
  });
  test('undoing a move takes those after it along', () => {
    expect(fallsWith(before, 'ask:2025-05-12').map((one) => one.move)).toEqual(['ask', 'check']);
    expect(fallsWith(before, 'nothing')).toEqual([]);
  });
});

describe('what comes next', () => {
  test('moves of the state, with what is in the way and from when on it is not', () => {
    const next = nextMoves(
      ALL,
      guards,
      file(asked),
      { suitable: true },
      day('2025-01-02'),
      calendar,
    );
    expect(next.map((one) => one.move)).toEqual(['check', 'vote']);
    const vote = next.find((one) => one.move === 'vote');
    expect(vote).toMatchObject({ earliest: '2025-01-31', latest: null });
    expect(vote?.findings.map((one) => one.code)).toEqual([
      'procedure.step_missing',
      'procedure.too_early',
    ]);
  });
  test('the forecast chains earliest days and tells the last day in time', () => {
    const coming = forecast(ALL, file(asked, checked), day('2024-03-01'), calendar);
    expect(coming).toEqual([
      {
        move: 'vote',
        label: '表决',
        earliest: '2025-01-31',
        latest: null,
        rule: null,
        provisional: false,
      },
      {
        move: 'approve',
        label: '审批',
        earliest: '2025-01-31',
        latest: '2025-04-30',
        rule: 'r.months',
        provisional: false,
      },
    ]);
    const ended = file(asked, checked, done('vote', '2025-02-01'), done('approve', '2025-02-02'));
    expect(forecast(ALL, ended, day('2025-03-01'), calendar)).toEqual([]);
  });
  test('a working-day term in a year without a table is provisional', () => {
    const late = file(
      done('ask', '2026-06-01'),
      done('check', '2026-06-01'),
      done('notice', '2026-12-30'),
    );
    const [vote] = forecast(ALL, late, day('2026-12-30'), calendar);
    expect(vote).toMatchObject({ move: 'vote', earliest: '2027-06-01', provisional: true });
  });
  test('property: what the forecast calls the earliest day passes, the day before does not', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 700 }), (offset) => {
        const on = addDays(day('2024-06-01'), offset);
        const begun = file(done('ask', on), done('check', on));
        const [first] = forecast(ALL, begun, on, calendar);
        if (first?.move !== 'vote') return;
        const at = (when: PlainDate) => check(begun, act('vote', when));
        expect(first.earliest).toBe(addMonths(on, 12));
        if (versionOn(ALL, first.earliest).version !== '1') return;
        expect(at(first.earliest)).toEqual([]);
        expect(codes(at(addDays(first.earliest, -1)))).toEqual([
          'blocks procedure.too_early r.year',
        ]);
      }),
    );
  });
});
