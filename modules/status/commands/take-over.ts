import type { PersonId } from '#kernel/ids';
import { chineseDate, type PlainDate } from '#kernel/plain-date';
import { ok, refuse, type Result } from '#kernel/result';
import type { Write } from '#platform/db';
import { load } from '../queries/facts.ts';
import type { Told } from '../rules/facts.ts';
import type { Kind, Move, Sanction } from '../rules/words.ts';
import { caseForUpdate, type CaseId } from '../store/cases.ts';
import { insertStep } from '../store/steps.ts';
import { advance } from './advance.ts';
import { beginCase } from './begin-case.ts';
import { carryOut } from './carry-out.ts';

/** The step of each kind from which it has effect. */
const DECISIVE: Readonly<Record<Kind, Move>> = {
  suspension: 'decide',
  restoration: 'approve',
  withdrawal: 'announce_withdrawal',
  correction: 'approve',
  persuasion: 'leave',
  striking: 'approve',
  own_act: 'approve',
  discipline: 'record',
};

export interface TakingOver {
  readonly personId: PersonId;
  readonly kind: Kind;
  readonly on: PlainDate;
  readonly paper: string;
  readonly clause?: string | undefined;
  readonly sanction?: Sanction | 'expulsion' | undefined;
  readonly organ?: string | undefined;
  /** End of a correction or of the effect of a sanction. */
  readonly until?: PlainDate | undefined;
}

/**
 * 据纸质材料: what was decided before cases were kept here, with the number of its paper. What was done cannot be done
 * otherwise now, so its procedure is not checked.
 */
export async function takeOver(
  write: Write,
  input: TakingOver,
): Promise<Result<{ caseId: CaseId }>> {
  if (input.on > write.today) return refuse('status.day_to_come', { day: chineseDate(input.on) });
  const expelled = input.sanction === 'expulsion';
  if (input.kind === 'discipline' && !expelled) {
    const missing =
      input.sanction === undefined ||
      (input.organ ?? '') === '' ||
      input.until === undefined ||
      input.until <= input.on;
    if (missing) return refuse('status.effect_missing');
  }
  if (input.kind === 'correction' && (input.until === undefined || input.until <= input.on))
    return refuse('status.effect_end_missing', { basis: '' });
  const begun = await beginCase(write, { personId: input.personId, kind: input.kind });
  if (!begun.ok) return begun;
  const row = await caseForUpdate(write, begun.value.caseId);
  if (row === null) return refuse('common.not_found');
  const move = expelled && input.kind === 'discipline' ? 'record_expulsion' : DECISIVE[input.kind];
  const until = input.until ?? null;
  const told: Told = {
    paper: input.paper,
    ...(input.clause === undefined ? {} : { clause: input.clause }),
    ...(input.sanction === undefined || input.sanction === 'expulsion'
      ? {}
      : { sanction: input.sanction }),
    ...(input.organ === undefined ? {} : { organ: input.organ }),
    ...(until === null ? {} : { until }),
  };
  const loaded = await load(write, row, input.on, told, null);
  const stepId = await insertStep(write, row, {
    seq: 1,
    move,
    on: input.on,
    until,
    rules: '2024',
    meetingId: null,
    vote: null,
    told,
    papers: [],
    fromPaper: true,
  });
  const carried = await carryOut(write, loaded, { move, on: input.on, told, until });
  if (!carried.ok) return carried;
  await advance(write, row, {
    done: [
      {
        id: stepId,
        move,
        on: input.on,
        ...(until === null ? {} : { until }),
        by: write.actor.accountId,
      },
    ],
    pauses: [],
  });
  return ok({ caseId: row.caseId });
}
