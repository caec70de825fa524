import type { duesContract } from '#contract/dues';
import type { Inputs } from '#contract/lib';
import { money } from '#kernel/money';
import { chineseDate, firstDayOf } from '#kernel/plain-date';
import { ok, refuse, type Result } from '#kernel/result';
import type { Write } from '#platform/db';
import { namesOf, rosterIdsOn } from '#modules/members';
import { ownPlace } from '#modules/organisations';
import { assess } from '../rules/amount.ts';
import { DEFAULT_DUES_SETTINGS, type DuesSettings } from '../rules/settings.ts';
import { basesOf, changeBase, settingsFor } from '../store.ts';

type Input = Omit<Inputs<typeof duesContract>['assess'], 'commandId'>;

/**
 * 核定 in one pass for a branch: from a month on, how each member's dues are reckoned (DUES17 item 1:
 * fixed at the start of the year, generally unchanged). Lines equal to what stands change nothing.
 */
export async function assessMembers(
  write: Write,
  input: Input,
): Promise<Result<{ changed: number; unchanged: number }>> {
  const own = await ownPlace(write, input.orgId);
  if (!own.ok) return own;
  const place = own.value;
  const from = firstDayOf(input.fromMonth);
  const settings: DuesSettings = {
    ...DEFAULT_DUES_SETTINGS,
    ...(await settingsFor(write, place.orgPath, from)),
  };
  const people = input.lines.map((line) => line.personId);
  const known = Map.groupBy(await basesOf(write, people), (row) => row.person_id);
  const names = await namesOf(write, people);
  const roster = await rosterIdsOn(write, input.orgId, write.today > from ? write.today : from);
  let changed = 0;
  for (const line of input.lines) {
    const name = names.get(line.personId);
    if (name === undefined) return refuse('common.not_found');
    if (!roster.has(line.personId))
      return refuse('dues.not_in_roster', { name, day: chineseDate(from) });
    const assessed = assess(line.payerKind, line.base === null ? null : money(line.base), settings);
    if (!assessed.ok) return assessed;
    const standing = (known.get(line.personId) ?? []).find(
      (row) => row.valid_from <= from && (row.valid_to === null || row.valid_to > from),
    );
    if (standing?.payer_kind === line.payerKind && standing.base_fen === line.base) continue;
    changed += 1;
    await changeBase(write, place, line.personId, from, line);
    await write.audit({
      action: 'dues.assess',
      objectKind: 'person',
      objectId: line.personId,
      place,
      // The base itself is seen by the keeper and the member only, so the log keeps the amount.
      fields: { from: input.fromMonth, payerKind: line.payerKind, amount: assessed.value.amount },
    });
  }
  return ok({ changed, unchanged: input.lines.length - changed });
}
