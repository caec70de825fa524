import { evaluate } from './ballots.ts';
import type { OrgId, PersonId } from '#kernel/ids';
import {
  addMonths,
  addToMonth,
  lastDayOf,
  monthNumberOf,
  plainDate,
  plainMonth,
  type PlainDate,
  type PlainMonth,
} from '#kernel/plain-date';
import type { PostKind } from '#kernel/posts';
import { BEGINS, establishOne, headOf, seatCommittee, type Codes, type Lived } from './build.ts';
import { bureauAdmissions, enterReceived } from './bureau-admissions.ts';
import { day, enterYear, GROUP_YEAR, OFFICE_YEAR, YEAR, type Held } from './bureau-year.ts';
import type { Desk, Seat } from './desk.ts';
import type { Dice } from './dice.ts';
import { FIRST_MONTH, live } from './life.ts';
import { bear, type Names } from './people.ts';
import { fill } from './rosters.ts';
import { bureauStory } from './story.ts';

/**
 * The bureau of case 1: a leading group (党组), a general branch (党总支) and two branches. Its year 2023
 * has exactly the figures of the case that concern meetings, talks and dues.
 */
export interface Bureau {
  readonly leadingGroup: Lived;
  readonly generalBranch: Lived;
  readonly office: Lived;
  readonly retired: Lived;
}

const OFFICE = '县发展和改革局党支部';

/** 19 on the job; the last came in June, so that his dues run from July. */
const MEMBERS = 19;
/**
 * Monthly dues in fen: 8 × 75.45 + 10 × 37.64 = 980.00 yuan for twelve months, and 83.95 for six:
 * 11,760.00 + 503.70 = 12,263.70 (case 1).
 */
const BASES = [
  ...Array.from({ length: 8 }, () => 503_000),
  ...Array.from({ length: 10 }, () => 376_400),
];
const NEWCOMER_BASE = 559_666;

/** Base of the case by place in the roster; after those of the opening comes the newcomer. */
const baseOf = (office: Lived, index: number): number =>
  index < office.people.length ? (BASES[index] ?? BASES[0] ?? 0) : NEWCOMER_BASE;

interface Tools {
  readonly dice: Dice;
  readonly names: Names;
  readonly codes: Codes;
}

async function hold(
  desk: Desk,
  county: Seat,
  orgId: OrgId,
  personId: PersonId,
  kind: PostKind,
  on: PlainDate,
): Promise<void> {
  await desk.call(county, 'organisations', 'appoint', {
    orgId,
    personId,
    kind,
    wayIn: 'appointment',
    on,
    approvedOn: on,
    approvalPaper: '云委干〔2022〕15号',
  });
}

