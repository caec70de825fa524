import { noneSpent, type RecountFile } from '#engines/ballot';
import { sql, type Read, type SecretsPort, type Write } from '#platform/db';
import type { BallotId } from './ballots.ts';

/** Codes belong to the installation: whoever types one has not said yet to which tenant it belongs. */
const EVERYBODY = '00000000-0000-0000-0000-000000000000';

/** What is stored instead of a code. Without the key, which is not in the database, no code can be tried on it. */
export const hashCode = (secrets: SecretsPort, code: string): string =>
  secrets.keyedHash(EVERYBODY, 'ballot code', code);

/** Puts fresh codes into the urn of a round not yet open; false where it is none of that kind. */
export async function fillUrn(
  write: Write,
  ballotId: BallotId,
  roundNo: number,
  slips: readonly { readonly code: string; readonly tag: string }[],
): Promise<boolean> {
  const hashes = slips.map(({ code }) => hashCode(write.secrets, code));
  const spent = write.secrets.encrypt(write.actor.tenantId, noneSpent(slips.length));
  const found = await sql<{ done: boolean }>`
    select urn_fill(${ballotId}::uuid, ${roundNo}, ${hashes}::text[],
      ${slips.map(({ tag }) => tag)}::text[], ${spent}) as done`.execute(write.db);
  return found.rows[0]?.done === true;
}

/** Opens or closes the slot of the screen box. */
export async function setSlot(
  write: Write,
  ballotId: BallotId,
  roundNo: number,
  open: boolean,
): Promise<void> {
  await sql`select urn_set(${ballotId}::uuid, ${roundNo}, ${open})`.execute(write.db);
}

/** How many papers lie in the screen box. */
export async function castSoFar(read: Read, ballotId: BallotId, roundNo: number): Promise<number> {
  const found = await sql<{ n: number | null }>`
    select urn_count(${ballotId}::uuid, ${roundNo}) as n`.execute(read.db);
  return found.rows[0]?.n ?? 0;
}

export interface OpenedBox {
  /** Parts of the box, deciphered. */
  readonly parts: readonly string[];
  readonly spent: string;
  /** Tags of the codes by their place. */
  readonly tags: readonly string[];
}

/** What lies in a closed box that two tellers opened; nothing otherwise. */
export async function openBox(
  write: Write,
  ballotId: BallotId,
  roundNo: number,
): Promise<OpenedBox> {
  const { tenantId } = write.actor;
  const parts = await sql<{ content: string }>`
    select content from box_open(${ballotId}::uuid, ${roundNo})`.execute(write.db);
  const urn = await sql<{ spent: string; tags: string[] }>`
    select spent, tags from urn_open(${ballotId}::uuid, ${roundNo})`.execute(write.db);
  const [found] = urn.rows;
  return {
    parts: parts.rows.map((row) => write.secrets.decrypt(tenantId, row.content)),
    spent: found === undefined ? '' : write.secrets.decrypt(tenantId, found.spent),
    tags: found?.tags ?? [],
  };
}

export interface CountedBox {
  readonly papers: RecountFile['papers'];
  readonly used: readonly string[];
  readonly unused: readonly string[];
}

/** Keeps the papers without order or history and clears box, codes and urn. */
export async function keepCounted(
  write: Write,
  ballotId: BallotId,
  roundNo: number,
  box: CountedBox,
): Promise<boolean> {
  const found = await sql<{ done: boolean }>`
    select box_counted(${ballotId}::uuid, ${roundNo}, ${JSON.stringify(box.papers)}::jsonb,
      ${[...box.used]}::text[], ${[...box.unused]}::text[]) as done`.execute(write.db);
  return found.rows[0]?.done === true;
}

/** Papers and tags of a counted round; null once destroyed. */
export async function countedBox(
  read: Read,
  ballotId: BallotId,
  roundNo: number,
): Promise<CountedBox | null> {
  const found = await sql<{
    papers: RecountFile['papers'];
    used_tags: string[];
    unused_tags: string[];
  }>`select papers, used_tags, unused_tags from papers_of(${ballotId}::uuid, ${roundNo})`.execute(
    read.db,
  );
  const [row] = found.rows;
  return row === undefined
    ? null
    : { papers: row.papers, used: row.used_tags, unused: row.unused_tags };
}

/** Destroys what is left of the papers of all rounds. */
export async function destroyPapers(write: Write, ballotId: BallotId): Promise<void> {
  await sql`select papers_destroy(${ballotId}::uuid)`.execute(write.db);
}
