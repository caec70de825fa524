import { hashPassword, newToken } from '#platform/crypto';
import { foundInstallation, systemActor, type Founded } from '#modules/accounts';
import { Database } from '#platform/db';
import { simulatedClock } from '#platform/clock';
import type { OrgId, PersonId } from '#kernel/ids';
import type { OrgPath } from '#kernel/org-path';
import { addDays, addYears, plainDate, type PlainDate } from '#kernel/plain-date';
import type { PostKind } from '#kernel/posts';
import { placeOf } from '#modules/organisations';
import type { Planned } from './county-plan.ts';
import type { Desk, DeskParts, Seat } from './desk.ts';
import type { Dice } from './dice.ts';
import { bear, type Born, type Names } from './people.ts';

/** The county begins on paper long ago and in the product on this day. */
export const BEGINS = plainDate('2022-12-01');
const FOUNDED = plainDate('2021-01-04');
const ON_PAPER = plainDate('2021-12-20');

export interface Lived {
  readonly planned: Planned;
  readonly orgId: OrgId;
  readonly path: OrgPath;
  readonly people: readonly (Born & { readonly personId: PersonId })[];
  readonly secretary: PersonId | null;
  /** Whoever leads without being secretary does so as this. */
  readonly leads?: PostKind;
  /** Committee members; empty where there is none. */
  readonly committee: readonly PersonId[];
}

/** Names of codes as people write them → codes as the product keeps them. */
export type Codes = Readonly<Record<'ethnic' | 'education' | 'work', ReadonlyMap<string, string>>>;

export async function foundCounty(
  urls: { readonly appUrl: string },
  parts: Omit<DeskParts, 'tenantId' | 'accountId' | 'appUrl'>,
  seed: number,
): Promise<Founded> {
  const clock = simulatedClock(Date.parse(`${FOUNDED}T08:00:00+08:00`), seed);
  const db = new Database({ url: urls.appUrl, clock, secrets: parts.secrets, poolSize: 1 });
  try {
    return await foundInstallation(db, clock, {
      organisationName: '中共云山县委员会',
      kind: 'committee',
      sector: 'mixed',
      loginName: 'demo-admin',
      displayName: '演示管理员',
      // Nobody signs in with it: whoever loads the demonstration gets a password of their own.
      password: newToken(),
      isDemo: true,
    });
  } finally {
    await db.close();
  }
}

export const seatOf = (
  lived: Pick<Lived, 'orgId' | 'path' | 'planned'>,
  post: PostKind,
  personId: PersonId | null,
  name: string,
): Seat => ({
  orgId: lived.orgId,
  path: lived.path,
  orgName: lived.planned.short,
  post,
  personId,
  name,
});

/** The seat at the head of a branch. */
export function headOf(lived: Lived): Seat {
  const head = lived.people.find((one) => one.personId === lived.secretary);
  return seatOf(lived, lived.leads ?? 'secretary', lived.secretary, head?.name ?? '书记');
}

export async function readCodes(desk: Desk, seat: Seat): Promise<Codes> {
  const found = (await desk.call(seat, 'members', 'codes', {})) as Record<
    'ethnic' | 'education' | 'work',
    readonly { key: string; name: string }[]
  >;
  const byName = (list: readonly { key: string; name: string }[]) =>
    new Map(list.map(({ key, name }) => [name, key]));
  return {
    ethnic: byName(found.ethnic),
    education: byName(found.education),
    work: byName(found.work),
  };
}

export async function establishOne(
  desk: Desk,
  county: Seat,
  parentId: OrgId,
  planned: Planned,
  paper: string,
): Promise<Pick<Lived, 'orgId' | 'path' | 'planned'>> {
  const made = await desk.call(county, 'organisations', 'establish', {
    parentId,
    name: planned.name,
    shortName: planned.short,
    kind: planned.kind,
    sector: planned.sector,
    memberKind: planned.memberKind ?? (planned.sector === 'office' ? 'office' : 'general'),
    units: planned.units ?? [],
    on: ON_PAPER,
    approvedBy: county.orgName,
    approvalPaper: paper,
    approvedOn: ON_PAPER,
  });
  const orgId = made['orgId'] as OrgId;
  const place = await desk.db.read(desk.actor(county), (read) => placeOf(read, orgId));
  if (place === null) throw new Error(`no place for ${planned.short}`);
  return { orgId, path: place.orgPath, planned };
}

const COMMITTEE: readonly PostKind[] = [
  'secretary',
  'organisation_member',
  'publicity_member',
  'discipline_member',
  'deputy_secretary',
];

