import { plainDate } from '#kernel/plain-date';
import { beforeAll, describe, expect, test } from 'vitest';
import type { PersonId } from '#kernel/ids';
import { foundGroup } from '#modules/organisations';
import type { Actor } from '#platform/db';
import { dutiesOf } from '#engines/obligation';
import { testDatabase } from '../../tests/support/database.ts';
import { membersDesk } from '../../tests/worlds/members-desk.ts';
import { endAttachment, receiveGuest } from './commands/attach.ts';
import { endMembership } from './commands/end-membership.ts';
import { enterMember } from './commands/enter-member.ts';
import { assign } from './commands/move-membership.ts';
import { guests } from './queries/guests.ts';
import { changeMember } from './commands/change-member.ts';
import { mergePeople, unmergePeople } from './commands/merge-people.ts';
import { recordHardship } from './commands/record-hardship.ts';
import { setSecrets } from './commands/set-secrets.ts';
import { file } from './queries/file.ts';
import type { AttachmentId } from './store/attachment.ts';
import { duplicates, fiftyYears, hardships, quality } from './queries/lists.ts';
import { roster } from './queries/roster.ts';
import { memberObligations } from './obligations.ts';

const desk = membersDesk(await testDatabase());
const { person, secretary, tries, act, enter, officer } = desk;
const d = plainDate;
const NUMBER = '11010519491231002X';
const OTHER_NUMBER = '110101198502031231';
const PAGE = { q: '', page: 1, pageSize: 50 };
const fileOf = (actor: Actor, personId: PersonId) =>
  desk.world.db.read(actor, (read) => file(read, { personId }));
const rosterOf = (actor: Actor, filter: object = {}) =>
  desk.world.db.read(actor, (read) => roster(read, { ...PAGE, ...filter }));

