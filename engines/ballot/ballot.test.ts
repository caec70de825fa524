import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { simulatedClock } from '#platform/clock';
import {
  added,
  blankMarks,
  count,
  countGrouped,
  dropped,
  emptied,
  faultOf,
  grouped,
  imbalance,
  judge,
  makeCode,
  makeTags,
  MORE_THAN_HALF_PRESENT,
  neededOf,
  outcome,
  paperOf,
  paperSize,
  paperText,
  readCode,
  readMarks,
  resultSentences,
  showCode,
  shownTally,
  shuffled,
  type Form,
  type Marks,
} from './index.ts';
import { padded, unpadded } from './encode.ts';

const clock = simulatedClock(0, 'ballot');
const names = ['王建国', '李秀英', '张伟', '刘洋'].map((name, at) => ({ key: `c${at}`, name }));
const approve: Form = { kind: 'approve', entries: names, seats: 2, writeIns: 2 };
const marked = (form: Form, picks: Marks['picks'], writeIns: string[] = []): Marks => {
  const read = readMarks(form, { picks, writeIns, spoiled: false });
  if (read === null) throw new Error('does not fit');
  return read;
};
const numbers = (present: number, valid: number) => ({
  entitled: present,
  present,
  issued: present,
  returned: present,
  missing: 0,
  valid,
  invalid: present - valid,
});
const pick = fc.option(fc.nat(2), { nil: null });
const paper = fc.record({
  picks: fc.array(pick, { minLength: 4, maxLength: 4 }),
  writeIns: fc.array(fc.string({ unit: 'grapheme', maxLength: 30 }), { maxLength: 2 }),
  spoiled: fc.boolean(),
});

describe('a paper', () => {
  test('choosing up to the seats is valid, more is void', () => {
    expect(judge(approve, marked(approve, [0, 0, 1, 2])).invalid).toBeNull();
    expect(judge(approve, marked(approve, [0, 0, 0, 2])).invalid).toBe('too_many');
    expect(judge(approve, marked(approve, [0, 0, 1, 1], ['赵敏'])).invalid).toBe('too_many');
  });
  test('who does not approve may write in another, who abstains may not', () => {
    expect(judge(approve, marked(approve, [0, 1, 2, 2], ['赵敏'])).writeIns).toEqual(['赵敏']);
    const abstained = judge(approve, marked(approve, [0, 2, 2, 2], ['赵敏']));
    expect([abstained.invalid, abstained.ignored]).toEqual([null, ['赵敏']]);
  });
  test('a candidate written in has a box of their own', () => {
    expect(judge(approve, marked(approve, [1, 1, 1, 1], ['张 伟'])).ignored).toEqual(['张伟']);
  });
  test('unmarked abstains in a vote and is invalid where one grades', () => {
    expect(judge(approve, blankMarks(approve))).toMatchObject({ invalid: null, blank: true });
    const grade: Form = { kind: 'grade', entries: names, grades: ['优秀', '合格'] };
    expect(judge(grade, blankMarks(grade)).invalid).toBe('blank');
    const choose: Form = { kind: 'choose', entries: names, most: 2, least: 2, writeIns: 0 };
    expect(judge(choose, marked(choose, [0, null, null, null])).invalid).toBe('too_few');
  });
  test('does not fit with a mark that the paper has not', () => {
    expect(readMarks(approve, { picks: [3], writeIns: [], spoiled: false })).toBeNull();
    expect(readMarks(approve, { picks: [], writeIns: ['a', 'b', 'c'], spoiled: false })).toBeNull();
    expect(readMarks(approve, { picks: ['x'], writeIns: [], spoiled: false })).toBeNull();
  });
  test('answers whose condition was not met are dropped', () => {
    const survey: Form = {
      kind: 'survey',
      questions: [
        { key: 'a', text: '来过吗', kind: 'one', options: ['来过', '没有'] },
        {
          key: 'b',
          text: '做了什么',
          kind: 'many',
          options: ['学习', '活动'],
          when: { question: 'a', option: 0 },
        },
        { key: 'c', text: '建议', kind: 'text', longest: 4 },
      ],
    };
    expect(faultOf(survey)).toBeNull();
    expect(marked(survey, [1, [0], '多办一些活动']).picks).toEqual([1, null, '多办一些']);
    expect(marked(survey, [0, [1, 0, 1], ' ']).picks).toEqual([0, [0, 1], null]);
  });
});

