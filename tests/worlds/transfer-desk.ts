import type { OrgId, PersonId } from '#kernel/ids';
import type { OrgPath } from '#kernel/org-path';
import { plainDate as day, todayAt, type PlainDate } from '#kernel/plain-date';
import type { PostKind } from '#kernel/posts';
import { unwrap, type Result } from '#kernel/result';
import type { Actor, Read, Write } from '#platform/db';
import { systemActor } from '#modules/accounts';
import { enterMember } from '#modules/members';
import { establish } from '#modules/organisations';
import { beginOut, detail, doTransferStep, type Doing } from '#modules/transfers';
import { permissionsOf } from '../../server/modules.ts';
import type { World } from './world.ts';

export interface Town {
  readonly committeeId: OrgId;
  readonly branchId: OrgId;
  readonly people: readonly PersonId[];
  /** Somebody in a post of the branch, or an officer of the committee. */
  readonly secretary: Actor;
  readonly officer: Actor;
}

const papers = { approvedBy: '中共云山县委', approvalPaper: '云委组〔2020〕9号' };

/** What tests of transfers do over and over: two towns, each a committee with a branch. */
export async function transferDesk(world: World) {
  const system = systemActor(world.founded);
  const county: Actor = { ...system, post: 'officer', permissions: permissionsOf('officer') };
  const today = (): PlainDate => todayAt(world.clock.now());
  const goTo = (on: string) => world.clock.set(Date.parse(`${on}T09:00:00+08:00`));
  const attempt = <T>(actor: Actor, work: (write: Write) => Promise<Result<T>>, alone = false) =>
    world.db.write(actor, { commandId: null, action: 'test', alone }, work);
  const reading = <T>(actor: Actor, work: (read: Read) => Promise<T>) => world.db.read(actor, work);

  async function organisation(parentId: OrgId, name: string, kind: 'committee' | 'branch') {
    const { orgId } = await world.act(county, (write) =>
      establish(write, {
        parentId,
        name,
        shortName: name,
        kind,
        sector: 'village',
        memberKind: 'general',
        units: [],
        on: day('2020-01-01'),
        ...papers,
      }),
    );
    const row = await reading(county, (read) =>
      read.db
        .selectFrom('organisation')
        .select('org_path')
        .where('org_id', '=', orgId)
        .executeTakeFirstOrThrow(),
    );
    return { orgId, path: row.org_path as OrgPath };
  }

  async function town(name: string, members: readonly string[]): Promise<Town> {
    const committee = await organisation(world.founded.orgId, `中共${name}镇委员会`, 'committee');
    const branch = await organisation(committee.orgId, `${name}村党支部`, 'branch');
    const people: PersonId[] = [];
    for (const one of members) {
      const entered = await world.act(county, (write) =>
        enterMember(write, {
          orgId: branch.orgId,
          name: one,
          sex: 'male',
          bornOn: '1980-05-04',
          category: one.startsWith('预') ? 'probationary' : 'full',
          joinedOn: '2005-06-01',
          ...(one.startsWith('预') ? {} : { regularisedOn: '2006-06-01' }),
          from: day('2024-01-01'),
        }),
      );
      people.push(entered.personId);
    }
    const as = (post: PostKind, at: { orgId: OrgId; path: OrgPath }): Actor => ({
      ...system,
      personId: people[0] ?? null,
      post,
      actingAs: `${name} ${post}`,
      orgId: at.orgId,
      place: at.path,
      scope: at.path,
      permissions: permissionsOf(post),
    });
    return {
      committeeId: committee.orgId,
      branchId: branch.orgId,
      people,
      secretary: as('secretary', branch),
      officer: as('officer', committee),
    };
  }

  const look = async (actor: Actor, caseId: Doing['caseId']) => {
    const found = await reading(actor, (read) => detail(read, { caseId }));
    if (found === null) throw new Error('out of sight');
    return found;
  };

  const step = async (
    actor: Actor,
    caseId: Doing['caseId'],
    move: Doing['move'],
    told: Doing['told'] = {},
    more: Partial<Doing> = {},
  ) => {
    const { version } = await look(actor, caseId);
    return attempt(actor, (write) =>
      doTransferStep(write, {
        caseId,
        move,
        on: today(),
        told,
        reasons: {},
        basedOn: version,
        ...more,
      }),
    );
  };

  const code = async (made: Promise<Result<unknown>>): Promise<string> => {
    const result = await made;
    return result.ok ? 'done' : result.refusal.code;
  };

  const send = async (from: Town, to: Town, personId: PersonId, route: 'online' | 'letter') =>
    unwrap(
      await attempt(from.secretary, (write) =>
        beginOut(write, {
          orgId: from.branchId,
          personId,
          route,
          toOrgId: to.branchId,
          on: today(),
          told: { why: 'work' },
        }),
      ),
    ).caseId;

  return { county, today, goTo, attempt, reading, town, look, step, code, send };
}

export type TransferDesk = Awaited<ReturnType<typeof transferDesk>>;