/** Establishes the four bodies, their people and posts. */
export async function foundBureau(
  desk: Desk,
  county: Seat,
  worksUnder: OrgId,
  tools: Tools,
): Promise<Bureau> {
  const { dice, names, codes } = tools;
  const plan = (
    name: string,
    short: string,
    kind: Lived['planned']['kind'],
    members: number,
  ): Lived['planned'] => ({
    name,
    short,
    kind,
    sector: 'office',
    members,
  });
  const group = await establishOne(
    desk,
    county,
    county.orgId,
    plan('中共云山县发展和改革局党组', '县发展和改革局党组', 'leading_group', 0),
    '云委〔2021〕8号',
  );
  const general = await establishOne(
    desk,
    county,
    worksUnder,
    plan('中共云山县发展和改革局总支部委员会', '县发展和改革局党总支', 'general_branch', 0),
    '云直工〔2021〕11号',
  );
  const officePlan = {
    ...plan(`中共云山${OFFICE}`, OFFICE, 'branch', MEMBERS),
    memberKind: 'office' as const,
  };
  const officePlace = await establishOne(
    desk,
    county,
    general.orgId,
    officePlan,
    '云直工〔2021〕12号',
  );
  const retiredPlan = {
    ...plan('中共云山县发展和改革局离退休干部党支部', '县发展和改革局老干支部', 'branch', 24),
    memberKind: 'retired' as const,
    book: 'quarterly' as const,
  };
  const retiredPlace = await establishOne(
    desk,
    county,
    general.orgId,
    retiredPlan,
    '云直工〔2021〕13号',
  );
  const on = plainDate('2022-12-06');
  const born = Array.from({ length: MEMBERS - 1 }, () => ({
    ...bear(dice, names, officePlan, BEGINS),
    category: 'full' as const,
    retired: false,
    frail: false,
    work: '公务员',
  })).map((one) => ({ ...one, regularisedOn: one.regularisedOn ?? addMonths(one.joinedOn, 12) }));
  const retiredBorn = Array.from({ length: retiredPlan.members }, () =>
    bear(dice, names, retiredPlan, BEGINS),
  );
  const [officePeople = [], retiredPeople = []] = await fill(
    desk,
    county,
    [
      { place: officePlace, born },
      { place: retiredPlace, born: retiredBorn },
    ],
    codes,
  );
  desk.until(plainDate('2022-12-28'));
  const office: Lived = {
    ...officePlace,
    people: officePeople,
    ...(await seatCommittee(desk, county, officePlace, officePeople, on)),
  };
  const retired: Lived = {
    ...retiredPlace,
    people: retiredPeople,
    ...(await seatCommittee(desk, county, retiredPlace, retiredPeople, on)),
  };
  const [chief] = office.committee;
  if (chief === undefined) throw new Error('the bureau has nobody at its head');
  const leaders = office.committee.slice(0, 4);
  // One person heads 党组, 党总支 and the office branch; the report draws on all three.
  for (const body of [group, general]) {
    for (const [index, personId] of leaders.entries()) {
      await hold(
        desk,
        county,
        body.orgId,
        personId,
        index === 0 ? 'secretary' : 'committee_member',
        on,
      );
    }
  }
  const body = (place: Pick<Lived, 'orgId' | 'path' | 'planned'>): Lived => ({
    ...place,
    people: officePeople.filter((one) => leaders.includes(one.personId)),
    secretary: chief,
    committee: leaders,
  });
  return { leadingGroup: body(group), generalBranch: body(general), office, retired };
}

interface Talk {
  readonly month: number;
  readonly talker: PersonId;
  readonly partner: PersonId;
  readonly kind?: 'reminder';
}

/** 28 talks of the year, two of them reminders: the secretary with everybody, members among each other. */
function talksOf(office: Lived): Talk[] {
  const { secretary, people } = office;
  if (secretary === null) return [];
  const others = people.map((one) => one.personId).filter((id) => id !== secretary);
  const pairs = [
    ...others.map((partner) => ({ talker: secretary, partner })),
    ...others
      .slice(0, 9)
      .map((talker, index) => ({ talker, partner: others[index + 1] ?? talker })),
  ];
  const reminders = others
    .slice(-2)
    .map((partner) => ({ talker: secretary, partner, kind: 'reminder' as const }));
  return [...pairs, ...reminders].map((talk, index) => ({ ...talk, month: 1 + (index % 12) }));
}

async function talk(desk: Desk, office: Lived, month: PlainMonth): Promise<void> {
  const talks = talksOf(office)
    .filter((one) => one.month === monthNumberOf(month))
    .map((one, index) => ({
      heldOn: `${month}-${14 + index}`,
      talker: { personId: one.talker },
      partner: { personId: one.partner },
      ...(one.kind === undefined ? {} : { kind: one.kind }),
    }));
  if (talks.length > 0)
    await desk.call(headOf(office), 'talks', 'record', { orgId: office.orgId, talks });
}

/** The newcomer of June: received from another county, dues from July on. */
async function receive(
  desk: Desk,
  county: Seat,
  bureau: Bureau,
  tools: Tools,
): Promise<Lived['people'][number]> {
  const born = bear(tools.dice, tools.names, { ...bureau.office.planned, members: 1 }, BEGINS);
  const { personId } = await desk.call(county, 'members', 'enter', {
    orgId: bureau.office.orgId,
    from: day(6, 12),
    name: born.name,
    sex: born.sex,
    bornOn: born.bornOn,
    joinedOn: born.joinedOn,
    regularisedOn: addMonths(born.joinedOn, 12),
    category: 'full',
    wayIn: 'transferred_in',
    inPaper: '介绍信〔2023〕31号',
    inFrom: '邻县交通运输局党支部',
  });
  return { ...born, personId: personId as PersonId };
}

