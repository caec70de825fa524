import { ok, refuse, type Result } from '#kernel/result';
import type { Write } from '#platform/db';
import type { OrgPlace } from '#modules/organisations';
import type { Loaded } from '../queries/facts.ts';
import { validUntil } from '../rules/letter.ts';
import type { Place } from '../store/directory.ts';
import { lettersOf, saveLetter } from '../store/letters.ts';
import type { Carrying } from './carry-out.ts';

/** Whose register it is: the committee's, the branch's own where no committee is kept here. */
export function registerOf(place: Place | null, end: OrgPlace): OrgPlace {
  return place === null || place.committeeId === null || place.committeePath === null
    ? end
    : { orgId: place.committeeId, orgPath: place.committeePath };
}

const namesOf = ({ row }: Loaded) => ({
  names: row.personName,
  people: 1,
  fromName: row.fromCommittee === '' ? row.fromName : `${row.fromCommittee}（${row.fromName}）`,
  toName: row.toCommittee === '' ? row.toName : `${row.toCommittee}（${row.toName}）`,
});

/** 开具、换开介绍信: the next entry of the register; one that was renewed is marked as no longer valid. */
export async function giveLetter(
  write: Write,
  loaded: Loaded,
  { move, on, told }: Carrying,
): Promise<Result<unknown>> {
  const { row, from } = loaded;
  if (row.side === 'inward') return ok(null);
  const days = told.letterDays ?? 0;
  const place = registerOf(from, row.from);
  const before = (await lettersOf(write, row.caseId)).findLast(
    (one) => one.direction === 'out' && !one.spoiled,
  );
  if (move === 'renew_letter' && before !== undefined) {
    const spoiled = await saveLetter(write, place, {
      ...before,
      spoiled: true,
      note: `换开为${told.letterNumber ?? ''}号：${told.reason ?? ''}`,
    });
    if (!spoiled.ok) return spoiled;
  }
  return saveLetter(write, place, {
    letterId: write.newId<'TransferLetter'>(),
    direction: 'out',
    number: (told.letterNumber ?? '').trim(),
    caseId: row.caseId,
    ...namesOf(loaded),
    duesMonth: told.duesMonth ?? '',
    issuedOn: on,
    validDays: days,
    validUntil: validUntil(on, days),
    receiptOn: null,
    receiptBy: '',
    spoiled: false,
    note: '',
    renewsId: move === 'renew_letter' ? (before?.letterId ?? null) : null,
  });
}

/** 收到介绍信: into the receiving committee's register, with what the letter says. */
export async function takeLetter(
  write: Write,
  loaded: Loaded,
  { told }: Carrying,
): Promise<Result<unknown>> {
  const { row, to } = loaded;
  if (row.side === 'outward') return ok(null);
  const step = loaded.steps.findLast(
    (one) => one.move === 'issue_letter' || one.move === 'renew_letter',
  );
  if (step?.until === null || step === undefined) return refuse('transfers.no_letter');
  return saveLetter(write, registerOf(to, row.to), {
    letterId: write.newId<'TransferLetter'>(),
    direction: 'in',
    number: (step.told.letterNumber ?? '').trim(),
    caseId: row.caseId,
    ...namesOf(loaded),
    duesMonth: step.told.duesMonth ?? '',
    issuedOn: step.on,
    validDays: step.told.letterDays ?? 1,
    validUntil: step.until,
    receiptOn: null,
    receiptBy: '',
    spoiled: false,
    note: told.note ?? '',
    renewsId: null,
  });
}

/** A receipt went back (in the register of letters taken in) or came back (of those given out). */
async function receipt(
  write: Write,
  loaded: Loaded,
  { on, told }: Carrying,
  direction: 'out' | 'in',
): Promise<Result<unknown>> {
  const { row } = loaded;
  const letter = (await lettersOf(write, row.caseId)).findLast(
    (one) => one.direction === direction && !one.spoiled,
  );
  if (letter === undefined) return ok(null);
  const place =
    direction === 'out' ? registerOf(loaded.from, row.from) : registerOf(loaded.to, row.to);
  return saveLetter(write, place, {
    ...letter,
    receiptOn: on,
    receiptBy: told.handler ?? '',
  });
}

export const noteReceipt = (write: Write, loaded: Loaded, input: Carrying) =>
  receipt(write, loaded, input, 'in');
export const fileReceipt = (write: Write, loaded: Loaded, input: Carrying) =>
  receipt(write, loaded, input, 'out');
