import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays, plainDate as d } from '#kernel/plain-date';
import type { PersonId } from '#kernel/ids';
import { contactsKept } from '../../server/contacts.ts';
import { unwrap } from '#kernel/result';
import { isOpen } from '#engines/obligation';
import { historiesOf, rightsOn } from '#modules/members';
import { beginCase as beginAdmission, doStep as doAdmission } from '#modules/admissions';
import { postsOver } from '#modules/organisations';
import { OBLIGATIONS } from '../../server/modules.ts';
import { testDatabase } from '../../tests/support/database.ts';
import { statusDesk, type StatusDesk } from '../../tests/worlds/status-desk.ts';
import { buildWorld, type World } from '../../tests/worlds/world.ts';
import { recordDeath, takeBackDeath } from './commands/record-death.ts';
import { recordContactFound, recordLostContact, recordSearch } from './commands/search.ts';
import { setSettings } from './commands/set-settings.ts';
import { list } from './queries/list.ts';
import { lost, settings } from './queries/lost.ts';
import { casePaper, lostPaper } from './queries/papers.ts';
import { person } from './queries/person.ts';

const database = await testDatabase();
let world: World;
let desk: StatusDesk;
const someone = (index: number): PersonId => desk.people[index] as PersonId;
const standing = async (personId: PersonId, on: string) =>
  rightsOn(
    (await world.db.read(desk.secretary(), (read) => historiesOf(read, [personId]))).get(personId),
    d(on),
  ).standing;
/** Open duties of the branch in the year around today whose title names somebody. */
const remindersOf = async (name: string, actor = desk.secretary()): Promise<string[]> => {
  const span = { from: addDays(desk.today(), -400), to: addDays(desk.today(), 400) };
  const found: string[] = [];
  for (const source of OBLIGATIONS) {
    const facts = await world.db.read(actor, (read) =>
      source.load(read, [world.branch.orgId], span),
    );
    for (const duty of source.duties(facts, span, desk.today()))
      if (isOpen(duty) && `${duty.title}${duty.reason}`.includes(name)) found.push(duty.kind);
  }
  return [...new Set(found)].toSorted();
};
const line = (personId: PersonId, actor = desk.secretary()) =>
  world.db.read(actor, (read) => person(read, { personId }, contactsKept));

beforeAll(async () => {
  world = await buildWorld(database.appUrl, { size: 7 });
  desk = await statusDesk(world);
});
afterAll(() => world.db.close());

