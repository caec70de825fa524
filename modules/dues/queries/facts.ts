import type { OrgId, PersonId } from '#kernel/ids';
import { money } from '#kernel/money';
import {
  addToMonth,
  firstDayOf,
  lastDayOf,
  monthOf,
  type PlainDate,
  type PlainMonth,
} from '#kernel/plain-date';
import type { Read } from '#platform/db';
import { facesOf, staysOf, type Face } from '#modules/members';
import { placeOf, type OrgPlace } from '#modules/organisations';
import { settle, type Receipt, type Settlement } from '../rules/allocation.ts';
import type { CycleSpan } from '../rules/cycle.ts';
import { duesOver, type DuesFacts, type LiabilityRefusal } from '../rules/liability.ts';
import {
  settingsAt,
  type DuesSettings,
  type SettingsAt,
  type SettingsRow,
} from '../rules/settings.ts';
import { basesOf, reliefsOf, supplementsOf, type Asked } from '../store/assessments.ts';
import { countedReceipts, countedSums } from '../store/figures.ts';
import { cyclesOf, settingRows } from '../store/settings.ts';
import { spansOf } from './spans.ts';

export interface DatedReceipt extends Receipt {
  /** Null where receipts were summed up. */
  readonly enteredAt: Date | null;
}

/** Everything the rules need of one member of a branch. */
export interface MemberDues {
  readonly personId: PersonId;
  readonly name: string;
  readonly frail: boolean;
  readonly facts: DuesFacts;
  readonly receipts: readonly DatedReceipt[];
}

export interface BranchDues {
  readonly place: OrgPlace;
  /** As they hold on `asOf`. */
  readonly settings: DuesSettings;
  readonly settingsAt: SettingsAt;
  readonly cycles: readonly CycleSpan[];
  readonly members: readonly MemberDues[];
}

export interface DuesSpan {
  readonly from: PlainMonth;
  readonly to: PlainMonth;
  /** Receipts and settings up to this day. */
  readonly asOf: PlainDate;
  /** As entered up to an instant; absent: as it stands now. */
  readonly knownAt?: Date;
  /** Receipts summed up for each member, where no single one is looked at. */
  readonly summed?: boolean;
  /** Sums only: names and frailty are left out, as nobody is shown. */
  readonly unnamed?: boolean;
}

const lastMonth = (validTo: PlainDate | null): PlainMonth | null =>
  validTo === null ? null : addToMonth(monthOf(validTo), -1);

type Of = { readonly org_id: string; readonly person_id: string };
type ByPerson<Row> = ReadonlyMap<string, readonly Row[]>;
const byPerson = <Row extends Of>(rows: readonly Row[]): ByPerson<Row> =>
  Map.groupBy(rows, (row) => row.person_id);

/** Rows of a person in one organisation; nearly everybody has them in one only. */
function ofPayer<Row extends Of>(all: ByPerson<Row>, orgId: string, personId: string) {
  const rows = all.get(personId) ?? [];
  return rows.every((row) => row.org_id === orgId)
    ? rows
    : rows.filter((row) => row.org_id === orgId);
}

async function readRows(read: Read, orgIds: readonly OrgId[] | null, span: DuesSpan) {
  const asked: Asked = { orgIds, knownAt: span.knownAt ?? null };
  const stays = await staysOf(read, { ...asked, to: lastDayOf(span.to) });
  const receipts =
    span.summed === true
      ? await countedSums(read, asked, span.asOf)
      : await countedReceipts(read, asked, span.asOf);
  // Without a name to show, only who was admitted here is asked for: their dues run from the joining day.
  const faced = span.unnamed === true ? stays.filter((row) => row.way_in === 'admitted') : stays;
  return {
    stays,
    faces: await facesOf(
      read,
      faced.map((row) => row.person_id as PersonId),
    ),
    bases: byPerson(await basesOf(read, asked)),
    reliefs: byPerson(await reliefsOf(read, asked)),
    supplements: byPerson(await supplementsOf(read, asked)),
    receipts: byPerson(receipts),
    cycles: Map.groupBy(await cyclesOf(read, asked), (row) => row.org_id),
  };
}

type Rows = Awaited<ReturnType<typeof readRows>>;
const byName = new Intl.Collator('zh-CN');
const NOBODY: Face = { name: '', frail: false, joinedOn: null, bornOn: null, sex: null };

function memberOf(
  rows: Rows,
  stays: Rows['stays'],
  orgId: OrgId,
  personId: PersonId,
  settings: DuesSettings,
): MemberDues {
  const face = rows.faces.get(personId) ?? NOBODY;
  return {
    personId,
    name: face.name,
    frail: face.frail,
    facts: {
      membership: spansOf(stays, face.joinedOn, settings),
      bases: ofPayer(rows.bases, orgId, personId).map((row) => ({
        from: monthOf(row.valid_from),
        to: lastMonth(row.valid_to),
        kind: row.payer_kind,
        base: row.base_fen === null ? null : money(row.base_fen),
      })),
      reliefs: ofPayer(rows.reliefs, orgId, personId).map((row) => ({
        from: monthOf(row.valid_from),
        to: lastMonth(row.valid_to),
        amount: money(row.amount_fen),
        approvedOn: row.approved_on,
      })),
      supplements: ofPayer(rows.supplements, orgId, personId).map((row) => ({
        month: monthOf(row.for_month),
        amount: money(row.amount_fen),
        decidedOn: row.decided_on,
        reason: row.reason,
      })),
    },
    receipts: ofPayer(rows.receipts, orgId, personId).map((row) => ({
      id: row.id,
      on: row.paid_on,
      amount: money(row.amount_fen),
      enteredAt: row.entered_at,
    })),
  };
}

