import type { PersonId } from '#kernel/ids';
import { addDays, addMonths, plainDate, type PlainDate } from '#kernel/plain-date';
import { headOf, type Lived } from './build.ts';
import type { Desk, Seat } from './desk.ts';

/** A step of a case as the paper file has it. */
export interface Paper {
  readonly move: string;
  readonly on: PlainDate;
}

/** First day of the revised rules: before it a target was filed, from it on consented to and given notice of. */
const REVISED_ON = plainDate('2026-05-11');
const NOTICE_DAYS = 10;

/** Days before today on which the steps of a case were done; each stage goes on from the one it names. */
const WAYS = {
  applied: [['apply', 12]],
  talked: [
    ['apply', 80],
    ['first_talk', 62],
  ],
  activist: [
    ['apply', 330],
    ['first_talk', 310],
    ['determine_activist', 262],
    ['file_activist', 250],
    ['assign_contacts', 246],
    ['observe', 75],
  ],
  observed: [
    ['apply', 560],
    ['first_talk', 540],
    ['determine_activist', 440],
    ['file_activist', 430],
    ['assign_contacts', 425],
    ['observe', 262],
    ['observe', 84],
  ],
} as const;

type Step = readonly [move: string, ago: number];
const decided: readonly Step[] = [...WAYS.observed, ['determine_target', 30]];
const noticed: readonly Step[] = [...decided, ['consent_target', 20], ['begin_notice', 6]];
const target: readonly Step[] = [
  ...WAYS.observed.slice(0, 6),
  ['determine_target', 120],
  ['consent_target', 110],
  ['begin_notice', 105],
  ['close_notice', 92],
  ['determine_introducers', 80],
  ['review', 62],
  ['train', 45],
];
const reviewed: readonly Step[] = [...target, ['committee_review', 26]];
const prereviewed: readonly Step[] = [...reviewed, ['prereview', 18]];
const filled: readonly Step[] = [...prereviewed, ['issue_book', 14], ['fill_form', 9]];
const accepted: readonly Step[] = [...filled, ['accept', 5]];
const ended: readonly Step[] = [...WAYS.talked, ['end', 20]];

/** What the branches of the county have on the way, one after another. */
const STAGES: readonly (readonly Step[])[] = [
  WAYS.applied,
  WAYS.activist,
  noticed,
  WAYS.observed,
  WAYS.talked,
  target,
  WAYS.activist,
  decided,
  reviewed,
  WAYS.applied,
  filled,
  WAYS.observed,
  prereviewed,
  accepted,
  WAYS.activist,
  ended,
];

const SURNAMES = [...'柏牧桑简冉卫阮焦管芦佟车'];
const GIVEN = [
  '雨晴',
  '一鸣',
  '晓舟',
  '嘉禾',
  '思远',
  '若谷',
  '明轩',
  '静怡',
  '子墨',
  '新宇',
  '安然',
];
/** Invented, and of families that the rosters of the county do not have. */
const nameOf = (index: number): string =>
  `${SURNAMES[index % SURNAMES.length] ?? ''}${GIVEN[index % GIVEN.length] ?? ''}`;

/** The same way by the rules of its days: a target of before the revision was filed and had no notice. */
function byRules(steps: readonly Paper[]): Paper[] {
  const filed = steps.some((one) => one.move === 'consent_target' && one.on < REVISED_ON);
  if (!filed) return [...steps];
  return steps
    .filter((one) => one.move !== 'begin_notice' && one.move !== 'close_notice')
    .map((one) => (one.move === 'consent_target' ? { ...one, move: 'file_target' } : one));
}

/** What the form of a step tells. */
function toldOf(lived: Lived, step: Paper): object {
  const full = lived.people.filter((one) => one.category === 'full' && !one.frail);
  const two = full.slice(0, 2).map((one) => one.personId);
  const talker = headOf(lived).name;
  switch (step.move) {
    case 'first_talk':
    case 'upper_talk':
      return { talker };
    case 'determine_activist':
      return { recommendedBy: 'members' };
    case 'assign_contacts':
      return { contacts: two };
    case 'observe':
    case 'observe_probation':
      return { kind: 'observation' };
    case 'determine_target':
      return { heard: ['group', 'contacts', 'members', 'masses'] };
    case 'begin_notice':
      return { until: addDays(step.on, NOTICE_DAYS), places: ['党务公开栏'] };
    case 'determine_introducers':
      return { introducers: two };
    case 'close_notice':
    case 'review':
    case 'committee_review':
    case 'prereview':
      return { conclusion: 'qualified' };
    case 'train':
      return { courseDays: 3, courseHours: 24 };
    case 'vote_extend':
      return { months: 6 };
    default:
      return {};
  }
}

/** A case taken over from paper as it stood on a day; of somebody known, or of somebody new. */
export async function takeOver(
  desk: Desk,
  lived: Lived,
  who: { readonly personId: PersonId } | { readonly name: string; readonly bornOn: PlainDate },
  steps: readonly Paper[],
): Promise<string> {
  const known = 'personId' in who;
  const made = await desk.call(headOf(lived), 'admissions', 'begin', {
    orgId: lived.orgId,
    ...(known ? who : { ...who, sex: who.name.length % 2 === 1 ? 'female' : 'male' }),
    steps: byRules(steps).map((step) => ({ ...step, told: toldOf(lived, step) })),
  });
  return made['caseId'] as string;
}