describe('失联', () => {
  test('searched, reminded of, suspended after six months, found again and restored', async () => {
    const personId = someone(5);
    const record = (since: string, on: string) =>
      desk.attempt((write) =>
        recordLostContact(write, { personId, since: d(since), cause: 1, on: d(on) }),
      );
    const { lostId } = unwrap(await record('2026-01-20', '2026-03-01'));
    expect(await desk.refusal(record('2026-01-20', '2026-03-02'))).toBe('status.lost_already');
    const { caseId } = unwrap(await desk.begin(personId, 'suspension'));
    expect(await desk.refusal(desk.step(caseId, 'examine', { ground: 'lost' }))).toBe(
      'status.no_search',
    );
    desk.goTo('2026-06-25');
    const search = (on: string, result: 'nothing' | 'found' = 'nothing') =>
      desk.attempt((write) =>
        recordSearch(write, { lostId, on: d(on), how: 'relatives', searcher: '李秀英', result }),
      );
    unwrap(await search('2026-03-10'));
    unwrap(await search('2026-05-10'));
    expect((await line(personId))?.clock).toBe('失联已满5个月，查找记录2次，2026年7月20日满6个月');
    expect(await remindersOf('杨帆')).toContain('status.lost');
    // Who does not handle cases is told nothing, not even how many.
    const publicity = world.branch.as('publicity_member', someone(3));
    expect((await line(personId, publicity))?.clock).toBeNull();
    expect(await remindersOf('杨帆', publicity)).not.toContain('status.lost');
    expect(await desk.refusal(desk.step(caseId, 'examine', { ground: 'lost' }))).toBe(
      'status.lost_too_short',
    );
    desk.goTo('2026-07-21');
    unwrap(await desk.step(caseId, 'examine', { ground: 'lost' }, { papers: ['search'] }));
    const decided = await desk.hold('讨论停止党籍');
    unwrap(await desk.step(caseId, 'decide', {}, { meetingId: decided.meetingId }));
    expect(await standing(personId, '2026-07-20')).toBe('full');
    expect(await standing(personId, '2026-07-21')).toBe('suspended');
    // Two years later striking is due, unless somebody was found.
    desk.goTo('2028-07-10');
    expect(await remindersOf('杨帆')).toContain('status.strike');
    const strike = unwrap(await desk.begin(personId, 'own_act'));
    const opened = await desk.committee('研究启动');
    expect(
      await desk.refusal(
        desk.step(strike.caseId, 'propose', { clause: '第九条' }, { meetingId: opened }),
      ),
    ).toBe('status.strike_too_early');
    unwrap(await desk.step(strike.caseId, 'drop'));
    unwrap(await desk.attempt((write) => recordContactFound(write, { lostId, on: desk.today() })));
    const back = unwrap(await desk.begin(personId, 'restoration'));
    unwrap(await desk.step(back.caseId, 'ask_back', { foundOn: desk.today() }));
    unwrap(await desk.step(back.caseId, 'opinion', {}, { meetingId: opened }));
    const heard = await desk.hold('讨论恢复党籍');
    unwrap(await desk.step(back.caseId, 'vote', {}, { meetingId: heard.meetingId }));
    unwrap(
      await desk.step(
        back.caseId,
        'approve',
        { paper: '云委〔2028〕7号' },
        { papers: ['reply'] },
        desk.upper(),
      ),
    );
    expect(await standing(personId, '2028-07-10')).toBe('full');
    expect(await desk.refusal(search('2028-07-10'))).toBe('status.found_already');
    const book = await world.db.read(desk.secretary(), (read) =>
      lost(read, { orgId: world.branch.orgId, all: true }),
    );
    expect(book?.rows[0]).toMatchObject({ name: '杨帆', foundOn: '2028-07-10' });
    expect(book?.rows[0]?.searches).toHaveLength(2);
    // A later loss does not reach back over the day of finding.
    desk.goTo('2028-08-01');
    expect(await desk.refusal(record('2028-07-01', '2028-07-30'))).toBe('status.lost_before_found');
  });
});

describe('去世', () => {
  test('every reminder and case of the person stops that day; taken back, all goes on', async () => {
    const personId = someone(6);
    const day = desk.today();
    unwrap(
      await desk.attempt((write) =>
        recordLostContact(write, {
          personId,
          since: d('2028-03-01'),
          cause: 6,
          on: d('2028-06-01'),
        }),
      ),
    );
    unwrap(await desk.begin(personId, 'correction'));
    await world.act(desk.system, async (write) => {
      const { insertPost } = await import('#modules/organisations');
      const postId = await insertPost(
        write,
        { orgId: world.branch.orgId, orgPath: world.branch.path },
        d('2028-01-01'),
        {
          personId,
          kind: 'publicity_member',
          duties: '',
          wayIn: 'election',
          termEndsOn: null,
          approvedOn: null,
          approvalPaper: '',
        },
      );
      return { ok: true, value: postId };
    });
    expect(await remindersOf('赵敏')).toEqual(expect.arrayContaining(['status.lost']));
    const cases = async () =>
      (
        await world.db.read(desk.secretary(), (read) =>
          list(read, { orgId: world.branch.orgId, q: '赵敏' }),
        )
      )?.rows.map((row) => [row.stateName, row.ended]);
    expect(await cases()).toEqual([['尚未办理', false]]);
    unwrap(
      await desk.attempt(
        (write) => recordDeath(write, { personId, on: day, paper: '' }),
        desk.clerk(),
      ),
    );
    expect(await remindersOf('赵敏')).toEqual([]);
    expect(await cases()).toEqual([['已终止（不在党员名册）', true]]);
    const posts = (on: string) =>
      world.db.read(desk.secretary(), async (read) =>
        (await postsOver(read, [world.branch.orgId], d(on), d(on))).filter(
          (post) => post.personId === personId,
        ),
      );
    expect(await posts(day)).toEqual([]);
    expect((await line(personId))?.can['takeBackDeath']).toBe(true);
    unwrap(await desk.attempt((write) => takeBackDeath(write, { personId, on: day })));
    expect(await standing(personId, day)).toBe('full');
    expect(await cases()).toEqual([['尚未办理', false]]);
    expect(await posts(day)).toHaveLength(1);
    expect(await remindersOf('赵敏')).toContain('status.lost');
    expect(
      await desk.refusal(desk.attempt((write) => takeBackDeath(write, { personId, on: day }))),
    ).toBe('members.ending_not_last');
  });

  test('an admission under way reminds nobody of somebody who died', async () => {
    const personId = someone(4);
    const { caseId } = unwrap(
      await desk.attempt((write) =>
        beginAdmission(write, {
          orgId: world.branch.orgId,
          person: { personId },
          mobile: false,
          league: false,
          steps: [{ move: 'apply', on: addDays(desk.today(), -10), told: {} }],
        }),
      ),
    );
    expect(await remindersOf('陈静')).toContain('admissions.talk');
    unwrap(
      await desk.attempt((write) => recordDeath(write, { personId, on: desk.today(), paper: '' })),
    );
    expect(await remindersOf('陈静')).toEqual([]);
    const found = await desk.look(caseId);
    expect(found).toMatchObject({ stateName: '已去世', next: '', overdue: false });
    const talk = desk.attempt((write) =>
      doAdmission(write, {
        caseId,
        move: 'first_talk',
        on: desk.today(),
        told: { talker: '王建国' },
        papers: [],
        reasons: {},
        basedOn: found.version,
      }),
    );
    expect(await desk.refusal(talk)).toBe('admissions.person_died');
  });
});

