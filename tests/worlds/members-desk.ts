import { afterAll, beforeAll } from 'vitest';
import type { PersonId } from '#kernel/ids';
import { plainDate } from '#kernel/plain-date';
import type { Result } from '#kernel/result';
import { enterMember, type Entry } from '#modules/members';
import type { Actor, Write } from '#platform/db';
import type { TestDatabase } from '../support/database.ts';
import { buildWorld, type World } from './world.ts';

/** Who works with the files of the world's first branch, for tests of `members`. */
export interface MembersDesk {
  readonly world: World;
  person(index: number): PersonId;
  secretary(): Actor;
  /** Whoever stands above both branches. */
  officer(): Actor;
  tries<T>(actor: Actor, work: (write: Write) => Promise<Result<T>>): Promise<Result<T>>;
  /** One act, a second after the one before. */
  act<T>(actor: Actor, work: (write: Write) => Promise<Result<T>>): Promise<T>;
  enter(name: string, more?: Partial<Entry>): Promise<{ personId: PersonId }>;
}

/** Call once at the top of a test file; the world is there when its tests run. */
export function membersDesk(database: TestDatabase): MembersDesk {
  let built: World | undefined;
  const world = (): World => {
    if (built === undefined) throw new Error('the world is not built yet');
    return built;
  };
  beforeAll(async () => {
    built = await buildWorld(database.appUrl);
  });
  afterAll(() => built?.db.close());
  const secretary = (): Actor => world().branch.as('secretary');
  const act: MembersDesk['act'] = (actor, work) => {
    world().clock.advance(1_000);
    return world().act(actor, work);
  };
  return {
    get world() {
      return world();
    },
    person: (index) => {
      const found = world().branch.people[index];
      if (found === undefined) throw new Error(`no person ${index}`);
      return found;
    },
    secretary,
    officer: () => ({
      ...world().branch.as('officer'),
      orgId: world().founded.orgId,
      place: world().founded.path,
      scope: world().founded.path,
    }),
    tries: (actor, work) => world().db.write(actor, { commandId: null, action: 't' }, work),
    act,
    enter: (name, more = {}) =>
      act(secretary(), (write) =>
        enterMember(write, {
          orgId: world().branch.orgId,
          name,
          category: 'full',
          sex: 'female',
          bornOn: '1985-02',
          joinedOn: '2010-07-01',
          regularisedOn: '2011-07-01',
          from: plainDate('2025-01-01'),
          ...more,
        }),
      ),
  };
}
