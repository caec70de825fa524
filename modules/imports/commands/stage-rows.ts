import { newId } from '#kernel/clock';
import { addYears, chineseDate, type PlainDate } from '#kernel/plain-date';
import type { OrgId } from '#kernel/ids';
import { ok, type Result } from '#kernel/result';
import {
  DEFAULT_MEMBER_SETTINGS,
  knownFiles,
  hashSecret,
  learnNames,
  peopleByNumber,
  rowKind,
  sealer,
  standingPeople,
  type KnownFile,
  type SecretHashes,
} from '#modules/members';
import type { Read } from '#platform/db';
import type { Book, SheetRow } from '#platform/sheets';
import type { Desk } from '../policy.ts';
import type { BranchName } from '../rules/branches.ts';
import { entryOf } from '../rules/entry.ts';
import { matcher, type Found, type Matcher } from '../rules/matching.ts';
import { planRow, type Target, type Who } from '../rules/plan.ts';
import { headersAt, lastHeaderRow, textsOf, type HeaderAt } from '../rules/sheet.ts';
import {
  hasBadMainCell,
  understand,
  type ChosenColumn,
  type Understood,
} from '../rules/understand.ts';
import type { Branches } from '../store/cases.ts';
import { insertRows, type StagedRow, type Staging } from '../store/rows.ts';
import { firstRows } from '../queries/book.ts';

const BATCH = 1_000;
const NAMES = 5_000;

export interface StageOptions {
  readonly staging: Staging;
  readonly mode: 'roster' | 'compare';
  readonly header: HeaderAt;
  readonly sheet: string;
  readonly columns: readonly ChosenColumn[];
  readonly today: PlainDate;
  readonly asOf: PlainDate;
  /** New people stand in the roster from this day. */
  readonly rosterFrom: PlainDate;
  readonly keepBad: boolean;
  readonly own: OrgId | null;
  readonly branches: readonly BranchName[];
  readonly find: (name: string) => BranchName | null;
  /** What somebody chose for names that were not found. */
  readonly chosen: Readonly<Record<string, OrgId | null>>;
}

export interface Stagings {
  readonly rows: number;
  readonly seen: ReadonlySet<string>;
  /** Rosters the table is about. */
  readonly used: ReadonlySet<OrgId>;
  readonly named: ReadonlyMap<string, Branches[string]>;
}

/** Where a row belongs by the branch it names; counts the names on the way. */
function targets(options: StageOptions) {
  const used = new Set<OrgId>();
  const named = new Map<string, { orgId: OrgId | null; rows: number; decided: boolean }>();
  const count = (name: string, orgId: OrgId | null, decided: boolean): void => {
    const there = named.get(name);
    if (there === undefined) named.set(name, { orgId, rows: 1, decided });
    else there.rows += 1;
  };
  const at = (orgId: OrgId): Target => {
    used.add(orgId);
    return { orgId };
  };
  const targetOf = (name: string | undefined): Target => {
    const { own, chosen } = options;
    if (name === undefined) return own === null ? { why: 'branch_missing' } : at(own);
    const picked = chosen[name];
    if (picked !== undefined) {
      count(name, picked, true);
      return picked === null ? { why: 'branch_left_out' } : at(picked);
    }
    const found = options.find(name);
    // In the roster of one branch every row is of that branch, whatever it is called there.
    if (found === null && own !== null) return at(own);
    count(name, found?.orgId ?? null, found !== null);
    return found === null ? { why: 'branch_unknown' } : at(found.orgId);
  };
  return { used, named, targetOf };
}

interface Ready {
  readonly row: Understood;
  readonly hashes: SecretHashes;
  readonly found: Found;
  readonly target: Target;
}

/** Numbers of people who are new here may be known out of sight: that is told, the place is not. */
async function whoAre(read: Read, batch: readonly Ready[], match: Matcher, asOf: PlainDate) {
  const numbers = batch.flatMap(({ found, hashes: { id_number_hash: hash } }) =>
    found.kind === 'new' && hash !== null ? [hash] : [],
  );
  const elsewhere = await peopleByNumber(read, numbers);
  const ids = batch.flatMap(({ found }) => (found.kind === 'person' ? [found.personId] : []));
  const files = await knownFiles(read, ids, asOf);
  return ({ found, hashes: { id_number_hash: hash } }: Ready): Who => {
    if (found.kind === 'person') {
      const known: KnownFile | null = files.get(found.personId) ?? null;
      return {
        kind: 'person',
        personId: found.personId,
        home: match.homeOf(found.personId),
        known,
      };
    }
    if (found.kind === 'ask') return found;
    const other = hash === null ? undefined : elsewhere.get(hash);
    if (other === undefined) return { kind: 'new' };
    return { kind: 'elsewhere', why: other.inRoster ? 'hidden' : 'left' };
  };
}

/** What tells one person from namesakes, in a line. */
export function describe(row: Understood, branch: string): string {
  const { sex, bornOn, joinedOn } = row.values;
  return [
    sex === undefined ? '' : sex === 'male' ? '男' : '女',
    bornOn === undefined ? '' : `${chineseDate(bornOn.day)}生`,
    joinedOn === undefined ? '' : `${chineseDate(joinedOn.day)}入党`,
    row.category === 'full' ? '正式党员' : '预备党员',
    branch,
  ]
    .filter((part) => part !== '')
    .join('，');
}

