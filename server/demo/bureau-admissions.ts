import { addDays, plainDate, type PlainDate } from '#kernel/plain-date';
import { takeOver, type Paper } from './admissions.ts';
import { headOf, type Lived } from './build.ts';
import type { Desk, Seat } from './desk.ts';

const steps = (...list: readonly (readonly [string, string])[]): Paper[] =>
  list.map(([move, on]) => ({ move, on: plainDate(on) }));

/** Received by the members' meeting of December 2023, the one probationary member of case 1. */
const RECEIVED_ON = plainDate('2023-12-21');
const RECEIVED = {
  name: '应知秋',
  bornOn: plainDate('1992-09-18'),
  steps: steps(
    ['apply', '2021-05-10'],
    ['first_talk', '2021-05-28'],
    ['determine_activist', '2021-11-17'],
    ['file_activist', '2021-11-26'],
    ['assign_contacts', '2021-12-01'],
    ['observe', '2022-05-18'],
    ['observe', '2022-11-17'],
    ['determine_target', '2023-03-17'],
    ['file_target', '2023-03-28'],
    ['determine_introducers', '2023-04-06'],
    ['review', '2023-06-09'],
    ['train', '2023-09-15'],
    ['committee_review', '2023-11-17'],
    ['prereview', '2023-12-04'],
    ['issue_book', '2023-12-06'],
    ['fill_form', '2023-12-12'],
    ['accept', RECEIVED_ON],
    ['upper_talk', '2024-01-08'],
    ['approve', '2024-01-15'],
    ['file_upward', '2024-01-17'],
    ['assign_branch', '2024-01-18'],
    ['oath', '2024-02-05'],
    ['observe_probation', '2024-06-21'],
    ['apply_regularise', '2024-12-12'],
    ['vote_regularise', '2024-12-23'],
    ['approve_regularise', '2025-01-14'],
    ['file_papers', '2025-01-20'],
  ),
};

/** The two activists of the year: one goes on across the change of the rules, one is observed still. */
const ACTIVISTS = [
  {
    name: '宫晓棠',
    bornOn: plainDate('1996-02-11'),
    steps: steps(
      ['apply', '2022-10-10'],
      ['first_talk', '2022-10-27'],
      ['determine_activist', '2023-04-17'],
      ['file_activist', '2023-04-24'],
      ['assign_contacts', '2023-04-27'],
      ['observe', '2023-10-16'],
      ['observe', '2024-04-15'],
      ['observe', '2024-10-14'],
      ['observe', '2025-04-14'],
      ['observe', '2025-10-13'],
      ['observe', '2026-03-16'],
      ['determine_target', '2026-03-17'],
      ['file_target', '2026-04-13'],
      ['determine_introducers', '2026-06-08'],
      ['review', '2026-07-06'],
      ['train', '2026-09-18'],
      ['committee_review', '2026-10-19'],
    ),
  },
  {
    name: '鲍远帆',
    bornOn: plainDate('1999-07-23'),
    steps: steps(
      ['apply', '2023-02-13'],
      ['first_talk', '2023-03-02'],
      ['determine_activist', '2023-09-18'],
      ['file_activist', '2023-09-25'],
      ['assign_contacts', '2023-09-27'],
      ['observe', '2024-03-18'],
      ['observe', '2024-09-16'],
      ['observe', '2025-03-17'],
      ['observe', '2025-09-15'],
      ['observe', '2026-03-16'],
      ['observe', '2026-09-14'],
    ),
  },
];

/** Whoever was received in December stands in the roster from that day on, once the committee approved. */
export async function enterReceived(
  desk: Desk,
  county: Seat,
  office: Lived,
): Promise<Lived['people'][number]> {
  const approved = plainDate('2024-01-18');
  desk.until(approved);
  const { name, bornOn } = RECEIVED;
  const { personId } = await desk.call(county, 'members', 'enter', {
    orgId: office.orgId,
    from: RECEIVED_ON,
    name,
    sex: 'female',
    bornOn,
    joinedOn: RECEIVED_ON,
    category: 'probationary',
    wayIn: 'admitted',
    inPaper: '县直机关工委批复〔2024〕2号',
  });
  return {
    name,
    sex: 'female',
    bornOn,
    joinedOn: RECEIVED_ON,
    regularisedOn: null,
    category: 'probationary',
    education: '大学',
    work: '公务员',
    job: null,
    retired: false,
    frail: false,
    serial: 1,
    personId: personId as Lived['people'][number]['personId'],
  };
}

/** The admissions of case 1 from their papers, as far as they had come on a day. */
export async function bureauAdmissions(
  desk: Desk,
  office: Lived,
  received: Lived['people'][number] | null,
  today: PlainDate,
): Promise<void> {
  const until = (list: readonly Paper[]): Paper[] => list.filter((one) => one.on <= today);
  for (const { steps: list, ...who } of ACTIVISTS) await takeOver(desk, office, who, until(list));
  const { steps: list, ...who } = RECEIVED;
  const full = addDays(RECEIVED_ON, 366);
  if (received !== null && full <= today)
    await desk.call(headOf(office), 'members', 'regularise', {
      personId: received.personId,
      on: plainDate('2024-12-21'),
      paper: '县直机关工委批复〔2025〕1号',
    });
  await takeOver(
    desk,
    office,
    received === null ? who : { personId: received.personId },
    until(list),
  );
}
