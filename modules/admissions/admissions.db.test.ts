import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addMonths, plainDate } from '#kernel/plain-date';
import type { PersonId } from '#kernel/ids';
import { unwrap, type Result } from '#kernel/result';
import { testDatabase } from '../../tests/support/database.ts';
import { buildWorld, type World } from '../../tests/worlds/world.ts';
import { beginCase } from './commands/begin-case.ts';
import { doStep } from './commands/do-step.ts';
import { answerObjection, recordObjection } from './commands/record-objection.ts';
import { undoStep } from './commands/undo-step.ts';
import { setPlan } from './commands/arrange.ts';
import { list } from './queries/list.ts';
import { booksPaper, casePaper, registerPaper } from './queries/papers.ts';
import { plans } from './queries/plans.ts';
import type { CaseId } from './store/cases.ts';
import { admissionDesk, type AdmissionDesk } from '../../tests/worlds/admission-desk.ts';

const database = await testDatabase();
const day = plainDate;
let world: World;
let desk: AdmissionDesk;
const secretary = () => desk.secretary();
const officer = () => desk.officer();
const attempt: AdmissionDesk['attempt'] = (work, actor) => desk.attempt(work, actor);
const goTo = (on: string) => desk.goTo(on);
const look: AdmissionDesk['look'] = (caseId) => desk.look(caseId);
const hold: AdmissionDesk['hold'] = (title, votes) => desk.hold(title, votes);
const today = () => desk.today();
const step: AdmissionDesk['step'] = (...args) => desk.step(...args);
const refusal: AdmissionDesk['refusal'] = (made) => desk.refusal(made);
const apply: AdmissionDesk['apply'] = (...args) => desk.apply(...args);

beforeAll(async () => {
  world = await buildWorld(database.appUrl);
  desk = admissionDesk(world);
});
afterAll(() => world.db.close());

