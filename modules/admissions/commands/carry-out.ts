import type { Id, PersonId } from '#kernel/ids';
import { addMonths, type PlainDate } from '#kernel/plain-date';
import { ok, refuse, type Result } from '#kernel/result';
import type { Write } from '#platform/db';
import { admitMember, changeMember, endMembership, regularise } from '#modules/members';
import type { OrgPlace } from '#modules/organisations';
import type { Loaded } from '../queries/facts.ts';
import { insertBook } from '../store/books.ts';
import { setHelpers } from '../store/parts.ts';
import type { Doing } from './do-step.ts';

type Carrying = Doing & { readonly until: PlainDate | null };
type Effect = (
  write: Write,
  place: OrgPlace,
  loaded: Loaded,
  input: Carrying,
) => Promise<Result<unknown>>;

const helpers =
  (role: 'contact' | 'introducer', of: 'contacts' | 'introducers'): Effect =>
  async (write, place, loaded, input) => {
    const people: readonly PersonId[] = input.told[of] ?? [];
    await setHelpers(write, place, loaded.row.caseId, role, people, input.on);
    return ok(null);
  };

/** The day of joining is that of the members' meeting (EDU19 art. 24). */
const admit: Effect = async (write, place, loaded, input) => {
  const on = loaded.facts.days['accept'];
  if (on === undefined) return refuse('admissions.no_meeting_day');
  return admitMember(write, {
    personId: loaded.row.personId,
    orgId: place.orgId,
    on,
    paper: input.told.paper ?? '',
    groupId: (input.told.groupId ?? null) as Id<'Group'> | null,
  });
};

/** A full member from the end of probation on, however late it was handled (DEV26 arts. 33, 35). */
const makeFull: Effect = async (write, _place, loaded, input) => {
  const on = loaded.facts.days['probation_ends'];
  if (on === undefined) return refuse('admissions.no_meeting_day');
  return regularise(write, { personId: loaded.row.personId, on, paper: input.told.paper ?? '' });
};

const extend: Effect = async (write, _place, loaded, input) => {
  const begun = loaded.facts.days['accept'];
  const voted = loaded.steps.findLast((step) => step.move === 'vote_extend');
  const months = voted?.told.months ?? 0;
  if (begun === undefined || input.until !== addMonths(begun, 12 + months))
    return refuse('admissions.extension_end', {
      day: begun === undefined ? '' : addMonths(begun, 12 + months),
    });
  return changeMember(write, loaded.row.personId, input.on, { extension: months });
};

const cancel: Effect = (write, _place, loaded, input) =>
  endMembership(write, {
    personId: loaded.row.personId,
    on: input.on,
    way: 'qualification_cancelled',
    paper: input.told.paper ?? '',
    to: '',
  });

const giveBook: Effect = async (write, place, loaded, input) =>
  insertBook(write, loaded.approver ?? place, {
    number: (input.told.bookNumber ?? '').trim(),
    issuedOn: input.on,
    caseId: loaded.row.caseId,
    receiver: input.told.body ?? '',
    spoiled: false,
    note: '',
  });

const EFFECTS: Readonly<Partial<Record<Doing['move'], Effect>>> = {
  assign_contacts: helpers('contact', 'contacts'),
  determine_introducers: helpers('introducer', 'introducers'),
  issue_book: giveBook,
  assign_branch: admit,
  approve_regularise: makeFull,
  approve_extend: extend,
  approve_cancel: cancel,
};

/** What a step brings about elsewhere: who accompanies, the register of books, the roster. */
export async function carryOut(
  write: Write,
  place: OrgPlace,
  loaded: Loaded,
  input: Carrying,
): Promise<Result<unknown>> {
  return (await EFFECTS[input.move]?.(write, place, loaded, input)) ?? ok(null);
}
