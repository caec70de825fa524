import type { PersonId } from '#kernel/ids';
import { addDays, addMonths, type PlainDate } from '#kernel/plain-date';
import { headOf, type Lived } from './build.ts';
import type { Desk } from './desk.ts';

/** Where members of a county's branches go, in turn. */
const PLACES = [
  { reason: 'work', placeKind: 'country', place: '广东省东莞市', fixed: true },
  { reason: 'work', placeKind: 'province', place: '省会高新区', fixed: false },
  { reason: 'business', placeKind: 'country', place: '浙江省义乌市', fixed: true },
  { reason: 'family', placeKind: 'city', place: '市区', fixed: false },
  { reason: 'graduate', placeKind: 'province', place: '省会大学城', fixed: false },
  { reason: 'abroad_study', placeKind: 'abroad', place: '境外某大学', fixed: false },
] as const;

const MEANS = ['phone', 'wechat', 'phone', 'visit'] as const;

/** Two to four of a branch, none of the committee. */
const away = (lived: Lived, index: number): readonly PersonId[] =>
  lived.people
    .filter(
      (one) =>
        one.category === 'full' &&
        !one.frail &&
        one.personId !== lived.secretary &&
        !lived.committee.includes(one.personId),
    )
    .slice(3, 5 + (index % 3))
    .map((one) => one.personId);

/**
 * Members of a branch are away since some months, and reached each month but the last in some branches.
 * The first of them takes part at `host`, where one is given.
 */
export async function goAway(
  desk: Desk,
  lived: Lived,
  index: number,
  today: PlainDate,
  host: Lived | null = null,
): Promise<readonly string[]> {
  desk.until(today);
  const head = headOf(lived);
  const keepers = [lived.secretary, ...lived.committee].filter((one) => one !== null);
  const ids: string[] = [];
  const since = addMonths(today, -8 - (index % 5));
  for (const [at, personId] of away(lived, index).entries()) {
    const whither = PLACES[(index + at) % PLACES.length] ?? PLACES[0];
    const hosted = at === 0 && host !== null;
    const { awayId } = await desk.call(head, 'floating', 'register', {
      orgId: lived.orgId,
      personId,
      ...(hosted ? { reason: 'work', placeKind: 'county', place: '县城', fixed: false } : whither),
      leftOn: addDays(since, at * 9),
      phone: `191${String(10_000_000 + index * 10 + at).padStart(8, '0')}`,
      keeperId: keepers[at % Math.max(1, keepers.length)] ?? null,
      hostOrgId: hosted ? host.orgId : null,
      certificateNo: at === 0 ? `云流字${String(index + 1).padStart(3, '0')}` : '',
    });
    ids.push(String(awayId));
  }
  if (ids.length === 0) return ids;
  const months = index % 3 === 2 ? 3 : 5;
  for (let month = months; month > (index % 4 === 3 ? 1 : 0); month -= 1)
    await desk.call(head, 'floating', 'recordContacts', {
      awayIds: ids,
      on: addDays(addMonths(today, -month), 12 + (index % 9)),
      how: MEANS[month % MEANS.length] ?? 'phone',
      report: month === 3,
      content: month === 3 ? '电话汇报了务工和学习情况' : '问了近况，转告了支部近期工作',
    });
  return ids;
}

/** A community receives who was sent to it, and somebody from another county. */
export async function takeIn(
  desk: Desk,
  host: Lived,
  awayIds: readonly string[],
  today: PlainDate,
): Promise<void> {
  desk.until(today);
  const head = headOf(host);
  for (const awayId of awayIds)
    await desk.call(head, 'floating', 'arrive', { awayId, on: addDays(today, -60) });
  await desk.call(head, 'floating', 'receive', {
    orgId: host.orgId,
    name: '邓远山',
    homeName: '中共邻县河口村党支部',
    certificateNo: '邻流字018',
    on: addDays(today, -95),
  });
}
