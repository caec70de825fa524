import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { plainDate as d } from '#kernel/plain-date';
import type { PersonId } from '#kernel/ids';
import { contactsKept } from '../../server/contacts.ts';
import { unwrap } from '#kernel/result';
import { historiesOf, rightsOn } from '#modules/members';
import { testDatabase } from '../../tests/support/database.ts';
import { statusDesk, type StatusDesk } from '../../tests/worlds/status-desk.ts';
import { buildWorld, type World } from '../../tests/worlds/world.ts';
import { takeOver } from './commands/take-over.ts';
import { undoStep } from './commands/undo-step.ts';
import { list } from './queries/list.ts';
import { own, person, rejoinBar } from './queries/person.ts';

const database = await testDatabase();
let world: World;
let desk: StatusDesk;
const someone = (index: number): PersonId => desk.people[index] as PersonId;
const names = ['王建国', '李秀英', '张伟', '刘洋', '陈静', '杨帆', '赵敏'];
const rights = async (personId: PersonId, on: string) =>
  rightsOn(
    (await world.db.read(desk.secretary(), (read) => historiesOf(read, [personId]))).get(personId),
    d(on),
  );

beforeAll(async () => {
  world = await buildWorld(database.appUrl, { size: 7 });
  desk = await statusDesk(world);
});
afterAll(() => world.db.close());

describe('限期改正', () => {
  test('from the proposal to its conclusion; rights stay throughout', async () => {
    const personId = someone(5);
    const { caseId } = unwrap(await desk.begin(personId, 'correction'));
    expect(await desk.refusal(desk.begin(personId, 'striking'))).toBe('status.case_open');
    unwrap(await desk.upToVote(caseId, names[5] ?? '', {}, 6));
    const before = await desk.seen(caseId);
    expect(before?.steps.at(-1)?.vote).toContain('赞成6票');
    // Somebody of the committee above reads the case: approval is entered there.
    expect(
      await desk.refusal(desk.step(caseId, 'approve', { paper: '云委〔2026〕9号', months: 6 })),
    ).toBe('status.step_of_above');
    expect(
      await desk.refusal(
        desk.step(
          caseId,
          'approve',
          { paper: '云委〔2026〕9号', months: 13 },
          { papers: ['reply'] },
          desk.upper(),
        ),
      ),
    ).toBe('status.correction_length');
    unwrap(
      await desk.step(
        caseId,
        'approve',
        { paper: '云委〔2026〕9号', months: 6 },
        { papers: ['reply'] },
        desk.upper(),
      ),
    );
    expect(await desk.seen(caseId)).toMatchObject({
      stateName: '限期改正中',
      until: '2026-09-02',
    });
    expect(await rights(personId, '2026-03-05')).toMatchObject({ vote: true, counts: true });
    const concluded = await desk.hold('讨论认定');
    expect(await desk.refusal(desk.step(caseId, 'conclude_corrected', {}, concluded))).toBe(
      'procedure.step_missing',
    );
    unwrap(await desk.step(caseId, 'help', { measures: ['talk', 'study'] }));
    expect(await desk.refusal(desk.step(caseId, 'conclude_not_corrected', {}, concluded))).toBe(
      'procedure.too_early',
    );
    desk.goTo('2026-09-03');
    const late = await desk.hold('讨论认定');
    unwrap(await desk.step(caseId, 'conclude_corrected', {}, late));
    expect(await desk.seen(caseId)).toMatchObject({ stateName: '已改正', ended: true, nexts: [] });
    // The person reads the conclusion, not the case.
    const me = world.branch.as('member', personId);
    const mine = await world.db.read(me, (read) => own(read));
    expect(mine.outcomes.map((one) => one.conclusion)).toEqual([
      '限期改正，至2026年9月2日',
      '期满，认定已改正',
    ]);
    expect(await desk.seen(caseId, me)).toBeNull();
  });

  test('without a majority of those entitled it goes no further', async () => {
    const { caseId } = unwrap(await desk.begin(someone(6), 'striking'));
    expect(await desk.refusal(desk.upToVote(caseId, names[6] ?? '', {}, 3))).toBe(
      'status.vote_no_majority',
    );
    const lost = await desk.hold('讨论没有通过');
    unwrap(await desk.step(caseId, 'not_passed', {}, lost));
    expect(await desk.seen(caseId)).toMatchObject({ stateName: '不予处理', ended: true });
  });

  test('only article and item, never words about the person', async () => {
    const { caseId } = unwrap(await desk.begin(someone(6), 'correction'));
    const meetingId = await desk.committee('研究启动');
    expect(await desk.refusal(desk.step(caseId, 'propose', {}, { meetingId }))).toBe(
      'status.clause_missing',
    );
    unwrap(await desk.step(caseId, 'propose', { clause: '第六条第（一）项' }, { meetingId }));
    const found = await desk.seen(caseId);
    const stepId = found?.steps[0]?.stepId ?? '';
    unwrap(
      await desk.attempt((write) =>
        undoStep(write, { caseId, stepId, cause: 'wrong_entry', basedOn: found?.version ?? 0 }),
      ),
    );
    expect(await desk.seen(caseId)).toMatchObject({
      stateName: '尚未办理',
      undone: [{ moves: ['支委会提出启动'], cause: 'wrong_entry' }],
    });
    unwrap(await desk.step(caseId, 'drop'));
  });
});

