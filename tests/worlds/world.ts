import { foundInstallation, systemActor, type Founded } from '#modules/accounts';
import { enterMember } from '#modules/members';
import { establish } from '#modules/organisations';
import type { Actor } from '#platform/db';
import { Database } from '#platform/db';
import { masterKeyOf, secrets } from '#platform/crypto';
import { simulatedClock, type SimulatedClock } from '#platform/clock';
import type { OrgId, PersonId } from '#kernel/ids';
import type { OrgPath } from '#kernel/org-path';
import { plainDate, type PlainDate } from '#kernel/plain-date';
import type { PostKind } from '#kernel/posts';
import { unwrap, type Result } from '#kernel/result';
import type { Write } from '#platform/db';
import { permissionsOf } from '../../server/modules.ts';

/** A small county built through the product's own commands, for tests that need a database. */
export interface World {
  readonly db: Database;
  readonly clock: SimulatedClock;
  readonly founded: Founded;
  readonly branch: Branch;
  readonly other: Branch;
  act<T>(actor: Actor, work: (write: Write) => Promise<Result<T>>): Promise<T>;
}

export interface Branch {
  readonly orgId: OrgId;
  readonly path: OrgPath;
  readonly people: readonly PersonId[];
  /** Somebody who acts in a post of this branch, or an ordinary member of it. */
  as(post: PostKind | 'member', personId?: PersonId): Actor;
}

const NAMES = ['王建国', '李秀英', '张伟', '刘洋', '陈静', '杨帆', '赵敏', '黄磊', '周涛', '吴丹'];

/** A county committee with two branches of `size` members each, on a clock at `today`. */
export async function buildWorld(
  appUrl: string,
  options: {
    today?: PlainDate;
    size?: number;
    onQuery?: (sql: string, values: readonly unknown[]) => void;
  } = {},
): Promise<World> {
  const start = Date.parse(`${options.today ?? '2026-03-02'}T09:00:00+08:00`);
  const clock = simulatedClock(start, 7);
  const db = new Database({
    url: appUrl,
    clock,
    secrets: secrets(masterKeyOf(Buffer.alloc(32, 7))),
    poolSize: 8,
    ...(options.onQuery === undefined ? {} : { onQuery: options.onQuery }),
  });
  const founded = await foundInstallation(db, clock, {
    organisationName: '中共云山县委员会',
    kind: 'committee',
    sector: 'mixed',
    loginName: 'admin',
    displayName: '管理员',
    password: 'correct horse 1',
    isDemo: true,
  });
  const system = systemActor(founded);
  const act = async <T>(actor: Actor, work: (write: Write) => Promise<Result<T>>): Promise<T> =>
    unwrap(await db.write(actor, { commandId: null, action: 'test' }, work));

  const branchNamed = async (name: string): Promise<Branch> => {
    const { orgId } = await act({ ...system, permissions: permissionsOf('officer') }, (write) =>
      establish(write, {
        parentId: founded.orgId,
        name,
        shortName: name,
        kind: 'branch',
        sector: 'office',
        memberKind: 'office',
        units: [],
        on: write.today,
        approvedBy: '中共云山县委',
        approvalPaper: '云委组〔2020〕1号',
      }),
    );
    const place = await db.read(system, (read) =>
      read.db
        .selectFrom('organisation')
        .select('org_path')
        .where('org_id', '=', orgId)
        .executeTakeFirstOrThrow(),
    );
    const people: PersonId[] = [];
    for (const one of NAMES.slice(0, options.size ?? 5)) {
      const entered = await act(system, (write) =>
        enterMember(write, {
          orgId,
          name: one,
          sex: 'male',
          bornOn: plainDate('1980-05-04'),
          category: 'full',
          joinedOn: plainDate('2005-06-01'),
          regularisedOn: plainDate('2006-06-01'),
          from: plainDate('2025-01-01'),
        }),
      );
      people.push(entered.personId);
    }
    const path = place.org_path as OrgPath;
    const as = (post: PostKind | 'member', personId: PersonId | undefined = people[0]): Actor => ({
      ...system,
      personId: personId ?? null,
      post,
      actingAs: `${name} ${post}`,
      orgId,
      place: path,
      scope: post === 'member' ? null : path,
      permissions: permissionsOf(post),
    });
    return { orgId, path, people, as };
  };
  return {
    db,
    clock,
    founded,
    act,
    branch: await branchNamed('县发展和改革局党支部'),
    other: await branchNamed('县水务局党支部'),
  };
}
