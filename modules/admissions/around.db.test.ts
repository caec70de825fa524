import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { plainDate as day } from '#kernel/plain-date';
import { unwrap } from '#kernel/result';
import { testDatabase } from '../../tests/support/database.ts';
import { buildWorld, type World } from '../../tests/worlds/world.ts';
import { beginCase } from './commands/begin-case.ts';
import { pause, resume } from './commands/pause.ts';
import { check, helpers } from './queries/check.ts';
import { meetings } from './queries/detail.ts';
import { admissionDesk, type AdmissionDesk } from '../../tests/worlds/admission-desk.ts';

const database = await testDatabase();
let world: World;
let desk: AdmissionDesk;
const secretary = () => desk.secretary();
const attempt: AdmissionDesk['attempt'] = (work, actor) => desk.attempt(work, actor);
const look: AdmissionDesk['look'] = (caseId) => desk.look(caseId);
const today = () => desk.today();
const step: AdmissionDesk['step'] = (...args) => desk.step(...args);
const refusal: AdmissionDesk['refusal'] = (made) => desk.refusal(made);
const apply: AdmissionDesk['apply'] = (...args) => desk.apply(...args);

beforeAll(async () => {
  world = await buildWorld(database.appUrl);
  desk = admissionDesk(world);
  desk.goTo('2028-06-20');
});
afterAll(() => world.db.close());

describe('around a case', () => {
  test('paused, nothing goes on; two people at once find out', async () => {
    const { caseId } = unwrap(await apply('何雨', '2028-06-01'));
    const { version } = await look(caseId);
    const on = today();
    unwrap(
      await attempt((write) => pause(write, { caseId, on, reason: '外出学习', basedOn: version })),
    );
    expect(await refusal(step(caseId, 'first_talk', { talker: '王建国' }))).toBe(
      'procedure.paused',
    );
    expect(await refusal(attempt((write) => resume(write, { caseId, on, basedOn: version })))).toBe(
      'common.changed_meanwhile',
    );
    unwrap(await attempt((write) => resume(write, { caseId, on, basedOn: version + 1 })));
    expect(await refusal(step(caseId, 'first_talk', { talker: '王建国' }))).toBe('done');
  });
  test('a case is taken over from paper with its days; steps out of order are not', async () => {
    const taken = await attempt((write) =>
      beginCase(write, {
        orgId: world.branch.orgId,
        person: { name: '许明', sex: 'male', bornOn: '1995-01-02' },
        mobile: false,
        league: false,
        steps: [
          { move: 'apply', on: day('2026-01-05'), told: {} },
          { move: 'first_talk', on: day('2026-01-20'), told: {} },
          { move: 'determine_activist', on: day('2026-03-01'), told: {} },
          { move: 'file_activist', on: day('2026-03-10'), told: {} },
          {
            move: 'assign_contacts',
            on: day('2026-03-12'),
            told: { contacts: world.branch.people.slice(0, 1) },
          },
        ],
      }),
    );
    const { caseId } = unwrap(taken);
    const seen = await look(caseId);
    expect(seen).toMatchObject({ register: 'activists', next: '确定发展对象' });
    expect(seen.steps.map((one) => one.fromPaper)).toEqual([false, true, true, true, true]);
    expect(seen.steps.map((one) => one.rules)).toEqual(Array(5).fill('2014'));
    expect(seen.coming.find((one) => one.move === 'close_notice')).toMatchObject({
      provisional: false,
    });
    const wrong = apply('钱进', '2026-01-05');
    expect((await wrong).ok).toBe(true);
    expect(
      await refusal(
        attempt((write) =>
          beginCase(write, {
            orgId: world.branch.orgId,
            person: { name: '吴越', sex: 'male', bornOn: '1995-01-02' },
            mobile: false,
            league: false,
            steps: [
              { move: 'apply', on: day('2026-01-05'), told: {} },
              { move: 'determine_activist', on: day('2026-03-01'), told: {} },
            ],
          }),
        ),
      ),
    ).toBe('procedure.not_now');
  });
  test('who may be contact, with the reason for each who may not; a check tells without doing', async () => {
    const { caseId } = unwrap(await apply('郑好', '2028-06-10'));
    const found = await world.db.read(secretary(), (read) =>
      helpers(read, { caseId, role: 'contact', on: today() }),
    );
    expect(found?.people.filter((one) => one.findings.length === 0).length).toBeGreaterThan(4);
    const told = await world.db.read(secretary(), (read) =>
      check(read, { caseId, move: 'first_talk', on: today(), form: '{"told":{}}' }),
    );
    expect(told?.findings.map((one) => one.code)).toContain('admissions.no_talker');
    await desk.hold('讨论', [{ subject: '接收郑好', for: 5 }]);
    const choice = await world.db.read(secretary(), (read) =>
      meetings(read, { caseId, body: 'members' }),
    );
    expect(choice?.meetings[0]?.votes[0]?.text).toContain('赞成5');
  });
});
