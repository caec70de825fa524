import type { OrgId, PersonId } from '#kernel/ids';
import { plainDate, type PlainDate } from '#kernel/plain-date';
import type { PostKind } from '#kernel/posts';
import type { Result } from '#kernel/result';
import type { Actor, Read, Write } from '#platform/db';
import { systemActor } from '#modules/accounts';
import { enterMember } from '#modules/members';
import { establish, type Appointment } from '#modules/organisations';
import { permissionsOf } from '../../server/modules.ts';
import { buildWorld, type World } from './world.ts';

export const TODAY = plainDate('2026-12-30');
export const papers = { approvedBy: '中共云山县委', approvalPaper: '云委组〔2026〕9号' };

export interface MadeBranch {
  readonly orgId: OrgId;
  readonly people: readonly PersonId[];
}

/** A world in which branches are made as a test needs them, by an officer of the county. */
export interface Desk {
  readonly world: World;
  readonly county: Actor;
  /** Acts and returns the result, a refusal too. */
  doing<T>(
    actor: Actor,
    work: (write: Write) => Promise<Result<T>>,
    alone?: boolean,
  ): Promise<Result<T>>;
  reading<T>(actor: Actor, work: (read: Read) => Promise<T>): Promise<T>;
  /** A branch of the county with so many members since it began; every tenth is probationary. */
  branchOf(size: number, unit?: (index: number) => string): Promise<MadeBranch>;
  /** Somebody who acts in a post of a body, or an ordinary member of it. */
  actorOf(orgId: OrgId, post: PostKind | 'member', personId?: PersonId): Promise<Actor>;
}

export const codeOf = (result: Result<unknown>): string => (result.ok ? 'ok' : result.refusal.code);

export const at = (list: readonly PersonId[], index: number): PersonId => {
  const found = list[index];
  if (found === undefined) throw new Error(`no person ${index}`);
  return found;
};

/** Secretary, organisation member and discipline member, as elected on a day. */
export const elected = (
  orgId: OrgId,
  people: readonly PersonId[],
  on: PlainDate = plainDate('2026-04-01'),
  more: { approvedOn?: PlainDate; shiftApprovedOn?: PlainDate; termEndsOn?: PlainDate } = {},
) => ({
  orgId,
  on,
  members: (['secretary', 'organisation_member', 'discipline_member'] as const).map(
    (kind, index) => ({ personId: at(people, index), kind, duties: '' }),
  ),
  approvalPaper: papers.approvalPaper,
  ...more,
});

export async function organisationsDesk(appUrl: string): Promise<Desk> {
  const world = await buildWorld(appUrl, { size: 9 });
  const county: Actor = {
    ...systemActor(world.founded),
    post: 'officer',
    actingAs: '县委组织部',
    permissions: permissionsOf('officer'),
  };
  world.clock.set(Date.parse(`${TODAY}T09:00:00+08:00`));
  let made = 0;
  return {
    world,
    county,
    doing: (actor, work, alone = false) =>
      world.db.write(actor, { commandId: null, action: 'test', alone }, work),
    reading: (actor, work) => world.db.read(actor, work),
    branchOf: async (size, unit = () => '') => {
      made += 1;
      const name = `第${made}机关党支部`;
      const { orgId } = await world.act(county, (write) =>
        establish(write, {
          parentId: world.founded.orgId,
          name,
          shortName: name,
          kind: 'branch',
          sector: 'office',
          memberKind: 'office',
          units: [],
          on: plainDate('2026-03-02'),
          ...papers,
        }),
      );
      const people: PersonId[] = [];
      for (let index = 0; index < size; index += 1) {
        const entered = await world.act(county, (write) =>
          enterMember(write, {
            orgId,
            name: `党员${made}之${index}`,
            category: index % 10 === 9 ? 'probationary' : 'full',
            joinedOn: plainDate('2010-06-01'),
            regularisedOn: plainDate('2011-06-01'),
            unit: unit(index),
            from: plainDate('2026-03-02'),
          }),
        );
        people.push(entered.personId);
      }
      return { orgId, people };
    },
    actorOf: async (orgId, post, personId) => {
      const row = await world.db.read(county, (read) =>
        read.db
          .selectFrom('organisation')
          .select('org_path')
          .where('org_id', '=', orgId)
          .executeTakeFirstOrThrow(),
      );
      const place = row.org_path as Actor['place'];
      return {
        ...county,
        personId: personId ?? null,
        post,
        orgId,
        place,
        scope: post === 'member' ? null : place,
        permissions: permissionsOf(post),
      };
    },
  };
}

/** A by-election of 6 May as most tests want it. */
export const appointing = (
  orgId: OrgId,
  personId: PersonId,
  kind: PostKind,
  more: Partial<Appointment> = {},
): Appointment => ({
  orgId,
  personId,
  kind,
  wayIn: 'by_election',
  on: plainDate('2026-05-06'),
  duties: '',
  approvalPaper: '',
  ...more,
});
