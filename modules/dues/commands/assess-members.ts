import type { duesContract } from '#contract/dues';
import type { Inputs } from '#contract/lib';
import { money } from '#kernel/money';
import { chineseDate, chineseMonth, firstDayOf } from '#kernel/plain-date';
import { ok, refuse, type Result } from '#kernel/result';
import type { AuditEntry, Write } from '#platform/db';
import { namesOf, staysOf } from '#modules/members';
import { ownPlace } from '#modules/organisations';
import { settingsOf } from '../queries/assessment.ts';
import { assess } from '../rules/amount.ts';
import { basesOf, changeBases, insertAssessment, type NewBase } from '../store/assessments.ts';

type Input = Omit<Inputs<typeof duesContract>['assess'], 'commandId'>;

/**
 * 核定 in one pass for a branch: from a month on, how each member's dues are reckoned (DUES17 item 1:
 * fixed at the start of the year, generally unchanged). Lines equal to what stands change nothing; that
 * the branch fixed its dues is put down each time. Refuses whoever left the roster before that month.
 */
export async function assessMembers(
  write: Write,
  input: Input,
): Promise<Result<{ changed: number; unchanged: number }>> {
  const own = await ownPlace(write, input.orgId);
  if (!own.ok) return own;
  const place = own.value;
  const from = firstDayOf(input.fromMonth);
  const decidedOn = input.decidedOn ?? write.today;
  if (decidedOn > write.today)
    return refuse('dues.paid_in_future', { day: chineseDate(decidedOn) });
  const settings = await settingsOf(write, input.orgId, input.fromMonth);
  if (settings === null) return refuse('common.not_found');
  const asked = { orgIds: [input.orgId], knownAt: null };
  const known = Map.groupBy(await basesOf(write, asked), (row) => row.person_id);
  const names = await namesOf(
    write,
    input.lines.map((line) => line.personId),
  );
  const until = write.today > from ? write.today : from;
  const here = new Set(
    (await staysOf(write, { ...asked, to: until }))
      .filter((row) => row.standing === 'normal' && (row.valid_to === null || row.valid_to > from))
      .map((row) => row.person_id),
  );
  const changes: NewBase[] = [];
  const entries: AuditEntry[] = [];
  for (const line of input.lines) {
    const name = names.get(line.personId);
    if (name === undefined) return refuse('common.not_found');
    if (!here.has(line.personId))
      return refuse('dues.not_in_roster', { name, day: chineseMonth(input.fromMonth) });
    const assessed = assess(line.payerKind, line.base === null ? null : money(line.base), settings);
    if (!assessed.ok) return assessed;
    const standing = (known.get(line.personId) ?? []).find(
      (row) => row.valid_from <= from && (row.valid_to === null || row.valid_to > from),
    );
    if (standing?.payer_kind === line.payerKind && standing.base_fen === line.base) continue;
    changes.push(line);
    entries.push({
      action: 'dues.assess',
      objectKind: 'person',
      objectId: line.personId,
      place,
      // The base itself is seen by the keeper and the member only, so the log keeps the amount.
      fields: { from: input.fromMonth, payerKind: line.payerKind, amount: assessed.value.amount },
    });
  }
  await changeBases(write, place, from, changes);
  await write.auditAll(entries);
  await insertAssessment(write, place, { from, decidedOn, members: input.lines.length });
  return ok({ changed: changes.length, unchanged: input.lines.length - changes.length });
}
