import { addDays, addMonths } from './calendar.ts';
import {
  change,
  datedBefore,
  early,
  late,
  without,
  withoutPaper,
  withOther,
  type Fault,
} from './fault.ts';
import { stepOf, type StepName } from './file.ts';

const FILED = { ends: 'filed' } as const;
/** Applied for early enough that the vote can be early too. */
const beforeTheEnd = { '22': (low: string) => addDays(low, -3), '23': early(10) } as const;

/** A file that was last looked at before some of its steps were done. */
const lookedAtBefore =
  (name: StepName): NonNullable<Fault['breaks']> =>
  (file, by) => {
    file.today = addDays(stepOf(file, name).on, -by.between(1, 30));
  };

/** Steps 16–25: approval, oath, probation, regularisation, filing. */
export const LATE_FAULTS: readonly Fault[] = [
  { rule: 'admit.step.16', what: 'no talk before approval', breaks: without('16') },
  { rule: 'admit.step.16', what: 'nobody named', breaks: withOther('16', { talker: '' }) },
  {
    rule: 'admit.step.17',
    what: 'after three months, no reason',
    plan: { when: { '17': late(60) } },
  },
  {
    rule: 'admit.step.17',
    what: 'after six months, reason or not',
    plan: { when: { '17': (_low, high, by) => addDays(addMonths(high, 3), by.between(1, 20)) } },
    breaks: withOther('17', { reasons: ['admit.approve.3months'] }),
  },
  { rule: 'admit.step.17', what: 'not approved', breaks: without('17') },
  {
    rule: 'admit.approve.body',
    what: 'approved by a branch',
    breaks: (file) => {
      file.approver.kind = 'branch';
    },
  },
  ...(
    [
      ['a general branch', { kind: 'general_branch' }],
      ['a leadership group', { kind: 'leading_group' }],
      ['a temporary committee', { kind: 'temporary_committee', temporary: true }],
      ['a committee below that of a township', { underTownship: true }],
    ] as const
  ).map(([who, approver]): Fault => ({
    rule: 'admit.approve.not',
    what: `approved by ${who}`,
    breaks: (file) => Object.assign(file.approver, approver),
  })),
  {
    rule: 'admit.approve.not',
    what: 'not deliberated by the general branch',
    plan: { general: true },
    breaks: without('15-deliberated'),
  },
  {
    rule: 'admit.submit.pack',
    what: 'sent up without the register',
    breaks: withoutPaper('07', 'activist-register'),
  },
  { rule: 'admit.step.18', what: 'not filed further up', breaks: without('18'), warns: true },
  { rule: 'admit.step.19', what: 'assigned to no branch', breaks: without('19') },
  {
    rule: 'ver.oath',
    what: 'oath after more than a month',
    plan: { era: 'new', when: { '20': late(40) } },
    warns: true,
  },
  { rule: 'admit.step.20', what: 'no oath', plan: FILED, breaks: without('20') },
  {
    rule: 'admit.step.21',
    what: 'not observed in probation',
    plan: { ...FILED, when: { '21': (low) => low } },
  },
  {
    rule: 'file.probation-register',
    what: 'no register of probation',
    plan: FILED,
    breaks: withoutPaper('23', 'probation-register'),
  },
  { rule: 'admit.step.22', what: 'did not apply', plan: FILED, breaks: without('22') },
  {
    rule: 'file.regularise',
    what: 'not in writing',
    plan: FILED,
    breaks: withoutPaper('22', 'regularise'),
  },
  {
    rule: 'probation.length',
    what: 'before a year from the meeting',
    plan: { ...FILED, when: beforeTheEnd },
  },
  {
    rule: 'probation.end.date',
    what: 'a year from the approval is not asked, one day before the year from the meeting is',
    plan: { ...FILED, when: { ...beforeTheEnd, '23': early(1) } },
  },
  ...(['group', 'members', 'masses'] as const).map((left): Fault => ({
    rule: 'admit.step.23',
    what: `without the opinion of the ${left}`,
    plan: FILED,
    breaks: change('23', (step) => {
      step.heard = step.heard?.filter((one) => one !== left) ?? [];
    }),
    warns: true,
  })),
  { rule: 'admit.step.23', what: 'no meeting', plan: FILED, breaks: without('23') },
  {
    rule: 'admit.step.24',
    what: 'after three months',
    plan: { ...FILED, when: { '24': late(90) } },
    warns: true,
  },
  { rule: 'admit.step.24', what: 'not approved', plan: FILED, breaks: without('24') },
  {
    rule: 'admit.step.25',
    what: 'filed before it was done',
    plan: FILED,
    breaks: lookedAtBefore('25'),
  },
  { rule: 'admit.step.17', what: 'approved on a day to come', breaks: lookedAtBefore('17') },
  ...(
    [
      ['fewer than six months', 1, 5],
      ['more than a year', 13, 24],
    ] as const
  ).map(([what, low, high]): Fault => ({
    rule: 'probation.extend',
    what,
    plan: { ends: 'extended' },
    breaks: change('extend-vote', (step, by) => {
      step.months = by.between(low, high);
    }),
  })),
  {
    rule: 'probation.extend',
    what: 'a second time',
    plan: { ends: 'extended' },
    breaks: (file) => {
      const vote = stepOf(file, 'extend-vote');
      const asked = stepOf(file, '22');
      const { on } = asked;
      const again = { ...vote, on, held: { body: 'members' as const, on } };
      file.steps.splice(file.steps.indexOf(asked) + 1, Infinity, again);
    },
  },
  {
    rule: 'probation.extend',
    what: 'regularised before its end',
    plan: { ends: 'extended', when: beforeTheEnd },
  },
  {
    rule: 'probation.decision',
    what: 'extension not approved',
    plan: { ends: 'extended' },
    breaks: without('extend-approved'),
  },
  {
    rule: 'probation.cancel',
    what: 'cancelled without a vote',
    plan: { ends: 'cancelled' },
    breaks: without('cancel-vote'),
  },
  ...(['16', '17', '18', '19', '20'] as const).map((name): Fault => ({
    rule: `admit.step.${name}`,
    what: 'dated before the step before',
    breaks: datedBefore(name),
  })),
  ...(['22', '23', '24', '25'] as const).map((name): Fault => ({
    rule: `admit.step.${name}`,
    what: 'dated before the step before',
    plan: FILED,
    breaks: datedBefore(name),
  })),
];
