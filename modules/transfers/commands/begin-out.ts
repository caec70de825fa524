import type { OrgId, PersonId, TenantId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import { ok, refuse, type Result } from '#kernel/result';
import { constraintOf, type Write } from '#platform/db';
import { openCaseBrief } from '#modules/admissions';
import { aboutOf } from '#modules/members';
import { ownPlace, type OrgPlace } from '#modules/organisations';
import type { Told } from '../rules/facts.ts';
import type { Route, Side, Subject } from '../rules/words.ts';
import { caseForUpdate, insertCase, setLink, type CaseId, type NewCase } from '../store/cases.ts';
import { placesOf, type Place } from '../store/directory.ts';
import { peersOf } from '../store/messages.ts';
import { putStep } from './do-step.ts';

export interface BeginningOut {
  readonly orgId: OrgId;
  readonly personId: PersonId;
  readonly route: Route;
  /** An organisation kept here, or the words of one outside. */
  readonly toOrgId?: OrgId | undefined;
  /** Another tenant of this installation: its committee names the branch. */
  readonly toTenant?: TenantId | undefined;
  readonly toName?: string | undefined;
  readonly toCommittee?: string | undefined;
  readonly on: PlainDate;
  readonly told: Told;
}

interface Receiver {
  readonly side: Side;
  readonly to: OrgPlace;
  readonly toName: string;
  readonly toCommittee: string;
}

function receiverOf(input: BeginningOut, from: Place, to: Place | undefined): Result<Receiver> {
  if (input.toOrgId !== undefined) {
    if (to === undefined) return refuse('common.not_found');
    if (to.orgId === from.orgId) return refuse('members.same_organisation');
    return ok({ side: 'inside', to, toName: to.name, toCommittee: to.committeeName });
  }
  const toName = input.toName ?? '';
  if (toName === '' && input.toTenant === undefined) return refuse('transfers.no_receiver');
  const toCommittee = input.toCommittee ?? '';
  return ok({ side: 'outward', to: from, toName, toCommittee });
}

/** The name of another tenant stands for its committee; nothing where somebody goes elsewhere. */
async function peerOf(write: Write, input: BeginningOut): Promise<Result<{ toName?: string }>> {
  if (input.toTenant === undefined) return ok({});
  if (input.route !== 'online') return refuse('transfers.peer_online');
  const peer = (await peersOf(write)).find((one) => one.tenantId === input.toTenant);
  return peer === undefined ? refuse('common.not_found') : ok({ toName: peer.name });
}

/** Who it is about, as the receiver will read it; refuses whoever stands in no roster and has no open admission. */
async function whomOf(
  write: Write,
  input: BeginningOut,
): Promise<Result<Pick<NewCase, 'subject' | 'personName' | 'about'>>> {
  const about = await aboutOf(write, input.personId, write.today);
  if (about === null || about.orgId !== input.orgId) return refuse('transfers.not_there');
  if (about.suspended) return refuse('transfers.suspended');
  const admission = await openCaseBrief(write, input.personId);
  if (about.category === null && admission === null) return refuse('transfers.not_there');
  const subject: Subject = about.category ?? 'activist';
  const { name, sex, ethnic, bornOn, joinedOn, regularisedOn } = about;
  return ok({
    subject,
    personName: name,
    about: {
      sex,
      ethnic,
      bornOn,
      joinedOn,
      regularisedOn,
      probationEnds: subject === 'probationary' ? (admission?.probationEnds ?? null) : null,
      admission: admission?.stateName ?? '',
    },
  });
}

/** Puts a case down; one open case a person, also of two begun at once. */
export async function putCase(write: Write, one: NewCase): Promise<Result<CaseId>> {
  try {
    return ok(await insertCase(write, one));
  } catch (error) {
    if (constraintOf(error) === 'transfer_case_open') return refuse('transfers.case_open');
    throw error;
  }
}

/**
 * 转出: a branch sends somebody off, to an organisation kept here or outside. Refuses a move inside one approving
 * committee (that is a change in its roster), whoever is not there, and a second transfer at once.
 */
export async function beginOut(
  write: Write,
  input: BeginningOut,
): Promise<Result<{ caseId: CaseId; version: number }>> {
  const own = await ownPlace(write, input.orgId);
  if (!own.ok) return own;
  await write.tick(input.orgId);
  const asked = input.toOrgId === undefined ? [input.orgId] : [input.orgId, input.toOrgId];
  const places = await placesOf(write, asked);
  const from = places.get(input.orgId);
  if (from === undefined) return refuse('common.not_found');
  const receiver = receiverOf(
    input,
    from,
    input.toOrgId === undefined ? undefined : places.get(input.toOrgId),
  );
  if (!receiver.ok) return receiver;
  const peer = await peerOf(write, input);
  if (!peer.ok) return peer;
  const whom = await whomOf(write, input);
  if (!whom.ok) return whom;
  const put = await putCase(write, {
    ...receiver.value,
    ...peer.value,
    ...whom.value,
    from: own.value,
    route: input.route,
    personId: input.personId,
    sealed: null,
    fromName: from.name,
    fromCommittee: from.committeeName,
    state: 'begun',
  });
  if (!put.ok) return put;
  if (input.toTenant !== undefined)
    await setLink(write, put.value, write.newId<'TransferLink'>(), input.toTenant);
  const row = await caseForUpdate(write, put.value);
  if (row === null) return refuse('common.not_found');
  const { on, told } = input;
  const done = await putStep(write, row, { move: 'initiate', on, told, reasons: {} });
  return done.ok ? ok({ caseId: row.caseId, version: done.value.version }) : done;
}