/** Somebody objected to the notice; the answer is still to be written. */
async function object(desk: Desk, lived: Lived, caseId: string, on: PlainDate): Promise<void> {
  await desk.call(headOf(lived), 'admissions', 'object', {
    caseId,
    receivedOn: on,
    matter: '反映其在2024年公益活动中的工作时间登记不实。',
  });
}

/** Steps of somebody whom the roster has on probation, from the day of the members' meeting. */
function probation(acceptedOn: PlainDate, today: PlainDate): Paper[] {
  const before: readonly Step[] = [
    ['apply', 800],
    ['first_talk', 780],
    ['determine_activist', 660],
    ['file_activist', 650],
    ['assign_contacts', 645],
    ['observe', 480],
    ['observe', 300],
    ['determine_target', 180],
    ['consent_target', 170],
    ['begin_notice', 165],
    ['close_notice', 150],
    ['determine_introducers', 140],
    ['review', 110],
    ['train', 90],
    ['committee_review', 40],
    ['prereview', 25],
    ['issue_book', 20],
    ['fill_form', 10],
    ['accept', 0],
  ];
  const after: readonly Step[] = [
    ['upper_talk', 20],
    ['approve', 40],
    ['file_upward', 48],
    ['assign_branch', 50],
    ['oath', 60],
    ['observe_probation', 180],
  ];
  return [
    ...before.map(([move, ago]) => ({ move, on: addDays(acceptedOn, -ago) })),
    ...after.map(([move, later]) => ({ move, on: addDays(acceptedOn, later) })),
  ].filter((step) => step.on <= today);
}

/** The year was over and the meeting gave six months more; the committee agrees, and the roster knows it. */
async function extend(
  desk: Desk,
  above: Seat,
  lived: Lived,
  who: Lived['people'][number],
  steps: readonly Paper[],
): Promise<void> {
  const ends = addMonths(who.joinedOn, 12);
  const caseId = await takeOver(desk, lived, { personId: who.personId }, [
    ...steps,
    { move: 'apply_regularise', on: addDays(ends, -3) },
    { move: 'vote_extend', on: addDays(ends, 1) },
  ]);
  const { version } = await desk.call(above, 'admissions', 'detail', { caseId });
  await desk.call(above, 'admissions', 'doStep', {
    caseId,
    move: 'approve_extend',
    on: addDays(ends, 3),
    told: { until: addMonths(who.joinedOn, 18), body: above.orgName, paper: '批复〔2026〕9号' },
    basedOn: version,
  });
}

/** Days after a year of probation on which an extension is told here: after the meeting and the committee. */
const EXTENDED_AFTER = 3;

/** Whom a branch received of late: their probation is not over, or it just was. */
const received = (lived: Lived, today: PlainDate) =>
  lived.people.filter(
    (one) => one.category === 'probationary' && one.joinedOn >= addMonths(today, -14),
  );
const isOver = (one: Lived['people'][number], today: PlainDate): boolean =>
  addDays(addMonths(one.joinedOn, 12), EXTENDED_AFTER) <= today;

/**
 * What a branch has on the way into the Party on the day of the demonstration: somebody at one of the stages,
 * and the file of whom it received in the last year.
 */
export async function admissionsOf(
  desk: Desk,
  lived: Lived,
  index: number,
  today: PlainDate,
): Promise<void> {
  desk.until(today);
  const stage = STAGES[index % STAGES.length] ?? WAYS.applied;
  const steps = stage.map(([move, ago]) => ({ move, on: addDays(today, -ago - (index % 3)) }));
  const bornOn = addDays(plainDate('1988-03-04'), (index * 211) % 4000);
  const caseId = await takeOver(desk, lived, { name: nameOf(index), bornOn }, steps);
  if (index === STAGES.indexOf(noticed)) await object(desk, lived, caseId, addDays(today, -3));
  for (const one of received(lived, today))
    if (!isOver(one, today))
      await takeOver(desk, lived, { personId: one.personId }, probation(one.joinedOn, today));
}

/** Extensions of a year that was over lately. The committee above acts, so this comes after its own entries. */
export async function extensionsOf(
  desk: Desk,
  lived: Lived,
  above: Seat,
  today: PlainDate,
): Promise<void> {
  desk.until(today);
  for (const one of received(lived, today))
    if (isOver(one, today) && (await onProbation(desk, lived, one.personId)))
      await extend(desk, above, lived, one, probation(one.joinedOn, today));
}

async function onProbation(desk: Desk, lived: Lived, personId: PersonId): Promise<boolean> {
  const found = await desk.call(headOf(lived), 'members', 'roster', {
    orgId: lived.orgId,
    category: 'probationary',
    pageSize: 100,
  });
  return (found['rows'] as readonly { personId: PersonId }[]).some(
    (row) => row.personId === personId,
  );
}
