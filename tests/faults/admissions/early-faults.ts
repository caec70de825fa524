import { addDays, addMonths, isWorkday, later, nthWorkday } from './calendar.ts';
import {
  change,
  datedBefore,
  early,
  late,
  noMinutes,
  without,
  withoutPaper,
  withOther,
  type Fault,
} from './fault.ts';
import { stepOf, type AdmissionFile, type FileStep } from './file.ts';
import { CHANGE, type Pick } from './good-file.ts';

const opinions = ['group', 'contacts', 'members', 'masses'] as const;

/** Five days of the plain week from a day on, holidays not thought of. */
const fiveWeekdays = (from: string): string => {
  let day = from;
  for (let left = 5; ; day = addDays(day, 1)) {
    if (![0, 6].includes(new Date(day).getUTCDay())) left -= 1;
    if (left === 0) return day;
  }
};

/** The first day from which five plain weekdays hold fewer working days. */
const beforeHoliday: Pick = (low) => {
  let day = low;
  while (!isWorkday(day) || nthWorkday(day, 5) <= fiveWeekdays(day)) day = addDays(day, 1);
  return day;
};

/** As it was done before the change: filed above, and listed. */
function filedInstead(file: AdmissionFile): void {
  const consent = stepOf(file, '08-consent');
  const filed: FileStep = { step: '08-filed', on: consent.on, papers: [] };
  file.steps = file.steps
    .filter((one) => one.step !== '08-notice' && one.step !== '08-listed')
    .map((one) => (one === consent ? filed : one));
}

