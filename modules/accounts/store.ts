import type { OrgKind } from '#modules/organisations';
import type { AccountId, Id, OrgId, PersonId, TenantId } from '#kernel/ids';
import type { OrgPath } from '#kernel/org-path';
import type { PlainDate } from '#kernel/plain-date';
import type { PostKind } from '#kernel/posts';
import { dated, sql, type DatedTable, type Kysely, type Read, type Write } from '#platform/db';
import type { DB } from '#db/types';
import type { OrgPlace } from '#modules/organisations';

/** These tables are closed: every line here calls a named function of the database. */
type Plain = Kysely<DB>;

export const GRANT: DatedTable = { table: 'account_grant', key: 'grant_id' };

export interface LoginRow {
  readonly tenant_id: TenantId;
  readonly account_id: AccountId;
  readonly password_hash: string | null;
  readonly totp_secret: string | null;
  readonly disabled: boolean;
}

export async function accountForLogin(db: Plain, loginName: string): Promise<LoginRow | null> {
  const found = await sql<LoginRow>`select * from account_for_login(${loginName})`.execute(db);
  return found.rows[0] ?? null;
}

export interface NewAccount {
  readonly tenantId: TenantId;
  readonly accountId: AccountId;
  readonly loginName: string;
  readonly displayName: string;
  readonly personId: PersonId | null;
  readonly passwordHash: string | null;
  readonly madeBy: AccountId | null;
}

export async function createAccount(db: Plain, account: NewAccount, at: Date): Promise<void> {
  await sql`select account_create(${account.tenantId}::uuid, ${account.accountId}::uuid, ${account.loginName},
    ${account.displayName}, ${account.personId}::uuid, ${account.passwordHash}, ${at}, ${account.madeBy}::uuid)`.execute(
    db,
  );
}

export async function anyAccount(db: Plain): Promise<boolean> {
  const found = await sql<{ any: boolean }>`select account_any() as any`.execute(db);
  return found.rows[0]?.any === true;
}

/** Any number that nothing else of this database locks. */
const SETTING_UP = 7_221_001;

/**
 * Runs what fills an empty installation, alone over all processes; null while another one does. The lock
 * belongs to a connection, so that nothing stays locked where a process dies.
 */
export async function onlySetUp<T>(db: Plain, work: () => Promise<T>): Promise<T | null> {
  return db.connection().execute(async (held) => {
    const got = await sql<{
      got: boolean;
    }>`select pg_try_advisory_lock(${SETTING_UP}) as got`.execute(held);
    if (got.rows[0]?.got !== true) return null;
    try {
      return await work();
    } finally {
      await sql`select pg_advisory_unlock(${SETTING_UP})`.execute(held);
    }
  });
}

/** Whether a tenant is a demonstration. */
export async function isDemo(db: Plain, tenantId: TenantId): Promise<boolean> {
  const found = await sql<{
    tenant_id: string;
    is_demo: boolean;
  }>`select * from tenant_list()`.execute(db);
  return found.rows.some((row) => row.tenant_id === tenantId && row.is_demo);
}

export interface OpenSession {
  readonly tenantId: TenantId;
  readonly sessionId: Id<'Session'>;
  readonly accountId: AccountId;
  readonly tokenHash: string;
  readonly agent: string;
  readonly at: Date;
  readonly until: Date;
}

export async function openSession(db: Plain, s: OpenSession): Promise<void> {
  await sql`select session_open(${s.tenantId}::uuid, ${s.sessionId}::uuid, ${s.accountId}::uuid, ${s.tokenHash},
    ${s.agent}, ${s.at}, ${s.until})`.execute(db);
}

export interface SessionRow {
  readonly tenant_id: TenantId;
  readonly session_id: Id<'Session'>;
  readonly account_id: AccountId;
  readonly display_name: string;
  readonly person_id: PersonId | null;
  readonly post: PostKind | 'member' | null;
  readonly org_id: OrgId | null;
  readonly org_path: OrgPath | null;
  readonly org_name: string | null;
}

export async function sessionActor(
  db: Plain,
  tokenHash: string,
  at: Date,
  day: PlainDate,
): Promise<SessionRow | null> {
  const found =
    await sql<SessionRow>`select * from session_actor(${tokenHash}, ${at}, ${day}::date)`.execute(
      db,
    );
  return found.rows[0] ?? null;
}

export interface ChoiceRow {
  readonly acting_kind: 'post' | 'grant' | 'member';
  readonly acting_id: Id<'Acting'>;
  readonly post: PostKind | 'member';
  readonly org_id: OrgId;
  readonly org_path: OrgPath;
  readonly org_name: string;
  readonly org_kind: OrgKind;
}

export async function choicesOf(
  db: Plain,
  tenantId: TenantId,
  accountId: AccountId,
  day: PlainDate,
): Promise<ChoiceRow[]> {
  const found =
    await sql<ChoiceRow>`select * from account_choices(${tenantId}::uuid, ${accountId}::uuid, ${day}::date)`.execute(
      db,
    );
  return found.rows;
}

export async function actAs(db: Plain, sessionId: string, kind: string, id: string): Promise<void> {
  await sql`select session_act_as(${sessionId}::uuid, ${kind}, ${id}::uuid)`.execute(db);
}

export async function endSession(
  db: Plain,
  sessionId: string,
  accountId: string,
  at: Date,
): Promise<void> {
  await sql`select session_end(${sessionId}::uuid, ${accountId}::uuid, ${at})`.execute(db);
}

export interface SessionLine {
  readonly session_id: Id<'Session'>;
  readonly agent: string;
  readonly created_at: Date;
  readonly last_seen_at: Date;
}

