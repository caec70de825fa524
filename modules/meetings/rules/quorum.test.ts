import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unwrap } from '#kernel/result';
import { approvalsNeeded, neededFor, outcomeOf, outlook, quorumOf, type Vote } from './quorum.ts';

const hands = (yes: number, no = 0, abstain = 0, changes: Partial<Vote> = {}): Vote => ({
  yes,
  no,
  abstain,
  recused: 0,
  onPerson: false,
  ...changes,
});

describe('counting words', () => {
  test.each([
    [3, 2, 2],
    [4, 2, 3],
    [5, 3, 3],
    [10, 5, 6],
    [1, 1, 1],
  ])('of %s: 半数以上 %s, 超过半数 %s', (n, half, over) => {
    expect(neededFor('half', n)).toBe(half);
    expect(neededFor('over_half', n)).toBe(over);
    expect(approvalsNeeded(n)).toBe(over);
  });
  test('two thirds', () => {
    expect([3, 4, 5, 6, 7].map((n) => neededFor('two_thirds', n))).toEqual([2, 3, 4, 4, 5]);
    expect(neededFor('none', 7)).toBe(0);
  });
});

describe('quorum live', () => {
  test('rule and numbers in words', () => {
    const state = quorumOf('members_meeting', 9, 4);
    expect(state.met).toBe(false);
    expect(state.text).toBe(
      '应到会有表决权党员9人，实到4人，须半数以上即5人到会，还差1人（依据：《中国共产党支部工作条例（试行）》，按上级规定）',
    );
    expect(quorumOf('committee_meeting', 5, 3).text).toContain(
      '可以开会（依据：《中国共产党支部工作条例（试行）》第12条）',
    );
  });
  test('exactly half may meet, but nothing can pass', () => {
    const state = quorumOf('members_meeting', 10, 5);
    expect(state).toMatchObject({ met: true, canPass: false });
    expect(state.advice[0]?.code).toBe('meetings.exactly_half');
    expect(quorumOf('members_meeting', 10, 6).advice).toEqual([]);
  });
  test('nobody entitled is no quorum; a lecture asks for none', () => {
    expect(quorumOf('members_meeting', 0, 0).met).toBe(false);
    expect(quorumOf('party_class', 10, 1)).toMatchObject({ met: true, advice: [] });
    expect(quorumOf('democratic_life_meeting', 6, 3).met).toBe(false);
  });
  test('outlook', () => {
    expect(outlook('members_meeting', 10, 4)).toEqual({ needed: 6, possible: true });
    expect(outlook('members_meeting', 10, 5)).toEqual({ needed: 6, possible: false });
    expect(outlook('party_class', 10, 10)).toEqual({ needed: 0, possible: true });
  });
});

describe('show of hands', () => {
  const outcome = (entitled: number, present: number, vote: Vote, leave = false) =>
    outcomeOf('members_meeting', entitled, present, vote, leave);
  test('more than half of those who should attend', () => {
    const passed = unwrap(outcome(9, 6, hands(5, 0, 1)));
    expect(passed).toMatchObject({ passed: true, approvalsNeeded: 5, notVoted: 0 });
    expect(passed.text).toContain(
      '赞成5票，反对0票，弃权1票；赞成超过应到会有表决权人数的半数（须5票），通过',
    );
    expect(unwrap(outcome(10, 6, hands(5, 1))).passed).toBe(false);
  });
  test('three voters: two present, two approve', () => {
    expect(unwrap(outcome(3, 2, hands(2))).passed).toBe(true);
    expect(unwrap(outcome(3, 2, hands(1, 1))).passed).toBe(false);
    expect(outcome(3, 1, hands(1))).toMatchObject({ refusal: { code: 'meetings.no_quorum' } });
  });
  test('recusal leaves the count only where the local rule says so', () => {
    const vote = hands(4, 0, 0, { recused: 1 });
    expect(unwrap(outcome(8, 5, vote, false)).passed).toBe(false);
    expect(unwrap(outcome(8, 5, vote, false)).text).toContain('实到5人，回避1人；');
    expect(unwrap(outcome(8, 5, hands(5), false)).text).not.toContain('回避');
    expect(unwrap(outcome(8, 5, vote, true))).toMatchObject({ passed: true, entitled: 7 });
  });
  test('refusals', () => {
    expect(outcome(9, 6, hands(5, 1, 1))).toMatchObject({
      refusal: { code: 'meetings.votes_exceed_present' },
    });
    expect(outcome(9, 10, hands(5))).toMatchObject({ refusal: { code: 'meetings.votes_invalid' } });
    expect(outcome(9, 6, hands(-1))).toMatchObject({ refusal: { code: 'meetings.votes_invalid' } });
    expect(outcome(9, 6, hands(6, 0, 0, { onPerson: true }))).toMatchObject({
      refusal: { code: 'meetings.needs_secret_ballot' },
    });
    expect(outcomeOf('party_class', 9, 6, hands(6), false)).toMatchObject({
      refusal: { code: 'meetings.kind_has_no_votes' },
    });
  });
  test('property: passing means twice the approvals exceed the entitled, and quorum was met', () => {
    const n = fc.integer({ min: 0, max: 60 });
    fc.assert(
      fc.property(n, n, n, n, n, (entitled, present, yes, no, abstain) => {
        const found = outcome(entitled, present, hands(yes, no, abstain));
        if (!found.ok)
          return (
            yes + no + abstain > present ||
            present > entitled ||
            present * 2 < entitled ||
            entitled === 0
          );
        return found.value.passed === yes * 2 > entitled && present * 2 >= entitled;
      }),
      { numRuns: 2_000 },
    );
  });
});
