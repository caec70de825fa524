import type { PersonId } from '#kernel/ids';
import { addDays, addMonths, monthOf, type PlainDate, type PlainMonth } from '#kernel/plain-date';
import { headOf, seatCommittee, type Codes, type Lived } from './build.ts';
import type { Desk, Seat } from './desk.ts';
import { inventedIdentity, type Born } from './people.ts';
import type { Story } from './story.ts';

/** What a branch is told from: its story, who is admitted in it, and the county that approves. */
export interface Told {
  readonly story: Story;
  readonly newcomer: Born | null;
  readonly county: Seat;
  /** The body right above; of its branches only one loses its secretary, since its entries go forward in time. */
  readonly above: Seat;
  readonly codes: Codes;
  /** What dues were reckoned from before this story, in fen. */
  readonly bases?: ReadonlyMap<PersonId, number>;
}

const isSomebody = (one: PersonId | null): one is PersonId => one !== null;

const paperOf = (county: Seat, on: PlainDate): string =>
  `${county.orgName}批复〔${on.slice(0, 4)}〕${on.slice(5, 7)}号`;

/** The secretary's post ends that day. */
async function leave(desk: Desk, above: Seat, lived: Lived, on: PlainDate): Promise<void> {
  const asked = { orgId: lived.orgId, asOf: addDays(on, -1) };
  const found = (await desk.call(above, 'organisations', 'posts', asked)) as {
    posts: readonly { postId: string; kind: string }[];
  };
  const post = found.posts.find((one) => one.kind === 'secretary');
  if (post === undefined) throw new Error(`${lived.planned.short} has no secretary to leave`);
  const reason = '工作调动';
  await desk.call(above, 'organisations', 'endPost', { postId: post.postId, on, reason });
}

/** 补选: one of the committee, else the youngest who may, becomes secretary; the one before stays a member. */
async function newHead(desk: Desk, above: Seat, lived: Lived, on: PlainDate): Promise<Lived> {
  const next = lived.people.find(
    (one) =>
      one.category === 'full' &&
      !one.frail &&
      one.personId !== lived.secretary &&
      !lived.committee.includes(one.personId),
  );
  if (next === undefined) return lived;
  desk.until(addDays(on, 2));
  await leave(desk, above, lived, on);
  await desk.call(above, 'organisations', 'appoint', {
    orgId: lived.orgId,
    personId: next.personId,
    kind: 'secretary',
    wayIn: 'by_election',
    on,
    approvedOn: addDays(on, 2),
    approvalPaper: paperOf(above, on),
  });
  const rest = lived.committee.filter((one) => one !== lived.secretary);
  return {
    ...lived,
    secretary: next.personId,
    committee: lived.committee.length === 0 ? [] : [next.personId, ...rest],
  };
}

/** The secretary goes to another post; until the by-election another member of the committee leads. */
async function headLeaves(desk: Desk, above: Seat, lived: Lived, on: PlainDate): Promise<Lived> {
  const next = lived.committee.find((one) => one !== lived.secretary);
  if (next === undefined) return lived;
  desk.until(addDays(on, 1));
  await leave(desk, above, lived, on);
  await desk.call(above, 'organisations', 'appoint', {
    orgId: lived.orgId,
    personId: next,
    kind: 'acting_secretary',
    wayIn: 'interim',
    on,
    approvedOn: on,
    approvalPaper: paperOf(above, on),
  });
  const committee = lived.committee.filter((one) => one !== lived.secretary);
  return {
    ...lived,
    secretary: next,
    leads: 'acting_secretary',
    committee: committee.length > 2 ? committee : [],
  };
}

/** Received on probation by the members' meeting. */
async function admit(
  desk: Desk,
  county: Seat,
  lived: Lived,
  born: Born,
  codes: Codes,
  on: PlainDate,
): Promise<Lived> {
  desk.until(addDays(on, 3));
  const { personId } = await desk.call(county, 'members', 'enter', {
    orgId: lived.orgId,
    from: on,
    name: born.name,
    sex: born.sex,
    ethnic: codes.ethnic.get('汉族') ?? codes.ethnic.get('汉'),
    bornOn: born.bornOn,
    education: codes.education.get(born.education),
    work: codes.work.get(born.work),
    joinedOn: on,
    category: 'probationary',
    wayIn: 'admitted',
    inPaper: `${lived.planned.short}党员大会决议`,
    idNumber: inventedIdentity(born.bornOn, born.sex, born.serial % 499),
    phone: `190${String(10_000_000 + born.serial).padStart(8, '0')}`,
  });
  const one = { ...born, category: 'probationary' as const, joinedOn: on };
  return { ...lived, people: [...lived.people, { ...one, personId: personId as PersonId }] };
}

