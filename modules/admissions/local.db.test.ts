import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { plainDate as day } from '#kernel/plain-date';
import { unwrap } from '#kernel/result';
import { moveApplicant } from '#modules/members';
import { testDatabase } from '../../tests/support/database.ts';
import { admissionDesk, type AdmissionDesk } from '../../tests/worlds/admission-desk.ts';
import { buildWorld, type World } from '../../tests/worlds/world.ts';
import { beginCase } from './commands/begin-case.ts';
import { doLocalStep, undoLocalStep } from './commands/do-local-step.ts';
import { addLocalStep, dropLocalStep } from './commands/fix-local-step.ts';
import { handOverCase } from './commands/hand-over.ts';
import { undoStep } from './commands/undo-step.ts';
import { detail } from './queries/detail.ts';
import { list } from './queries/list.ts';
import { locals } from './queries/locals.ts';
import { casePaper } from './queries/papers.ts';
import type { CaseId } from './store/cases.ts';
import type { LocalStepId } from './store/locals.ts';

const database = await testDatabase();
let world: World;
let desk: AdmissionDesk;
let caseId: CaseId;
let stepId: LocalStepId;

const DONE = [
  ['apply', '2026-06-01'],
  ['first_talk', '2026-06-10'],
  ['determine_activist', '2026-07-01'],
  ['file_activist', '2026-07-02'],
  ['assign_contacts', '2026-07-03'],
  ['determine_target', '2027-08-01'],
  ['consent_target', '2027-08-05'],
  ['begin_notice', '2027-08-06'],
  ['close_notice', '2027-08-20'],
  ['determine_introducers', '2027-08-21'],
  ['review', '2027-09-01'],
  ['train', '2027-09-10'],
  ['committee_review', '2027-09-20'],
] as const;

beforeAll(async () => {
  world = await buildWorld(database.appUrl);
  desk = admissionDesk(world);
  desk.goTo('2027-10-01');
  ({ caseId } = unwrap(
    await desk.attempt((write) =>
      beginCase(write, {
        orgId: world.branch.orgId,
        person: { name: '郑好', sex: 'female', bornOn: '1998-05-04' },
        mobile: false,
        league: false,
        steps: DONE.map(([move, on]) => ({
          move,
          on: day(on),
          told: move === 'begin_notice' ? { until: day('2027-08-18'), places: ['公告栏'] } : {},
        })),
      }),
    ),
  ));
});
afterAll(() => world.db.close());

const add = (name: string, more: object = {}, actor = desk.officer()) =>
  desk.attempt(
    (write) =>
      addLocalStep(write, {
        orgId: world.founded.orgId,
        name,
        before: 'prereview',
        actor: 'branch',
        paper: '档案自查表',
        required: true,
        source: '县委组织部通知',
        from: write.today,
        ...more,
      }),
    actor,
  );
const doLocal = async (hasPaper: boolean, more: object = {}, actor = desk.secretary()) => {
  const { version } = await desk.look(caseId);
  return desk.attempt(
    (write) =>
      doLocalStep(write, {
        caseId,
        stepId,
        on: write.today,
        hasPaper,
        note: '',
        basedOn: version,
        ...more,
      }),
    actor,
  );
};
const prereview = (on = desk.today()) =>
  desk.step(caseId, 'prereview', { conclusion: 'qualified', body: '县委' }, { on }, desk.officer());
const line = async () =>
  (
    await world.db.read(desk.officer(), (read) =>
      list(read, { orgId: world.founded.orgId, register: 'open', page: 1, pageSize: 50 }),
    )
  )?.rows[0];

