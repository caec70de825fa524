import { newId } from '#kernel/clock';
import type { PersonId } from '#kernel/ids';
import { plainDate, todayAt, addDays, type PlainDate } from '#kernel/plain-date';
import type { PostKind } from '#kernel/posts';
import { ok } from '#kernel/result';
import { invite } from '#modules/accounts';
import { enterMember } from '#modules/members';
import { insertPost, placeOf } from '#modules/organisations';
import type { TestDatabase } from '../../support/database.ts';
import { buildWorld, type World } from '../../worlds/world.ts';
import type { Login } from './people.ts';
import { startServer, type RunningServer } from './server.ts';

/** Invented. */
export const SECRETARY: Login = {
  loginName: 'wangjianguo',
  name: '王建国',
  password: '柿子树下的长板凳',
};
export const MEMBER: Login = {
  loginName: 'lixiuying',
  name: '李秀英',
  password: '河湾里的旧木船晒网',
};
/** Of the county, as the world founds it. */
export const OFFICER: Login = { loginName: 'admin', name: '管理员', password: 'correct horse 1' };
const MORE = ['孙悦', '马骏', '朱玲', '胡斌', '郭靖安', '何苗', '高远', '林溪', '罗丹', '梁峰'];
const COMMITTEE: readonly PostKind[] = ['organisation_member', 'publicity_member'];
const SINCE = plainDate('2025-01-01');

/** A branch of twenty with a committee of three; its secretary and one member can sign in. */
export interface RunningBranch {
  readonly world: World;
  readonly server: RunningServer;
  readonly today: PlainDate;
  /** In the order of the roster. */
  readonly people: readonly PersonId[];
  stop(): Promise<void>;
}

async function giveAccount(
  world: World,
  server: RunningServer,
  who: Login,
  personId: PersonId,
): Promise<void> {
  const made = await world.act(world.branch.as('secretary'), (write) =>
    invite(write, { personId, loginName: who.loginName, displayName: '' }, (length) =>
      world.clock.random(length),
    ),
  );
  const answer = await fetch(`${server.url}/api/codes/take`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      code: made.code,
      password: who.password,
      commandId: newId<'Command'>(world.clock),
    }),
  });
  if (!answer.ok) throw new Error(await answer.text());
}

async function givePost(world: World, personId: PersonId, kind: PostKind): Promise<void> {
  const { branch } = world;
  await world.act(branch.as('secretary'), async (write) => {
    const place = await placeOf(write, branch.orgId);
    if (place === null) throw new Error('no branch');
    await insertPost(write, place, SINCE, {
      personId,
      kind,
      duties: '',
      wayIn: 'election',
      termEndsOn: plainDate('2028-01-01'),
      approvedOn: SINCE,
      approvalPaper: '云委组〔2025〕1号',
    });
    return ok(null);
  });
}

/** Builds the branch in the database and starts the program on it. */
export async function startBranch(database: TestDatabase): Promise<RunningBranch> {
  const today = todayAt(Date.now());
  // A year of branch life is to be entered, so the branch is older than that.
  const world = await buildWorld(database.appUrl, { size: 10, today: SINCE });
  const people = [...world.branch.people];
  for (const name of MORE) {
    const entered = await world.act(world.branch.as('secretary'), (write) =>
      enterMember(write, {
        orgId: world.branch.orgId,
        name,
        sex: 'female',
        bornOn: plainDate('1988-03-04'),
        category: 'full',
        joinedOn: plainDate('2012-06-01'),
        regularisedOn: plainDate('2013-06-01'),
        from: SINCE,
      }),
    );
    people.push(entered.personId);
  }
  const at = (index: number): PersonId => {
    const found = people[index];
    if (found === undefined) throw new Error(`no person ${index}`);
    return found;
  };
  await givePost(world, at(0), 'secretary');
  for (const [index, kind] of COMMITTEE.entries()) await givePost(world, at(index + 2), kind);
  // The day before, so that the server's clock is never behind what was entered.
  world.clock.set(Date.parse(`${addDays(today, -1)}T09:00:00+08:00`));
  const server = await startServer(database);
  await giveAccount(world, server, SECRETARY, at(0));
  await giveAccount(world, server, MEMBER, at(1));
  return {
    world,
    server,
    today,
    people,
    stop: async () => {
      await server.stop();
      await world.db.close();
    },
  };
}
