import type { Write } from '#platform/db';
import { reveal } from '#modules/members';
import type { Move } from '../rules/words.ts';
import { sendMessage } from '../store/messages.ts';
import type { CaseRow } from '../store/cases.ts';
import { stepsOf } from '../store/steps.ts';
import type { Numbers } from '../store/sealed.ts';
import type { Doing } from './do-step.ts';

/** Steps of a receiver that its sender has to know. */
const ANSWERS: readonly Move[] = ['approve_in', 'confirm', 'return_in', 'return_branch'];

/** Numbers travel encrypted with the other tenant's key; that they were opened is kept in the log. */
async function numbersOf(write: Write, row: CaseRow): Promise<Numbers> {
  if (row.personId === null) return {};
  const opened = await reveal(write, {
    personId: row.personId,
    reason: '组织关系转往本系统另一个单位',
  });
  if (!opened.ok) return {};
  const { idNumber, phone } = opened.value;
  return {
    ...(idNumber === null ? {} : { idNumber }),
    ...(phone === null ? {} : { phone }),
  };
}

/**
 * Tells the other tenant what was done here, in the same transaction: the sender's approval offers the case with all
 * the receiver has to know, the receiver's steps answer it. Cases of one tenant tell nobody.
 */
export async function tellPeer(
  write: Write,
  row: CaseRow,
  { move, on, told }: Pick<Doing, 'move' | 'on' | 'told'>,
): Promise<void> {
  if (row.peerTenant === null || row.link === null) return;
  if (row.side === 'inward' && ANSWERS.includes(move)) {
    const reason = told.reason ?? '';
    await sendMessage(write, row.peerTenant, row.link, { kind: 'step', move, on, reason });
    return;
  }
  if (row.side !== 'outward' || move !== 'approve_out' || row.subject === 'activist') return;
  const steps = await stepsOf(write, [row.caseId]);
  const begun = steps.findLast((one) => one.move === 'initiate' || one.move === 'resubmit');
  await sendMessage(write, row.peerTenant, row.link, {
    kind: 'offer',
    personName: row.personName,
    category: row.subject,
    about: row.about,
    numbers: await numbersOf(write, row),
    fromName: row.fromName,
    fromCommittee: row.fromCommittee,
    startedOn: begun?.on ?? on,
    approvedOn: on,
    told: begun?.told ?? {},
  });
}