async function die(desk: Desk, lived: Lived, on: PlainDate): Promise<Lived> {
  const gone = lived.people
    .filter((one) => !lived.committee.includes(one.personId) && one.personId !== lived.secretary)
    .toSorted((a, b) => a.bornOn.localeCompare(b.bornOn))[0];
  if (gone === undefined) return lived;
  desk.until(addDays(on, 4));
  await desk.call(headOf(lived), 'status', 'recordDeath', { personId: gone.personId, on });
  return { ...lived, people: lived.people.filter((one) => one !== gone) };
}

/** What happens to a branch in a month beside meetings and dues; the branch as it stands afterwards. */
export async function happen(
  desk: Desk,
  lived: Lived,
  month: PlainMonth,
  told: Told,
  today: PlainDate,
): Promise<Lived> {
  const { story, newcomer, county, above, codes } = told;
  const due = (day: PlainDate | null): day is PlainDate =>
    day !== null && monthOf(day) === month && addDays(day, 4) <= today;
  let now = lived;
  if (due(story.diesOn)) now = await die(desk, now, story.diesOn);
  if (due(story.electsOn)) {
    desk.until(addDays(story.electsOn, 2));
    const again = now.committee.length > 0 ? now.committee : [now.secretary].filter(isSomebody);
    const seated = await seatCommittee(desk, county, now, now.people, story.electsOn, { again });
    now = { ...now, ...seated };
  }
  if (newcomer !== null && due(story.admitsOn)) {
    now = await admit(desk, county, now, newcomer, codes, story.admitsOn);
  }
  const full = story.admitsOn === null ? null : addDays(addMonths(story.admitsOn, 12), 3);
  // Where the year was over only lately, nobody has seen to it yet.
  if (due(full) && addDays(full, 25) <= today) {
    const one = now.people.find((person) => person.joinedOn === story.admitsOn);
    if (one !== undefined) {
      desk.until(addDays(full, 4));
      const paper = `${now.planned.short}党员大会决议`;
      await desk.call(headOf(now), 'members', 'regularise', {
        personId: one.personId,
        on: full,
        paper,
      });
    }
  }
  if (due(story.newHeadOn)) now = await newHead(desk, above, now, story.newHeadOn);
  if (due(story.headLeavesOn)) now = await headLeaves(desk, above, now, story.headLeavesOn);
  return now;
}

/** What the form of the minutes sends, of all that the page of a meeting shows. */
const FORM = [
  'title',
  'startsAt',
  'endsAt',
  'yearOf',
  'special',
  'campaign',
  'chair',
  'recorder',
  'note',
] as const;

type Detail = Readonly<Record<(typeof FORM)[number], unknown>> & {
  readonly version: number;
  readonly items: readonly { readonly decision: string }[];
};

/** 更正 of a meeting that was final: a line of its decision was left out. */
export async function putMeetingRight(desk: Desk, lived: Lived, meetingId: string): Promise<void> {
  const head = headOf(lived);
  const read = async (): Promise<Detail> =>
    (await desk.call(head, 'meetings', 'detail', { meetingId })) as unknown as Detail;
  const seen = await read();
  await desk.call(head, 'meetings', 'reopen', {
    meetingId,
    basedOn: seen.version,
    reason: '漏记一项决定，核对纸质记录后补上',
  });
  const open = await read();
  const items = open.items.map((item, index) =>
    index === 0
      ? { ...item, decision: `${item.decision}；会后一周内由组织委员通报落实情况` }
      : item,
  );
  const saved = await desk.call(head, 'meetings', 'saveMinutes', {
    ...Object.fromEntries(FORM.map((field) => [field, open[field]])),
    meetingId,
    basedOn: open.version,
    items,
  });
  await desk.call(head, 'meetings', 'finalise', {
    meetings: [{ meetingId, basedOn: saved['version'] }],
  });
}
