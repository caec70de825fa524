import type { Inputs, Outputs } from '#contract/lib';
import type { statusContract } from '#contract/status';
import type { OrgId, PersonId } from '#kernel/ids';
import { addYears, chineseDate, type PlainDate } from '#kernel/plain-date';
import { basisOf } from '#kernel/rule';
import { refuse } from '#kernel/result';
import { may, type Read } from '#platform/db';
import { lastPayments } from '#modules/dues';
import { lastPresences } from '#modules/meetings';
import { facesOf, historiesOf, homeOf, lastLeft, namesOf, rightsOn } from '#modules/members';
import { canAt } from '../policy.ts';
import { ruleNamed } from '../rules/catalogue.ts';
import { clockOn, type Clock, type Excused } from '../rules/clocks.ts';
import { casesOfPerson } from '../store/cases.ts';
import { lostOf, searchesOf } from '../store/lost.ts';
import { settingsAt } from '../store/settings.ts';
import { outcomesOf } from '../store/steps.ts';
import { caseLines } from './list.ts';
import { lostLines } from './lost.ts';

type In = Inputs<typeof statusContract>;
type Out = Outputs<typeof statusContract>;

const DUTIES = {
  attended: '没有参加组织生活',
  paid: '没有交纳党费',
  worked: '没有做党所分配的工作',
} as const;

/** One line of the clocks: `失联已满5个月，查找记录2次`. Null where none runs. */
export function clockLine(clock: Clock, searches: number): string | null {
  if (clock.runs === 'none') return null;
  if (clock.runs === 'lost') {
    const next = clock.reached ? '可以按程序停止党籍' : `${chineseDate(clock.reachedOn)}满6个月`;
    return `失联已满${clock.months}个月，查找记录${searches}次，${next}`;
  }
  const base = `连续${clock.months}个月${DUTIES[clock.duty]}（自${chineseDate(clock.since)}起）`;
  return clock.ready
    ? `${base}，已认定没有正当理由`
    : `${base}。有正当理由的不计；没有正当理由的，先批评教育`;
}

/**
 * What modules above know of contact with people: the last one, and who holds a certificate of a floating member.
 * Handed in where the modules are put together.
 */
export interface ContactSource {
  lastContacts(
    read: Read,
    people: readonly PersonId[],
  ): Promise<ReadonlyMap<PersonId, { readonly on: PlainDate }>>;
  /** Since when somebody of an organisation is away with a certificate on a day, by person. */
  certified(read: Read, orgId: OrgId, day: PlainDate): Promise<ReadonlyMap<PersonId, PlainDate>>;
}

/** The clock of a person from what the records tell: attendance, dues, loss of contact, frailty, certificate. */
async function clockOf(
  read: Read,
  personId: PersonId,
  orgId: OrgId | null,
  contacts: ContactSource,
): Promise<{ readonly clock: Clock; readonly lastContact: PlainDate | null }> {
  const { today } = read;
  const attended = (await lastPresences(read, [personId], today, null)).get(personId) ?? null;
  const paid = (await lastPayments(read, [personId], today, null)).get(personId) ?? null;
  const lost = (await lostOf(read, [personId])).get(personId) ?? [];
  const face = (await facesOf(read, [personId])).get(personId);
  const stays = (await historiesOf(read, [personId])).get(personId)?.stays ?? [];
  const memberSince = stays[0]?.from ?? today;
  const certified =
    orgId === null ? undefined : (await contacts.certified(read, orgId, today)).get(personId);
  const excused: Excused[] = [
    ...(face?.frail === true ? [{ kind: 'frail' as const, from: memberSince, to: null }] : []),
    ...(certified === undefined
      ? []
      : [{ kind: 'certificate' as const, from: certified, to: null }]),
  ];
  const clock = clockOn({
    day: today,
    memberSince,
    attended,
    paid,
    worked: null,
    lost,
    excused,
    noted: false,
    educatedOn: null,
  });
  const last = (await contacts.lastContacts(read, [personId])).get(personId);
  return { clock, lastContact: last?.on ?? null };
}

/** Rights of a member in words for whoever reads the file; clocks, cases and conclusions for the handling posts. */
export async function person(
  read: Read,
  input: In['person'],
  contacts: ContactSource,
): Promise<Out['person'] | null> {
  const { personId } = input;
  if (!(await namesOf(read, [personId])).has(personId)) return null;
  const rights = rightsOn((await historiesOf(read, [personId])).get(personId), read.today);
  const home = await homeOf(read, personId);
  const handles = may(read.actor, 'status.read');
  const lost = handles ? ((await lostOf(read, [personId])).get(personId) ?? []).at(-1) : undefined;
  const open = lost !== undefined && lost.foundOn === null ? lost : undefined;
  const { clock, lastContact } = handles
    ? await clockOf(read, personId, home?.orgId ?? null, contacts)
    : { clock: { runs: 'none', why: 'recent' } as const, lastContact: null };
  const count =
    open === undefined
      ? 0
      : ((await searchesOf(read, [open.lostId])).get(open.lostId) ?? []).length;
  const closed = refuse('status.not_member', { basis: '' }).refusal;
  const can = (permission: string) => (home === null ? closed : canAt(read, home, permission));
  const died = home === null ? await lastLeft(read, personId) : null;
  return {
    rights: rights.words,
    standing: rights.standing,
    clock: rights.standing === 'gone' ? null : clockLine(clock, count),
    lost: open === undefined ? null : ((await lostLines(read, [open]))[0] ?? null),
    lastContact,
    outcomes: handles ? await outcomesOf(read, personId) : [],
    cases: handles ? await caseLines(read, await casesOfPerson(read, personId)) : [],
    can: {
      begin: can('status.write'),
      lost: can('status.write'),
      death: can('status.death'),
      takeBackDeath: died?.way === 'died' && may(read.actor, 'status.death') ? true : closed,
    },
  };
}

/** One's own rights and what was concluded about oneself. */
export async function own(read: Read): Promise<Out['own']> {
  const { personId } = read.actor;
  if (personId === null) return { rights: '', outcomes: [] };
  const history = (await historiesOf(read, [personId])).get(personId);
  return {
    rights: rightsOn(history, read.today).words,
    outcomes: await outcomesOf(read, personId),
  };
}

export interface RejoinBar {
  readonly way: string;
  readonly until: PlainDate;
  readonly basis: string;
}

/**
 * Whether somebody left in a way after which they may not join anew for a time (`status.rejoin.bar`), as of a day;
 * null: nothing known here stands against it. The number of years is set by committees: the rule was not read.
 */
export async function rejoinBar(
  read: Read,
  personId: PersonId,
  day: PlainDate,
): Promise<RejoinBar | null> {
  const left = await lastLeft(read, personId);
  if (left === null || left.on > day) return null;
  const barred = ['persuaded', 'struck_off', 'left_by_own_act', 'expelled'];
  if (!barred.includes(left.way)) return null;
  const settings = await settingsAt(read, read.actor.place, day);
  const until = addYears(left.on, settings.rejoinYears);
  return day < until
    ? { way: left.wayName, until, basis: basisOf(ruleNamed('status.rejoin.bar')) }
    : null;
}
