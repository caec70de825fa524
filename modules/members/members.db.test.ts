import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '#kernel/clock';
import type { PersonId } from '#kernel/ids';
import { plainDate } from '#kernel/plain-date';
import type { Actor, Write } from '#platform/db';
import { ok, type Result } from '#kernel/result';
import { insertPost, postsOver } from '#modules/organisations';
import { testDatabase } from '../../tests/support/database.ts';
import { buildWorld, type World } from '../../tests/worlds/world.ts';
import { answerRequest, askCorrection } from './commands/ask-correction.ts';
import { attach } from './commands/attach.ts';
import { changeMember, correctMember } from './commands/change-member.ts';
import { endMembership } from './commands/end-membership.ts';
import { enterMember } from './commands/enter-member.ts';
import { exportRoster } from './commands/export-roster.ts';
import { mergePeople, unmergePeople } from './commands/merge-people.ts';
import { moveMembership } from './commands/move-membership.ts';
import { recordHardship } from './commands/record-hardship.ts';
import { regularise } from './commands/regularise.ts';
import { reveal, setSecrets } from './commands/set-secrets.ts';
import { memberIndicators } from './indicators.ts';
import { file } from './queries/file.ts';
import { duplicates, fiftyYears, hardships, quality } from './queries/lists.ts';
import { movement, movementPeople } from './queries/movement.ts';
import { mine, requests } from './queries/requests.ts';
import { roster } from './queries/roster.ts';
import { attachedOn } from './store/attached.ts';
import { namesOf } from './store/sight.ts';

const database = await testDatabase();
let world: World;
const d = plainDate;
const NUMBER = '11010519491231002X';
const OTHER_NUMBER = '110101198502031231';
const PAGE = { q: '', page: 1, pageSize: 50 };

const person = (index: number): PersonId => {
  const found = world.branch.people[index];
  if (found === undefined) throw new Error(`no person ${index}`);
  return found;
};
const secretary = (): Actor => world.branch.as('secretary');
/** Whoever stands above both branches. */
const officer = (): Actor => ({
  ...world.branch.as('officer'),
  orgId: world.founded.orgId,
  place: world.founded.path,
  scope: world.founded.path,
});
const tries = <T>(actor: Actor, work: (write: Write) => Promise<Result<T>>): Promise<Result<T>> =>
  world.db.write(actor, { commandId: null, action: 't' }, work);
/** One act, a second after the one before. */
const act = <T>(actor: Actor, work: (write: Write) => Promise<Result<T>>): Promise<T> => {
  world.clock.advance(1_000);
  return world.act(actor, work);
};
const fileOf = (actor: Actor, personId: PersonId) =>
  world.db.read(actor, (read) => file(read, { personId }));
const rosterOf = (actor: Actor, filter: object = {}) =>
  world.db.read(actor, (read) => roster(read, { ...PAGE, ...filter }));
const enter = (name: string, more: object = {}) =>
  act(secretary(), (write) =>
    enterMember(write, {
      orgId: world.branch.orgId,
      name,
      category: 'full',
      sex: 'female',
      bornOn: '1985-02',
      joinedOn: '2010-07-01',
      regularisedOn: '2011-07-01',
      from: d('2025-01-01'),
      ...more,
    }),
  );

beforeAll(async () => {
  world = await buildWorld(database.appUrl);
});
afterAll(() => world.db.close());

