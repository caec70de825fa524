import type { PersonId } from '#kernel/ids';
import { ok, refuse, type Result } from '#kernel/result';
import { across, type Write } from '#platform/db';
import { handOverCase } from '#modules/admissions';
import {
  aboutOf,
  assignInRoster,
  endMembership,
  enterMember,
  moveApplicant,
  moveMembership,
} from '#modules/members';
import { endPostsOf, holdsMembers, type OrgKind } from '#modules/organisations';
import type { Loaded } from '../queries/facts.ts';
import { pathAbove } from '../rules/who.ts';
import { setPerson, setReceiver, type CaseRow } from '../store/cases.ts';
import { placesOf } from '../store/directory.ts';
import type { Doing } from './do-step.ts';
import { openNumbers } from '../store/sealed.ts';
import { fileReceipt, giveLetter, noteReceipt, takeLetter } from './keep-letter.ts';

export type Carrying = Pick<Doing, 'move' | 'on' | 'told'>;
type Effect = (write: Write, loaded: Loaded, input: Carrying) => Promise<Result<unknown>>;

const paperOf = ({ steps, row }: Loaded): string => {
  const national = steps.findLast((one) => (one.told.nationalNumber ?? '') !== '')?.told
    .nationalNumber;
  const letter = steps.findLast((one) => one.told.letterNumber !== undefined)?.told.letterNumber;
  return row.route === 'online'
    ? `线上接转${national === undefined ? '' : ` ${national}`}`
    : `组织关系介绍信${letter === undefined ? '' : `第${letter}号`}`;
};

/** The committee names the branch that receives; the case is seen by that branch from now on. */
const intoBranch: Effect = async (write, { row, to }, { told }) => {
  if (told.branchId === undefined || row.side === 'outward') return ok(null);
  const place = (await placesOf(write, [told.branchId])).get(told.branchId);
  if (place === undefined || !holdsMembers(place.kind as OrgKind))
    return refuse('transfers.branch_missing', { basis: '' });
  if (place.committeeId !== (to?.committeeId ?? null)) return refuse('transfers.other_committee');
  await setReceiver(write, row.caseId, place, place.name);
  return ok(null);
};

/** Members of this tenant: out of one roster and into the other on one day, with posts, case and file. */
async function receiveInside(
  write: Write,
  row: CaseRow,
  personId: PersonId,
  input: Carrying & { readonly paper: string },
): Promise<Result<unknown>> {
  const scope = pathAbove(row.from.orgPath, row.to.orgPath);
  return across(write, scope, async (wide): Promise<Result<unknown>> => {
    const about = await aboutOf(wide, personId, input.on);
    const asMember = row.subject !== 'activist';
    // Moved or gone since: the sender's roster decides, not what the case says.
    if (about === null || about.orgId !== row.from.orgId || (about.category !== null) !== asMember)
      return refuse('transfers.not_there', { basis: '' });
    const { on, paper, told } = input;
    const moved = asMember
      ? await moveMembership(wide, { personId, toOrgId: row.to.orgId, on, paper })
      : await moveApplicant(wide, { personId, toOrgId: row.to.orgId, on });
    if (!moved.ok) return moved;
    if (asMember) await endPostsOf(wide, personId, on, '组织关系转出');
    const overseer = told.overseer === undefined ? {} : { overseer: told.overseer };
    return handOverCase(wide, { personId, to: row.to, on, ...overseer });
  });
}

/** Somebody from outside enters the roster with what the sender told; the numbers leave the case. */
async function receiveFromOutside(
  write: Write,
  row: CaseRow,
  input: Carrying & { readonly paper: string },
): Promise<Result<unknown>> {
  const { about } = row;
  const numbers = openNumbers(write, row.sealed);
  const sex = about.sex === '男' ? ('male' as const) : ('female' as const);
  const given = {
    ...(about.sex === '' ? {} : { sex }),
    ...(about.bornOn === null ? {} : { bornOn: about.bornOn }),
    ...(about.joinedOn === null ? {} : { joinedOn: about.joinedOn }),
    ...(about.regularisedOn === null ? {} : { regularisedOn: about.regularisedOn }),
  };
  const entered = await enterMember(write, {
    orgId: row.to.orgId,
    name: row.personName,
    category: row.subject === 'probationary' ? 'probationary' : 'full',
    from: input.on,
    wayIn: 'transferred_in',
    inPaper: input.paper,
    inFrom: row.fromName,
    ...given,
    ...numbers,
  });
  if (!entered.ok) return entered;
  await setPerson(write, row.caseId, entered.value.personId);
  return ok(entered.value);
}

const group = async (write: Write, personId: PersonId, input: Carrying): Promise<Result<unknown>> =>
  input.told.groupId === undefined || input.told.groupId === ''
    ? ok(null)
    : assignInRoster(write, {
        personId,
        on: input.on,
        groupId: input.told.groupId,
      });

const receive: Effect = async (write, loaded, input) => {
  const { row } = loaded;
  const paper = paperOf(loaded);
  if (row.side === 'inward') {
    const entered = await receiveFromOutside(write, row, { ...input, paper });
    if (!entered.ok) return entered;
    return group(write, (entered.value as { personId: PersonId }).personId, input);
  }
  const { personId } = row;
  if (personId === null) return refuse('common.not_found');
  if (row.side === 'outward')
    return row.subject === 'activist'
      ? ok(null)
      : endMembership(write, {
          personId,
          on: input.on,
          way: 'transferred_out',
          paper,
          to: row.toName,
        });
  const received = await receiveInside(write, row, personId, { ...input, paper });
  return received.ok ? group(write, personId, input) : received;
};

const EFFECTS: Readonly<Partial<Record<Doing['move'], Effect>>> = {
  approve_in: intoBranch,
  issue_letter: giveLetter,
  renew_letter: giveLetter,
  report: async (write, loaded, input) => {
    const named = await intoBranch(write, loaded, input);
    return named.ok ? takeLetter(write, loaded, input) : named;
  },
  confirm: receive,
  send_receipt: noteReceipt,
  file_receipt: fileReceipt,
};

/** What a step brings about elsewhere: the registers of letters, the rosters at both ends, an admission case. */
export async function carryOut(
  write: Write,
  loaded: Loaded,
  input: Carrying,
): Promise<Result<unknown>> {
  return (await EFFECTS[input.move]?.(write, loaded, input)) ?? ok(null);
}