describe('the box', () => {
  test('every paper takes the same room and comes back as it was', () => {
    const size = paperSize(approve);
    fc.assert(
      fc.property(paper, (given) => {
        const read = readMarks(approve, given);
        fc.pre(read !== null);
        const bytes = padded(read, size);
        expect(bytes.length).toBe(size);
        expect(paperOf(unpadded(bytes))).toEqual(read);
      }),
    );
  });
  test('keeps all papers, in an order of chance', () => {
    const size = paperSize(approve);
    const first = new Map<string, number>();
    for (let n = 0; n < 600; n += 1) {
      let part: Uint8Array = new Uint8Array();
      for (const at of [0, 1, 2])
        part = dropped(part, [marked(approve, [at, null, null, null])], size, clock.random);
      const there = unpadded(part.subarray(0, size));
      first.set(there, (first.get(there) ?? 0) + 1);
      expect(emptied([part], size)).toHaveLength(3);
    }
    // 200 each are expected; 140 lies more than five standard deviations off.
    expect(first.size).toBe(3);
    expect(Math.min(...first.values())).toBeGreaterThan(140);
  });
  test('a whole batch is mixed as one paper after the other', () => {
    const size = paperSize(approve);
    const batch = [0, 1, 2].map((at) => marked(approve, [at, null, null, null]));
    const part = dropped(new Uint8Array(), batch, size, clock.random);
    expect(emptied([part], size)).toEqual(batch.map(paperText).toSorted());
  });
});

describe('codes', () => {
  test('are read as printed, typed small, with blanks', () => {
    const code = makeCode(clock.random);
    for (const typed of [
      showCode(code),
      code.toLowerCase(),
      ` ${code.slice(0, 5)} ${code.slice(5)} `,
    ])
      expect(readCode(typed)).toEqual({ code });
    expect(readCode(code.slice(1))).toEqual({ wrong: 'length' });
    expect(readCode(`0${code.slice(1)}`)).toEqual({ wrong: 'letter' });
  });
  test('one wrong letter and two swapped ones are always found', () => {
    const letters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
    fc.assert(
      fc.property(fc.nat(11), fc.nat(30), fc.nat(10), (at, other, swap) => {
        const code = makeCode(clock.random);
        const wrong = code.slice(0, at) + letters[other] + code.slice(at + 1);
        if (wrong !== code) expect(readCode(wrong)).toEqual({ wrong: 'check' });
        const turned = code.slice(0, swap) + code[swap + 1] + code[swap] + code.slice(swap + 2);
        if (turned !== code) expect(readCode(turned)).toEqual({ wrong: 'check' });
      }),
    );
  });
  test('tags differ, and shuffling keeps everything', () => {
    expect(new Set(makeTags(300, clock.random)).size).toBe(300);
    expect(shuffled(['a', 'b', 'c'], clock.random).toSorted()).toEqual(['a', 'b', 'c']);
  });
});