describe('lists', () => {
  beforeAll(async () => {
    await enter('孙桂兰', { idNumber: NUMBER });
    await act(secretary(), (write) =>
      changeMember(write, person(0), d('2026-01-01'), { education: 'university' }),
    );
    await act(secretary(), (write) =>
      setSecrets(write, { personId: person(4), idNumber: OTHER_NUMBER, basedOn: 1 }),
    );
  });

  test('search by pinyin and initials, filters and counts', async () => {
    const find = async (filter: object) =>
      (await rosterOf(secretary(), filter))?.rows.map((row) => row.name);
    expect(await find({ q: 'wangjianguo' })).toEqual(['王建国']);
    expect(await find({ q: 'wjg' })).toEqual(['王建国']);
    expect(await find({ q: '秀英' })).toEqual(['李秀英']);
    expect(await find({ education: 'university' })).toEqual(['王建国']);
    expect(await find({ ageFrom: 40, ageTo: 41, sex: 'female' })).toContain('孙桂兰');
  });

  test('a group of the branch, and who has left with what was true at the end', async () => {
    const names = async (filter: object) =>
      (await rosterOf(secretary(), filter))?.rows.map((row) => row.name);
    const { groupId } = await act(secretary(), (write) =>
      foundGroup(write, {
        orgId: desk.world.branch.orgId,
        name: '第一党小组',
        on: d('2026-03-02'),
      }),
    );
    await act(secretary(), (write) =>
      assign(write, { personId: person(2), on: d('2026-03-02'), groupId }),
    );
    expect(await names({ groupId })).toEqual(['张伟']);
    expect(await names({ groupId, asOf: d('2026-03-01') })).toEqual([]);
    const gone = await enter('何离开');
    await act(secretary(), (write) =>
      endMembership(write, {
        personId: gone.personId,
        on: d('2026-02-20'),
        way: 'transferred_out',
        paper: '',
        to: '外县',
      }),
    );
    const left = await rosterOf(secretary(), { mark: 'left' });
    expect(left?.rows).toMatchObject([{ name: '何离开', left: { on: '2026-02-20' } }]);
    expect(left?.rows[0]?.left?.way).toContain('转出');
    expect(await names({ q: '何离开' })).toEqual([]);
  });

  test('pages of a search are those of the whole roster, past many who left and in each scope', async () => {
    for (let n = 0; n < 24; n += 1) {
      const { personId } = await enter(`欧阳去${'甲乙丙丁'[n % 4]}`);
      await act(secretary(), (write) =>
        endMembership(write, {
          personId,
          on: d('2026-02-20'),
          way: n % 2 === 0 ? 'transferred_out' : 'suspended',
          paper: '组织部文件',
          to: n % 2 === 0 ? '外县' : '',
        }),
      );
    }
    for (const name of ['欧阳留', '欧阳和', '欧阳留']) await enter(name);
    const { other } = desk.world;
    await desk.world.act(other.as('secretary'), (write) =>
      enterMember(write, {
        orgId: other.orgId,
        name: '欧阳远',
        category: 'full',
        sex: 'male',
        bornOn: '1985-02',
        joinedOn: '2010-07-01',
        regularisedOn: '2011-07-01',
        from: d('2025-01-01'),
      }),
    );
    const ids = (found: Awaited<ReturnType<typeof rosterOf>>) =>
      found?.rows.map((row) => row.personId) ?? [];
    for (const actor of [officer(), secretary(), other.as('secretary')])
      for (const asOf of [undefined, d('2026-02-01')]) {
        const all = await rosterOf(actor, { asOf, pageSize: 200 });
        const naive = all?.rows.filter((row) => row.name.startsWith('欧阳')) ?? [];
        expect(naive.length).toBeGreaterThan(0);
        const paged: string[] = [];
        for (let page = 1; page <= Math.ceil(naive.length / 2); page += 1) {
          const found = await rosterOf(actor, { q: 'ouyang', asOf, page, pageSize: 2 });
          expect(found?.total).toBe(naive.length);
          paged.push(...ids(found));
        }
        expect(paged).toEqual(naive.map((row) => row.personId));
      }
    const narrowed = await rosterOf(officer(), { q: 'ouyang', orgId: other.orgId });
    expect(narrowed?.rows.map((row) => row.name)).toEqual(['欧阳远']);
  });

  test('a guest is listed with the home, and ends here', async () => {
    await act(secretary(), (write) =>
      receiveGuest(write, {
        orgId: desk.world.branch.orgId,
        name: '丁借调',
        kind: 'secondment',
        homeName: '省农业农村厅机关党支部',
        from: d('2026-01-10'),
      }),
    );
    const listed = () =>
      desk.world.db.read(secretary(), (read) => guests(read, { orgId: desk.world.branch.orgId }));
    const [guest] = (await listed())?.guests ?? [];
    expect(guest).toMatchObject({ name: '丁借调', home: '省农业农村厅机关党支部', own: true });
    if (guest === undefined) throw new Error('no guest');
    await act(secretary(), (write) =>
      endAttachment(write, {
        attachmentId: guest.attachmentId as AttachmentId,
        on: d('2026-02-10'),
      }),
    );
    expect((await listed())?.guests).toEqual([]);
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
    const list = await desk.world.db.read(secretary(), (read) => fiftyYears(read, { year: 2026 }));
    expect(list?.people.filter((one) => one.group === 'reaching').map((one) => one.name)).toEqual([
      '吴满',
      '吴正',
    ]);
  });

  test('data quality: the heaviest first', async () => {
    const list = await desk.world.db.read(secretary(), (read) => quality(read, PAGE));
    expect(list?.total).toBeGreaterThan(0);
    const order = list?.kinds.map((kind) => kind.key) ?? [];
    const places = list?.rows.map((row) => order.indexOf(row.breaks)) ?? [];
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    const { orgId } = desk.world.branch;
    const [duty, ...more] = await desk.world.db.read(secretary(), async (read) => {
      const span = { from: d('2026-03-01'), to: d('2026-03-31') };
      const all = await dutiesOf([memberObligations], read, [orgId], span, d('2026-03-02'));
      return all.filter((one) => one.kind === 'members.quality');
    });
    expect(more).toEqual([]);
    const statistics = list?.kinds.find((kind) => kind.key === 'statistics');
    expect(duty?.reason).toContain(`${statistics?.name}${statistics?.count}处`);
    expect(duty).toMatchObject({
      orgId,
      until: '2026-03-31',
      opens: { route: '/members/quality' },
    });
  });

  test('hardship is seen by the named readers only', async () => {
    const me = desk.world.branch.as('secretary', person(0));
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
    const seen = (actor: Actor) => desk.world.db.read(actor, (read) => hardships(read, {}));
    expect((await seen(me))?.people.map((one) => one.situation)).toEqual(['长期住院']);
    expect((await seen(desk.world.branch.as('organisation_member', person(1))))?.people).toEqual(
      [],
    );
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
    const pairs = await desk.world.db.read(secretary(), (read) => duplicates(read, {}));
    expect(pairs?.pairs.some((pair) => pair.a.name === '郑双')).toBe(true);
    const total = async () => (await rosterOf(secretary(), { q: '郑双' }))?.total;
    expect(await total()).toBe(2);
    const { mergeId } = await act(secretary(), (write) =>
      mergePeople(write, { keptId: a.personId, aliasId: b.personId, reason: '重复登记' }),
    );
    expect(await total()).toBe(1);
    expect((await fileOf(secretary(), a.personId))?.phone).toBe('139****9000');
    const merged = await desk.world.db.read(secretary(), (read) => duplicates(read, {}));
    expect(merged?.merged).toMatchObject([{ reason: '重复登记', kept: { name: '郑双' } }]);
    await act(secretary(), (write) => unmergePeople(write, { mergeId, reason: '是两个人' }));
    expect(await total()).toBe(2);
    expect((await fileOf(secretary(), b.personId))?.phone).toBe('139****9000');
    expect((await fileOf(secretary(), a.personId))?.phone).toBeNull();
  });

  test('two numbers are two people', async () => {
    const ids = await desk.world.db.read(secretary(), (read) =>
      roster(read, { ...PAGE, q: '002X' }),
    );
    const keptId = ids?.rows[0]?.personId as PersonId;
    const result = await tries(secretary(), (write) =>
      mergePeople(write, { keptId, aliasId: person(4), reason: '试' }),
    );
    expect(result).toMatchObject({ refusal: { code: 'members.merge_numbers_differ' } });
  });
});