describe('from the application to the filed dossier, across the change of rules', () => {
  let caseId: CaseId;
  let person: PersonId;
  const people = (): readonly PersonId[] => world.branch.people;
  const [first, second] = [0, 1];
  const one = (index: number): PersonId => people()[index] as PersonId;

  test('an application begins a case; a second one of the same person does not', async () => {
    const begun = unwrap(await apply('孙晓雨', '2026-03-02'));
    ({ caseId, personId: person } = begun);
    expect(await refusal(apply('周小满', '2026-03-02', { bornOn: '2010-05-04' }))).toBe(
      'admissions.too_young',
    );
    expect(
      await refusal(
        attempt((write) =>
          beginCase(write, {
            orgId: world.branch.orgId,
            person: { personId: person },
            mobile: false,
            league: false,
            steps: [{ move: 'apply', on: day('2026-03-02'), told: {} }],
          }),
        ),
      ),
    ).toBe('admissions.case_open');
    const seen = await look(caseId);
    expect(seen).toMatchObject({ name: '孙晓雨', register: 'applicants', next: '党组织派人谈话' });
    expect(seen.until).toBe('2026-04-02');
  });

  test('an activist: talk, recommendation and a meeting, filing, contacts', async () => {
    goTo('2026-03-20');
    expect(await refusal(step(caseId, 'determine_activist', {}))).toBe('procedure.not_now');
    expect(await refusal(step(caseId, 'first_talk', {}))).toBe('admissions.no_talker');
    expect(await refusal(step(caseId, 'first_talk', { talker: '王建国' }))).toBe('done');
    const told = { recommendedBy: 'members' } as const;
    expect(await refusal(step(caseId, 'determine_activist', told))).toBe(
      'procedure.meeting_missing',
    );
    const { meetingId } = await hold('研究确定入党积极分子');
    expect(await refusal(step(caseId, 'determine_activist', told, { meetingId }))).toBe('done');
    expect(await refusal(step(caseId, 'file_activist', { paper: '云委组备〔2026〕3号' }))).toBe(
      'admissions.step_of_above',
    );
    expect(await refusal(step(caseId, 'file_activist', {}, {}, officer()))).toBe('done');
    expect(await refusal(step(caseId, 'assign_contacts', { contacts: [person] }))).toBe(
      'admissions.contact_not_full',
    );
    const contacts = [one(first), one(second)];
    expect(await refusal(step(caseId, 'assign_contacts', { contacts }))).toBe('done');
    const seen = await look(caseId);
    expect(seen.register).toBe('activists');
    expect(seen.contacts).toHaveLength(2);
    // Taken back, nobody accompanies any more.
    expect(seen.steps.map((one) => one.undo)).toEqual([
      { code: 'admissions.first_step_stays', params: {} },
      // Before the filing by the level above: only it takes that back.
      ...[1, 2, 3].map(() => ({ code: 'admissions.step_of_above', params: {} })),
      true,
    ]);
    const { stepId = '' } = seen.steps.at(-1) ?? {};
    const undoing = { caseId, stepId, reason: '名字写错', basedOn: seen.version };
    unwrap(await attempt((write) => undoStep(write, undoing)));
    expect((await look(caseId)).contacts).toEqual([]);
    expect(await refusal(step(caseId, 'assign_contacts', { contacts }))).toBe('done');
    expect((await look(caseId)).contacts).toHaveLength(2);
  });

  test('a target: a year of observation, then by the new rules consent and notice', async () => {
    goTo('2026-09-20');
    expect(await refusal(step(caseId, 'observe', { kind: 'observation', note: '表现积极' }))).toBe(
      'done',
    );
    const heard = ['group', 'contacts', 'members', 'masses'] as const;
    expect(await refusal(step(caseId, 'determine_target', { heard: [...heard] }))).toBe(
      'procedure.too_early',
    );
    goTo('2027-03-20');
    await step(caseId, 'observe', { kind: 'observation', note: '' });
    const { meetingId } = await hold('讨论确定发展对象');
    expect(
      await refusal(step(caseId, 'determine_target', { heard: ['group'] }, { meetingId })),
    ).toBe('admissions.not_heard');
    expect(
      await refusal(step(caseId, 'determine_target', { heard: [...heard] }, { meetingId })),
    ).toBe('done');
    expect(await refusal(step(caseId, 'file_target', {}, {}, officer()))).toBe(
      'admissions.not_in_rules',
    );
    expect(await refusal(step(caseId, 'consent_target', {}, {}, officer()))).toBe('done');
    goTo('2027-03-22');
    const notice = { until: day('2027-03-25'), places: ['单位公告栏'] };
    expect(await refusal(step(caseId, 'begin_notice', notice))).toBe('admissions.notice_short');
    expect(
      await refusal(step(caseId, 'begin_notice', { ...notice, until: day('2027-03-26') })),
    ).toBe('done');
    const close = () => step(caseId, 'close_notice', { conclusion: 'qualified' });
    expect(await refusal(close())).toBe('procedure.too_early');
    const { objectionId } = unwrap(
      await attempt((write) =>
        recordObjection(write, { caseId, receivedOn: today(), matter: '对工作年限有疑问' }),
      ),
    );
    goTo('2027-03-29');
    expect(await refusal(close())).toBe('admissions.objections_open');
    unwrap(
      await attempt((write) =>
        answerObjection(write, { caseId, objectionId, on: today(), answer: '已核实' }),
      ),
    );
    expect(await refusal(close())).toBe('done');
    expect((await look(caseId)).register).toBe('targets');
  });

  test('introducers, review and training in any order, all before the committee review', async () => {
    const { meetingId } = await hold('支委会审查');
    const asked = () =>
      step(caseId, 'committee_review', { conclusion: 'qualified' }, { meetingId });
    expect(await refusal(asked())).toBe('procedure.step_missing');
    expect(await refusal(step(caseId, 'review', { conclusion: 'qualified' }))).toBe(
      'procedure.paper_missing',
    );
    expect(
      await refusal(step(caseId, 'review', { conclusion: 'qualified' }, { papers: ['review'] })),
    ).toBe('done');
    expect(
      await refusal(step(caseId, 'determine_introducers', { introducers: [one(first)] })),
    ).toBe('admissions.introducers_number');
    const both = { introducers: [one(first), one(second)] };
    expect(await refusal(step(caseId, 'determine_introducers', both))).toBe('done');
    expect(await refusal(step(caseId, 'train', { courseHours: 16 }, {}, officer()))).toBe(
      'admissions.training_short',
    );
    // An individual special case: with a written reason, which stays visible.
    const reasons = { 'admit.training.needed': '长期在外执行任务，县委同意' };
    const { version } = await look(caseId);
    const told = { conclusion: 'qualified' } as const;
    const done = await attempt((write) =>
      doStep(write, {
        caseId,
        move: 'committee_review',
        on: today(),
        told,
        meetingId,
        papers: [],
        reasons,
        basedOn: version,
      }),
    );
    expect(done.ok).toBe(true);
    const reviewed = (await look(caseId)).steps.at(-1);
    expect(reviewed?.reasons).toEqual([
      {
        rule: '没有经过培训的，除个别特殊情况外，不能发展入党',
        reason: '长期在外执行任务，县委同意',
      },
    ]);
    // Taken back, and the training done after all.
    unwrap(
      await attempt((write) =>
        undoStep(write, {
          caseId,
          stepId: reviewed?.stepId ?? '',
          reason: '补办培训',
          basedOn: version + 1,
        }),
      ),
    );
    expect((await look(caseId)).undone).toMatchObject([
      { moves: ['指定培养联系人'], reason: '名字写错' },
      { moves: ['支委会审查'], reason: '补办培训' },
    ]);
    expect(await refusal(step(caseId, 'train', { courseDays: 3 }, {}, officer()))).toBe('done');
    expect(await refusal(asked())).toBe('done');
  });

  test('pre-review, book, form, the vote of all members, approval', async () => {
    goTo('2027-04-10');
    expect(
      await refusal(step(caseId, 'prereview', { conclusion: 'qualified' }, {}, officer())),
    ).toBe('done');
    const number = { bookNumber: '2027-001', body: '县发展和改革局党支部' };
    expect(await refusal(step(caseId, 'issue_book', number, {}, officer()))).toBe('done');
    expect(await refusal(step(caseId, 'fill_form', {}, { papers: ['form'] }))).toBe('done');
    goTo('2027-05-12');
    const late = await hold('讨论接收孙晓雨为预备党员', [{ subject: '接收孙晓雨', for: 5 }]);
    const told = { resolution: '同意接收', written: { inFavour: 0, against: 0 } };
    expect(await refusal(step(caseId, 'accept', told, late))).toBe('procedure.too_late');
    // Pre-reviewed anew, since a month has passed.
    const steps = (await look(caseId)).steps;
    const { version } = await look(caseId);
    const again = steps.find((one) => one.move === 'prereview')?.stepId ?? '';
    const taking = (actor: ReturnType<typeof officer>) =>
      attempt(
        (write) =>
          undoStep(write, {
            caseId,
            stepId: again,
            reason: '超过一个月，重新预审',
            basedOn: version,
          }),
        actor,
      );
    expect(await refusal(taking(secretary()))).toBe('admissions.step_of_above');
    unwrap(await taking(officer()));
    await step(caseId, 'prereview', { conclusion: 'qualified' }, {}, officer());
    expect(await refusal(step(caseId, 'issue_book', number, {}, officer()))).toBe(
      'admissions.book_number_taken',
    );
    await step(caseId, 'issue_book', { ...number, bookNumber: '2027-002' }, {}, officer());
    await step(caseId, 'fill_form', {}, { papers: ['form'] });
    const others = await hold('讨论接收', [{ subject: '接收周小满', for: 5 }]);
    expect(await refusal(step(caseId, 'accept', told, others))).toBe('admissions.vote_not_alone');
    const few = await hold('讨论接收', [{ subject: '接收孙晓雨', for: 2 }]);
    expect(await refusal(step(caseId, 'accept', told, few))).toBe('admissions.vote_no_majority');
    const vote = await hold('讨论接收孙晓雨为预备党员', [{ subject: '接收孙晓雨', for: 4 }]);
    expect(await refusal(step(caseId, 'accept', { written: told.written }, vote))).toBe(
      'admissions.no_resolution',
    );
    expect(await refusal(step(caseId, 'accept', told, vote))).toBe('done');
    expect((await look(caseId)).steps.at(-1)?.vote).toContain('赞成4票');
    goTo('2027-06-01');
    expect(await refusal(step(caseId, 'upper_talk', { talker: '组织员' }, {}, officer()))).toBe(
      'done',
    );
    expect(
      await refusal(step(caseId, 'approve', { paper: '云委〔2027〕9号' }, {}, officer())),
    ).toBe('procedure.paper_missing');
    expect(
      await refusal(
        step(
          caseId,
          'approve',
          { paper: '云委〔2027〕9号' },
          { papers: ['application', 'activist_register'] },
          officer(),
        ),
      ),
    ).toBe('done');
    expect(await refusal(step(caseId, 'assign_branch', {}))).toBe('done');
    // Joined on the day of the members' meeting (EDU19 art. 24), in the roster since.
    const members = await world.db.read(secretary(), (read) =>
      read.db
        .selectFrom('membership')
        .select(['category', 'valid_from', 'way_in'])
        .where('person_id', '=', person)
        .where('superseded_at', 'is', null)
        .execute(),
    );
    expect(members).toEqual([
      { category: 'probationary', valid_from: '2027-05-12', way_in: 'admitted' },
    ]);
    expect((await look(caseId)).until).toBe('2027-07-01');
  });

  test('probation of a year from the meeting, regularised from its end, filed when all papers are there', async () => {
    expect(await refusal(step(caseId, 'oath', {}))).toBe('done');
    goTo('2027-11-12');
    await step(caseId, 'observe_probation', { kind: 'observation', note: '' });
    goTo('2028-05-04');
    await step(caseId, 'observe_probation', { kind: 'observation', note: '' });
    expect(await refusal(step(caseId, 'apply_regularise', {}, { papers: ['regularise'] }))).toBe(
      'done',
    );
    const told = { resolution: '同意按期转正' };
    const early = await hold('讨论转正', [{ subject: '孙晓雨转正', for: 5 }]);
    expect(await refusal(step(caseId, 'vote_regularise', told, early))).toBe('procedure.too_early');
    goTo('2028-05-20');
    const vote = await hold('讨论转正', [{ subject: '孙晓雨转正', for: 5 }]);
    expect(await refusal(step(caseId, 'vote_regularise', told, vote))).toBe('done');
    goTo('2028-06-15');
    expect(await refusal(step(caseId, 'approve_regularise', {}, {}, officer()))).toBe('done');
    const state = await world.db.read(secretary(), (read) =>
      read.db
        .selectFrom('person_state')
        .select(['regularised_on', 'joined_on'])
        .where('person_id', '=', person)
        .where('superseded_at', 'is', null)
        .orderBy('valid_from', 'desc')
        .executeTakeFirst(),
    );
    expect(state).toEqual({ regularised_on: '2028-05-12', joined_on: '2027-05-12' });
    expect(await refusal(step(caseId, 'file_papers', {}))).toBe('admissions.papers_missing');
    const papers = ['application', 'activist_register', 'review', 'form', 'probation_register'];
    expect(await refusal(step(caseId, 'file_papers', {}, { papers }))).toBe(
      'admissions.papers_missing',
    );
  });
});

