import type { IndicatorRegistry } from '#engines/indicator';
import type { OrgId } from '#kernel/ids';
import type { OrgPath } from '#kernel/org-path';
import type { PlainDate } from '#kernel/plain-date';
import { refuse, type Result } from '#kernel/result';
import type { Actor, Database } from '#platform/db';
import { actingChoices } from '#modules/accounts';
import { orgNames, placeOf } from '#modules/organisations';
import { readerOf, type Acting } from '../policy.ts';

/** Where a report is worked on: the database, as whom, on which day, with which indicators. */
export interface Desk {
  readonly db: Database;
  readonly actor: Actor;
  readonly today: PlainDate;
  readonly registry: IndicatorRegistry;
}

/** A body and as whom its records are read. */
export interface Seat {
  readonly orgId: OrgId;
  readonly reader: Actor;
}

/** What the account may act as today; the command line has no account and needs none. */
export const choicesAt = (desk: Desk): Promise<readonly Acting[]> =>
  actingChoices(desk.db, desk.actor.tenantId, desk.actor.accountId, desk.today);

/** As whom each body is read; refuses a body out of reach by its name as the caller knows it. */
export async function seatsFor(
  desk: Desk,
  bodies: readonly { readonly orgId: OrgId; readonly name: string }[],
): Promise<Result<readonly Seat[]>> {
  const choices = await choicesAt(desk);
  const seats: Seat[] = [];
  for (const { orgId, name } of bodies) {
    const place = await placeFor(desk, choices, orgId);
    const reader = place === null ? null : readerOf(desk.actor, choices, place);
    if (reader === null) return refuse('reports.body_out_of_sight', { name });
    seats.push({ orgId, reader });
  }
  return { ok: true, value: seats };
}

/** Where an organisation stands, seen from the post acted in or from another of the same account. */
async function placeFor(
  desk: Desk,
  choices: readonly Acting[],
  orgId: OrgId,
): Promise<OrgPath | null> {
  const here = await desk.db.read(desk.actor, (read) => placeOf(read, orgId));
  if (here !== null) return here.orgPath;
  return choices.find((one) => one.orgId === orgId)?.orgPath ?? null;
}

/** Short names of organisations by id, as seen by any of the readers. */
export async function namesFor(
  desk: Desk,
  seats: readonly Seat[],
  ids: readonly OrgId[],
): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for (const reader of new Set([desk.actor, ...seats.map((seat) => seat.reader)])) {
    const left = [...new Set(ids)].filter((id) => !names.has(id));
    if (left.length === 0) break;
    const found = await desk.db.read(reader, (read) => orgNames(read, left));
    for (const [id, { name }] of found) names.set(id, name);
  }
  return names;
}
