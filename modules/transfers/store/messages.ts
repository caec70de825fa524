import type { Id, TenantId } from '#kernel/ids';
import { sql, type Read, type Write } from '#platform/db';
import type { Told } from '../rules/facts.ts';
import type { Move } from '../rules/words.ts';
import type { PlainDate } from '#kernel/plain-date';
import type { AboutWhom } from './cases.ts';
import { INSTALLATION } from './proof.ts';
import type { Numbers } from './sealed.ts';

export type LinkId = Id<'TransferLink'>;

/** What one tenant tells another of a transfer. Days are those of the act. */
export type Message =
  | {
      readonly kind: 'offer';
      readonly personName: string;
      readonly category: 'full' | 'probationary';
      readonly about: AboutWhom;
      readonly numbers: Numbers;
      readonly fromName: string;
      readonly fromCommittee: string;
      readonly startedOn: PlainDate;
      readonly approvedOn: PlainDate;
      readonly told: Told;
    }
  | {
      readonly kind: 'step';
      readonly move: Move;
      readonly on: PlainDate;
      readonly reason: string;
    };

const signed = (read: Read, parts: readonly string[]): string =>
  read.secrets.keyedHash(INSTALLATION, 'transfer-message', parts.join('|'));

/** Other tenants of this installation by name. */
export async function peersOf(read: Read): Promise<{ tenantId: TenantId; name: string }[]> {
  const found = await sql<{ tenant_id: TenantId; name: string }>`
    select * from transfer_peers()`.execute(read.db);
  return found.rows.map((row) => ({ tenantId: row.tenant_id, name: row.name }));
}

/** Puts a message into the outbox, in the transaction of the act it tells of. */
export async function sendMessage(
  write: Write,
  to: TenantId,
  link: LinkId,
  message: Message,
): Promise<void> {
  const id = write.newId<'TransferMessage'>();
  const body = write.secrets.encrypt(to, JSON.stringify(message));
  const { tenantId } = write.actor;
  const signature = signed(write, [id, tenantId, to, link, message.kind, body]);
  await sql`select transfer_send(${id}::uuid, ${to}::uuid, ${link}::uuid, ${message.kind}, ${body},
    ${signature}, ${write.enteredAt})`.execute(write.db);
}

export interface Waiting {
  readonly id: string;
  readonly from: TenantId;
  readonly link: LinkId;
  /** Null where the signature does not fit or the body is not for this tenant. */
  readonly message: Message | null;
}

interface Row {
  id: string;
  from_tenant: TenantId;
  link_id: LinkId;
  kind: string;
  body: string;
  signature: string;
}

function opened(read: Read, row: Row): Message | null {
  const { tenantId } = read.actor;
  const parts = [row.id, row.from_tenant, tenantId, row.link_id, row.kind, row.body];
  if (signed(read, parts) !== row.signature) return null;
  return JSON.parse(read.secrets.decrypt(tenantId, row.body)) as Message;
}

/** Messages that wait for the acting tenant, the oldest first. */
export async function waiting(read: Read, most: number): Promise<Waiting[]> {
  const found = await sql<Row>`select * from transfer_waiting(${most})`.execute(read.db);
  return found.rows.map((row) => ({
    id: row.id,
    from: row.from_tenant,
    link: row.link_id,
    message: opened(read, row),
  }));
}

/** Marks a message as handled; false where somebody else did meanwhile. */
export async function markHandled(
  write: Write,
  id: string,
  refused: string | null,
): Promise<boolean> {
  const found = await sql<{ done: boolean }>`
    select transfer_handled(${id}::uuid, ${write.enteredAt}, ${refused}) as done`.execute(write.db);
  return found.rows[0]?.done === true;
}

/** Carries what waits in outboxes into the inboxes it is meant for. */
export async function deliver(db: Read['db'], at: Date): Promise<void> {
  await sql`select transfer_deliver(${at})`.execute(db);
}
