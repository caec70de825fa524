import type { OrgId, PersonId } from '#kernel/ids';
import { money } from '#kernel/money';
import {
  addToMonth,
  lastDayOf,
  monthOf,
  type PlainDate,
  type PlainMonth,
} from '#kernel/plain-date';
import type { Read } from '#platform/db';
import { membershipsOf } from '#modules/members';
import { placeOf, type OrgPlace } from '#modules/organisations';
import { settle, type Receipt, type Settlement } from '../rules/allocation.ts';
import {
  collectionMonths,
  type CollectionSpan,
  type MembershipEnd,
  type MembershipFacts,
} from '../rules/collection.ts';
import type { CycleSpan } from '../rules/cycle.ts';
import { duesOver, type DuesFacts } from '../rules/liability.ts';
import { DEFAULT_DUES_SETTINGS, type DuesSettings } from '../rules/settings.ts';
import {
  basesOf,
  countedReceipts,
  cyclesOf,
  reliefsOf,
  settingsFor,
  supplementsOf,
} from '../store.ts';

/** Everything the rules need of one member of a branch. */
export interface MemberDues {
  readonly personId: PersonId;
  readonly name: string;
  readonly frail: boolean;
  readonly facts: DuesFacts;
  readonly receipts: readonly Receipt[];
}

export interface BranchDues {
  readonly place: OrgPlace;
  readonly settings: DuesSettings;
  readonly cycles: readonly CycleSpan[];
  readonly members: readonly MemberDues[];
}

const lastMonth = (validTo: PlainDate | null): PlainMonth | null =>
  validTo === null ? null : addToMonth(monthOf(validTo), -1);

type MembershipRow = Awaited<ReturnType<typeof membershipsOf>>[number];

function endOf(row: MembershipRow): MembershipEnd | null {
  if (row.valid_to === null) return null;
  if (row.way_out === 'transferred_out')
    return { kind: 'transferred_out', on: row.valid_to, paidThrough: null };
  return { kind: row.way_out === 'died' ? 'died' : 'left', on: row.valid_to };
}

/** Consecutive rows of one membership (a change of category or group) are one span. */
function spansOf(rows: readonly MembershipRow[], settings: DuesSettings): CollectionSpan[] {
  const joined: MembershipRow[] = [];
  for (const row of rows) {
    const last = joined.at(-1);
    if (last !== undefined && last.valid_to === row.valid_from) {
      joined[joined.length - 1] = { ...last, valid_to: row.valid_to, way_out: row.way_out };
    } else joined.push(row);
  }
  return joined.flatMap((row) => {
    const admitted = row.way_in === 'admitted' ? row.valid_from : null;
    const facts: MembershipFacts = {
      acceptedOn: admitted,
      approvedOn: admitted,
      paidThroughBefore: null,
      transferredInOn: row.way_in === 'transferred_in' ? row.valid_from : null,
      keptFrom:
        row.way_in === 'admitted' || row.way_in === 'transferred_in'
          ? null
          : monthOf(row.valid_from),
      end: endOf(row),
    };
    const span = collectionMonths(facts, settings);
    return span === null ? [] : [span];
  });
}

const group = <Row extends { person_id: string }>(rows: readonly Row[]): Map<string, Row[]> =>
  Map.groupBy(rows, (row) => row.person_id);

/**
 * Loads what a branch's dues rest on: people of the roster between two days, their bases, reliefs,
 * supplements and the receipts up to `asOf`. Null when the organisation is none or out of sight.
 */
export async function branchDues(
  read: Read,
  orgId: OrgId,
  span: { readonly from: PlainMonth; readonly to: PlainMonth; readonly asOf: PlainDate },
): Promise<BranchDues | null> {
  const place = await placeOf(read, orgId);
  if (place === null) return null;
  const settings: DuesSettings = {
    ...DEFAULT_DUES_SETTINGS,
    ...(await settingsFor(read, place.orgPath, span.asOf)),
  };
  const rows = await membershipsOf(read, orgId, `${span.from}-01` as PlainDate, lastDayOf(span.to));
  const people = [...new Set(rows.map((row) => row.person_id))];
  const bases = group(await basesOf(read, people));
  const reliefs = group(await reliefsOf(read, people));
  const supplements = group(await supplementsOf(read, orgId, people));
  const receipts = group(await countedReceipts(read, orgId, people, span.asOf));
  const memberships = group(rows);
  const members = people.map((id): MemberDues => {
    const own = memberships.get(id) ?? [];
    const facts: DuesFacts = {
      membership: spansOf(own, settings),
      bases: (bases.get(id) ?? []).map((row) => ({
        from: monthOf(row.valid_from),
        to: lastMonth(row.valid_to),
        kind: row.payer_kind,
        base: row.base_fen === null ? null : money(row.base_fen),
      })),
      reliefs: (reliefs.get(id) ?? []).map((row) => ({
        from: monthOf(row.valid_from),
        to: lastMonth(row.valid_to),
        amount: money(row.amount_fen),
        approvedOn: row.approved_on,
      })),
      supplements: (supplements.get(id) ?? []).map((row) => ({
        month: monthOf(row.for_month),
        amount: money(row.amount_fen),
        decidedOn: row.decided_on,
        reason: row.reason,
      })),
    };
    return {
      personId: id as PersonId,
      name: own[0]?.name ?? '',
      frail: own[0]?.frail ?? false,
      facts,
      receipts: (receipts.get(id) ?? []).map((row) => ({
        id: row.id,
        on: row.paid_on,
        amount: money(row.amount_fen),
      })),
    };
  });
  const cycles = (await cyclesOf(read, orgId)).map((row) => ({
    from: monthOf(row.valid_from),
    to: lastMonth(row.valid_to),
    cycle: row.cycle,
    basis: row.basis === '' ? null : row.basis,
  }));
  return { place, settings, cycles, members };
}

/**
 * A member's lines from the first month the branch collected up to `to`, with receipts spread oldest
 * first. A base below a relief cannot be reckoned and is thrown: the commands refuse to write such facts.
 */
export function settlementOf(
  member: MemberDues,
  to: PlainMonth,
  settings: DuesSettings,
): Settlement {
  const first = member.facts.membership.map((span) => span.from).toSorted()[0];
  if (first === undefined) return settle([], member.receipts);
  const lines = duesOver(member.facts, first, to, settings);
  if (!lines.ok) throw new Error(`dues of a member cannot be reckoned: ${lines.refusal.code}`);
  return settle(lines.value, member.receipts);
}
