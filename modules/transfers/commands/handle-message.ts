import { ok, refuse, type Result } from '#kernel/result';
import type { Write } from '#platform/db';
import { firstPlace } from '#modules/organisations';
import { caseByLink, caseForUpdate, caseOf, setLink, type CaseId } from '../store/cases.ts';
import { placesOf } from '../store/directory.ts';
import { markHandled, type Message, type Waiting } from '../store/messages.ts';
import { sealNumbers } from '../store/sealed.ts';
import { putCase } from './begin-out.ts';
import { putStep, type Doing } from './do-step.ts';

type Offer = Extract<Message, { kind: 'offer' }>;

async function putSteps(
  write: Write,
  caseId: CaseId,
  steps: readonly Pick<Doing, 'move' | 'on' | 'told'>[],
): Promise<Result<null>> {
  for (const step of steps) {
    const row = await caseOf(write, caseId);
    if (row === null) return refuse('common.not_found');
    const done = await putStep(write, row, { ...step, reasons: {} });
    if (!done.ok) return done;
  }
  return ok(null);
}

/** A case of ours for what another tenant sends; or, where it was sent back before, the same case goes on. */
async function takeOffer(write: Write, one: Waiting, offer: Offer): Promise<Result<null>> {
  const approved = { move: 'approve_out' as const, on: offer.approvedOn, told: {} };
  const known = await caseByLink(write, one.link);
  if (known !== null)
    return putSteps(write, known, [{ move: 'resubmit', on: offer.approvedOn, told: {} }, approved]);
  const top = await firstPlace(write);
  const place = top === null ? undefined : (await placesOf(write, [top.orgId])).get(top.orgId);
  if (top === null || place === undefined) return refuse('common.not_found');
  const put = await putCase(write, {
    from: top,
    to: top,
    route: 'online',
    side: 'inward',
    subject: offer.category,
    personId: null,
    personName: offer.personName,
    about: offer.about,
    sealed: sealNumbers(write, offer.numbers),
    fromName: offer.fromName,
    fromCommittee: offer.fromCommittee,
    toName: place.name,
    toCommittee: place.committeeName,
    state: 'begun',
  });
  if (!put.ok) return put;
  await setLink(write, put.value, one.link, one.from);
  return putSteps(write, put.value, [
    { move: 'initiate', on: offer.startedOn, told: offer.told },
    approved,
  ]);
}

/** What the other end did on our case: approved, received, sent back. */
async function takeStep(
  write: Write,
  one: Waiting,
  message: Extract<Message, { kind: 'step' }>,
): Promise<Result<null>> {
  const caseId = await caseByLink(write, one.link);
  const row = caseId === null ? null : await caseForUpdate(write, caseId);
  if (row === null || row.peerTenant !== one.from) return refuse('common.not_found');
  await write.tick(row.from.orgId);
  const { move, on, reason } = message;
  return putSteps(write, row.caseId, [{ move, on, told: reason === '' ? {} : { reason } }]);
}

/**
 * Handles one message of another tenant, once: what it brings about and that it was handled are one transaction.
 * Refuses one whose signature does not fit and one that was handled meanwhile.
 */
export async function handleMessage(write: Write, one: Waiting): Promise<Result<null>> {
  if (one.message === null) return refuse('transfers.message_broken');
  if (!(await markHandled(write, one.id, null))) return refuse('common.changed_meanwhile');
  return one.message.kind === 'offer'
    ? takeOffer(write, one, one.message)
    : takeStep(write, one, one.message);
}