/** Names of new people, each once, many at a time; the rest of a table's is learnt when it is confirmed. */
function gatherNames(): (rows: readonly StagedRow[]) => readonly string[] {
  const seen = new Set<string>();
  let waiting: string[] = [];
  return (rows) => {
    for (const { kind, who } of rows) {
      if (kind !== 'new' || seen.has(who)) continue;
      seen.add(who);
      waiting.push(who);
    }
    if (waiting.length < NAMES) return [];
    const ready = waiting;
    waiting = [];
    return ready;
  };
}

/** Goes through the sheet once, in batches; while one is written the next is read and compared. */
export async function stageRows(
  desk: Desk,
  book: Book,
  options: StageOptions,
  report: (done: number) => void,
): Promise<Result<Stagings>> {
  const top = await firstRows(book, options.sheet);
  if (!top.ok) return top;
  const headers = headersAt(top.value.rows, options.header);
  const begins = lastHeaderRow(top.value.rows, options.header);
  const match = matcher(await desk.db.read(desk.actor, standingPeople), options.mode);
  const seal = sealer();
  const gather = gatherNames();
  const { used, named, targetOf } = targets(options);
  const names = new Map(options.branches.map((branch) => [branch.orgId, branch.name]));
  const nameOf = (orgId: OrgId): string => names.get(orgId) ?? '别的党支部';
  const days = {
    today: options.today,
    asOf: options.asOf,
    latestBirth: addYears(options.today, -DEFAULT_MEMBER_SETTINGS.minimumAge),
  };

  const stage = (read: Read, item: Ready, who: Who): StagedRow => {
    const { row } = item;
    const says = { values: row.values, category: row.category, filled: row.filled };
    const plain = { idNumber: row.idNumber, phone: row.phone };
    const plan = planRow({
      says,
      plain,
      hashes: item.hashes,
      badMainCell: hasBadMainCell(row.problems),
      keepBad: options.keepBad,
      who,
      target: item.target,
      mode: options.mode,
      nameOf,
    });
    const entry =
      plan.kind === 'new'
        ? entryOf(newId(desk.db.clock), says, options.rosterFrom, options.asOf)
        : null;
    const needed = plan.kind === 'ask' || plan.kind === 'change';
    const home = plan.why === 'other_branch' ? match.homeOf(plan.personId ?? '') : plan.targetOrgId;
    const branch = options.own === null && home !== null ? nameOf(home) : '';
    return {
      ...plan,
      row: row.row,
      who: row.values.name ?? '',
      detail:
        plan.why === 'other_branch' && home !== null
          ? nameOf(home)
          : plan.why === 'branch_unknown'
            ? (row.values.words.branch ?? '')
            : describe(row, branch),
      changes:
        plan.kind === 'new' && options.mode === 'compare'
          ? [{ field: 'person', old: null, next: '在册', side: null }]
          : plan.changes,
      says: needed ? says : null,
      secret: needed || entry !== null ? seal(read, plain, item.hashes) : null,
      entry,
      problems: row.problems.length === 0 ? null : row.problems,
    };
  };

  const prepare = (read: Read, row: SheetRow): Ready => {
    const understood = understand(row, options.columns, days);
    const { values } = understood;
    const hashes = hashSecret(read, understood);
    const { name, bornOn, joinedOn } = values;
    const person = {
      row: row.number,
      idHash: hashes.id_number_hash,
      bornOn: bornOn ?? null,
      joinedOn: joinedOn ?? null,
    };
    return {
      row: understood,
      hashes,
      found: name === undefined ? { kind: 'new' } : match.find({ ...person, name }),
      target: targetOf(values.words.branch),
    };
  };

  /** Reads and compares; the writing goes on alone, so that the next rows are read meanwhile. */
  const flush = async (rows: readonly SheetRow[]): Promise<() => Promise<Result<null>>> => {
    const staged = await desk.db.read(desk.actor, async (read) => {
      const batch = rows.map((row) => prepare(read, row));
      const who = await whoAre(read, batch, match, options.asOf);
      return batch.map((item) => stage(read, item, who(item)));
    });
    // A name that is found before anybody bears it tells nothing, and learning it now is time not spent
    // while all wait for the roster.
    const names = options.mode === 'roster' ? gather(staged) : [];
    const call = {
      commandId: null,
      action: 'imports.stage',
      orgId: options.staging.place.orgId,
    };
    return () =>
      desk.db.write(desk.actor, call, async (write) => {
        await insertRows(write, options.staging, staged);
        if (names.length > 0) await learnNames(write, names);
        return ok(null);
      });
  };

  let rows = 0;
  let batch: SheetRow[] = [];
  let pending: Promise<Result<null>> = Promise.resolve(ok(null));
  const hand = async (): Promise<Result<null>> => {
    if (batch.length === 0) return pending;
    const full = batch;
    batch = [];
    const writing = await flush(full);
    const before = await pending;
    if (!before.ok) return before;
    rows += full.length;
    report(rows);
    pending = writing();
    // Told below, by whoever awaits it; until then it must not count as unhandled.
    pending.catch(() => undefined);
    return ok(null);
  };
  let refused: Result<null> = ok(null);
  const read = await book.eachRow(options.sheet, async (row) => {
    if (row.number <= begins) return true;
    if (rowKind(textsOf(row), headers) !== 'data') return true;
    batch.push(row);
    if (batch.length < BATCH) return true;
    refused = await hand();
    return refused.ok;
  });
  if (!read.ok) return read;
  if (!refused.ok) return refused;
  const last = await hand();
  if (!last.ok) return last;
  const written = await pending;
  return written.ok ? ok({ rows, seen: match.seen, used, named }) : written;
}
