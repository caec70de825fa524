import { addDays, addMonths, type Chance } from './calendar.ts';
import { change, datedBefore, late, noMinutes, without, withOther, type Fault } from './fault.ts';
import type { StepName, Vote } from './file.ts';
import { overHalf, type Plan } from './good-file.ts';

/** Vote faults, each with all else of the vote in order. */
const WRONG: readonly (readonly [
  rule: string,
  what: string,
  how: (vote: Vote, by: Chance) => void,
])[] = [
  [
    'admit.mm.quorum',
    'half of those entitled present, the rest in writing',
    (vote) => {
      vote.present = Math.floor(vote.entitled / 2);
      vote.yes = vote.present;
      vote.no = 0;
      vote.abstained = 0;
      vote.writtenYes = overHalf(vote.entitled) - vote.present;
      vote.writtenNo = 0;
    },
  ],
  [
    'admit.mm.majority',
    'half of those entitled in favour',
    (vote, by) => {
      vote.writtenYes = 0;
      vote.yes = Math.floor(vote.entitled / 2);
      vote.no = by.between(0, vote.present - vote.yes);
      vote.abstained = vote.present - vote.yes - vote.no;
    },
  ],
  [
    'admit.mm.majority',
    'over half of those present, not of those entitled',
    (vote) => {
      Object.assign(vote, { entitled: 20, present: 11, yes: 10, no: 1, abstained: 0 });
      Object.assign(vote, { writtenYes: 0, writtenNo: 0 });
    },
  ],
  ['admit.mm.secret', 'show of hands', (vote) => (vote.secret = false)],
  ['admit.mm.secret', 'the person as teller', (vote) => vote.tellers.push('applicant')],
  ['admit.mm.onebyone', 'several persons in one vote', (vote) => (vote.alone = false)],
  [
    'admit.mm.absentee',
    'more written opinions than members away',
    (vote, by) => {
      vote.writtenNo = vote.entitled - vote.present - vote.writtenYes + by.between(1, 3);
    },
  ],
  [
    'admit.mm.voters',
    'more ballots than members with a vote present',
    (vote, by) => {
      vote.yes = vote.present + by.between(1, 3) - vote.no - vote.abstained;
    },
  ],
];

const MEETINGS: readonly (readonly [name: StepName, ends: NonNullable<Plan['ends']>])[] = [
  ['15', 'filed'],
  ['23', 'filed'],
  ['extend-vote', 'extended'],
  ['cancel-vote', 'cancelled'],
];

/** Step 15 and the other meetings that vote on a person. */
export const VOTE_FAULTS: readonly Fault[] = [
  ...MEETINGS.flatMap(([name, ends]) =>
    WRONG.map(([rule, what, how]): Fault => ({
      rule,
      what: `${name}: ${what}`,
      plan: { ends },
      breaks: change(name, (step, by) => {
        if (step.vote === undefined) throw new Error(`no vote at ${name}`);
        how(step.vote, by);
      }),
    })),
  ),
  ...MEETINGS.map(([name, ends]): Fault => ({
    rule: name === '15' ? 'admit.step.15' : 'probation.decision',
    what: `${name}: no members' meeting`,
    plan: { ends },
    breaks: noMinutes(name),
  })),
  {
    rule: 'probation.decision',
    what: 'regularised in the committee',
    plan: { ends: 'filed' },
    breaks: change('23', (step) => {
      step.held = { body: 'committee', on: step.on };
    }),
  },
  {
    rule: 'admit.step.15',
    what: 'not counted',
    breaks: change('15', (step) => delete step.vote),
  },
  { rule: 'admit.step.15', what: 'no meeting', plan: { general: false }, breaks: without('15') },
  { rule: 'admit.step.15', what: 'dated before the step before', breaks: datedBefore('15') },
  {
    rule: 'ver.mm.onemonth',
    what: 'over a month after the pre-review',
    plan: { era: 'new', when: { '15': late(40) } },
  },
  {
    rule: 'admit.leaving3m',
    what: 'leaves within three months',
    breaks: change('15', (step, by) => {
      const last = addMonths(step.on, 3);
      step.leavesOn = by.in(3) ? last : addDays(step.on, by.between(1, 85));
    }),
  },
  {
    rule: 'admit.resolution.content',
    what: 'no resolution',
    breaks: withOther('15', { resolution: ' ' }),
  },
  {
    rule: 'file.resolution',
    what: 'no resolution on regularising',
    plan: { ends: 'filed' },
    breaks: withOther('23', { resolution: '' }),
  },
];
