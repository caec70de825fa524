import {
  change,
  datedBefore,
  noMinutes,
  without,
  withoutPaper,
  withOther,
  type Fault,
} from './fault.ts';

/** Steps 9–14: introducers, review, training, committee review, pre-review, form. */
export const TARGET_FAULTS: readonly Fault[] = [
  { rule: 'admit.step.09', what: 'no introducers', breaks: without('09') },
  ...(
    [
      ['one', ['m1']],
      ['three', ['m1', 'm2', 'm3']],
      ['the same one twice', ['m1', 'm1']],
      ['a probationary member', ['m1', 'probationary']],
      ['somebody who is no member here', ['m1', 'elsewhere']],
    ] as const
  ).map(([who, people]): Fault => ({
    rule: 'admit.introducer.count',
    what: `${who} as introducer`,
    breaks: withOther('09', { people: [...people] }),
  })),
  {
    rule: 'admit.introducer.barred',
    what: '留党察看, rights not restored',
    breaks: withOther('09', { people: ['m1', 'barred'] }),
  },
  {
    rule: 'admit.introducer.unsuitable',
    what: 'a lighter sanction in its effect period',
    plan: { era: 'new' },
    breaks: withOther('09', { people: ['sanctioned', 'm2'] }),
    warns: true,
  },
  { rule: 'admit.step.10', what: 'no political review', breaks: without('10') },
  { rule: 'admit.step.10', what: 'a review failed', breaks: withOther('10', { qualified: false }) },
  { rule: 'file.review', what: 'no conclusive material', breaks: withoutPaper('10', 'review') },
  { rule: 'admit.step.11', what: 'no training, no reason given', breaks: without('11') },
  {
    rule: 'admit.step.11',
    what: 'neither 3 days nor 24 hours',
    breaks: change('11', (step, by) => {
      step.days = by.between(0, 2);
      step.hours = by.between(0, 23);
    }),
  },
  {
    rule: 'file.training',
    what: 'no certificate',
    breaks: withoutPaper('11', 'training'),
    warns: true,
  },
  { rule: 'admit.step.12', what: 'no review by the branch committee', breaks: without('12') },
  { rule: 'admit.step.12', what: 'no minutes of it', breaks: noMinutes('12') },
  { rule: 'admit.step.12', what: 'found wanting', breaks: withOther('12', { qualified: false }) },
  {
    rule: 'admit.step.13',
    what: 'no pre-review',
    breaks: (file) => {
      file.steps = file.steps.filter((one) => one.step !== '13' && one.step !== '13-county');
    },
  },
  { rule: 'admit.step.13', what: 'not passed', breaks: withOther('13', { qualified: false }) },
  {
    rule: 'file.prereview',
    what: 'result not in writing',
    breaks: withoutPaper('13', 'prereview'),
    warns: true,
  },
  { rule: 'admit.prereview.content', what: 'no form issued', breaks: without('13-form') },
  { rule: 'admit.step.14', what: 'form not filled in', breaks: without('14') },
  { rule: 'file.form', what: 'no Membership Form', breaks: withoutPaper('14', 'form') },
  ...(['09', '10', '11', '12', '13', '14'] as const).map((name): Fault => ({
    rule: `admit.step.${name}`,
    what: 'dated before the step before',
    breaks: datedBefore(name),
  })),
];
