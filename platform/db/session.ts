import { sql, type Kysely, type PostgresPoolClient, type Transaction } from 'kysely';
import { newId as makeId, type Clock } from '#kernel/clock';
import type { Id } from '#kernel/ids';
import type { OrgPath } from '#kernel/org-path';
import type { PlainDate } from '#kernel/plain-date';
import type { DB } from '#db/types';
import type { Actor } from './actor.ts';
import { enterAlso } from './entry-clock.ts';
import { insertMany } from './insert-many.ts';

declare const proven: unique symbol;

/** What modules need of `platform/crypto`; ports do not import each other, so it is passed in. */
export interface SecretsPort {
  encrypt(tenantId: string, plain: string): string;
  /** Throws where the value was changed or belongs to another tenant. */
  decrypt(tenantId: string, value: string): string;
  /** For finding by exact value; another `purpose` gives another hash. */
  keyedHash(tenantId: string, purpose: string, value: string): string;
}

/** A read-only look at the database as one actor. Only `Database` makes one: a query without a proven scope does not compile. */
export interface Read {
  readonly [proven]: true;
  readonly db: Kysely<DB>;
  readonly actor: Actor;
  readonly today: PlainDate;
  readonly secrets: SecretsPort;
}

export interface AuditEntry {
  readonly action: string;
  readonly objectKind: string;
  readonly objectId: string;
  /** The organisation it concerns; the acting one when absent. */
  readonly place?: { readonly orgId: string; readonly orgPath: string };
  readonly fields?: Readonly<Record<string, unknown>>;
  readonly reason?: string;
  readonly forPersonId?: string;
}

/** One act in one transaction. `enteredAt` is the same for all it writes. */
export interface Write extends Read {
  readonly enteredAt: Date;
  newId<Noun extends string>(): Id<Noun>;
  /** The four columns every table of an organisation has, for rows of `org`. */
  stamp(org: { orgId: string; orgPath: string }): Stamp;
  audit(entry: AuditEntry): Promise<void>;
  /** Entries of an act on many things at once, in their order. */
  auditAll(entries: readonly AuditEntry[]): Promise<void>;
  /** Writes of an organisation queue up here, under its entry clock. The acting organisation is ticked already. */
  tick(orgId: string): Promise<void>;
}

export interface Stamp {
  tenant_id: string;
  org_id: string;
  org_path: string;
  entered_at: Date;
  entered_by: string;
}

const literal = (value: string | null): string =>
  value === null ? "''" : `'${value.replaceAll("'", "''")}'`;

const settingsOf = (actor: Actor): string =>
  [
    `set local app.tenant = ${literal(actor.tenantId)}`,
    `set local app.scope = ${literal(actor.scope)}`,
    `set local app.place = ${literal(actor.place)}`,
    `set local app.person = ${literal(actor.personId)}`,
  ].join('; ');

/** One round trip that tells row security who acts, for this transaction only. */
export async function setActor(trx: Transaction<DB>, actor: Actor): Promise<void> {
  await sql.raw(settingsOf(actor)).execute(trx);
}

/**
 * The same together with the beginning of a read-only transaction: a round trip costs more than a row. Put on the
 * wire before this returns, so that no statement asked for later can overtake it: through kysely one could, while
 * a fresh connection is being made known, and would see nothing.
 */
export async function beginRead(client: PostgresPoolClient, actor: Actor): Promise<void> {
  await client.query(`start transaction read only; ${settingsOf(actor)}`, []);
}

export function readHandle(
  db: Kysely<DB>,
  actor: Actor,
  today: PlainDate,
  secrets: SecretsPort,
): Read {
  return { db, actor, today, secrets } as Read;
}

interface WriteOptions {
  readonly clock: Clock;
  readonly today: PlainDate;
  readonly enteredAt: Date;
  /** Organisations of this act; `tick` adds to them. */
  readonly orgs: Set<string>;
  readonly commandId: string | null;
  readonly secrets: SecretsPort;
}

export function writeHandle(db: Transaction<DB>, actor: Actor, options: WriteOptions): Write {
  const { clock, enteredAt, orgs, commandId } = options;
  const newId = <Noun extends string>(): Id<Noun> => makeId<Noun>(clock);
  const write: Omit<Write, typeof proven> = {
    db,
    actor,
    today: options.today,
    secrets: options.secrets,
    enteredAt,
    newId,
    stamp: (org) => ({
      tenant_id: actor.tenantId,
      org_id: org.orgId,
      org_path: org.orgPath,
      entered_at: enteredAt,
      entered_by: actor.accountId,
    }),
    tick: async (orgId) => {
      if (orgs.has(orgId)) return;
      orgs.add(orgId);
      await enterAlso(db, orgId, enteredAt);
    },
    audit: (entry) => write.auditAll([entry]),
    auditAll: (entries) =>
      insertMany(
        write as Write,
        'audit_entry',
        entries.map((entry) => ({
          tenant_id: actor.tenantId,
          id: newId(),
          org_id: entry.place?.orgId ?? actor.orgId,
          org_path: entry.place?.orgPath ?? actor.place,
          at: enteredAt,
          account_id: actor.accountId,
          person_id: actor.personId,
          acting_as: actor.actingAs,
          for_person_id: entry.forPersonId ?? null,
          action: entry.action,
          object_kind: entry.objectKind,
          object_id: entry.objectId,
          fields: entry.fields ?? {},
          reason: entry.reason ?? null,
          command_id: commandId,
        })),
      ),
  };
  return write as Write;
}

/**
 * One act at two ends, neither of which sees the other: `work` runs with a wider scope, in the same transaction and
 * under the name of who acts. For acts whose own row, seen by both ends, says that they may (docs/decisions/0014);
 * what is above both ends is enough, never more. Scope and handle are put back afterwards.
 */
export async function across<T>(
  write: Write,
  scope: OrgPath,
  work: (wide: Write) => Promise<T>,
): Promise<T> {
  const trx = write.db as Transaction<DB>;
  const actor: Actor = { ...write.actor, scope };
  await setActor(trx, actor);
  const done = await work({ ...write, actor });
  await setActor(trx, write.actor);
  return done;
}