/** Steps 1–8: application, activist, listing as development target. */
export const EARLY_FAULTS: readonly Fault[] = [
  {
    rule: 'admit.age',
    what: 'under 18 on the day of the application',
    breaks: (file, by) => {
      const first = stepOf(file, '01').on;
      file.applicant.bornOn = addDays(addMonths(first, -216), by.between(1, 900));
    },
  },
  { rule: 'file.application', what: 'no application', breaks: withoutPaper('01', 'application') },
  {
    rule: 'admit.step.02',
    what: 'talk after more than a month',
    plan: { when: { '02': late(60) } },
    warns: true,
  },
  { rule: 'admit.step.02', what: 'no talk', breaks: without('02') },
  {
    rule: 'admit.step.02',
    what: 'nobody named who talked',
    breaks: withOther('02', { talker: '' }),
  },
  { rule: 'file.talk', what: 'no record of it', breaks: withoutPaper('02', 'talk'), warns: true },
  {
    rule: 'admit.step.03',
    what: 'nobody recommended',
    breaks: change('03', (step) => delete step.recommendedBy),
  },
  { rule: 'admit.step.03', what: 'not decided in the committee', breaks: noMinutes('03') },
  {
    rule: 'admit.step.03',
    what: 'minutes of another day',
    breaks: change('03', (step, by) => {
      step.held = { body: 'committee', on: addDays(step.on, by.between(1, 9)) };
    }),
  },
  {
    rule: 'admit.youth28',
    what: 'a League member of 28 or less not recommended by the League',
    plan: { league: true, youth: true },
    breaks: withOther('03', { recommendedBy: 'members' }),
    warns: true,
  },
  {
    rule: 'file.recommend',
    what: 'no recommendation',
    breaks: withoutPaper('03', 'recommend'),
    warns: true,
  },
  { rule: 'admit.step.04', what: 'not filed with the upper committee', breaks: without('04') },
  { rule: 'admit.step.05', what: 'no contacts assigned', breaks: without('05') },
  ...(
    [
      ['nobody', []],
      ['three', ['m1', 'm2', 'm3']],
      ['a probationary member', ['m1', 'probationary']],
      ['somebody who is no member here', ['elsewhere']],
      ['the applicant', ['applicant']],
    ] as const
  ).map(([who, people]): Fault => ({
    rule: 'admit.contact.count',
    what: `${who} as contact`,
    breaks: withOther('05', { people: [...people] }),
  })),
  {
    rule: 'admit.observe.halfyear',
    what: 'never observed',
    plan: { when: { '06': (low) => low } },
  },
  {
    rule: 'admit.observe.halfyear',
    what: 'one observation left out',
    breaks: (file) => {
      const left = file.steps.findLast((one) => one.kind === 'observation' && one.step === '06');
      file.steps = file.steps.filter((one) => one !== left);
    },
  },
  {
    rule: 'admit.step.07',
    what: 'before a year of training and observation',
    plan: { when: { '07': early(60) } },
  },
  ...opinions.map((left): Fault => ({
    rule: 'admit.step.07',
    what: `without the opinion of the ${left}`,
    breaks: withOther('07', { heard: opinions.filter((one) => one !== left) }),
  })),
  { rule: 'admit.step.07', what: 'not decided in the committee', breaks: noMinutes('07') },
  { rule: 'admit.step.07', what: 'no decision at all', breaks: without('07') },
  {
    rule: 'file.activist-register',
    what: 'no register of observation',
    breaks: withoutPaper('07', 'activist-register'),
    warns: true,
  },
  {
    rule: 'admit.step.08',
    what: 'no consent of the upper committee',
    plan: { era: 'new' },
    breaks: without('08-consent'),
  },
  {
    rule: 'ver.target.consent',
    what: 'filed where consent is needed by now',
    plan: { era: 'new' },
    breaks: filedInstead,
  },
  {
    rule: 'ver.target.consent',
    what: 'still filed in the first days of the new text',
    plan: { era: 'edge', when: { '07': () => CHANGE } },
    breaks: filedInstead,
  },
  {
    rule: 'ver.notice',
    what: 'no public notice',
    plan: { era: 'new' },
    breaks: without('08-notice', '08-listed'),
  },
  {
    rule: 'ver.notice',
    what: 'listed without a notice',
    plan: { era: 'new' },
    breaks: without('08-notice'),
  },
  {
    rule: 'admit.step.08',
    what: 'a notice of four working days or fewer',
    plan: { era: 'new' },
    breaks: change('08-notice', (step, by) => {
      step.until = nthWorkday(step.on, by.between(1, 4));
    }),
  },
  {
    rule: 'admit.step.08',
    what: 'a notice of five weekdays over a holiday',
    plan: {
      era: 'holidays',
      when: { '07': (low) => later(low, '2026-05-25'), '08-notice': beforeHoliday },
    },
    breaks: change('08-notice', (step) => {
      step.until = fiveWeekdays(step.on);
    }),
  },
  {
    rule: 'admit.step.08',
    what: 'a notice nowhere',
    plan: { era: 'new' },
    breaks: withOther('08-notice', { places: [] }),
  },
  {
    rule: 'admit.step.08',
    what: 'a mobile person noticed at one place',
    plan: { era: 'new', mobile: true },
    breaks: withOther('08-notice', { places: ['流入地'] }),
  },
  {
    rule: 'admit.step.08',
    what: 'listed before the notice ended',
    plan: { era: 'new', when: { '08-listed': early(3) } },
  },
  {
    rule: 'admit.step.08',
    what: 'listed though the result stands in the way',
    plan: { era: 'new' },
    breaks: withOther('08-listed', { qualified: false }),
  },
  {
    rule: 'admit.step.08',
    what: 'listed with objections open',
    plan: { era: 'new' },
    breaks: change('08-listed', (step, by) => {
      step.openObjections = by.between(1, 3);
    }),
  },
  {
    rule: 'file.notice',
    what: 'no papers of the notice',
    plan: { era: 'new' },
    breaks: withoutPaper('08-notice', 'notice'),
    warns: true,
  },
  ...(['02', '03', '04', '05', '07'] as const).map((name): Fault => ({
    rule: `admit.step.${name}`,
    what: 'dated before the step before',
    breaks: datedBefore(name),
  })),
  ...(['08-consent', '08-notice', '08-listed'] as const).map((name): Fault => ({
    rule: 'admit.step.08',
    what: `${name.slice(3)} dated before the step before`,
    plan: { era: 'new' },
    breaks: datedBefore(name),
  })),
];
