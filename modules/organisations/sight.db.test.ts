import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date';
import { rosterOfMembers as roster } from '#modules/members';
import { testDatabase } from '../../tests/support/database.ts';
import {
  organisationsDesk,
  type Desk,
  appointing as one,
  at,
  codeOf,
  elected,
  TODAY,
} from '../../tests/worlds/organisations.ts';
import { appoint } from './commands/appoint.ts';
import { assignGroup, dissolveGroup, foundGroup } from './commands/arrange-groups.ts';
import { electCommittee } from './commands/elect-committee.ts';
import { recordHandover } from './commands/record-handover.ts';
import { detail } from './queries/detail.ts';
import { groups } from './queries/groups.ts';
import { handovers } from './queries/handovers.ts';
import { posts } from './queries/office.ts';
import { chartPaper, committeePaper, groupsPaper, handoverPaper } from './queries/papers.ts';
import { profileOf } from './queries/profile.ts';
import { findOrganisation } from './store/look-up.ts';

const database = await testDatabase();
let desk: Desk;
const d = plainDate;

beforeAll(async () => {
  desk = await organisationsDesk(database.appUrl);
});
afterAll(() => desk.world.db.close());

describe('groups, hand-over, papers', () => {
  test('a group has its members and leader; dissolved, they stand in the branch', async () => {
    const { orgId, people } = await desk.branchOf(6);
    const secretary = await desk.actorOf(orgId, 'secretary', at(people, 0));
    const { groupId } = await desk.world.act(secretary, (write) =>
      foundGroup(write, { orgId, name: '第一党小组', on: d('2026-05-01') }),
    );
    const three = people.slice(0, 3);
    expect(
      await desk.world.act(secretary, (write) =>
        assignGroup(write, { orgId, groupId, personIds: three, on: d('2026-05-01') }, roster),
      ),
    ).toEqual({ moved: 3 });
    for (const leader of [0, 1]) {
      await desk.world.act(secretary, (write) =>
        appoint(
          write,
          one(orgId, at(people, leader), 'group_leader', {
            wayIn: 'appointment',
            groupId,
            on: d(`2026-06-0${leader + 1}`),
          }),
          roster,
        ),
      );
    }
    const on = (day: string) =>
      desk.world.db.read(secretary, (read) => groups(read, { orgId, asOf: d(day) }, roster));
    const found = await on('2026-06-02');
    expect(found?.groups[0]).toMatchObject({ leader: { personId: at(people, 1) }, advice: [] });
    expect(found?.groups[0]?.members).toHaveLength(3);
    expect(found?.ungrouped).toHaveLength(3);
    const print = await desk.world.db.read(secretary, (read) =>
      groupsPaper(read, { orgId, format: 'html' }, roster),
    );
    expect(await print?.text()).toContain('第一党小组');
    await desk.world.act(secretary, (write) =>
      dissolveGroup(write, { groupId, on: d('2026-09-01') }, roster),
    );
    expect((await on('2026-08-31'))?.groups).toHaveLength(1);
    expect(await on('2026-09-01')).toMatchObject({ groups: [] });
    expect((await on('2026-09-01'))?.ungrouped).toHaveLength(6);
  });

  test('a hand-over keeps its list; the papers print', async () => {
    const { orgId, people } = await desk.branchOf(4);
    await desk.world.act(desk.county, (write) =>
      electCommittee(
        write,
        elected(orgId, people, d('2026-04-01'), { approvedOn: d('2026-04-02') }),
        roster,
      ),
    );
    const secretary = await desk.actorOf(orgId, 'secretary', at(people, 0));
    const now = await desk.world.db.read(secretary, (read) =>
      handovers(read, { orgId }, roster, () =>
        Promise.resolve([{ title: '未办结事项', lines: ['补开一次党课'] }]),
      ),
    );
    expect(now?.proposed[0]?.lines[0]).toContain('党员4名');
    const open = now?.proposed.filter((item) => item.title === '未办结事项');
    expect(open).toEqual([{ title: '未办结事项', lines: ['补开一次党课'] }]);
    const { handoverId } = await desk.world.act(secretary, (write) =>
      recordHandover(write, {
        orgId,
        fromName: '甲',
        toName: '乙',
        witness: '',
        handedOn: d('2026-05-01'),
        items: now?.proposed ?? [],
        note: '',
      }),
    );
    const paper = await desk.world.db.read(secretary, (read) =>
      handoverPaper(read, { handoverId, format: 'html' }),
    );
    expect(await paper?.text()).toContain('交接清单');
    const table = await desk.world.db.read(secretary, (read) =>
      committeePaper(read, { orgId, format: 'docx' }, roster),
    );
    expect(table?.size).toBeGreaterThan(5_000);
    const chart = await desk.world.db.read(desk.county, (read) =>
      chartPaper(read, { paper: 'A4' }, roster),
    );
    const html = (await chart?.text()) ?? '';
    expect(html).toContain('size:A4 landscape');
    expect(html).toContain('县水务局党支部');
  });

  test('a branch is found by its name, and a name nobody has is said', async () => {
    const by = (name: string) =>
      desk.world.db.read(desk.county, (read) => findOrganisation(read, name));
    expect(codeOf(await by('县水务局党支部'))).toBe('ok');
    expect(codeOf(await by('没有这个'))).toBe('organisations.unknown_name');
  });
});