describe('local steps beside the chart', () => {
  test('fixed by a committee, before a step of the chart, not for days to come', async () => {
    expect(await desk.refusal(add('自查', {}, desk.secretary()))).toBe('common.not_allowed');
    expect(await desk.refusal(add('自查', { before: 'not_accepted' }))).toBe(
      'admissions.local_nowhere',
    );
    expect(await desk.refusal(add('自查', { from: day('2027-10-02') }))).toBe(
      'procedure.in_future',
    );
    expect(await line()).toMatchObject({ next: '基层党委预审', nextActor: 'committee' });
    ({ stepId } = unwrap(await add('支部档案自查')));
    expect(await desk.refusal(add('支部档案自查'))).toBe('admissions.local_known');
    // The inbox knows at once who is to act now.
    expect(await line()).toMatchObject({ next: '支部档案自查', nextActor: 'branch' });
    const found = await world.db.read(desk.secretary(), (read) =>
      locals(read, { orgId: world.branch.orgId }),
    );
    expect(found?.steps).toMatchObject([{ beforeLabel: '基层党委预审', own: false }]);
  });
  test('the step of the chart waits for it; it asks for its paper and its turn', async () => {
    expect(await desk.refusal(prereview())).toBe('admissions.local_missing');
    const seen = await desk.look(caseId);
    expect(seen.localNexts).toMatchObject([{ name: '支部档案自查', mine: true }]);
    expect(await desk.refusal(doLocal(false))).toBe('procedure.paper_missing');
    expect(await desk.refusal(doLocal(true, { on: day('2027-09-19') }))).toBe(
      'procedure.before_last_step',
    );
    // What was asked for from today on was not asked for the day before.
    expect(await desk.refusal(doLocal(true, { on: day('2027-09-30') }))).toBe(
      'admissions.local_not_now',
    );
    unwrap(await doLocal(true));
    expect(await desk.refusal(doLocal(true))).toBe('admissions.local_not_now');
    expect(await line()).toMatchObject({ next: '基层党委预审', nextActor: 'committee' });
    expect(await desk.refusal(prereview(day('2027-09-30')))).toBe('procedure.before_last_step');
    unwrap(await prereview());
    const paper = unwrap(
      await world.db.read(desk.secretary(), (read) =>
        casePaper(read, { caseId, kind: 'record', format: 'html' }),
      ),
    );
    expect(await paper.text()).toContain('支部档案自查');
  });
  test('taken back with its reason; it falls with the step it hangs on', async () => {
    const { locals: done, version, steps } = await desk.look(caseId);
    const doneId = done[0]?.doneId as never;
    const undo = (basedOn: number) =>
      desk.attempt((write) =>
        undoLocalStep(write, { caseId, doneId, reason: '表填错了', basedOn }),
      );
    expect(await desk.refusal(undo(version))).toBe('admissions.local_settled');
    const review = steps.find((one) => one.move === 'committee_review');
    const prereviewed = steps.find((one) => one.move === 'prereview');
    const take = async (id: string | undefined) => {
      const now = await desk.look(caseId);
      return desk.attempt(
        (write) =>
          undoStep(write, {
            caseId,
            stepId: id ?? '',
            reason: '重来',
            basedOn: now.version,
          }),
        desk.officer(),
      );
    };
    unwrap(await take(prereviewed?.stepId));
    // The local one stands: it hangs on the committee's review.
    expect((await desk.look(caseId)).locals).toHaveLength(1);
    unwrap(await undo((await desk.look(caseId)).version));
    expect((await desk.look(caseId)).undone.at(-1)?.moves).toEqual(['支部档案自查']);
    unwrap(await doLocal(true));
    unwrap(await take(review?.stepId));
    const after = await desk.look(caseId);
    expect(after.locals).toEqual([]);
    expect(after.undone.at(-1)?.moves).toEqual(['支委会审查', '支部档案自查']);
  });
  test('one that is only told stops nothing; one that ended is asked for no longer', async () => {
    const { stepId: told } = unwrap(
      await add('报送意向表', { required: false, paper: '', before: 'committee_review' }),
    );
    expect(await line()).toMatchObject({ next: '支委会审查' });
    const next = (await desk.look(caseId)).nexts.find((one) => one.move === 'committee_review');
    expect(next?.findings).toContainEqual(
      expect.objectContaining({ code: 'admissions.local_missing', effect: 'tells' }),
    );
    const end = (id: LocalStepId) =>
      desk.attempt(
        (write) => dropLocalStep(write, { stepId: id, on: write.today }),
        desk.officer(),
      );
    desk.goTo('2027-10-05');
    unwrap(await end(told));
    expect(await desk.refusal(end(told))).toBe('admissions.local_ended');
    expect((await desk.look(caseId)).localNexts).toEqual([]);
  });
  test('what was done goes along to another branch: seen there, and not asked for again', async () => {
    const begun = unwrap(
      await desk.attempt((write) =>
        beginCase(write, {
          orgId: world.branch.orgId,
          person: { name: '常青', sex: 'female', bornOn: '1999-05-04' },
          mobile: false,
          league: false,
          steps: [
            { move: 'apply', on: day('2027-09-01'), told: {} },
            { move: 'first_talk', on: day('2027-09-10'), told: {} },
          ],
        }),
      ),
    );
    const { stepId: survey } = unwrap(
      await add('群众评议', { before: 'determine_activist', paper: '' }),
    );
    const { version } = await desk.look(begun.caseId);
    unwrap(
      await desk.attempt((write) =>
        doLocalStep(write, {
          caseId: begun.caseId,
          stepId: survey,
          on: write.today,
          hasPaper: false,
          note: '',
          basedOn: version,
        }),
      ),
    );
    const { other } = world;
    unwrap(
      await desk.attempt(async (write) => {
        const { personId } = begun;
        const moved = await moveApplicant(write, {
          personId,
          toOrgId: other.orgId,
          on: write.today,
        });
        const to = { orgId: other.orgId, orgPath: other.path };
        return moved.ok ? handOverCase(write, { personId, to, on: write.today }) : moved;
      }, desk.officer()),
    );
    const seenBy = (who: typeof other) =>
      world.db.read(who.as('secretary'), (read) => detail(read, { caseId: begun.caseId }));
    expect(await seenBy(world.branch)).toBeNull();
    expect(await seenBy(other)).toMatchObject({
      orgId: other.orgId,
      locals: [{ name: '群众评议' }],
      localNexts: [],
    });
  });
});
