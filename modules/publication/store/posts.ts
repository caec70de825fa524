import type { SectionKey } from '#contract/publication-words';
import type { PublicContent } from '#engines/publishing';
import type { Id, OrgId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import type { Kysely, Read, Write } from '#platform/db';
import type { DB } from '#db/types';
import type { OrgPlace } from '#modules/organisations';
import type { ItemId } from './items.ts';

/** What hangs on a board, or is open inside the Party. */
export interface Post {
  readonly itemId: ItemId;
  readonly code: string;
  readonly version: number;
  readonly section: SectionKey;
  readonly kindName: string;
  readonly notice: boolean;
  /** Null once it was taken down. */
  readonly content: PublicContent | null;
  readonly title: string;
  readonly shownFrom: PlainDate;
  readonly shownUntil: PlainDate | null;
  readonly endedOn: PlainDate | null;
  readonly replacedBy: string;
}

export type NewPost = Omit<Post, 'endedOn' | 'replacedBy' | 'content'> & {
  readonly content: PublicContent;
};

const common = (write: Write, place: OrgPlace, post: NewPost) => ({
  ...write.stamp(place),
  id: write.newId<'PublicationPost'>(),
  item_id: post.itemId,
  code: post.code,
  version: post.version,
  section: post.section,
  kind_name: post.kindName,
  title: post.title,
  content: JSON.stringify(post.content),
  shown_from: post.shownFrom,
  shown_until: post.shownUntil,
});

/** Puts a text on the public board. */
export async function insertPost(
  write: Write,
  place: OrgPlace,
  boardCode: string,
  post: NewPost,
): Promise<void> {
  await write.db
    .insertInto('publication_post')
    .values({
      ...common(write, place, post),
      board_code: boardCode,
      notice: post.notice,
      published_at: write.enteredAt,
    })
    .execute();
}

/** Opens a text inside the Party only. */
export async function insertInside(write: Write, place: OrgPlace, post: NewPost): Promise<void> {
  await write.db
    .insertInto('publication_inside')
    .values(common(write, place, post))
    .execute();
}

/** Takes every hanging text of an item down: its words go, its code stays. `replacedBy` is the corrected one's. */
export async function takeDown(write: Write, itemId: ItemId, replacedBy: string): Promise<void> {
  const gone = { title: '', content: null, ended_on: write.today };
  await write.db
    .updateTable('publication_post')
    .set({ ...gone, replaced_by: replacedBy })
    .where('tenant_id', '=', write.actor.tenantId)
    .where('item_id', '=', itemId)
    .where('ended_on', 'is', null)
    .execute();
  await write.db
    .updateTable('publication_inside')
    .set(gone)
    .where('tenant_id', '=', write.actor.tenantId)
    .where('item_id', '=', itemId)
    .where('ended_on', 'is', null)
    .execute();
}

const PUBLIC = [
  'item_id',
  'code',
  'version',
  'section',
  'kind_name',
  'notice',
  'title',
  'content',
  'shown_from',
  'shown_until',
  'ended_on',
  'replaced_by',
] as const;

type Row = Awaited<ReturnType<typeof publicRows>>[number];
const publicRows = (db: Kysely<DB>, boardCode: string) =>
  db
    .selectFrom('publication_post')
    .select(PUBLIC)
    .where('board_code', '=', boardCode)
    .where('published_at', 'is not', null)
    .orderBy('shown_from', 'desc')
    .orderBy('id', 'desc')
    .limit(400)
    .execute();

const toPost = (row: Row): Post => ({
  itemId: row.item_id as ItemId,
  code: row.code,
  version: row.version,
  section: row.section as SectionKey,
  kindName: row.kind_name,
  notice: row.notice,
  title: row.title,
  content: row.content as PublicContent | null,
  shownFrom: row.shown_from,
  shownUntil: row.shown_until,
  endedOn: row.ended_on,
  replacedBy: row.replaced_by,
});

/** What hangs on a board on a day, the newest first, for anybody. */
export async function publicPosts(
  db: Kysely<DB>,
  boardCode: string,
  day: PlainDate,
): Promise<Post[]> {
  const rows = await publicRows(db, boardCode);
  return rows
    .map(toPost)
    .filter(
      (post) => post.endedOn === null && (post.shownUntil === null || post.shownUntil >= day),
    );
}

/** The text behind a code, for anybody; also one that was taken down, without its words. */
export async function publicPost(
  db: Kysely<DB>,
  code: string,
): Promise<(Post & { readonly boardCode: string }) | null> {
  const row = await db
    .selectFrom('publication_post')
    .select([...PUBLIC, 'board_code'])
    .where('code', '=', code)
    .where('published_at', 'is not', null)
    .executeTakeFirst();
  return row === undefined ? null : { ...toPost(row), boardCode: row.board_code };
}

/** What is open inside the Party to whoever reads, the newest first. */
export async function insidePosts(read: Read, day: PlainDate) {
  const rows = await read.db
    .selectFrom('publication_inside')
    .select(['code', 'org_id', 'org_path', 'kind_name', 'content', 'shown_from', 'shown_until'])
    .where('tenant_id', '=', read.actor.tenantId)
    .where('org_path', '<=', read.actor.place)
    .where('ended_on', 'is', null)
    .where((eb) => eb.or([eb('shown_until', 'is', null), eb('shown_until', '>=', day)]))
    .orderBy('shown_from', 'desc')
    .limit(200)
    .execute();
  // One's own organisation and those above it: their paths are prefixes of one's own.
  return rows.filter((row) => read.actor.place.startsWith(row.org_path));
}

export type ProofId = Id<'PublicationProof'>;

export interface Proof {
  readonly proofId: ProofId;
  readonly itemId: ItemId;
  readonly version: number;
  readonly place: string;
  readonly from: PlainDate;
  readonly until: PlainDate | null;
  readonly firstName: string;
  readonly secondName: string;
  readonly fileId: string | null;
}

const toProof = (row: {
  proof_id: string;
  item_id: string;
  version: number;
  place: string;
  hung_from: PlainDate;
  hung_until: PlainDate | null;
  first_name: string;
  second_name: string;
  file_id: string | null;
}): Proof => ({
  proofId: row.proof_id as ProofId,
  itemId: row.item_id as ItemId,
  version: row.version,
  place: row.place,
  from: row.hung_from,
  until: row.hung_until,
  firstName: row.first_name,
  secondName: row.second_name,
  fileId: row.file_id,
});

export async function proofsOf(read: Read, itemId: ItemId): Promise<Proof[]> {
  const rows = await read.db
    .selectFrom('publication_proof')
    .selectAll()
    .where('tenant_id', '=', read.actor.tenantId)
    .where('item_id', '=', itemId)
    .where('superseded_at', 'is', null)
    .orderBy('hung_from')
    .execute();
  return rows.map(toProof);
}

/** One proof that stands, locked, with its organisation. */
export async function proofForUpdate(
  write: Write,
  proofId: ProofId,
): Promise<(Proof & { readonly orgId: OrgId }) | null> {
  const row = await write.db
    .selectFrom('publication_proof')
    .selectAll()
    .where('tenant_id', '=', write.actor.tenantId)
    .where('proof_id', '=', proofId)
    .where('superseded_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  return row === undefined ? null : { ...toProof(row), orgId: row.org_id as OrgId };
}

/** Writes a proof; one that was there before gives way to it. */
export async function saveProof(write: Write, place: OrgPlace, proof: Proof): Promise<void> {
  await write.db
    .updateTable('publication_proof')
    .set({ superseded_at: write.enteredAt })
    .where('tenant_id', '=', write.actor.tenantId)
    .where('proof_id', '=', proof.proofId)
    .where('superseded_at', 'is', null)
    .execute();
  await write.db
    .insertInto('publication_proof')
    .values({
      ...write.stamp(place),
      id: write.newId<'PublicationProofRow'>(),
      proof_id: proof.proofId,
      item_id: proof.itemId,
      version: proof.version,
      place: proof.place,
      hung_from: proof.from,
      hung_until: proof.until,
      first_name: proof.firstName,
      second_name: proof.secondName,
      file_id: proof.fileId,
    })
    .execute();
}
