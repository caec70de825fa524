import type { Inputs, Outputs } from '#contract/lib';
import type { transfersContract } from '#contract/transfers';
import type { PersonId } from '#kernel/ids';
import { isWithin } from '#kernel/org-path';
import { dayOf } from '#kernel/plain-date';
import type { Read } from '#platform/db';
import { applicantsOf } from '#modules/admissions';
import { paidUpTo } from '#modules/dues';
import { membershipsOf } from '#modules/members';
import { holdsMembers, orgNames, placeOf, type OrgKind } from '#modules/organisations';
import { DEFAULT_TRANSFER_SETTINGS } from '../rules/facts.ts';
import { caseOf } from '../store/cases.ts';
import { placesNamed, placesOf } from '../store/directory.ts';
import { lettersWithin } from '../store/letters.ts';
import { peersOf } from '../store/messages.ts';
import { settingsAt } from '../store/settings.ts';
import { wholesWithin } from '../store/whole.ts';
import { letterOut } from './detail.ts';
import { canWrite } from './list.ts';

type In = Inputs<typeof transfersContract>;
type Out = Outputs<typeof transfersContract>;

/** Whom a branch may send off: its roster, and those on their way to admission. */
export async function people(read: Read, input: In['people']): Promise<Out['people'] | null> {
  const place = await placeOf(read, input.orgId);
  if (place === null) return null;
  const members = (await membershipsOf(read, input.orgId, read.today, read.today)).filter(
    (one) => one.standing === 'normal',
  );
  const applicants = await applicantsOf(read, place);
  return {
    people: [
      ...members.map((one) => ({
        personId: one.person_id as PersonId,
        name: one.name,
        subject: one.category,
        note: one.category === 'full' ? '' : '预备党员',
      })),
      ...applicants.map((one) => ({
        personId: one.personId,
        name: one.name,
        subject: 'activist' as const,
        note: one.stateName,
      })),
    ],
  };
}

const MOST = 20;

/** Organisations by name, each with which way applies; or the branches below a receiving committee. */
export async function directory(
  read: Read,
  input: In['directory'],
): Promise<Out['directory'] | null> {
  const own = (await placesOf(read, [input.orgId])).get(input.orgId);
  if (own === undefined || (await placeOf(read, input.orgId)) === null) return null;
  const found =
    input.q === '' && input.caseId === undefined ? [] : await placesNamed(read, input.q);
  const row = input.caseId === undefined ? null : await caseOf(read, input.caseId);
  const receiver =
    row === null ? null : ((await placesOf(read, [row.to.orgId])).get(row.to.orgId) ?? null);
  const wanted = found.filter((one) => {
    const members = holdsMembers(one.kind as OrgKind);
    if (receiver !== null)
      return (
        members &&
        one.committeeId === receiver.committeeId &&
        isWithin(one.orgPath, receiver.orgPath)
      );
    return one.orgId !== input.orgId && (members || one.committeeId === one.orgId);
  });
  return {
    places: wanted.slice(0, MOST).map((one) => ({
      orgId: one.orgId,
      name: one.name,
      committee: one.committeeName,
      way:
        receiver === null && own.committeeId !== null && one.committeeId === own.committeeId
          ? ('internal' as const)
          : ('transfer' as const),
    })),
  };
}

/** 党费缴至, from the account: never typed. */
export async function dues(read: Read, input: In['dues']): Promise<Out['dues'] | null> {
  if ((await placeOf(read, input.orgId)) === null) return null;
  const paid = await paidUpTo(read, input.orgId, input.personId);
  return paid ?? { month: null, open: 0 };
}

/** 介绍信登记簿 of a year. */
export async function letters(read: Read, input: In['letters']): Promise<Out['letters'] | null> {
  const place = await placeOf(read, input.orgId);
  if (place === null) return null;
  const rows = await lettersWithin(read, {
    path: place.orgPath,
    direction: input.direction,
    from: dayOf(input.year, 1, 1),
    to: dayOf(input.year, 12, 31),
  });
  return { letters: rows.map((one) => letterOut(read, one)) };
}

export async function settings(read: Read, input: In['settings']): Promise<Out['settings'] | null> {
  const place = await placeOf(read, input.orgId);
  if (place === null) return null;
  const found = await settingsAt(read, place.orgPath, read.today);
  const own = { ...DEFAULT_TRANSFER_SETTINGS, ...found };
  return { ...own, can: { set: canWrite(read, place, 'transfers.settings') } };
}

/** 整建制转接 at or below an organisation. */
export async function wholes(read: Read, input: In['wholes']): Promise<Out['wholes'] | null> {
  const place = await placeOf(read, input.orgId);
  if (place === null) return null;
  const rows = await wholesWithin(read, place.orgPath);
  const names = await orgNames(
    read,
    rows.map((one) => one.orgId),
  );
  return {
    wholes: rows.map((one) => ({
      wholeId: one.wholeId,
      orgName: names.get(one.orgId)?.name ?? '',
      fromName: one.fromName,
      toName: one.toName,
      on: one.on,
      number: one.number,
      people: one.people.length,
    })),
    can: { move: canWrite(read, place) },
  };
}

/** Other tenants of this installation somebody may be sent to. */
export async function peers(read: Read): Promise<Out['peers']> {
  return { peers: await peersOf(read) };
}
