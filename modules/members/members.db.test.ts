import { plainDate } from '#kernel/plain-date';
import { describe, expect, test } from 'vitest';
import { newId } from '#kernel/clock';
import type { PersonId } from '#kernel/ids';
import type { Actor } from '#platform/db';
import { testDatabase } from '../../tests/support/database.ts';
import { membersDesk } from '../../tests/worlds/members-desk.ts';
import { answerRequest, askCorrection } from './commands/ask-correction.ts';
import { changeMember, correctMember } from './commands/change-member.ts';
import { enterMember } from './commands/enter-member.ts';
import { exportRoster } from './commands/export-roster.ts';
import { reveal, setSecrets } from './commands/set-secrets.ts';
import { file } from './queries/file.ts';
import { mine, requests } from './queries/requests.ts';
import { roster } from './queries/roster.ts';

const desk = membersDesk(await testDatabase());
const { person, secretary, tries, act, enter } = desk;
const d = plainDate;
const NUMBER = '11010519491231002X';
const OTHER_NUMBER = '110101198502031231';
const PAGE = { q: '', page: 1, pageSize: 50 };
const fileOf = (actor: Actor, personId: PersonId) =>
  desk.world.db.read(actor, (read) => file(read, { personId }));
const rosterOf = (actor: Actor, filter: object = {}) =>
  desk.world.db.read(actor, (read) => roster(read, { ...PAGE, ...filter }));

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
    const kept = await desk.world.db.read(secretary(), (read) =>
      read.db.selectFrom('person_secret').selectAll().where('person_id', '=', personId).execute(),
    );
    expect(JSON.stringify(kept)).not.toContain(NUMBER);
    const log = await desk.world.db.read(secretary(), (read) =>
      read.db.selectFrom('audit_entry').selectAll().where('object_id', '=', personId).execute(),
    );
    expect(log.find((one) => one.action === 'members.reveal')?.reason).toBe('办理组织关系介绍信');
    expect(JSON.stringify(log)).not.toContain(NUMBER);
  });

  test('a number stands in one roster; the refusal names no other organisation', async () => {
    const again = await tries(desk.world.other.as('secretary'), (write) =>
      enterMember(write, {
        orgId: desk.world.other.orgId,
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
    expect(await book(desk.world.branch.as('clerk'), 'full', '核对')).toMatchObject({
      refusal: { code: 'common.not_allowed' },
    });
    expect((await book(secretary(), 'masked', '')).ok).toBe(true);
    const log = await desk.world.db.read(secretary(), (read) =>
      read.db
        .selectFrom('audit_entry')
        .select('fields')
        .where('action', '=', 'members.export')
        .execute(),
    );
    expect(log).toHaveLength(1);
  });
});

describe('a member', () => {
  const member = () => desk.world.branch.as('member', person(1));

  test('sees the own file, nobody else’s', async () => {
    const own = await desk.world.db.read(member(), mine);
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
    const list = await desk.world.db.read(secretary(), (read) =>
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
    const own = await desk.world.db.read(member(), mine);
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
    const rows = await desk.world.db.read(member(), (read) =>
      read.db.selectFrom('member_request').selectAll().execute(),
    );
    expect(JSON.stringify(rows)).not.toContain('13700137000');
  });
});

describe('who sees what', () => {
  test('another branch finds nothing', async () => {
    const stranger = desk.world.other.as('secretary');
    expect(await fileOf(stranger, person(0))).toBeNull();
    expect((await rosterOf(stranger, { q: '王建国' }))?.rows.map((row) => row.orgId)).not.toContain(
      desk.world.branch.orgId,
    );
    expect(await rosterOf(stranger, { orgId: desk.world.branch.orgId })).toBeNull();
    expect(
      await tries(stranger, (write) =>
        changeMember(write, person(0), d('2026-03-01'), { job: '科长' }),
      ),
    ).toMatchObject({ refusal: { code: 'common.not_found' } });
  });

  test('a repeated command enters one person', async () => {
    const commandId = newId<'Command'>(desk.world.clock);
    const call = () =>
      desk.world.db.write(secretary(), { commandId, action: 'members.enter' }, (write) =>
        enterMember(write, {
          orgId: desk.world.branch.orgId,
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
