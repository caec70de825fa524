import type { PlainDate } from '#kernel/plain-date';
import type { Lived } from './build.ts';
import type { Desk, Seat } from './desk.ts';

const GRADES = ['优秀', '合格', '基本合格', '不合格'];

/** How many of `voters` gave each grade to the n-th member; nobody is badly thought of. */
const gradesOf = (voters: number, n: number): number[] => {
  const best = Math.floor(voters * (n % 3 === 0 ? 0.8 : 0.35));
  const middling = n % 7 === 6 ? 1 : 0;
  return [best, voters - best - middling, middling, 0];
};

/**
 * 民主测评 of a year on paper: slips for all but two who are away, counted by two members, opened by both. One
 * slip could not be read.
 */
export async function evaluate(
  desk: Desk,
  head: Seat,
  office: Lived,
  heldOn: PlainDate,
): Promise<void> {
  const { people, orgId } = office;
  const [first, second] = people.slice(-2);
  if (first === undefined || second === undefined) return;
  // Nobody counts who is graded: the two are graded in another sheet, as the branch decided.
  const graded = people.slice(0, -2);
  const made = await desk.call(head, 'ballots', 'create', {
    orgId,
    title: `${heldOn.slice(0, 4)}年度民主评议党员测评`,
    heldOn,
    secrecy: 'opinion',
    onPersons: true,
    hasRoll: true,
    form: {
      kind: 'grade',
      entries: graded.map(({ name }, at) => ({ key: `n${at + 1}`, name })),
      grades: GRADES,
    },
    threshold: null,
    onPaper: true,
    onScreen: false,
    keepMonths: 12,
  });
  const { ballotId } = made;
  let basedOn = 1;
  const act = async (
    endpoint: 'setRoll' | 'setTellers' | 'open' | 'close' | 'enterSheet' | 'tellerSlips' | 'count',
    input: object,
  ): Promise<Record<string, unknown>> => {
    const done = await desk.call(head, 'ballots', endpoint, { ballotId, basedOn, ...input });
    basedOn += 1;
    return done;
  };
  await act('setRoll', {
    lines: people.map(({ personId, name }) => ({ personId, name, leftOut: '' })),
  });
  await act('setTellers', {
    tellers: [
      { role: 'supervisor', personId: first.personId, name: first.name },
      { role: 'counter', personId: second.personId, name: second.name },
    ],
  });
  const seen = await desk.call(head, 'ballots', 'detail', { ballotId });
  const lines = seen['roll'] as readonly { readonly lineId: string }[];
  const came = lines.slice(2);
  await desk.call(head, 'ballots', 'issue', {
    ballotId,
    marks: came.map(({ lineId }) => ({ lineId, present: true, slip: 'paper' })),
  });
  await act('open', {});
  await act('close', { codesLeft: 0 });
  const valid = came.length - 1;
  await act('enterSheet', {
    readBy: first.name,
    recordedBy: second.name,
    sheet: {
      mode: 'totals',
      issued: came.length,
      returned: came.length,
      missing: 0,
      valid,
      invalid: 1,
      lines: graded.map((_, n) => ({ counts: gradesOf(valid, n), unmarked: 0 })),
      writeIns: [],
    },
  });
  const { slips } = await act('tellerSlips', {});
  for (const { code } of slips as readonly { readonly code: string }[])
    await desk.call(head, 'ballots', 'turnKeyBySlip', { ballotId, code });
  await act('count', {});
}
