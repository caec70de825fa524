import type { Inputs } from '#contract/lib';
import type { importsContract } from '#contract/imports';
import type { OrgId } from '#kernel/ids';
import { ok, refuse, type Result } from '#kernel/result';
import { constraintOf, forgetFile, type RawBuilder, type Write } from '#platform/db';
import {
  changeMany,
  countRosters,
  enterStaged,
  fieldsOfRow,
  indexPersons,
  isPersonField,
  learnNames,
  matchRow,
  standingPeople,
  standingStates,
  type Changing,
  type LooseDate,
  type PersonFields,
  type PersonIndex,
} from '#modules/members';
import { orgNames, placeOf, type OrgPlace } from '#modules/organisations';
import { watched } from '../jobs.ts';
import { mayWorkOn } from '../policy.ts';
import type { Change } from '../rules/changes.ts';
import { caseForUpdate, setState, type Case } from '../store/cases.ts';
import {
  insertDifferences,
  insertEffects,
  insertNewEffects,
  type NewDifference,
} from '../store/effects.ts';
import {
  deleteRows,
  likesOf,
  newAmong,
  newNames,
  newSpan,
  rowsAfter,
  stagedPeople,
  targetOrgs,
  type Span,
  type StagedRow,
  type Staging,
} from '../store/rows.ts';

type Input = Omit<Inputs<typeof importsContract>['confirm'], 'commandId'>;
type Ready = Case & {
  readonly generation: string;
  readonly asOf: NonNullable<Case['asOf']>;
  readonly rosterFrom: NonNullable<Case['rosterFrom']>;
};

export interface Confirmed {
  readonly entered: number;
  readonly changed: number;
  readonly cells: number;
  readonly there: number;
  /** Name of the stored file that is to be removed now. */
  readonly file: string | null;
}

const BATCH = 20_000;
/** Before every row; those of people who are absent are negative. */
const FIRST = -2_147_483_648;
const NAMED = 3;
const MANY = 1_000;

/** Whether a change is written here: in a roster unless it was unticked, in 核对 once it was chosen. */
const writtenHere = (one: Case, { side }: Change): boolean =>
  one.kind === 'roster' ? side === 'here' || side === null : side === 'here';

/** A person entered by somebody else since the preview would stand twice. */
function nowKnown(row: StagedRow, index: PersonIndex): boolean {
  const facts = row.entry?.facts ?? {};
  const dayOf = (name: 'born' | 'joined'): LooseDate | null => {
    const day = facts[`${name}_on`];
    return day === undefined
      ? null
      : ({ day, precision: facts[`${name}_precision`] ?? 'day' } as LooseDate);
  };
  const found = matchRow(
    {
      row: row.row,
      name: row.who,
      idHash: row.secret?.id_number_hash ?? null,
      bornOn: dayOf('born'),
      joinedOn: dayOf('joined'),
    },
    index,
  );
  return found.kind === 'same' || (found.kind === 'ask' && row.why !== 'answered');
}

const stale = (rows: readonly StagedRow[]): Result<never> =>
  refuse('imports.roster_changed', {
    names: rows
      .slice(0, NAMED)
      .map((row) => row.who)
      .join('、'),
  });

function changing(row: StagedRow, changes: readonly Change[], place: OrgPlace): Changing {
  const fields: readonly string[] = changes.map(({ field }) => field);
  const given = fieldsOfRow(row.says?.values ?? { words: {} });
  const chosen = Object.entries(given).filter(
    ([field]) => isPersonField(field) && fields.includes(field),
  );
  const id = fields.includes('idNumber');
  const phone = fields.includes('phone');
  const { secret } = row;
  return {
    personId: row.personId ?? '',
    place,
    fields: Object.fromEntries(chosen) as Partial<PersonFields>,
    category: fields.includes('category') ? (row.says?.values.category ?? null) : null,
    secret:
      secret === null || (!id && !phone)
        ? null
        : {
            id_number: id ? secret.id_number : null,
            id_number_hash: id ? secret.id_number_hash : null,
            id_last4_hash: id ? secret.id_last4_hash : null,
            phone: phone ? secret.phone : null,
            phone_hash: phone ? secret.phone_hash : null,
            phone_last4_hash: phone ? secret.phone_last4_hash : null,
          },
  };
}

/** Rows of one kind in batches, in the order of the table. */
async function* batches(
  write: Write,
  one: Ready,
  kind: 'new' | 'change' | 'absent',
): AsyncGenerator<StagedRow[]> {
  for (let after = FIRST; ;) {
    const rows = await rowsAfter(write, one.importId, one.generation, kind, after, BATCH);
    if (rows.length === 0) return;
    yield rows;
    after = rows.at(-1)?.row ?? 0;
  }
}

/** What is to be changed over there, kept for the person with the log-in. */
function differencesOf(rows: readonly StagedRow[], nameOf: (id: OrgId | null) => string) {
  return rows.flatMap((row) =>
    row.changes
      .filter(({ side }) => side === 'there')
      .map(({ field, old, next }): NewDifference => ({
        personId: row.personId,
        who: row.who,
        branch: nameOf(row.targetOrgId),
        field,
        ours: old,
        theirs: next,
      })),
  );
}

/** Rows of somebody new whom a roster in sight knows by now; at most a few of them. */
async function knownMeanwhile(
  write: Write,
  staging: Staging,
  people: RawBuilder<unknown>,
): Promise<StagedRow[]> {
  const alike = await standingPeople(write, likesOf(people));
  if (alike.length === 0) return [];
  const index = indexPersons(alike);
  const [names, hashes] = [[...index.byName.keys()], [...index.byHash.keys()]];
  const twice: StagedRow[] = [];
  for (let after = FIRST; twice.length <= NAMED;) {
    const rows = await newAmong(write, staging, names, hashes, after, BATCH);
    if (rows.length === 0) break;
    twice.push(...rows.filter((row) => nowKnown(row, index)));
    after = rows.at(-1)?.row ?? 0;
  }
  return twice;
}