describe('around a case', () => {
  test('the register shows who is due first, by name too; another branch sees nothing', async () => {
    const found = await world.db.read(secretary(), (read) =>
      list(read, {
        orgId: world.branch.orgId,
        register: 'done',
        q: 'sunxiao',
        page: 1,
        pageSize: 50,
      }),
    );
    expect(found).toMatchObject({ total: 1, rows: [{ name: '孙晓雨' }] });
    const other = await world.db.read(world.other.as('secretary'), (read) =>
      list(read, { orgId: world.branch.orgId, register: 'done', page: 1, pageSize: 50 }),
    );
    expect(other?.rows ?? []).toEqual([]);
  });
  test('a plan of a year, what is used of it', async () => {
    unwrap(
      await attempt(
        (write) =>
          setPlan(write, {
            orgId: world.branch.orgId,
            years: 1,
            year: 2027,
            quota: 2,
            paper: '云委组〔2027〕1号',
          }),
        officer(),
      ),
    );
    const found = await world.db.read(officer(), (read) =>
      plans(read, { orgId: world.founded.orgId, span: 'one', year: 2027 }),
    );
    expect(found?.rows.find((row) => row.orgId === world.branch.orgId)).toMatchObject({
      quota: 2,
      used: 1,
    });
    expect(addMonths(day('2027-01-31'), 1)).toBe('2027-02-28');
  });
  test('papers of a case: record, hand-over list, resolution, the dossier; registers and books', async () => {
    const found = await world.db.read(secretary(), (read) =>
      list(read, { orgId: world.branch.orgId, register: 'done', page: 1, pageSize: 50 }),
    );
    const caseId = found?.rows[0]?.caseId as CaseId;
    const text = async (file: Promise<Result<File>>): Promise<string> => unwrap(await file).text();
    const paper = (kind: 'record' | 'list' | 'dossier' | 'resolution') =>
      text(world.db.read(secretary(), (read) => casePaper(read, { caseId, kind, format: 'html' })));
    expect(await paper('record')).toContain('赞成4票');
    expect(await paper('list')).toContain('入党积极分子培养考察登记表');
    expect(await paper('resolution')).toContain('赞成5票');
    expect(await paper('dossier')).toContain('2027年5月12日 支部大会讨论接收预备党员');
    const register = world.db.read(secretary(), (read) =>
      registerPaper(read, { orgId: world.branch.orgId, register: 'done', format: 'html' }),
    );
    expect(await text(register)).toContain('孙晓雨');
    const books = world.db.read(officer(), (read) =>
      booksPaper(read, { orgId: world.founded.orgId, year: 2027, format: 'html' }),
    );
    expect(await text(books)).toContain('2027-002');
  });
});
