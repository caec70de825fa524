import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import {
  countGrouped,
  grouped,
  MORE_THAN_HALF_PRESENT,
  outcome,
  paperText,
  readMarks,
  recountPage,
  type Form,
  type Marks,
} from '#engines/ballot';
import { dice } from '../../nets/inputs.ts';
import { secondCount, type SecondElection, type SecondPaper } from './second-count.ts';

const ELECTIONS = 10_000;
const WORDS = ['yes', 'no', 'abstain', ''] as const;
const SURNAMES = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨';
const OTHERS = ['尤甲', '许乙', '何丙'];

/** One election of chance: up to 8 names, up to 60 papers, some torn, some with names written in. */
function election(roll: () => number): SecondElection {
  const below = (n: number): number => Math.floor(roll() * n);
  // A third agreed beforehand, a third wide open, a third close among one name more than seats.
  const kind = below(3);
  const names = Array.from({ length: 2 + below(7) }, (_, at) => `${SURNAMES[at]}候选`);
  const seats = kind === 2 ? names.length - 1 : 1 + below(names.length);
  const present = 1 + below(kind === 2 ? 12 : 60);
  const lean = names.map((_, at) =>
    kind === 0 ? (at < seats ? 0.75 + roll() / 4 : roll() / 3) : kind === 1 ? roll() : 0.85,
  );
  const returned = present - (roll() < 0.7 ? 0 : below(present + 1));
  const papers = Array.from({ length: returned }, (): SecondPaper => {
    const careful = roll() < 0.7;
    let left = seats;
    const words = names.map((_, at) => {
      const word = roll() < (lean[at] ?? 0) ? 'yes' : (WORDS[1 + below(3)] ?? '');
      if (word !== 'yes' || !careful) return word;
      left -= 1;
      return left >= 0 ? word : 'no';
    });
    // The careful ones begin anywhere on the paper, so that nobody is favoured by the order.
    const turn = kind === 2 ? below(names.length) : 0;
    words.push(...words.splice(0, turn));
    const others = Array.from({ length: roll() < 0.25 ? 1 + below(2) : 0 }, () =>
      roll() < 0.15 ? (names[below(names.length)] ?? '') : (OTHERS[below(OTHERS.length)] ?? ''),
    );
    return { words, others, torn: roll() < 0.03 };
  });
  return { names, seats, present, papers };
}

const formOf = (of: SecondElection): Form => ({
  kind: 'approve',
  entries: of.names.map((name, at) => ({ key: `c${at}`, name })),
  seats: of.seats,
  writeIns: 2,
});

function marksOf(form: Form, paper: SecondPaper): Marks {
  const read = readMarks(form, {
    picks: paper.words.map((word) => (word === '' ? null : ['yes', 'no', 'abstain'].indexOf(word))),
    writeIns: paper.others,
    spoiled: paper.torn,
  });
  if (read === null) throw new Error('does not fit');
  return read;
}

/** The product's count in the words of the second program. */
function product(of: SecondElection) {
  const form = formOf(of);
  const papers = grouped(of.papers.map((paper) => paperText(marksOf(form, paper))));
  const tally = countGrouped(form, papers);
  const found = outcome(form, tally, MORE_THAN_HALF_PRESENT, {
    entitled: of.present,
    present: of.present,
    issued: of.present,
    returned: of.papers.length,
    missing: of.present - of.papers.length,
    valid: tally.valid,
    invalid: tally.invalid,
  });
  const strokes: Record<string, number> = {};
  for (const [at, name] of of.names.entries())
    for (const [option, word] of ['yes', 'no', 'abstain'].entries())
      strokes[`${name} ${word}`] = tally.lines[at]?.counts[option] ?? 0;
  for (const { name, count } of tally.writeIns) strokes[`+${name} yes`] = count;
  const named = (key: string): string =>
    key.startsWith('+') ? key : (of.names[Number(key.slice(1))] ?? '');
  return {
    valid: tally.valid,
    invalid: tally.invalid,
    strokes,
    elected: (found?.elected ?? []).map(named).toSorted(),
    tied: (found?.tied?.keys ?? []).map(named).toSorted(),
    seatsInTie: found?.tied?.seats ?? 0,
    open: found?.short ?? -1,
  };
}

test('two programs count 10,000 elections alike', () => {
  const roll = dice(2026);
  const seen = { tied: 0, open: 0, full: 0, others: 0, invalid: 0 };
  for (let n = 0; n < ELECTIONS; n += 1) {
    const one = election(roll);
    const second = secondCount(one);
    expect(product(one), JSON.stringify(one)).toEqual(second);
    seen.tied += Number(second.tied.length > 0);
    seen.open += Number(second.open > 0);
    seen.full += Number(second.open === 0 && second.tied.length === 0);
    seen.others += Number(Object.keys(second.strokes).some((call) => call.startsWith('+')));
    seen.invalid += Number(second.invalid > 0);
  }
  // Nothing was left out by chance.
  const least = Math.min(...Object.values(seen));
  expect(least, JSON.stringify(seen)).toBeGreaterThan(ELECTIONS / 100);
});

test('the recount page carries a third count of the same papers', () => {
  const roll = dice(7);
  for (let n = 0; n < 300; n += 1) {
    const one = election(roll);
    const form = formOf(one);
    const texts = one.papers.map((paper) => paperText(marksOf(form, paper)));
    const page = recountPage({
      format: 'zhibu-recount-1',
      title: '选举</script>',
      organisation: '支部',
      round: 1,
      form,
      papers: grouped(texts),
      totals: null,
    });
    const script = /<script>([^]*?)<\/script>/.exec(page)?.[1] ?? '';
    const json = /id="papers">([^]*?)<\/script>/.exec(page)?.[1] ?? '';
    // Only its arithmetic is run here; the page itself is looked at in a browser.
    const arithmetic = script.slice(0, script.indexOf('function cell('));
    const found = runInNewContext(`${arithmetic}; tally(JSON.parse(text))`, { text: json }) as {
      valid: number;
      invalid: number;
      lines: { counts: number[] }[];
    };
    const second = secondCount(one);
    expect([found.valid, found.invalid]).toEqual([second.valid, second.invalid]);
    expect(found.lines.map(({ counts }) => [...counts])).toEqual(
      one.names.map((name) =>
        ['yes', 'no', 'abstain'].map((word) => second.strokes[`${name} ${word}`]),
      ),
    );
  }
});