describe('who reads', () => {
  test('handling posts alone; a new one reads from the day of the post on', async () => {
    const { caseId } = unwrap(await desk.begin(someone(5), 'persuasion'));
    const discipline = world.branch.as('discipline_member', someone(1));
    const publicity = world.branch.as('publicity_member', someone(3));
    expect(await desk.seen(caseId, discipline)).not.toBeNull();
    expect(await desk.seen(caseId, publicity)).toBeNull();
    expect(await desk.seen(caseId, desk.clerk())).toBeNull();
    expect(await desk.seen(caseId, world.other.as('secretary', world.other.people[1]))).toBeNull();
    const seen = await desk.seen(caseId);
    expect(seen?.readers).toEqual(expect.arrayContaining(['王建国', '李秀英', '张伟']));
    // Who handles nothing opens nothing.
    expect(await desk.refusal(desk.begin(someone(4), 'correction', desk.clerk()))).toBe(
      'status.not_handler',
    );
    const listed = await world.db.read(publicity, (read) =>
      list(read, { orgId: world.branch.orgId }),
    );
    expect(listed?.rows).toEqual([]);
    await world.act(desk.system, async (write) => {
      const { insertPost } = await import('#modules/organisations');
      const postId = await insertPost(
        write,
        { orgId: world.branch.orgId, orgPath: world.branch.path },
        d('2026-09-01'),
        {
          personId: someone(3),
          kind: 'acting_secretary',
          duties: '',
          wayIn: 'interim',
          termEndsOn: null,
          approvedOn: null,
          approvalPaper: '',
        },
      );
      return { ok: true, value: postId };
    });
    const acting = world.branch.as('acting_secretary', someone(3));
    expect(await desk.seen(caseId, acting)).not.toBeNull();
    unwrap(await desk.step(caseId, 'drop'));
  });
});