/** Rows of `dues_cycle` as the rules read them. */
export const cycleSpans = (rows: Awaited<ReturnType<typeof cyclesOf>>): CycleSpan[] =>
  rows.map((row) => ({
    from: monthOf(row.valid_from),
    to: lastMonth(row.valid_to),
    cycle: row.cycle,
    basis: row.basis === '' ? null : row.basis,
  }));

/** What committees fixed, as the rules read it; the highest organisation first. */
export async function settingsBook(read: Read): Promise<readonly SettingsRow[]> {
  const rows = await settingRows(read);
  return rows.map((row) => ({
    orgPath: row.org_path,
    settings: row.settings as Partial<DuesSettings>,
    from: monthOf(row.valid_from),
    until: row.valid_to === null ? null : monthOf(row.valid_to),
  }));
}

/**
 * Loads what the dues of branches rest on: everybody who stood in their rosters in a span of months,
 * bases, reliefs, supplements, and receipts up to `asOf`. One pass however many branches.
 * `places` with `all: true` are all within sight, so that no list of ids travels.
 */
export async function duesOf(
  read: Read,
  places: readonly OrgPlace[],
  span: DuesSpan,
  all = false,
): Promise<ReadonlyMap<OrgId, BranchDues>> {
  if (places.length === 0) return new Map();
  const book = await settingsBook(read);
  const orgIds = places.map((place) => place.orgId);
  const rows = await readRows(read, all ? null : orgIds, span);
  const stays = Map.groupBy(rows.stays, (row) => row.org_id);
  const begin = firstDayOf(span.from);
  const found = new Map<OrgId, BranchDues>();
  for (const place of places) {
    const at = settingsAt(book, place.orgPath);
    const settings = at(monthOf(span.asOf));
    const members: MemberDues[] = [];
    for (const [personId, own] of Map.groupBy(
      stays.get(place.orgId) ?? [],
      (row) => row.person_id,
    )) {
      if (!own.some((row) => row.valid_to === null || row.valid_to > begin)) continue;
      members.push(memberOf(rows, own, place.orgId, personId as PersonId, settings));
    }
    if (!all) members.sort((a, b) => byName.compare(a.name, b.name));
    const cycles = cycleSpans(rows.cycles.get(place.orgId) ?? []);
    found.set(place.orgId, { place, settings, settingsAt: at, cycles, members });
  }
  return found;
}

/** The same of one branch. Null when the organisation is none or out of sight. */
export async function branchDues(
  read: Read,
  orgId: OrgId,
  span: DuesSpan,
): Promise<BranchDues | null> {
  const place = await placeOf(read, orgId);
  if (place === null) return null;
  return (await duesOf(read, [place], span)).get(orgId) ?? null;
}

/**
 * A member's lines from the first month the branch collected up to `to`, with receipts spread oldest
 * first. Facts that cannot be reckoned are thrown: the commands refuse to write them.
 */
export function settlementOf(member: MemberDues, to: PlainMonth, branch: BranchDues): Settlement {
  const starts = [
    ...member.facts.membership.map((span) => span.from),
    ...member.facts.supplements.map((one) => one.month),
  ];
  return settledFrom(member, starts.toSorted()[0], to, branch);
}

/**
 * First month for which something was fixed: money and arrears are equal from there on, since a month
 * without a fixed amount takes nothing and owes nothing. For sums over many people.
 */
export function firstFixed(facts: DuesFacts): PlainMonth | undefined {
  let first: PlainMonth | undefined;
  for (const { from } of facts.bases) if (first === undefined || from < first) first = from;
  for (const { month } of facts.supplements)
    if (first === undefined || month < first) first = month;
  return first;
}

/** The account from the first month fixed, for sums whose lines are shown. */
export const fixedSettlementOf = (
  member: MemberDues,
  to: PlainMonth,
  branch: BranchDues,
): Settlement => settledFrom(member, firstFixed(member.facts), to, branch);

/** What an account cannot be reckoned from was refused by the commands: a surprise. */
export function unreckoned(refusal: LiabilityRefusal): never {
  throw new Error(`dues of a member cannot be reckoned: ${refusal.code}`);
}

function settledFrom(
  member: MemberDues,
  first: PlainMonth | undefined,
  to: PlainMonth,
  branch: BranchDues,
): Settlement {
  if (first === undefined) return settle([], member.receipts);
  const lines = duesOver(member.facts, first, to, branch.settingsAt);
  if (!lines.ok) return unreckoned(lines.refusal);
  return settle(lines.value, member.receipts);
}