describe('a file and its history', () => {
  test('a change is true from a day, what stood before stays', async () => {
    const before = await fileOf(secretary(), person(0));
    const basedOn = before?.basedOn ?? '';
    await act(secretary(), (write) =>
      changeMember(
        write,
        person(0),
        d('2026-01-01'),
        { job: '副科长', education: 'university' },
        { basedOn },
      ),
    );
    const after = await fileOf(secretary(), person(0));
    expect(after?.fields.find((one) => one.field === 'job')?.text).toBe('副科长');
    expect(after?.history[0]).toMatchObject({ kind: 'changed', trueFrom: '2026-01-01' });
    expect(after?.history[0]?.lines).toEqual([
      { field: 'education', label: '学历', old: '', next: '大学' },
      { field: 'job', label: '职务', old: '', next: '副科长' },
    ]);
    expect(after?.history.at(-1)?.kind).toBe('entered');
    const old = await rosterOf(secretary(), { asOf: d('2025-06-01') });
    expect(old?.rows.find((row) => row.personId === person(0))?.job).toBeNull();
  });

  test('two editors: the second finds out', async () => {
    const basedOn = (await fileOf(secretary(), person(1)))?.basedOn ?? '';
    const edit = (job: string) =>
      tries(secretary(), (write) =>
        changeMember(write, person(1), d('2026-02-01'), { job }, { basedOn }),
      );
    const results = await Promise.all([edit('科长'), edit('主任')]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(results.find((result) => !result.ok)).toMatchObject({
      refusal: { code: 'common.changed_meanwhile' },
    });
  });

  test('a correction replaces the whole row, names its reason and stays visible', async () => {
    const basedOn = (await fileOf(secretary(), person(2)))?.basedOn ?? '';
    await act(secretary(), (write) =>
      correctMember(write, person(2), { bornOn: '1980-05-05' }, { basedOn, reason: '与档案核对' }),
    );
    const after = await fileOf(secretary(), person(2));
    expect(after?.history[0]).toMatchObject({
      kind: 'corrected',
      reason: '与档案核对',
      trueFrom: '2025-01-01',
      lines: [{ old: '1980年5月4日', next: '1980年5月5日' }],
    });
  });

  test('days out of order, days to come and unknown codes are refused', async () => {
    const change = (from: string, changes: object) =>
      tries(secretary(), (write) => changeMember(write, person(3), d(from), changes));
    expect(await change('2026-01-01', { joinedOn: '1970-01-01' })).toMatchObject({
      refusal: { code: 'members.dates_out_of_order' },
    });
    expect(await change('2026-03-03', { job: '科长' })).toMatchObject({
      refusal: { code: 'members.day_to_come' },
    });
    expect(await change('2026-01-01', { ethnic: '火星' })).toMatchObject({
      refusal: { code: 'members.code_unknown' },
    });
    expect(await change('2020-01-01', { job: '科长' })).toMatchObject({
      refusal: { code: 'members.before_entry' },
    });
  });
});

describe('identity numbers', () => {
  test('stand encrypted, are found by their last four, and open with a logged reason only', async () => {
    const { personId } = await enter('孙桂兰', { idNumber: NUMBER, phone: '138 0013 8000' });
    const shown = await fileOf(secretary(), personId);
    expect(shown).toMatchObject({ idNumber: '110105********002X', phone: '138****8000' });
    expect((await rosterOf(secretary(), { q: '002x' }))?.rows.map((row) => row.name)).toEqual([
      '孙桂兰',
    ]);
    expect((await rosterOf(secretary(), { q: '8000' }))?.total).toBe(1);
    const opened = await act(secretary(), (write) =>
      reveal(write, { personId, reason: '办理组织关系介绍信' }),
    );
    expect(opened.idNumber).toBe(NUMBER);
    const kept = await world.db.read(secretary(), (read) =>
      read.db.selectFrom('person_secret').selectAll().where('person_id', '=', personId).execute(),
    );
    expect(JSON.stringify(kept)).not.toContain(NUMBER);
    const log = await world.db.read(secretary(), (read) =>
      read.db.selectFrom('audit_entry').selectAll().where('object_id', '=', personId).execute(),
    );
    expect(log.find((one) => one.action === 'members.reveal')?.reason).toBe('办理组织关系介绍信');
    expect(JSON.stringify(log)).not.toContain(NUMBER);
  });

  test('a number stands in one roster; the refusal names no other organisation', async () => {
    const again = await tries(world.other.as('secretary'), (write) =>
      enterMember(write, {
        orgId: world.other.orgId,
        name: '孙桂兰',
        category: 'full',
        from: d('2026-01-01'),
        idNumber: NUMBER,
      }),
    );
    expect(again).toMatchObject({
      refusal: { code: 'members.already_in_a_roster', params: {} },
    });
  });

  test('a wrong number and a stale version are refused', async () => {
    const set = (idNumber: string, basedOn: number) =>
      tries(secretary(), (write) => setSecrets(write, { personId: person(4), idNumber, basedOn }));
    expect(await set('110105194912310021', 1)).toMatchObject({
      refusal: { code: 'members.identity_checksum' },
    });
    expect(await set(NUMBER, 1)).toMatchObject({ refusal: { code: 'members.identity_used' } });
    expect((await set(OTHER_NUMBER, 1)).ok).toBe(true);
    expect(await set('', 1)).toMatchObject({ refusal: { code: 'common.changed_meanwhile' } });
  });

  test('an export masks them, opens them for a reason, and is logged', async () => {
    const book = (actor: Actor, secrets: 'masked' | 'full', reason: string) =>
      tries(actor, (write) =>
        exportRoster(write, { q: '', columns: 'name,idNumber', secrets, reason }),
      );
    expect(await book(secretary(), 'full', '')).toMatchObject({
      refusal: { code: 'members.reason_needed' },
    });
    expect(await book(world.branch.as('clerk'), 'full', '核对')).toMatchObject({
      refusal: { code: 'common.not_allowed' },
    });
    expect((await book(secretary(), 'masked', '')).ok).toBe(true);
    const log = await world.db.read(secretary(), (read) =>
      read.db
        .selectFrom('audit_entry')
        .select('fields')
        .where('action', '=', 'members.export')
        .execute(),
    );
    expect(log).toHaveLength(1);
  });
});

describe('membership', () => {
  test('转正 only after the probation; then full with the day in the file', async () => {
    const { personId } = await enter('周小川', {
      category: 'probationary',
      joinedOn: '2025-02-10',
      regularisedOn: null,
      from: d('2025-02-10'),
      wayIn: 'admitted',
    });
    const on = (day: string) =>
      tries(secretary(), (write) => regularise(write, { personId, on: d(day), paper: '' }));
    expect(await on('2026-02-09')).toMatchObject({
      refusal: { code: 'members.probation_not_over' },
    });
    expect((await on('2026-02-10')).ok).toBe(true);
    expect(await fileOf(secretary(), personId)).toMatchObject({
      category: 'full',
      standing: { from: '2026-02-10' },
    });
  });

  test('a death ends membership and attachments that day, and nobody is deleted', async () => {
    const { personId } = await enter('陈老');
    await act(officer(), (write) =>
      attach(write, {
        personId,
        kind: 'secondment',
        hostOrgId: world.other.orgId,
        hostName: '',
        duty: '',
        paper: '',
        from: d('2025-05-01'),
      }),
    );
    const guests = (day: string) =>
      world.db.read(world.other.as('secretary'), (read) =>
        attachedOn(read, world.other.orgId, d(day)),
      );
    expect((await guests('2026-01-05')).map((one) => one.name)).toEqual(['陈老']);
    await act(secretary(), (write) =>
      endMembership(write, { personId, on: d('2026-01-05'), way: 'died', paper: '', to: '' }),
    );
    expect(await guests('2026-01-05')).toEqual([]);
    expect((await rosterOf(secretary(), { q: '陈老' }))?.total).toBe(0);
    expect(await fileOf(secretary(), personId)).toMatchObject({ name: '陈老', category: null });
    const back = await tries(secretary(), (write) =>
      endMembership(write, { personId, on: d('2026-02-01'), way: 'other_out', paper: '', to: '' }),
    );
    expect(back).toMatchObject({ refusal: { code: 'members.not_in_roster' } });
  });

  test('who leaves holds no post any more', async () => {
    const { personId } = await enter('冯职');
    await act(officer(), async (write) => {
      await insertPost(
        write,
        { orgId: world.branch.orgId, orgPath: world.branch.path },
        d('2025-06-01'),
        {
          personId,
          kind: 'publicity_member',
          duties: '',
          wayIn: 'election',
          termEndsOn: null,
          approvedOn: null,
          approvalPaper: '',
          personName: '冯职',
        },
      );
      return ok(null);
    });
    const posts = (day: string) =>
      world.db.read(secretary(), async (read) =>
        (await postsOver(read, [world.branch.orgId], d(day), d(day))).filter(
          (post) => post.personId === personId,
        ),
      );
    expect(await posts('2026-02-02')).toHaveLength(1);
    await act(secretary(), (write) =>
      endMembership(write, { personId, on: d('2026-02-02'), way: 'died', paper: '', to: '' }),
    );
    expect(await posts('2026-02-02')).toEqual([]);
    expect(await posts('2026-02-01')).toHaveLength(1);
  });

  test('the file travels: the new branch reads all, the old one its own period', async () => {
    const { personId } = await enter('马兰', { job: '出纳' });
    await act(officer(), (write) =>
      moveMembership(write, {
        personId,
        toOrgId: world.other.orgId,
        on: d('2026-03-02'),
        paper: '介绍信1号',
      }),
    );
    const newHome = world.other.as('secretary');
    await act(newHome, (write) => changeMember(write, personId, d('2026-03-02'), { job: '会计' }));
    const there = await fileOf(newHome, personId);
    expect(there?.stays.map((stay) => stay.wayOut ?? stay.wayIn)).toEqual([
      '组织关系转出',
      '组织关系转入',
    ]);
    expect(there?.fields.find((one) => one.field === 'job')?.text).toBe('会计');
    const left = await fileOf(secretary(), personId);
    expect(left?.fields.find((one) => one.field === 'job')?.text).toBe('出纳');
    expect(left?.idNumber).toBeNull();
    expect(
      await tries(secretary(), (write) =>
        changeMember(write, personId, d('2026-03-02'), { job: '科长' }),
      ),
    ).toMatchObject({ ok: false });
    const named = await world.db.read(secretary(), (read) => namesOf(read, [personId]));
    expect(named.get(personId)).toBe('马兰');
    expect((await rosterOf(newHome, { asOf: d('2026-01-15'), q: '马兰' }))?.total).toBe(0);
    expect(
      (await rosterOf(secretary(), { asOf: d('2026-01-15') }))?.rows.map((r) => r.name),
    ).toContain('马兰');
  });

  test('who left every roster comes back to the same file', async () => {
    const idNumber = '110101199003070011';
    const { personId } = await enter('何归', { idNumber });
    await act(secretary(), (write) =>
      endMembership(write, {
        personId,
        on: d('2025-09-01'),
        way: 'transferred_out',
        paper: '',
        to: '外县',
      }),
    );
    const back = await act(world.other.as('secretary'), (write) =>
      enterMember(write, {
        orgId: world.other.orgId,
        name: '何归',
        category: 'full',
        wayIn: 'transferred_in',
        from: d('2026-01-10'),
        idNumber,
        job: '干事',
      }),
    );
    expect(back.personId).toBe(personId);
    const there = await fileOf(world.other.as('secretary'), personId);
    expect(there?.fields.find((one) => one.field === 'job')?.text).toBe('干事');
    expect(there?.stays).toHaveLength(2);
  });
});

describe('增减变动', () => {
  const table = (from: string, to: string, orgId = world.branch.orgId) =>
    world.db.read(secretary(), (read) => movement(read, { orgId, from: d(from), to: d(to) }));

  test('opening + increases − decreases = closing; a number opens its names', async () => {
    const found = await table('2025-01-02', '2026-03-02');
    if (found === null) throw new Error('no table');
    const sum = (lines: readonly { count: number }[]) =>
      lines.reduce((all, line) => all + line.count, 0);
    expect(found.opening + sum(found.increases) - sum(found.decreases)).toBe(found.closing);
    expect(found.closing).toBe((await rosterOf(secretary()))?.total);
    expect(found.regularised).toBe(1);
    const dead = await world.db.read(secretary(), (read) =>
      movementPeople(read, {
        orgId: world.branch.orgId,
        from: d('2025-01-02'),
        to: d('2026-03-02'),
        line: 'died',
      }),
    );
    expect(dead?.people).toMatchObject([{ name: '陈老', on: '2026-01-05' }]);
  });

  test('a branch sees no table of another', async () => {
    expect(await table('2026-01-01', '2026-03-02', world.other.orgId)).toBeNull();
  });

  test('figures: an entry after the instant does not count', async () => {
    const total = memberIndicators.find((one) => one.id === 'members.total');
    const increase = memberIndicators.find((one) => one.id === 'members.increase');
    if (total === undefined || increase === undefined) throw new Error('no indicator');
    const knownAt = new Date(world.clock.now());
    const at = (instant: Date) => ({
      from: d('2026-03-01'),
      to: d('2026-03-02'),
      knownAt: instant,
    });
    const figure = (one: typeof total, instant: Date) =>
      world.db.read(secretary(), async (read) => {
        const all = await one.figures(read, at(instant));
        const rows = await one.rows(read, at(instant), [world.branch.orgId]);
        const value = all.find((line) => line.orgId === world.branch.orgId)?.value ?? 0;
        expect(rows.reduce((sum, row) => sum + row.adds, 0)).toBe(value);
        return value;
      });
    const before = await figure(total, knownAt);
    world.clock.advance(1_000);
    await enter('后来', { from: d('2026-03-01'), wayIn: 'admitted' });
    expect(await figure(total, knownAt)).toBe(before);
    expect(await figure(increase, knownAt)).toBe(0);
    const now = new Date(world.clock.now());
    expect(await figure(total, now)).toBe(before + 1);
    expect(await figure(increase, now)).toBe(1);
  });

  test.each(memberIndicators.map((one) => [one.id, one] as const))(
    '%s: the sum of its rows is its value',
    async (_, one) => {
      const period = {
        from: d('2025-01-01'),
        to: d('2026-03-02'),
        knownAt: new Date(world.clock.now()),
      };
      await world.db.read(officer(), async (read) => {
        for (const line of await one.figures(read, period)) {
          const rows = await one.rows(read, period, [line.orgId]);
          expect(rows).toHaveLength(line.value);
        }
      });
    },
  );
});

describe('lists', () => {
  test('search by pinyin and initials, filters and counts', async () => {
    const find = async (filter: object) =>
      (await rosterOf(secretary(), filter))?.rows.map((row) => row.name);
    expect(await find({ q: 'wangjianguo' })).toEqual(['王建国']);
    expect(await find({ q: 'wjg' })).toEqual(['王建国']);
    expect(await find({ q: '秀英' })).toEqual(['李秀英']);
    expect(await find({ education: 'university' })).toEqual(['王建国']);
    expect(await find({ ageFrom: 40, ageTo: 41, sex: 'female' })).toContain('孙桂兰');
  });

  test('50 years by 1 July, with the correction of the standing', async () => {
    await enter('吴满', { bornOn: '1950', joinedOn: '1975-06', regularisedOn: '1976-06-30' });
    await enter('吴迟', { bornOn: '1950', joinedOn: '1975-06', regularisedOn: '1976-07-02' });
    await enter('吴正', {
      bornOn: '1950',
      joinedOn: '1975-06',
      regularisedOn: '1976-12-31',
      correction: 6,
    });
    const list = await world.db.read(secretary(), (read) => fiftyYears(read, { year: 2026 }));
    expect(list?.people.filter((one) => one.group === 'reaching').map((one) => one.name)).toEqual([
      '吴满',
      '吴正',
    ]);
  });

  test('data quality: the heaviest first', async () => {
    const list = await world.db.read(secretary(), (read) => quality(read, PAGE));
    expect(list?.total).toBeGreaterThan(0);
    const order = list?.kinds.map((kind) => kind.key) ?? [];
    const places = list?.rows.map((row) => order.indexOf(row.breaks)) ?? [];
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  test('hardship is seen by the named readers only', async () => {
    const me = world.branch.as('secretary', person(0));
    await act(me, (write) =>
      recordHardship(write, {
        personId: person(3),
        kind: 'ill',
        situation: '长期住院',
        help: '',
        from: d('2026-02-01'),
        readers: [],
      }),
    );
    const seen = (actor: Actor) => world.db.read(actor, (read) => hardships(read, {}));
    expect((await seen(me))?.people.map((one) => one.situation)).toEqual(['长期住院']);
    expect((await seen(world.branch.as('organisation_member', person(1))))?.people).toEqual([]);
    expect((await seen({ ...officer(), personId: person(1) }))?.people).toEqual([]);
    expect(
      await tries({ ...officer(), personId: null }, (write) =>
        recordHardship(write, {
          personId: person(3),
          kind: 'ill',
          situation: '住院',
          help: '',
          from: d('2026-02-01'),
          readers: [],
        }),
      ),
    ).toMatchObject({ refusal: { code: 'members.hardship_needs_person' } });
  });
});

describe('duplicates', () => {
  test('are found, merged into one, and taken apart again', async () => {
    const a = await enter('郑双', { bornOn: '1979-03-03', joinedOn: '2001-07-01' });
    const b = await enter('郑双', {
      bornOn: '1979-03-03',
      joinedOn: '2001-07-01',
      phone: '13900139000',
    });
    const pairs = await world.db.read(secretary(), (read) => duplicates(read, {}));
    expect(pairs?.pairs.some((pair) => pair.a.name === '郑双')).toBe(true);
    const total = async () => (await rosterOf(secretary(), { q: '郑双' }))?.total;
    expect(await total()).toBe(2);
    const { mergeId } = await act(secretary(), (write) =>
      mergePeople(write, { keptId: a.personId, aliasId: b.personId, reason: '重复登记' }),
    );
    expect(await total()).toBe(1);
    expect((await fileOf(secretary(), a.personId))?.phone).toBe('139****9000');
    const merged = await world.db.read(secretary(), (read) => duplicates(read, {}));
    expect(merged?.merged).toMatchObject([{ reason: '重复登记', kept: { name: '郑双' } }]);
    await act(secretary(), (write) => unmergePeople(write, { mergeId, reason: '是两个人' }));
    expect(await total()).toBe(2);
    expect((await fileOf(secretary(), b.personId))?.phone).toBe('139****9000');
    expect((await fileOf(secretary(), a.personId))?.phone).toBeNull();
  });

  test('two numbers are two people', async () => {
    const ids = await world.db.read(secretary(), (read) => roster(read, { ...PAGE, q: '002X' }));
    const keptId = ids?.rows[0]?.personId as PersonId;
    const result = await tries(secretary(), (write) =>
      mergePeople(write, { keptId, aliasId: person(4), reason: '试' }),
    );
    expect(result).toMatchObject({ refusal: { code: 'members.merge_numbers_differ' } });
  });
});

describe('a member', () => {
  const member = () => world.branch.as('member', person(1));

  test('sees the own file, nobody else’s', async () => {
    const own = await world.db.read(member(), mine);
    expect(own?.file).toMatchObject({ personId: person(1), name: '李秀英' });
    expect(own?.file.fields.every((one) => one.can !== true)).toBe(true);
    expect(await fileOf(member(), person(2))).toBeNull();
    expect((await rosterOf(member()))?.rows).toEqual([]);
  });

  test('asks for a correction, which the secretary accepts as a dated change', async () => {
    const { requestId } = await act(member(), (write) =>
      askCorrection(write, {
        field: 'address',
        value: '新城路8号',
        trueFrom: d('2026-02-20'),
        reason: '搬家',
      }),
    );
    const list = await world.db.read(secretary(), (read) =>
      requests(read, { state: 'open', page: 1, pageSize: 10 }),
    );
    expect(list.rows).toMatchObject([{ name: '李秀英', label: '现居住地', next: '新城路8号' }]);
    const answer = (accept: boolean, text: string) =>
      tries(secretary(), (write) =>
        answerRequest(write, { requestId, basedOn: 1, accept, answer: text }),
      );
    expect(await answer(false, '')).toMatchObject({ refusal: { code: 'members.answer_needed' } });
    expect((await answer(true, '')).ok).toBe(true);
    expect(await answer(true, '')).toMatchObject({
      refusal: { code: 'members.request_answered' },
    });
    const own = await world.db.read(member(), mine);
    expect(own?.file.fields.find((one) => one.field === 'address')?.text).toBe('新城路8号');
    expect(own?.requests).toMatchObject([{ state: 'accepted' }]);
  });

  test('a number asked for stands encrypted', async () => {
    await act(member(), (write) =>
      askCorrection(write, {
        field: 'phone',
        value: '13700137000',
        trueFrom: d('2026-03-01'),
        reason: '',
      }),
    );
    const rows = await world.db.read(member(), (read) =>
      read.db.selectFrom('member_request').selectAll().execute(),
    );
    expect(JSON.stringify(rows)).not.toContain('13700137000');
  });
});

describe('who sees what', () => {
  test('another branch finds nothing', async () => {
    const stranger = world.other.as('secretary');
    expect(await fileOf(stranger, person(0))).toBeNull();
    expect((await rosterOf(stranger, { q: '王建国' }))?.rows.map((row) => row.orgId)).not.toContain(
      world.branch.orgId,
    );
    expect(await rosterOf(stranger, { orgId: world.branch.orgId })).toBeNull();
    expect(
      await tries(stranger, (write) =>
        changeMember(write, person(0), d('2026-03-01'), { job: '科长' }),
      ),
    ).toMatchObject({ refusal: { code: 'common.not_found' } });
  });

  test('a repeated command enters one person', async () => {
    const commandId = newId<'Command'>(world.clock);
    const call = () =>
      world.db.write(secretary(), { commandId, action: 'members.enter' }, (write) =>
        enterMember(write, {
          orgId: world.branch.orgId,
          name: '独一',
          category: 'full',
          from: d('2026-01-01'),
        }),
      );
    const answers = await Promise.all([call(), call()]);
    expect(answers[1]).toEqual(answers[0]);
    expect((await rosterOf(secretary(), { q: '独一' }))?.total).toBe(1);
  });
});