describe('what each does to rights', () => {
  test('留党察看: no vote until restored; the roll and the base follow', async () => {
    const personId = someone(4);
    const { caseId } = unwrap(await desk.begin(personId, 'discipline'));
    unwrap(
      await desk.step(
        caseId,
        'record',
        {
          clause: '第八条第（四）项',
          sanction: 'probation',
          until: d('2027-09-03'),
          organ: '县纪委',
          paper: '云纪〔2026〕8号',
        },
        { papers: ['decision'] },
      ),
    );
    expect(await rights(personId, '2026-09-02')).toMatchObject({ vote: true });
    expect(await rights(personId, '2026-09-03')).toMatchObject({
      vote: false,
      elect: false,
      stand: false,
      introduce: 'no',
    });
    const { voteId, meetingId } = await desk.hold('表决', [{ subject: '接收某同志', for: 6 }]);
    expect(voteId).toBeDefined();
    const held = await world.db.read(desk.secretary(), async (read) => {
      const { heldMeetings } = await import('#modules/meetings');
      return heldMeetings(read, {
        orgId: world.branch.orgId,
        from: d('2026-09-01'),
        bodies: ['members'],
        meetingId,
      });
    });
    expect(held[0]?.votes[0]).toMatchObject({ entitled: 6 });
    expect(await desk.refusal(desk.step(caseId, 'effect_over'))).toBe('status.rights_to_restore');
    desk.goTo('2027-09-06');
    const restored = await desk.hold('讨论恢复党员权利');
    unwrap(await desk.step(caseId, 'restore_rights', { paper: '支部决议' }, restored));
    expect(await rights(personId, '2027-09-05')).toMatchObject({ vote: false });
    expect(await rights(personId, '2027-09-06')).toMatchObject({ vote: true });
    // The same matter is not handled again; another one may be.
    const again = unwrap(await desk.begin(personId, 'correction'));
    const meetingId2 = await desk.committee('研究启动');
    const told = { clause: '第六条第（三）项' };
    expect(
      await desk.refusal(desk.step(again.caseId, 'propose', told, { meetingId: meetingId2 })),
    ).toBe('status.disciplined_already');
    unwrap(
      await desk.step(
        again.caseId,
        'propose',
        { ...told, otherMatter: true },
        { meetingId: meetingId2 },
      ),
    );
    unwrap(await desk.step(again.caseId, 'drop'));
  });

  test('除名 by own act: noted, educated, voted, approved; then gone, and barred from joining anew', async () => {
    const personId = someone(6);
    const { caseId } = unwrap(await desk.begin(personId, 'own_act'));
    expect(await desk.refusal(desk.upToVote(caseId, names[6] ?? '', {}, 5))).toBe(
      'status.reason_not_noted',
    );
    unwrap(
      await desk.upToVote(
        caseId,
        names[6] ?? '',
        { noProperReason: true, educatedOn: d('2027-06-01') },
        5,
      ),
    );
    unwrap(
      await desk.step(
        caseId,
        'approve',
        { paper: '云委〔2027〕5号' },
        { papers: ['reply'] },
        desk.upper(),
      ),
    );
    expect(await rights(personId, '2027-09-06')).toMatchObject({ standing: 'gone' });
    const found = await desk.seen(caseId);
    expect(found).toMatchObject({ stateName: '已批准除名（待宣布）', ended: false });
    unwrap(await desk.step(caseId, 'announce', {}, { papers: ['notice'] }));
    const bar = await world.db.read(desk.secretary(), (read) =>
      rejoinBar(read, personId, d('2028-01-01')),
    );
    expect(bar).toMatchObject({ way: '自行脱党除名', until: '2032-09-06' });
    expect(
      await world.db.read(desk.secretary(), (read) => rejoinBar(read, personId, d('2033-01-01'))),
    ).toBeNull();
    const line = await world.db.read(desk.secretary(), (read) =>
      person(read, { personId }, contactsKept),
    );
    expect(line).toMatchObject({ standing: 'gone', rights: '不是在册党员', clock: null });
  });

  test('据纸质材料: what was decided before has its effect, and nothing else is asked', async () => {
    const personId = someone(5);
    unwrap(
      await desk.attempt((write) =>
        takeOver(write, {
          personId,
          kind: 'discipline',
          on: d('2027-01-10'),
          paper: '云纪〔2027〕1号',
          sanction: 'warning',
          organ: '县纪委',
          until: d('2028-01-10'),
        }),
      ),
    );
    expect(await rights(personId, '2027-06-01')).toMatchObject({
      vote: true,
      introduce: 'unsuitable',
    });
    expect(
      await desk.refusal(
        desk.attempt((write) =>
          takeOver(write, {
            personId,
            kind: 'withdrawal',
            on: d('2029-01-10'),
            paper: '决议',
          }),
        ),
      ),
    ).toBe('status.day_to_come');
  });
});
