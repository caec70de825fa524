import { afterAll, beforeAll } from 'vitest';
import type { Inputs } from '#contract/lib';
import type { floatingContract } from '#contract/floating';
import type { PersonId } from '#kernel/ids';
import { plainDate } from '#kernel/plain-date';
import { unwrap, type Result } from '#kernel/result';
import type { Actor, Write } from '#platform/db';
import { registerAway } from '../../modules/floating/commands/register-away.ts';
import type { AwayId } from '../../modules/floating/store/away.ts';
import type { TestDatabase } from '../support/database.ts';
import { buildWorld, type World } from './world.ts';

type Told = Omit<Inputs<typeof floatingContract>['register'], 'commandId' | 'orgId' | 'personId'>;

/** The world's first branch of six, with person 1 as contact person, on 2026-11-20. */
export interface FloatingDesk {
  readonly world: World;
  person(index: number): PersonId;
  secretary(): Actor;
  officer(): Actor;
  told(more: Partial<Told>): Told;
  register(index: number, more: Partial<Told>): Promise<{ awayId: AwayId }>;
  tryRegister(index: number, more: Partial<Told>): Promise<Result<{ awayId: AwayId }>>;
  tries<T>(actor: Actor, work: (write: Write) => Promise<Result<T>>): Promise<Result<T>>;
  act<T>(actor: Actor, work: (write: Write) => Promise<Result<T>>): Promise<T>;
}

/** Call once at the top of a test file; the world is there when its tests run. */
export function floatingDesk(database: TestDatabase): FloatingDesk {
  let built: World | undefined;
  const world = (): World => {
    if (built === undefined) throw new Error('the world is not built yet');
    return built;
  };
  beforeAll(async () => {
    built = await buildWorld(database.appUrl, { size: 6, today: plainDate('2026-11-20') });
  });
  afterAll(() => built?.db.close());
  const person = (index: number): PersonId => {
    const found = world().branch.people[index];
    if (found === undefined) throw new Error(`no person ${index}`);
    return found;
  };
  const told = (more: Partial<Told>): Told => ({
    reason: 'work',
    placeKind: 'country',
    place: '广东省东莞市',
    fixed: false,
    toldBy: 'self',
    leftOn: plainDate('2026-03-05'),
    expectedOn: null,
    keeperId: person(1),
    hostOrgId: null,
    hostName: '',
    certificateNo: '',
    ...more,
  });
  const tries: FloatingDesk['tries'] = (actor, work) => {
    world().clock.advance(1_000);
    return world().db.write(actor, { commandId: null, action: 't' }, work);
  };
  const secretary = (): Actor => world().branch.as('secretary');
  const tryRegister: FloatingDesk['tryRegister'] = (index, more) =>
    tries(secretary(), (write) =>
      registerAway(write, {
        orgId: world().branch.orgId,
        personId: person(index),
        ...told(more),
      }),
    );
  return {
    get world() {
      return world();
    },
    person,
    secretary,
    officer: () => ({
      ...world().branch.as('officer'),
      orgId: world().founded.orgId,
      place: world().founded.path,
      scope: world().founded.path,
    }),
    told,
    tryRegister,
    register: async (index, more) => unwrap(await tryRegister(index, more)),
    tries,
    act: async (actor, work) => unwrap(await tries(actor, work)),
  };
}
