import type { OrgKind } from '#modules/organisations';
import type { AccountId, Id, OrgId, PersonId, TenantId } from '#kernel/ids';
import type { OrgPath } from '#kernel/org-path';
import type { PlainDate } from '#kernel/plain-date';
import type { PostKind } from '#kernel/posts';
import { dated, sql, type DatedTable, type Kysely, type Write } from '#platform/db';
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
