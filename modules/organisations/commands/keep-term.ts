import type { OrgId } from '#kernel/ids';
import { addYears, type PlainDate } from '#kernel/plain-date';
import { ok, refuse, type Result } from '#kernel/result';
import type { Advice } from '#kernel/rule';
import type { Write } from '#platform/db';
import { actsFromAbove, ownPlace } from '../policy.ts';
import { bodyTerm } from '../queries/terms.ts';
import { DEFAULT_ORG_SETTINGS } from '../rules/settings.ts';
import { checkElectionDate } from '../rules/terms.ts';
import { insertNotice, insertShift } from '../store/terms.ts';

/** 延期换届: approved from above before the term was over (EL20 art. 3). The term itself stays as it was. */
export async function shiftTerm(
  write: Write,
  input: {
    readonly orgId: OrgId;
    readonly newEndsOn: PlainDate;
    readonly approvedOn: PlainDate;
    readonly approvedBy: string;
    readonly approvalPaper: string;
  },
): Promise<Result<{ advice: readonly Advice[] }>> {
  const own = await ownPlace(write, input.orgId);
  if (!own.ok) return own;
  if (!actsFromAbove(write.actor, own.value)) return refuse('organisations.appointed_by_above');
  const term = await bodyTerm(write, input.orgId, write.today);
  if (term === null) return refuse('organisations.no_term');
  if (input.newEndsOn <= term.endsOn) {
    return refuse('organisations.shift_not_later', { endsOn: term.endsOn });
  }
  const checked = checkElectionDate(
    term.endsOn,
    input.newEndsOn,
    input.approvedOn,
    DEFAULT_ORG_SETTINGS,
  );
  if (!checked.ok) return checked;
  await insertShift(write, own.value, { ...input, endsOn: term.endsOn });
  await write.audit({
    action: 'organisations.shift_term',
    objectKind: 'organisation',
    objectId: input.orgId,
    place: own.value,
    fields: {
      endsOn: term.endsOn,
      newEndsOn: input.newEndsOn,
      beyondOneYear: input.newEndsOn > addYears(term.endsOn, 1),
      approvalPaper: input.approvalPaper,
    },
  });
  return ok({ advice: checked.value });
}

/** The level above reminded of the end of a term, generally six months ahead (BR18). */
export async function remind(
  write: Write,
  input: {
    readonly orgId: OrgId;
    readonly on: PlainDate;
    readonly means: 'letter' | 'phone' | 'other';
    readonly note: string;
  },
): Promise<Result<Record<string, never>>> {
  const own = await ownPlace(write, input.orgId);
  if (!own.ok) return own;
  if (!actsFromAbove(write.actor, own.value)) return refuse('organisations.appointed_by_above');
  if (input.on > write.today) {
    return refuse('organisations.act_in_future', { act: '提醒', on: input.on });
  }
  const term = await bodyTerm(write, input.orgId, write.today);
  if (term === null) return refuse('organisations.no_term');
  await insertNotice(write, own.value, { ...input, endsOn: term.endsOn });
  await write.audit({
    action: 'organisations.remind',
    objectKind: 'organisation',
    objectId: input.orgId,
    place: own.value,
    fields: { on: input.on, means: input.means, endsOn: term.endsOn },
  });
  return ok({});
}
