import type { Inputs } from '#contract/lib';
import type { accountsContract } from '#contract/accounts';
import { newId, today, type Clock } from '#kernel/clock';
import type { AccountId, OrgId, PersonId, TenantId } from '#kernel/ids';
import { childPath, rootPath, type OrgPath } from '#kernel/org-path';
import { plainDate } from '#kernel/plain-date';
import { ok, refuse, type Result } from '#kernel/result';
import { hashPassword } from '#platform/crypto';
import type { Actor, Database, Write } from '#platform/db';
import type { DemoAccount, Installation } from '#platform/request';
import { enterMember, rosterOfMembers } from '#modules/members';
import { appoint, foundTenant, holdsMembers } from '#modules/organisations';
import { anyAccount, createAccount, createTenant, insertGrant, onlySetUp } from '../store.ts';

type Input = Omit<Inputs<typeof accountsContract>['setup'], 'commandId' | 'code'>;

/** An organisation that sets itself up here has long been there; those below it are entered with days of their own. */
const LONG_AGO = plainDate('1949-10-01');

/** Somebody who acts before anybody has a post: set-up, demonstration, command line. */
export function systemActor(parts: {
  tenantId: TenantId;
  accountId: AccountId;
  orgId: OrgId;
  path: OrgPath;
}): Actor {
  return {
    tenantId: parts.tenantId,
    accountId: parts.accountId,
    accountName: '系统',
    personId: null,
    post: 'system',
    actingAs: '首次设置',
    orgId: parts.orgId,
    place: parts.path,
    scope: parts.path,
    permissions: new Set(),
  };
}

/**
 * The founder of a single branch as what they are: a member of it who leads it. Without this nobody could
 * take dues or finalise a meeting before a second account is made.
 */
async function leadBranch(
  write: Write,
  orgId: OrgId,
  name: string,
  leads: NonNullable<Input['leads']>,
): Promise<Result<{ personId: PersonId }>> {
  const entered = await enterMember(write, { orgId, name, category: 'full', from: leads.since });
  if (!entered.ok) return entered;
  const appointed = await appoint(
    write,
    {
      orgId,
      personId: entered.value.personId,
      kind: leads.wayIn === 'interim' ? 'acting_secretary' : 'secretary',
      wayIn: leads.wayIn,
      on: leads.since,
      // Approved long before this program came; the paper may be added to the post later.
      approvedOn: leads.since,
      duties: '',
      approvalPaper: '',
    },
    rosterOfMembers,
  );
  return appointed.ok ? entered : appointed;
}

export interface Founded {
  readonly tenantId: TenantId;
  readonly orgId: OrgId;
  readonly path: OrgPath;
  readonly accountId: AccountId;
}

/** A new tenant with its first organisation and an administrator who is also its 党务干部, and its 书记 where they lead it. */
export async function foundInstallation(
  db: Database,
  clock: Clock,
  input: Input & { readonly isDemo: boolean },
): Promise<Founded> {
  const tenantId = newId<'Tenant'>(clock);
  const orgId = newId<'Organisation'>(clock);
  const accountId = newId<'Account'>(clock);
  const passwordHash = await hashPassword(input.password);
  const at = new Date(clock.now());
  const seq = await db.system((plain) =>
    createTenant(plain, tenantId, input.organisationName, input.isDemo, at),
  );
  // The first organisation of a tenant takes the first segment below the tenant's own.
  const path = childPath(rootPath(seq), 1);
  const actor = systemActor({ tenantId, accountId, orgId, path });
  const done = await db.write(
    actor,
    { commandId: null, action: 'accounts.setup' },
    async (write) => {
      const place = await foundTenant(write, orgId, LONG_AGO, {
        name: input.organisationName,
        shortName: input.organisationName,
        kind: input.kind,
        sector: input.sector,
        memberKind: 'general',
        units: [],
      });
      const leader =
        input.leads === undefined
          ? ok({ personId: null })
          : await leadBranch(write, orgId, input.displayName, input.leads);
      if (!leader.ok) return leader;
      const { personId } = leader.value;
      await createAccount(
        write.db,
        { ...input, tenantId, accountId, personId, passwordHash, madeBy: null },
        at,
      );
      await insertGrant(write, place, accountId, 'administrator', write.today);
      await insertGrant(write, place, accountId, 'officer', write.today);
      await write.audit({ action: 'accounts.setup', objectKind: 'organisation', objectId: orgId });
      return ok(place);
    },
  );
  if (!done.ok) throw new Error(`set-up was refused: ${done.refusal.code}`);
  return { tenantId, orgId, path, accountId };
}

/** Whether nobody has an account yet and the code is the one on the console. */
async function mayBegin(
  db: Database,
  expectedCode: string | null,
  code: string,
): Promise<Result<null>> {
  if (await db.system(anyAccount)) return refuse('accounts.setup_done');
  const typed = code.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
  return expectedCode !== null && typed === expectedCode.replaceAll('-', '')
    ? ok(null)
    : refuse('accounts.wrong_code');
}

/** Of two who begin at once the second is refused, also where it is another process (`zhibu demo`). */
async function alone<T>(db: Database, work: () => Promise<Result<T>>): Promise<Result<T>> {
  const done = await db.system((plain) => onlySetUp(plain, work));
  return done ?? refuse('accounts.setup_running');
}

/** First set-up of an installation. Refused once anybody has an account, or without the console's code. */
export const setUp = (
  db: Database,
  clock: Clock,
  expectedCode: string | null,
  input: Input & { readonly code: string },
): Promise<Result<{ loginName: string }>> =>
  alone(db, () => setUpAlone(db, clock, expectedCode, input));

async function setUpAlone(
  db: Database,
  clock: Clock,
  expectedCode: string | null,
  input: Input & { readonly code: string },
): Promise<Result<{ loginName: string }>> {
  const begins = await mayBegin(db, expectedCode, input.code);
  if (!begins.ok) return begins;
  // The tenant is made before its first act, so what could refuse that act is asked first.
  if (input.leads !== undefined) {
    if (!holdsMembers(input.kind)) return refuse('accounts.leads_no_roster');
    const { since } = input.leads;
    if (since > today(clock)) return refuse('accounts.leads_in_future', { since });
  }
  await foundInstallation(db, clock, { ...input, isDemo: false });
  return ok({ loginName: input.loginName });
}

/** Loads the demonstration county instead. One at a time; the accounts are told once. */
export const setUpDemo = (
  db: Database,
  installation: Installation,
  code: string,
): Promise<Result<{ accounts: DemoAccount[] }>> =>
  alone(db, async () => {
    const begins = await mayBegin(db, installation.setupCode(), code);
    if (!begins.ok) return begins;
    return ok({ accounts: [...(await installation.loadDemo())] });
  });

/** The same for the console, where no code is asked for; null where somebody has an account or begins one. */
export const whileEmpty = <T>(db: Database, work: () => Promise<T>): Promise<T | null> =>
  db.system((plain) => onlySetUp(plain, async () => ((await anyAccount(plain)) ? null : work())));