/** Enters everybody new: from the staging rows straight into the rosters, by few statements. */
async function enterNew(
  write: Write,
  one: Ready,
  places: readonly OrgPlace[],
  report: (done: number) => void,
): Promise<Result<null>> {
  const { importId, generation, place, kind } = one;
  const staging = { importId, generation, place };
  const all = await newSpan(write, importId, generation);
  if (all === null) return ok(null);
  const peopleOf = (span: Span) => stagedPeople(write, staging, kind, span, places);
  const twice = await knownMeanwhile(write, staging, peopleOf(all));
  if (twice.length > 0) return stale(twice);
  const names = await newNames(write, peopleOf(all));
  for (let from = all.from; from <= all.to; from += BATCH) {
    const people = peopleOf({ from, to: Math.min(all.to, from + BATCH - 1) });
    const done = await enterStaged(write, people);
    await insertNewEffects(write, importId, place, people);
    report(done);
  }
  await learnNames(write, names);
  return ok(null);
}

async function writeRows(
  write: Write,
  one: Ready,
  places: ReadonlyMap<OrgId, OrgPlace>,
  report: (done: number) => void,
): Promise<Result<Omit<Confirmed, 'file'>>> {
  const counts = { entered: 0, changed: 0, cells: 0, there: 0 };
  const names = await orgNames(write, [...places.keys()]);
  const nameOf = (id: OrgId | null): string => names.get(id ?? '')?.name ?? '';
  const placeFor = (row: StagedRow): OrgPlace => places.get(row.targetOrgId as OrgId) ?? one.place;
  const there = async (rows: readonly StagedRow[]): Promise<void> => {
    if (one.kind !== 'compare') return;
    const found = differencesOf(rows, nameOf);
    await insertDifferences(write, one.importId, one.place, found);
    counts.there += found.length;
  };
  if (one.kind === 'compare') {
    for await (const rows of batches(write, one, 'new')) await there(rows);
  }
  const entered = await enterNew(write, one, [...places.values()], (done) => {
    counts.entered += done;
    report(counts.entered);
  });
  if (!entered.ok) return entered;
  for await (const rows of batches(write, one, 'change')) {
    await there(rows);
    const wanted = rows
      .map((row) => ({
        row,
        // Another branch is a matter of a transfer, never of a table.
        changes: row.changes.filter(
          (change) => writtenHere(one, change) && change.field !== 'branch',
        ),
      }))
      .filter(({ changes }) => changes.length > 0);
    const basis = wanted.map(({ row }) => row.basis ?? '');
    const standing = await standingStates(write, basis);
    const moved = wanted.filter(({ row }) => !standing.has(row.basis ?? ''));
    if (moved.length > 0) return stale(moved.map(({ row }) => row));
    const people = wanted.map(({ row, changes }) => changing(row, changes, placeFor(row)));
    const before = await changeMany(write, one.asOf, people);
    await insertEffects(
      write,
      one.importId,
      one.place,
      people.map(({ personId }) => ({
        personId,
        kind: 'changed',
        before: before.get(personId) ?? null,
      })),
    );
    counts.changed += people.length;
    counts.cells += wanted.reduce((sum, { changes }) => sum + changes.length, 0);
    report(counts.entered + counts.changed);
  }
  if (one.kind === 'compare') {
    for await (const rows of batches(write, one, 'absent')) await there(rows);
  }
  return ok(counts);
}

function readyCase(one: Case): Ready | null {
  const { generation, asOf, rosterFrom } = one;
  return one.state !== 'ready' || generation === null || asOf === null || rosterFrom === null
    ? null
    : { ...one, generation, asOf, rosterFrom };
}

/**
 * Writes everything that was previewed, in one transaction: all or nothing. Refuses where somebody
 * changed one of these files, or entered one of these people, since the preview.
 */
export async function confirmImport(write: Write, input: Input): Promise<Result<Confirmed>> {
  const mine = mayWorkOn(write, await caseForUpdate(write, input.importId));
  if (!mine.ok) return mine;
  const one = readyCase(mine.value);
  if (one === null) return refuse('imports.not_ready');
  if (one.version !== input.basedOn) return refuse('common.changed_meanwhile');
  const places = new Map<OrgId, OrgPlace>();
  for (const orgId of await targetOrgs(write, one.importId, one.generation)) {
    const place = await placeOf(write, orgId);
    if (place === null) return refuse('common.not_found');
    await write.tick(orgId);
    places.set(orgId, place);
  }
  let written: Result<Omit<Confirmed, 'file'>>;
  try {
    written = await watched(one.importId, 'writing', (report) =>
      writeRows(write, one, places, report),
    );
  } catch (error) {
    // Somebody else entered one of these numbers a moment ago, perhaps out of sight.
    if (constraintOf(error) === 'person_secret_id_number') return refuse('imports.clashes');
    throw error;
  }
  if (!written.ok) return written;
  if (written.value.entered + written.value.changed > MANY) await countRosters(write);
  await deleteRows(write, one.importId, null);
  await setState(write, one.importId, 'done', write.enteredAt);
  const file = one.fileId === null ? null : await forgetFile(write, one.fileId);
  const { entered, changed, cells, there } = written.value;
  await write.audit({
    action: one.kind === 'roster' ? 'imports.confirm' : 'imports.confirm_comparison',
    objectKind: 'import_case',
    objectId: one.importId,
    place: one.place,
    fields: { fileName: one.fileName, asOf: one.asOf, entered, changed, cells, there },
  });
  return ok({ ...written.value, file });
}