describe('who sees what', () => {
  const TABLES = ['org_act', 'org_term_shift', 'org_notice', 'org_handover'] as const;

  test('a stranger sees nothing of another branch', async () => {
    const stranger = desk.world.other.as('secretary');
    const own = desk.world.branch.orgId;
    expect(
      await desk.world.db.read(stranger, (read) => posts(read, { orgId: own }, roster)),
    ).toBeNull();
    expect(
      await desk.world.db.read(stranger, (read) => detail(read, { orgId: own }, roster)),
    ).toBeNull();
    for (const table of [...TABLES, 'post', 'party_group'] as const) {
      const rows = await desk.reading(stranger, (read) =>
        read.db.selectFrom(table).select('org_id').execute(),
      );
      const seen = new Set(rows.map((row) => row.org_id));
      seen.delete(desk.world.other.orgId);
      seen.delete(desk.world.founded.orgId);
      expect([...seen]).toEqual([]);
    }
    const written = await desk.doing(stranger, (write) =>
      foundGroup(write, { orgId: own, name: '混入', on: TODAY }),
    );
    expect(codeOf(written)).toBe('common.not_found');
  });

  test('an ordinary member sees who heads the branch, and no register', async () => {
    const { orgId, people } = await desk.branchOf(4);
    await desk.world.act(desk.county, (write) =>
      electCommittee(
        write,
        elected(orgId, people, d('2026-04-01'), { approvedOn: d('2026-04-02') }),
        roster,
      ),
    );
    const member = await desk.actorOf(orgId, 'member', at(people, 3));
    const found = await desk.world.db.read(member, (read) => posts(read, { orgId }, roster));
    expect(found?.posts.map((post) => post.name)).toHaveLength(3);
    expect(found?.posts.every((post) => post.name !== '')).toBe(true);
    expect(found?.can['change']).not.toBe(true);
    const about = await desk.world.db.read(member, (read) => detail(read, { orgId }, roster));
    expect(about?.organisation.members).toBeNull();
    for (const table of TABLES) {
      const rows = await desk.reading(member, (read) =>
        read.db.selectFrom(table).select('org_id').execute(),
      );
      expect(rows).toEqual([]);
    }
    const profile = await desk.world.db.read(member, (read) => profileOf(read, orgId, TODAY));
    expect(profile).toMatchObject({ isBranch: true, committee: true, attendanceAlarms: true });
  });
});