async function dues(
  desk: Desk,
  office: Lived,
  month: PlainMonth,
  newcomer: Lived['people'][number] | null,
): Promise<void> {
  const head = headOf(office);
  const number = monthNumberOf(month);
  const lines = office.people.map((one, index) => ({
    personId: one.personId,
    payerKind: 'wage',
    base: baseOf(office, index),
  }));
  if (number === 1) {
    await desk.call(head, 'dues', 'assess', {
      orgId: office.orgId,
      fromMonth: month,
      decidedOn: `${month}-12`,
      lines,
    });
  }
  if (newcomer !== null && number === 7) {
    await desk.call(head, 'dues', 'assess', {
      orgId: office.orgId,
      fromMonth: month,
      decidedOn: `${month}-06`,
      lines: [{ personId: newcomer.personId, payerKind: 'wage', base: NEWCOMER_BASE }],
    });
  }
  const pay = (personId: string, amount: number) => ({
    personId,
    paidOn: `${month}-10`,
    amount,
    means: 'transfer',
  });
  const receipts = office.people.map((one, index) => pay(one.personId, index < 8 ? 7_545 : 3_764));
  if (newcomer !== null && number >= 7) receipts.push(pay(newcomer.personId, 8_395));
  const done = await desk.call(head, 'dues', 'recordReceipts', { orgId: office.orgId, receipts });
  await desk.call(head, 'dues', 'remit', {
    orgId: office.orgId,
    handedOn: lastDayOf(month),
    receivedBy: '县直机关工委党费专户',
    receiptIds: done['receiptIds'],
    amount: done['total'],
  });
}

/** The year 2023 of the case, then the years after it as any other branch lives them. */
export async function liveBureau(
  desk: Desk,
  county: Seat,
  bureau: Bureau,
  tools: Tools,
  today: PlainDate,
): Promise<void> {
  const { office, leadingGroup } = bureau;
  let newcomer: Lived['people'][number] | null = null;
  for (let month = FIRST_MONTH; month <= plainMonth(`${YEAR}-12`); month = addToMonth(month, 1)) {
    if (monthNumberOf(month) === 6) {
      desk.until(plainDate(day(6, 14)));
      newcomer = await receive(desk, county, bureau, tools);
    }
    desk.until(plainDate(`${month}-12`));
    await enterEarly(desk, bureau, month);
    desk.until(lastDayOf(month));
    await enterYear(
      desk,
      office,
      OFFICE_YEAR.filter((one) => Number(one.on.slice(8)) > 12),
      month,
    );
    await enterYear(
      desk,
      leadingGroup,
      GROUP_YEAR.filter((one) => Number(one.on.slice(8)) > 12),
      month,
    );
    await dues(desk, office, month, newcomer);
    await talk(desk, office, month);
  }
  await evaluate(desk, headOf(office), office, plainDate(day(12, 28)));
  const after = plainMonth(`${YEAR + 1}-01`);
  const grown = today > plainDate(`${YEAR + 1}-01-18`);
  const received = grown ? await enterReceived(desk, county, office) : null;
  const people = [...office.people, newcomer, received].filter((one) => one !== null);
  const lived = await live(desk, { ...office, people }, after, today, tools.dice, {
    story: bureauStory(today),
    newcomer: null,
    county,
    above: county,
    codes: tools.codes,
    bases: new Map(people.map((one, index) => [one.personId, baseOf(office, index)])),
  });
  await bureauAdmissions(desk, lived, received, today);
}

/** What was held before the twelfth is entered then, so that nothing of the case counts as late. */
async function enterEarly(desk: Desk, bureau: Bureau, month: PlainMonth): Promise<void> {
  const early = (year: readonly Held[]): Held[] =>
    year.filter((one) => Number(one.on.slice(8)) <= 12);
  await enterYear(desk, bureau.office, early(OFFICE_YEAR), month);
  await enterYear(desk, bureau.leadingGroup, early(GROUP_YEAR), month);
}