describe('papers and settings', () => {
  test('the sheet of a case, a letter once something is decided, the book of the lost', async () => {
    const { caseId } = unwrap(await desk.begin(someone(3), 'withdrawal'));
    const paper = (kind: 'sheet' | 'resolution' | 'talk' | 'notice') =>
      desk.attempt((write) => casePaper(write, { caseId, kind, format: 'html' }));
    expect(await unwrap(await paper('sheet')).text()).toContain('要求退党呈批表');
    expect(await unwrap(await paper('talk')).text()).toContain('谈话记录');
    expect(await desk.refusal(paper('notice'))).toBe('status.nothing_to_print');
    expect(await desk.refusal(desk.step(caseId, 'request'))).toBe('procedure.paper_missing');
    unwrap(await desk.step(caseId, 'request', {}, { papers: ['request'] }));
    const { meetingId } = await desk.hold('讨论退党');
    unwrap(await desk.step(caseId, 'announce_withdrawal', {}, { meetingId }));
    expect(await standing(someone(3), desk.today())).toBe('gone');
    unwrap(await desk.step(caseId, 'file_upward', { paper: '云发改支〔2028〕2号' }));
    expect(await desk.seen(caseId)).toMatchObject({ stateName: '已备案', ended: true });
    expect(await unwrap(await paper('notice')).text()).toContain('决定：要求退党');
    expect(await unwrap(await paper('resolution')).text()).toContain('决议');
    // Each view of a case is in the log, without a name.
    const views = await world.db.read(desk.secretary(), (read) =>
      read.db
        .selectFrom('audit_entry')
        .select(['action', 'for_person_id'])
        .where('object_id', '=', caseId)
        .where('action', '=', 'status.view')
        .execute(),
    );
    expect(views).toHaveLength(4);
    expect(views.every((view) => view.for_person_id === null)).toBe(true);
    const book = await world.db.read(desk.secretary(), (read) =>
      lostPaper(read, { orgId: world.branch.orgId, format: 'html' }),
    );
    expect(await unwrap(book).text()).toContain('失联党员台账');
  });

  test('terms the rules leave open are fixed by a committee and hold below', async () => {
    const given = {
      rejoinYears: 3,
      correctMonths: 4,
      warningMonths: 12,
      seriousMonths: 18,
      removalMonths: 24,
      probationMonths: 12,
      from: desk.today(),
    };
    const below = { orgId: world.branch.orgId };
    expect(
      await desk.refusal(desk.attempt((write) => setSettings(write, { ...given, ...below }))),
    ).toBe('status.fixed_above');
    unwrap(
      await desk.attempt(
        (write) => setSettings(write, { ...given, orgId: world.founded.orgId }),
        desk.system,
      ),
    );
    const found = await world.db.read(desk.secretary(), (read) => settings(read, below));
    expect(found).toMatchObject({ rejoinYears: 3, correctMonths: 4 });
  });
});