/** Elects secretary and committee (none below seven full members: secretary alone), `again` first, in that order. */
export async function seatCommittee(
  desk: Desk,
  county: Seat,
  place: Pick<Lived, 'orgId' | 'path' | 'planned'>,
  people: Lived['people'],
  on: PlainDate,
  more: { readonly termEndsOn?: PlainDate; readonly again?: readonly PersonId[] } = {},
): Promise<Pick<Lived, 'secretary' | 'committee'>> {
  const able = people.filter((one) => one.category === 'full' && !one.frail);
  const full = people.filter((one) => one.category === 'full').length;
  const size = full < 7 ? 1 : full < 20 ? 3 : 5;
  const again = more.again ?? [];
  const known = again.flatMap((id) => able.filter((one) => one.personId === id));
  const others = able.filter((one) => !again.includes(one.personId));
  const young = others.toSorted((a, b) => b.bornOn.localeCompare(a.bornOn));
  const holders = [...known, ...young].slice(0, size);
  if (holders.length === 0) return { secretary: null, committee: [] };
  await desk.call(county, 'organisations', 'electCommittee', {
    orgId: place.orgId,
    on,
    members: holders.map((one, index) => ({
      personId: one.personId,
      kind: COMMITTEE[index] ?? 'committee_member',
    })),
    ...(more.termEndsOn === undefined ? {} : { termEndsOn: more.termEndsOn }),
    approvedOn: on,
    approvalPaper: `${county.orgName}批复〔${on.slice(0, 4)}〕号`,
  });
  return {
    secretary: holders[0]?.personId ?? null,
    committee: size === 1 ? [] : holders.map((one) => one.personId),
  };
}

/** A branch that stands, whose people are known but not entered. */
export type Planted = Pick<Lived, 'orgId' | 'path' | 'planned'> & {
  readonly born: readonly Born[];
  /** Who will be admitted in the years told. */
  readonly newcomer: Born;
};

/** A branch from the plan, established. */
export async function plant(
  desk: Desk,
  county: Seat,
  parentId: OrgId,
  planned: Planned,
  tools: { readonly dice: Dice; readonly names: Names; readonly paper: string },
): Promise<Planted> {
  const place = await establishOne(desk, county, parentId, planned, tools.paper);
  const born = Array.from({ length: planned.members }, () =>
    bear(tools.dice, tools.names, planned, BEGINS),
  );
  const youth = { ...planned, sector: 'office' as const, memberKind: 'general' as const };
  return { ...place, born, newcomer: bear(tools.dice, tools.names, youth, BEGINS) };
}

/** Secretary and committee elected from the roster, those whose probation ends in time regularised. */
export async function settle(
  desk: Desk,
  county: Seat,
  planted: Planted,
  people: Lived['people'],
  termEndsOn: PlainDate,
): Promise<Lived> {
  const { born: _, newcomer: __, ...place } = planted;
  const { planned } = place;
  const on = plainDate(`2022-12-${String(5 + (planned.members % 20)).padStart(2, '0')}`);
  desk.until(plainDate('2022-12-28'));
  const office = await seatCommittee(desk, county, place, people, on, { termEndsOn });
  const lived: Lived = { ...place, people, ...office };
  for (const one of people.filter((person) => person.category === 'probationary')) {
    const full = addYears(one.joinedOn, 1);
    desk.until(addDays(full, 6));
    await desk.call(headOf(lived), 'members', 'regularise', {
      personId: one.personId,
      on: addDays(full, 3),
      paper: `${planned.short}党员大会决议`,
    });
  }
  return lived;
}

/** The leaders of a body above branches: appointed from the branch of its own office. */
export async function lead(
  desk: Desk,
  county: Seat,
  place: Pick<Lived, 'orgId' | 'path' | 'planned'>,
  office: Lived,
): Promise<Lived> {
  const kinds: readonly PostKind[] = ['secretary', 'deputy_secretary', 'committee_member'];
  const on = plainDate('2022-12-20');
  const able = office.people.filter((one) => one.category === 'full' && !one.frail);
  const leaders: Lived['people'][number][] = [];
  for (const [index, kind] of kinds.entries()) {
    const holder = able.at(-1 - index);
    if (holder === undefined) break;
    leaders.push(holder);
    await desk.call(county, 'organisations', 'appoint', {
      orgId: place.orgId,
      personId: holder.personId,
      kind,
      wayIn: 'appointment',
      on,
      approvedOn: on,
      approvalPaper: '云委干〔2022〕16号',
    });
  }
  const committee = leaders.map((one) => one.personId);
  return { ...place, people: leaders, secretary: committee[0] ?? null, committee };
}

/** For accounts of the demonstration: a password that can be read out. */
export async function freshPassword(
  random: (length: number) => Uint8Array,
): Promise<{ plain: string; hash: string }> {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
  const plain = Array.from(random(10), (byte) => letters[byte % letters.length]).join('');
  return { plain, hash: await hashPassword(plain) };
}

export const countySeat = (founded: Founded): Seat => ({
  orgId: founded.orgId,
  path: founded.path,
  orgName: '中共云山县委员会',
  post: 'officer',
  personId: null,
  name: systemActor(founded).accountName,
});
