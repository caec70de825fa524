import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addMonths, plainDate, type PlainDate } from '#kernel/plain-date';
import type { Id, PersonId } from '#kernel/ids';
import { unwrap, type Result } from '#kernel/result';
import type { Actor, Write } from '#platform/db';
import { systemActor } from '#modules/accounts';
import {
  addSitting,
  finalise,
  heldMeetings,
  saveMinutes,
  setPresence,
  startSitting,
} from '#modules/meetings';
import { permissionsOf } from '../../server/modules.ts';
import { testDatabase } from '../../tests/support/database.ts';
import { item, meetingHall, type MeetingHall } from '../../tests/worlds/meeting-hall.ts';
import { buildWorld, type World } from '../../tests/worlds/world.ts';
import { beginCase } from './commands/begin-case.ts';
import { doStep, type Doing } from './commands/do-step.ts';
import { answerObjection, recordObjection } from './commands/record-objection.ts';
import { pause, resume } from './commands/pause.ts';
import { undoStep } from './commands/undo-step.ts';
import { setPlan } from './commands/arrange.ts';
import { check, helpers } from './queries/check.ts';
import { detail, meetings } from './queries/detail.ts';
import { list } from './queries/list.ts';
import { booksPaper, casePaper, registerPaper } from './queries/papers.ts';
import { plans } from './queries/plans.ts';
import type { CaseId } from './store/cases.ts';

const database = await testDatabase();
const day = plainDate;
let world: World;
let hall: MeetingHall;
const secretary = (): Actor => world.branch.as('secretary');
const officer = (): Actor => ({
  ...systemActor(world.founded),
  post: 'officer',
  actingAs: '县委组织部 党务干部',
  permissions: permissionsOf('officer'),
});
const attempt = <T>(work: (write: Write) => Promise<Result<T>>, actor = secretary()) =>
  world.db.write(actor, { commandId: null, action: 'test' }, work);
const goTo = (on: string) => world.clock.set(Date.parse(`${on}T09:00:00+08:00`));
const look = async (caseId: CaseId) => {
  const found = await world.db.read(secretary(), (read) => detail(read, { caseId }));
  if (found === null) throw new Error('out of sight');
  return found;
};

/** A members' meeting held today with everybody there; gives the vote on a person, if one was taken. */
async function hold(
  title: string,
  votes: {
    readonly subject: string;
    readonly for: number;
    readonly method?: 'show_of_hands';
  }[] = [],
): Promise<{ meetingId: Id<'Meeting'>; voteId: string | undefined }> {
  const on = today();
  const { sittingId, meetingIds } = await world.act(secretary(), (write) =>
    addSitting(write, {
      orgId: world.branch.orgId,
      heldOn: on,
      startsAt: '14:00',
      endsAt: '15:00',
      place: '会议室',
      meetings: [hall.wanted('members_meeting')],
    }),
  );
  const [meetingId] = meetingIds;
  if (meetingId === undefined) throw new Error('no meeting');
  await world.act(secretary(), (write) => startSitting(write, { sittingId, basedOn: 1 }));
  const begun = await hall.look(meetingId);
  const marks = begun.roll
    .filter((line) => line.part === 'entitled')
    .map((line) => ({ key: line.key, state: 'present' as const, reason: '', away: [] }));
  await world.act(secretary(), (write) =>
    setPresence(write, { sittingId, basedOn: begun.sittingVersion, marks }),
  );
  const items = [
    item(title, {
      decision: '同意',
      votes: votes.map((vote) => ({
        method: 'paper',
        onPerson: true,
        against: 0,
        abstain: 0,
        recused: 0,
        ...vote,
      })),
    }),
  ];
  const version = (await hall.look(meetingId)).version;
  unwrap(await attempt((write) => saveMinutes(write, hall.minutes(meetingId, version, items))));
  const ready = await hall.look(meetingId);
  unwrap(
    await attempt((write) =>
      finalise(write, {
        meetings: [{ meetingId, basedOn: ready.version }],
        signedFileId: null,
        signedBy: '',
      }),
    ),
  );
  const [held] = await world.db.read(secretary(), (read) =>
    heldMeetings(read, { orgId: world.branch.orgId, from: on, bodies: ['members'], meetingId }),
  );
  return { meetingId, voteId: held?.votes[0]?.voteId };
}

const today = (): PlainDate => {
  const at = new Date(world.clock.now() + 8 * 3_600_000);
  return day(at.toISOString().slice(0, 10));
};

const step = async (
  caseId: CaseId,
  move: Doing['move'],
  told: Doing['told'] = {},
  more: Partial<Doing> = {},
  actor = secretary(),
) => {
  const { version } = await look(caseId);
  return attempt(
    (write) =>
      doStep(write, {
        caseId,
        move,
        on: today(),
        told,
        papers: [],
        reasons: {},
        basedOn: version,
        ...more,
      }),
    actor,
  );
};
const refusal = async (made: Promise<Result<unknown>>): Promise<string> => {
  const result = await made;
  return result.ok ? 'done' : result.refusal.code;
};

const apply = (name: string, on: string, more: object = {}) =>
  attempt((write) =>
    beginCase(write, {
      orgId: world.branch.orgId,
      person: { name, sex: 'female', bornOn: '1998-05-04', ...more },
      mobile: false,
      league: false,
      steps: [{ move: 'apply', on: day(on), told: {} }],
    }),
  );

beforeAll(async () => {
  world = await buildWorld(database.appUrl);
  hall = meetingHall(world);
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
      ...seen.steps.slice(1).map(() => true),
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
    unwrap(
      await attempt((write) =>
        undoStep(write, {
          caseId,
          stepId: again,
          reason: '超过一个月，重新预审',
          basedOn: version,
        }),
      ),
    );
    await step(caseId, 'prereview', { conclusion: 'qualified' }, {}, officer());
    expect(await refusal(step(caseId, 'issue_book', number, {}, officer()))).toBe(
      'admissions.book_number_taken',
    );
    await step(caseId, 'issue_book', { ...number, bookNumber: '2027-002' }, {}, officer());
    await step(caseId, 'fill_form', {}, { papers: ['form'] });
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
    const choice = await world.db.read(secretary(), (read) =>
      meetings(read, { caseId, body: 'members' }),
    );
    expect(choice?.meetings[0]?.votes[0]?.text).toContain('赞成5');
  });
  test('a plan of a year, what is used of it', async () => {
    unwrap(
      await attempt(
        (write) =>
          setPlan(write, {
            orgId: world.branch.orgId,
            year: 2027,
            quota: 2,
            paper: '云委组〔2027〕1号',
          }),
        officer(),
      ),
    );
    const found = await world.db.read(officer(), (read) =>
      plans(read, { orgId: world.founded.orgId, year: 2027 }),
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