export async function sessionsOf(db: Plain, accountId: string, at: Date): Promise<SessionLine[]> {
  const found =
    await sql<SessionLine>`select * from session_list(${accountId}::uuid, ${at})`.execute(db);
  return found.rows;
}

export async function takeCode(
  db: Plain,
  hash: string,
  passwordHash: string,
  at: Date,
): Promise<string | null> {
  const found = await sql<{
    login_name: string;
  }>`select login_name from account_code_take(${hash}, ${passwordHash}, ${at})`.execute(db);
  return found.rows[0]?.login_name ?? null;
}

export interface AccountRow {
  readonly account_id: AccountId;
  readonly person_id: PersonId | null;
  readonly login_name: string;
  readonly display_name: string;
  readonly disabled: boolean;
  readonly has_password: boolean;
  readonly has_totp: boolean;
}

/** Accounts within the scope one acts in, by name. */
export async function listAccounts(read: Read, words: string): Promise<AccountRow[]> {
  const found = await sql<AccountRow>`select * from account_list(${words})`.execute(read.db);
  return found.rows;
}

/** An account within the scope one acts in, or null. */
export async function accountInScope(read: Read, accountId: AccountId): Promise<AccountRow | null> {
  const found =
    await sql<AccountRow>`select * from account_list('') where account_id = ${accountId}::uuid`.execute(
      read.db,
    );
  return found.rows[0] ?? null;
}

export async function actsAbove(read: Read, accountId: AccountId): Promise<boolean> {
  const found = await sql<{
    above: boolean;
  }>`select account_acts_above(${accountId}::uuid, ${read.today}::date) as above`.execute(read.db);
  return found.rows[0]?.above === true;
}

/** Grants that hold today within the scope one acts in. */
export async function grantsStanding(read: Read) {
  return read.db
    .selectFrom('account_grant')
    .select(['grant_id', 'account_id', 'kind', 'org_id', 'valid_from'])
    .where('tenant_id', '=', read.actor.tenantId)
    .where('superseded_at', 'is', null)
    .where('valid_from', '<=', read.today)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', read.today)]))
    .orderBy('valid_from')
    .execute();
}

export async function endGrantOn(write: Write, grantId: string): Promise<void> {
  await dated.end(write, GRANT, grantId, write.today);
}

export interface NewCode {
  readonly accountId: AccountId;
  readonly hash: string;
  readonly purpose: 'invitation' | 'password';
  readonly until: Date;
}

export async function insertCode(write: Write, code: NewCode): Promise<void> {
  const { actor, enteredAt } = write;
  await sql`select account_code_make(${actor.tenantId}::uuid, ${code.hash}, ${code.accountId}::uuid,
    ${code.purpose}, ${enteredAt}, ${actor.accountId}::uuid, ${code.until})`.execute(write.db);
}

export async function setDisabledAt(
  write: Write,
  accountId: AccountId,
  at: Date | null,
): Promise<void> {
  await sql`select account_disable(${accountId}::uuid, ${at}::timestamptz)`.execute(write.db);
}

export interface OwnAccount {
  readonly login_name: string;
  readonly password_hash: string | null;
  readonly totp_secret: string | null;
  readonly sso_subject: string | null;
}

export async function ownAccount(
  db: Plain,
  tenantId: string,
  accountId: string,
): Promise<OwnAccount> {
  const found =
    await sql<OwnAccount>`select * from account_own(${tenantId}::uuid, ${accountId}::uuid)`.execute(
      db,
    );
  const [row] = found.rows;
  if (row === undefined) throw new Error('the account of a session is gone');
  return row;
}

export async function setTotp(
  db: Plain,
  tenantId: string,
  accountId: string,
  secret: string | null,
): Promise<void> {
  await sql`select account_set_totp(${tenantId}::uuid, ${accountId}::uuid, ${secret})`.execute(db);
}

/** True once per time step. */
export async function takeTotpStep(
  db: Plain,
  tenantId: string,
  accountId: string,
  step: number,
): Promise<boolean> {
  const found = await sql<{
    taken: boolean;
  }>`select account_take_totp(${tenantId}::uuid, ${accountId}::uuid, ${step}) as taken`.execute(db);
  return found.rows[0]?.taken === true;
}

export async function setSso(
  db: Plain,
  tenantId: string,
  accountId: string,
  subject: string | null,
): Promise<void> {
  await sql`select account_set_sso(${tenantId}::uuid, ${accountId}::uuid, ${subject})`.execute(db);
}

export async function accountForSso(
  db: Plain,
  subject: string,
): Promise<{ tenant_id: TenantId; account_id: AccountId } | null> {
  const found = await sql<{
    tenant_id: TenantId;
    account_id: AccountId;
  }>`select * from account_for_sso(${subject})`.execute(db);
  return found.rows[0] ?? null;
}

export async function setPassword(
  db: Plain,
  who: { tenantId: string; accountId: string; sessionId: string },
  hash: string,
  at: Date,
): Promise<void> {
  await sql`select account_set_password(${who.tenantId}::uuid, ${who.accountId}::uuid, ${hash},
    ${who.sessionId}::uuid, ${at})`.execute(db);
}

export async function insertGrant(
  write: Write,
  place: OrgPlace,
  accountId: AccountId,
  kind: string,
  from: PlainDate,
): Promise<void> {
  await dated.begin(write, GRANT, from, {
    grant_id: write.newId(),
    account_id: accountId,
    org_id: place.orgId,
    org_path: place.orgPath,
    kind,
  });
}

export async function createTenant(
  db: Plain,
  tenantId: TenantId,
  name: string,
  isDemo: boolean,
  at: Date,
): Promise<number> {
  const made = await sql<{
    seq: number;
  }>`select tenant_create(${tenantId}::uuid, ${name}, ${isDemo}, ${at}) as seq`.execute(db);
  return Number(made.rows[0]?.seq);
}
