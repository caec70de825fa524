import { addDays, yearOf, type PlainDate } from '#kernel/plain-date';
import { headOf, seatOf, type Lived } from './build.ts';
import type { Desk, Seat } from './desk.ts';

/** A committee and the branches below it, as the demonstration has them. */
export interface Town {
  readonly place: Pick<Lived, 'orgId' | 'path' | 'planned'>;
  readonly branches: readonly Lived[];
}

type Step = readonly [move: string, daysAgo: number, told?: object];

interface Told {
  readonly from: string;
  readonly to: string;
  readonly route: 'online' | 'letter';
  readonly why: string;
  readonly daysAgo: number;
  readonly steps: readonly Step[];
}

const letter = (letterNumber: string, letterDays = 30) => ({
  letterNumber,
  letterDays,
  contact: '云山县，邮编000000',
});

/** Transfers in each of their states; the two sides of most stand below two committees. */
const STORIES: readonly Told[] = [
  {
    from: '青石镇上坪村',
    to: '白水镇长滩村',
    route: 'online',
    why: 'residence',
    daysAgo: 3,
    steps: [],
  },
  {
    from: '青石镇下坪村',
    to: '松岗乡云顶村',
    route: 'online',
    why: 'work',
    daysAgo: 24,
    steps: [['approve_out', 20, { nationalNumber: 'YS-0417' }]],
  },
  {
    from: '白水镇桃源村',
    to: '城东社区',
    route: 'online',
    why: 'residence',
    daysAgo: 9,
    steps: [
      ['approve_out', 7],
      ['approve_in', 4],
    ],
  },
  {
    from: '白水镇龙潭村',
    to: '青石镇石桥村',
    route: 'letter',
    why: 'work',
    daysAgo: 40,
    steps: [['issue_letter', 38, letter('白组转1')]],
  },
  {
    from: '松岗乡石壁村',
    to: '北门社区',
    route: 'letter',
    why: 'retired',
    daysAgo: 15,
    steps: [
      ['issue_letter', 14, letter('松组转1')],
      ['report', 6],
    ],
  },
  {
    from: '青石镇横塘村',
    to: '白水镇枫林村',
    route: 'online',
    why: 'residence',
    daysAgo: 12,
    steps: [
      ['approve_out', 10],
      ['return_in', 5, { reason: '户籍和居住地证明不一致，请核对后重新发起' }],
    ],
  },
  {
    from: '松岗乡杨梅村',
    to: '青石镇竹溪村',
    route: 'letter',
    why: 'work',
    daysAgo: 8,
    steps: [
      ['issue_letter', 6, letter('松组转2', 10)],
      ['report', 2],
      ['confirm', 0],
      ['send_receipt', 0, { handler: '党务干部' }],
    ],
  },
];

const SENDER = new Set(['initiate', 'approve_out', 'issue_letter', 'return_out', 'file_receipt']);

const officerOf = (town: Town): Seat => seatOf(town.place, 'officer', null, '党务干部');

/** Somebody of the branch who holds no office in it. */
const oneOf = (lived: Lived) =>
  lived.people.findLast(
    (one) =>
      one.category === 'full' &&
      one.personId !== lived.secretary &&
      !lived.committee.includes(one.personId),
  );

/** Transfers under way in each state, a letter in the register, and a yearly check half done. */
export async function transferAround(
  desk: Desk,
  towns: readonly Town[],
  today: PlainDate,
): Promise<void> {
  const find = (short: string): { town: Town; lived: Lived } | null => {
    for (const town of towns) {
      const lived = town.branches.find((one) => one.planned.short === `${short}党支部`);
      if (lived !== undefined) return { town, lived };
    }
    return null;
  };
  for (const story of STORIES) {
    const from = find(story.from);
    const to = find(story.to);
    const person = from === null ? undefined : oneOf(from.lived);
    if (from === null || to === null || person === undefined) continue;
    const begun = await desk.call(headOf(from.lived), 'transfers', 'beginOut', {
      orgId: from.lived.orgId,
      personId: person.personId,
      route: story.route,
      toOrgId: to.lived.orgId,
      on: addDays(today, -story.daysAgo),
      told: { why: story.why },
    });
    let { version } = begun;
    for (const [move, daysAgo, told] of story.steps) {
      const end = SENDER.has(move) ? from : to;
      const seat = move === 'confirm' ? headOf(end.lived) : officerOf(end.town);
      ({ version } = await desk.call(seat, 'transfers', 'doStep', {
        caseId: begun['caseId'],
        move,
        on: addDays(today, -daysAgo),
        told: told ?? {},
        basedOn: version,
      }));
    }
  }
  await fromOutside(desk, find('南桥社区')?.lived, today);
  await check(desk, towns[0], today);
}

async function fromOutside(desk: Desk, lived: Lived | undefined, today: PlainDate): Promise<void> {
  if (lived === undefined) return;
  await desk.call(headOf(lived), 'transfers', 'beginIn', {
    orgId: lived.orgId,
    route: 'letter',
    name: '骆青禾',
    category: 'full',
    sex: 'female',
    bornOn: '1987-09-12',
    joinedOn: '2012-05-18',
    regularisedOn: '2013-05-18',
    fromName: '临江市东岸街道第三党支部',
    fromCommittee: '中共临江市东岸街道工作委员会',
    startedOn: addDays(today, -11),
    letterNumber: '东组转字26',
    letterDays: 30,
  });
}

/** 组织关系排查 of one town: begun everywhere, registered in its first branch. */
async function check(desk: Desk, town: Town | undefined, today: PlainDate): Promise<void> {
  const [first] = town?.branches ?? [];
  if (town === undefined || first === undefined) return;
  const officer = officerOf(town);
  const year = yearOf(today);
  await desk.call(officer, 'transfers', 'openChecks', { orgId: town.place.orgId, year, on: today });
  const found = await desk.call(officer, 'transfers', 'checks', {
    orgId: first.orgId,
    year,
  });
  const [row] = found['rows'] as readonly { readonly checkId: string }[];
  if (row === undefined) return;
  const detail = await desk.call(officer, 'transfers', 'checkDetail', { checkId: row.checkId });
  const lines = detail['lines'] as readonly { readonly personId: string }[];
  await desk.call(headOf(first), 'transfers', 'markCheck', {
    checkId: row.checkId,
    on: today,
    basedOn: detail['version'],
    marks: lines.map((line, at) => ({
      personId: line.personId,
      result: at === 3 ? 'should_transfer' : 'present',
      note: at === 3 ? '在外地工作已满一年' : '',
    })),
  });
}