describe('counting', () => {
  test('does not depend on order, grouping or the cut between screen and paper', () => {
    fc.assert(
      fc.property(fc.array(paper, { maxLength: 40 }), fc.nat(40), (given, cut) => {
        const papers = given.flatMap((one) => readMarks(approve, one) ?? []);
        const all = count(
          approve,
          papers.map((marks) => ({ marks, times: 1 })),
        );
        const part = (list: Marks[]) =>
          count(
            approve,
            list.map((marks) => ({ marks, times: 1 })),
          );
        expect(added(part(papers.slice(0, cut)), part(papers.slice(cut)))).toEqual(all);
        expect(countGrouped(approve, grouped(papers.map(paperText)))).toEqual(all);
        expect(all.valid + all.invalid).toBe(papers.length);
        const sheet = { issued: papers.length, returned: papers.length, missing: 0, tally: all };
        expect(imbalance(approve, sheet)).toBeNull();
      }),
    );
  });
  test('a sheet that does not add up is told where', () => {
    const tally = count(approve, [{ marks: marked(approve, [0, 1, 2, 2]), times: 3 }]);
    expect(imbalance(approve, { issued: 4, returned: 3, missing: 0, tally })).toEqual({
      what: 'issued',
    });
    expect(imbalance(approve, { issued: 4, returned: 4, missing: 0, tally })).toEqual({
      what: 'returned',
    });
    const lines = tally.lines.map((line, at) => (at === 1 ? { ...line, counts: [0, 2, 0] } : line));
    expect(
      imbalance(approve, { issued: 3, returned: 3, missing: 0, tally: { ...tally, lines } }),
    ).toEqual({
      what: 'line',
      line: 1,
    });
  });
});

describe('majorities', () => {
  test.each([
    [MORE_THAN_HALF_PRESENT, 10, 6],
    [MORE_THAN_HALF_PRESENT, 9, 5],
    [{ of: 'present', over: [2, 3], inclusive: true } as const, 10, 7],
    [{ of: 'present', over: [2, 3], inclusive: true } as const, 9, 6],
  ])('%o of %i needs %i', (threshold, base, needed) => {
    expect(neededOf(threshold, base)).toBe(needed);
  });
  const votes = (...yes: number[]) => {
    const made = count(approve, []);
    const tally = {
      ...made,
      papers: 10,
      valid: 10,
      lines: yes.map((y) => ({ counts: [y, 10 - y, 0], unmarked: 0 })),
    };
    return outcome(approve, tally, MORE_THAN_HALF_PRESENT, numbers(10, 10));
  };
  test('more than the seats pass: by votes in order', () => {
    expect(votes(8, 7, 6, 1)).toMatchObject({ elected: ['c0', 'c1'], tied: null, short: 0 });
  });
  test('a tie at the last seat is stated, not decided', () => {
    expect(votes(8, 7, 7, 1)).toMatchObject({
      elected: ['c0'],
      tied: { keys: ['c1', 'c2'], seats: 1 },
      short: 0,
    });
  });
  test('exactly half does not pass, and the seat stays open', () => {
    expect(votes(8, 5, 5, 1)).toMatchObject({ elected: ['c0'], tied: null, short: 1 });
  });
});

describe('what may be told', () => {
  const papers = (n: number) =>
    count(approve, [{ marks: marked(approve, [0, 1, 2, 2]), times: n }]);
  test('a vote always, a survey from five papers', () => {
    expect(shownTally('statutory', papers(3)).lines).toHaveLength(4);
    expect(shownTally('opinion', papers(4)).lines).toEqual([]);
    expect(shownTally('opinion', papers(5)).lines).toHaveLength(4);
  });
  test('sentences say the numbers, the votes and who is elected', () => {
    const tally = papers(6);
    const found = outcome(approve, tally, MORE_THAN_HALF_PRESENT, numbers(6, 6));
    const told = resultSentences({
      form: approve,
      secrecy: 'statutory',
      numbers: numbers(6, 6),
      tally,
      outcome: found,
    });
    expect(told[0]).toBe('应到6人，实到6人。发出选票6张，收回6张，其中有效票6张，无效票0张。');
    expect(told[1]).toBe('王建国：赞成6票，不赞成0票，弃权0票。');
    expect(told.slice(-2)).toEqual([
      '按实到会人数6计算，须得赞成票4票以上。当选：王建国。',
      '尚缺1个名额，应就不足的名额另行选举。',
    ]);
  });
});
