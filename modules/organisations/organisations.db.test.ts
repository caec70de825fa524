import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OrgId, PersonId } from '#kernel/ids';
import { plainDate, type PlainDate } from '#kernel/plain-date';
import type { PostKind } from '#kernel/posts';
import { unwrap, type Result } from '#kernel/result';
import type { Actor, Write } from '#platform/db';
import { systemActor } from '#modules/accounts';
import { enterMember, rosterOfMembers } from '#modules/members';
import { permissionsOf } from '../../server/modules.ts';
import { testDatabase } from '../../tests/support/database.ts';
import { serveWorld, type HttpWorld } from '../../tests/worlds/http.ts';
import { buildWorld, type World } from '../../tests/worlds/world.ts';
import { appoint, type Appointment } from './commands/appoint.ts';
import { assignGroup, dissolveGroup, foundGroup } from './commands/arrange-groups.ts';
import { approvePost, changeDuties, endPost } from './commands/change-post.ts';
import { changeOrganisation } from './commands/change-organisation.ts';
import { electCommittee } from './commands/elect-committee.ts';
import { establish } from './commands/establish.ts';
import { remind, shiftTerm } from './commands/keep-term.ts';
import { merge } from './commands/merge.ts';
import { recordHandover } from './commands/record-handover.ts';
import { revoke } from './commands/revoke.ts';
import { split } from './commands/split.ts';
import { organisationObligations } from './obligations.ts';
import { detail } from './queries/detail.ts';
import { groups } from './queries/groups.ts';
import { handovers } from './queries/handovers.ts';
import { bodiesHeadedBy, committeeOn, posts } from './queries/office.ts';
import { chartPaper, committeePaper, groupsPaper, handoverPaper } from './queries/papers.ts';
import { profileOf } from './queries/profile.ts';
import { splitProposal } from './queries/split-proposal.ts';
import { terms } from './queries/terms.ts';
import { acts } from './queries/tree.ts';
import { findOrganisation } from './store/look-up.ts';

const database = await testDatabase();
let world: World;
let county: Actor;
let http: HttpWorld;
let folder: string;
const d = plainDate;
const TODAY = d('2026-12-30');
const papers = { approvedBy: '中共云山县委', approvalPaper: '云委组〔2026〕9号' };
const roster = rosterOfMembers;

beforeAll(async () => {
  world = await buildWorld(database.appUrl, { size: 9 });
  county = {
    ...systemActor(world.founded),
    post: 'officer',
    actingAs: '县委组织部',
    permissions: permissionsOf('officer'),
  };
  world.clock.set(Date.parse(`${TODAY}T09:00:00+08:00`));
  folder = await mkdtemp(join(tmpdir(), 'zhibu-organisations-'));
  http = await serveWorld(world, folder);
});
afterAll(async () => {
  await http.close();
  await world.db.close();
  await rm(folder, { recursive: true, force: true });
});

const doing = <T>(
  actor: Actor,
  work: (write: Write) => Promise<Result<T>>,
  alone = false,
): Promise<Result<T>> => world.db.write(actor, { commandId: null, action: 'test', alone }, work);
const reading = <T>(actor: Actor, work: Parameters<World['db']['read']>[1]): Promise<T> =>
  world.db.read(actor, work) as Promise<T>;
const codeOf = (result: Result<unknown>): string => (result.ok ? 'ok' : result.refusal.code);

let made = 0;
interface Made {
  readonly orgId: OrgId;
  readonly people: PersonId[];
}
/** A branch of the county with so many members since it began. */
async function branchOf(size: number, unit: (index: number) => string = () => ''): Promise<Made> {
  made += 1;
  const name = `第${made}机关党支部`;
  const { orgId } = await world.act(county, (write) =>
    establish(write, {
      parentId: world.founded.orgId,
      name,
      shortName: name,
      kind: 'branch',
      sector: 'office',
      memberKind: 'office',
      units: [],
      on: d('2026-03-02'),
      ...papers,
    }),
  );
  const people: PersonId[] = [];
  for (let index = 0; index < size; index += 1) {
    const entered = await world.act(county, (write) =>
      enterMember(write, {
        orgId,
        name: `党员${made}之${index}`,
        category: index % 10 === 9 ? 'probationary' : 'full',
        joinedOn: d('2010-06-01'),
        regularisedOn: d('2011-06-01'),
        unit: unit(index),
        from: d('2026-03-02'),
      }),
    );
    people.push(entered.personId);
  }
  return { orgId, people };
}
const at = (list: readonly PersonId[], index: number): PersonId => {
  const found = list[index];
  if (found === undefined) throw new Error(`no person ${index}`);
  return found;
};
async function actorOf(orgId: OrgId, post: PostKind | 'member', personId: PersonId | null = null) {
  const row = await reading<{ org_path: string }>(county, (read) =>
    read.db
      .selectFrom('organisation')
      .select('org_path')
      .where('org_id', '=', orgId)
      .executeTakeFirstOrThrow(),
  );
  const place = row.org_path as Actor['place'];
  return {
    ...county,
    personId,
    post,
    orgId,
    place,
    scope: post === 'member' ? null : place,
    permissions: permissionsOf(post),
  } as Actor;
}
const one = (
  orgId: OrgId,
  personId: PersonId,
  kind: PostKind,
  more: Partial<Appointment> = {},
): Appointment => ({
  orgId,
  personId,
  kind,
  wayIn: 'by_election',
  on: d('2026-05-06'),
  duties: '',
  approvalPaper: '',
  ...more,
});
const elected = (
  orgId: OrgId,
  people: readonly PersonId[],
  on: PlainDate = d('2026-04-01'),
  more: { approvedOn?: PlainDate; shiftApprovedOn?: PlainDate; termEndsOn?: PlainDate } = {},
) => ({
  orgId,
  on,
  members: (['secretary', 'organisation_member', 'discipline_member'] as const).map(
    (kind, index) => ({ personId: at(people, index), kind, duties: '' }),
  ),
  approvalPaper: '云委组〔2026〕9号',
  ...more,
});

describe('setting up', () => {
  test('too few full members are refused with the article, an exception is kept', async () => {
    const body = (kind: 'branch' | 'general_branch', members: number, exception = '') =>
      doing(county, (write) =>
        establish(write, {
          parentId: world.founded.orgId,
          name: kind === 'branch' ? '某站党支部' : '某站党总支部',
          shortName: '某站',
          kind,
          sector: 'office',
          memberKind: 'office',
          units: [],
          planned: { members, fullMembers: members },
          on: d('2026-05-01'),
          exception,
          ...papers,
        }),
      );
    expect(codeOf(await body('branch', 2))).toBe('organisations.too_few_full_members');
    expect(codeOf(await body('general_branch', 40))).toBe(
      'organisations.too_few_for_general_branch',
    );
    const done = unwrap(await body('general_branch', 40, '分布在五个乡镇'));
    expect(done.advice.map((advice) => advice.code)).toContain('organisations.exception_used');
    const register = await reading<Awaited<ReturnType<typeof acts>>>(county, (read) =>
      acts(read, { orgId: done.orgId, page: 1, pageSize: 10 }),
    );
    expect(register.rows[0]).toMatchObject({
      act: 'establish',
      exception: '分布在五个乡镇',
      approvalPaper: papers.approvalPaper,
    });
  });

  test('a leading group takes no body below a branch, a paper later than the act is refused', async () => {
    const { orgId } = await branchOf(0);
    const input = {
      parentId: orgId,
      name: '某某党组',
      shortName: '党组',
      kind: 'leading_group' as const,
      sector: 'office' as const,
      memberKind: 'general' as const,
      units: [],
      on: d('2026-05-01'),
      ...papers,
    };
    expect(codeOf(await doing(county, (write) => establish(write, input)))).toBe(
      'organisations.parent_kind_not_allowed',
    );
    const late = { ...input, parentId: world.founded.orgId, approvedOn: d('2026-05-02') };
    expect(codeOf(await doing(county, (write) => establish(write, late)))).toBe(
      'organisations.approval_after_act',
    );
  });

  test('a joint branch of six units warns, of one is refused', async () => {
    const { orgId } = await branchOf(3);
    const change = (units: string[]) =>
      doing(county, (write) =>
        changeOrganisation(
          write,
          {
            orgId,
            on: d('2026-06-01'),
            kind: 'joint_branch',
            units,
            approvedBy: '',
            approvalPaper: '',
            note: '',
          },
          roster,
        ),
      );
    expect(codeOf(await change(['甲']))).toBe('organisations.joint_needs_units');
    const done = unwrap(await change(['甲', '乙', '丙', '丁', '戊', '己']));
    expect(done.advice.map((advice) => advice.code)).toEqual([
      'organisations.joint_too_many_units',
    ]);
  });
});

describe('merge, split, revoke', () => {
  test('case 7: a branch of 56 is warned of, proposed in parts, and split', async () => {
    const big = await branchOf(56, (index) => (index % 2 === 0 ? '教务处' : '后勤处'));
    const before = await reading<Awaited<ReturnType<typeof detail>>>(county, (read) =>
      detail(read, { orgId: big.orgId }, roster),
    );
    expect(before?.advice.map((advice) => advice.code)).toContain('organisations.branch_too_large');
    const proposal = await reading<Awaited<ReturnType<typeof splitProposal>>>(county, (read) =>
      splitProposal(read, { orgId: big.orgId }, roster),
    );
    expect(proposal?.keeps).toBe('unit');
    expect(proposal?.parts.map((part) => part.length)).toEqual([28, 28]);
    const input = {
      orgId: big.orgId,
      old: 'stays' as const,
      on: d('2026-09-01'),
      ...papers,
      parts: [
        {
          name: '后勤处党支部',
          shortName: '后勤处',
          units: [],
          personIds: (proposal?.parts[1] ?? []) as PersonId[],
        },
      ],
    };
    const done = unwrap(await doing(county, (write) => split(write, input, roster), true));
    expect(done.moved).toBe(28);
    const counts = (day: PlainDate) => world.db.read(county, (read) => roster.counts(read, day));
    const total = (found: Awaited<ReturnType<typeof counts>>, orgId: OrgId | undefined): number => {
      const count = orgId === undefined ? undefined : found.get(orgId);
      return (count?.full ?? 0) + (count?.probationary ?? 0);
    };
    expect(total(await counts(d('2026-08-31')), big.orgId)).toBe(56);
    expect(total(await counts(d('2026-09-01')), big.orgId)).toBe(28);
    expect(total(await counts(d('2026-09-01')), done.orgIds[0])).toBe(28);
    const again = await doing(county, (write) => split(write, input, roster), true);
    expect(codeOf(again)).toBe('organisations.split_not_here');
  });

  test('members go over in a merger; the source keeps its place in the tree of that time', async () => {
    const [into, source] = [await branchOf(4), await branchOf(3)];
    await world.act(county, (write) =>
      appoint(write, one(source.orgId, at(source.people, 0), 'publicity_member'), roster),
    );
    const done = unwrap(
      await doing(
        county,
        (write) =>
          merge(
            write,
            { intoId: into.orgId, sourceIds: [source.orgId], on: d('2026-10-01'), ...papers },
            roster,
          ),
        true,
      ),
    );
    expect(done.moved).toBe(3);
    const on = (day: string) =>
      reading<Awaited<ReturnType<typeof detail>>>(county, (read) =>
        detail(read, { orgId: source.orgId, asOf: d(day) }, roster),
      );
    expect((await on('2026-09-30'))?.above.at(-1)?.orgId).toBe(world.founded.orgId);
    expect((await on('2026-09-30'))?.organisation.members).toBe(3);
    expect(await on('2026-10-01')).toBeNull();
    const secretary = await actorOf(into.orgId, 'secretary');
    const seen = await world.db.read(secretary, (read) =>
      committeeOn(read, source.orgId, d('2026-09-30')),
    );
    expect(seen.map((post) => post.kind)).toEqual(['publicity_member']);
    const left = await world.db.read(secretary, (read) =>
      committeeOn(read, source.orgId, d('2026-10-01')),
    );
    expect(left).toEqual([]);
  });

  test('a branch with members is not revoked; an empty one is, and its name may be used again', async () => {
    const [full, empty] = [await branchOf(1), await branchOf(0)];
    const gone = (orgId: OrgId) =>
      doing(county, (write) => revoke(write, { orgId, on: d('2026-07-01'), ...papers }, roster));
    expect(codeOf(await gone(full.orgId))).toBe('organisations.revoke_has_members');
    expect(codeOf(await gone(empty.orgId))).toBe('ok');
    expect(codeOf(await gone(empty.orgId))).toBe('organisations.not_alive');
    expect(codeOf(await gone(world.founded.orgId))).toBe('organisations.root_stays');
  });
});

describe('posts and terms', () => {
  test('a secretary acts from approval on, whoever led before until then', async () => {
    const { orgId, people } = await branchOf(5);
    const clerk = await actorOf(orgId, 'secretary', at(people, 0));
    await world.act(county, (write) =>
      appoint(
        write,
        one(orgId, at(people, 4), 'acting_secretary', { wayIn: 'interim', on: d('2026-03-10') }),
        roster,
      ),
    );
    const done = unwrap(
      await doing(clerk, (write) => electCommittee(write, elected(orgId, people), roster)),
    );
    expect(done.termEndsOn).toBe('2029-04-01');
    const head = async (day: string): Promise<string[]> =>
      (await world.db.read(clerk, (read) => committeeOn(read, orgId, d(day)))).map(
        (post) => post.kind,
      );
    expect(await head('2026-04-02')).toEqual([
      'acting_secretary',
      'organisation_member',
      'discipline_member',
    ]);
    const [secretary] = done.postIds;
    if (secretary === undefined) throw new Error('no secretary');
    const approve = (actor: Actor) =>
      doing(actor, (write) =>
        approvePost(write, {
          postId: secretary,
          approvedOn: d('2026-04-20'),
          approvalPaper: '云委组〔2026〕12号',
        }),
      );
    expect(codeOf(await approve(clerk))).toBe('organisations.appointed_by_above');
    expect(codeOf(await approve(county))).toBe('ok');
    expect(codeOf(await approve(county))).toBe('organisations.not_waiting');
    expect(await head('2026-04-19')).toContain('acting_secretary');
    expect(await head('2026-04-20')).toEqual([
      'secretary',
      'organisation_member',
      'discipline_member',
    ]);
    const headed = (person: PersonId) =>
      world.db.read(clerk, (read) =>
        bodiesHeadedBy(read, person, { from: d('2026-01-01'), to: TODAY }),
      );
    expect(await headed(at(people, 4))).toMatchObject([
      { from: '2026-03-10', until: '2026-04-20' },
    ]);
    expect(await headed(at(people, 0))).toMatchObject([{ from: '2026-04-20', until: null }]);
  });

  test('nobody of the branch makes a head, and a probationary member holds no post', async () => {
    const { orgId, people } = await branchOf(10);
    const secretary = await actorOf(orgId, 'secretary', at(people, 0));
    const tried = (input: Appointment, actor = secretary) =>
      doing(actor, (write) => appoint(write, input, roster));
    const interim = { wayIn: 'interim', on: d('2026-05-06') } as const;
    expect(codeOf(await tried(one(orgId, at(people, 1), 'acting_secretary', interim)))).toBe(
      'organisations.appointed_by_above',
    );
    expect(
      codeOf(await tried(one(orgId, at(people, 1), 'secretary', { approvedOn: d('2026-05-06') }))),
    ).toBe('organisations.appointed_by_above');
    expect(codeOf(await tried(one(orgId, at(people, 9), 'publicity_member')))).toBe(
      'organisations.post_not_full_member',
    );
    const waiting = unwrap(await tried(one(orgId, at(people, 1), 'secretary')));
    expect(waiting.pending).toBe(true);
    expect(codeOf(await tried(one(orgId, at(people, 2), 'secretary')))).toBe(
      'organisations.post_already_held',
    );
    const other = await branchOf(1);
    expect(codeOf(await tried(one(orgId, at(other.people, 0), 'publicity_member')))).toBe(
      'organisations.holder_unknown',
    );
    expect(codeOf(await tried(one(orgId, at(other.people, 0), 'publicity_member'), county))).toBe(
      'organisations.not_of_this_body',
    );
  });

  test('duties change within a tenure, and the day before keeps the old ones', async () => {
    const { orgId, people } = await branchOf(4);
    const { postId } = await world.act(county, (write) =>
      appoint(write, one(orgId, at(people, 0), 'committee_member', { duties: '青年工作' }), roster),
    );
    const change = (duties: string, from: string) =>
      doing(county, (write) => changeDuties(write, { postId, from: d(from), duties }));
    expect(codeOf(await change('统战工作', '2026-08-01'))).toBe('ok');
    expect(codeOf(await change('统战工作', '2026-09-01'))).toBe('organisations.nothing_changed');
    const dutiesOn = async (day: string): Promise<string | undefined> =>
      (await world.db.read(county, (read) => committeeOn(read, orgId, d(day))))[0]?.duties;
    expect(await dutiesOn('2026-07-31')).toBe('青年工作');
    expect(await dutiesOn('2026-08-01')).toBe('统战工作');
  });

  test('a late election needs consent before the term was over; the list and the duty follow', async () => {
    const { orgId, people } = await branchOf(5);
    const first = elected(orgId, people, d('2026-03-05'), {
      approvedOn: d('2026-03-06'),
      termEndsOn: d('2026-11-30'),
    });
    await world.act(county, (write) => electCommittee(write, first, roster));
    const line = async () =>
      (
        await world.db.read(county, (read) => terms(read, { q: '', page: 1, pageSize: 500 }))
      ).rows.find((row) => row.orgId === orgId);
    expect(await line()).toMatchObject({ endsOn: '2026-11-30', stage: 'over' });
    const duties = async () => {
      const span = { from: d('2026-10-01'), to: TODAY };
      return world.db.read(county, async (read) =>
        organisationObligations.duties(
          await organisationObligations.load(read, [orgId], span),
          span,
          TODAY,
        ),
      );
    };
    expect((await duties()).map((duty) => [duty.kind, duty.state])).toEqual([
      ['organisations.election', 'missed'],
      ['organisations.notice', 'missed'],
    ]);
    const second = elected(orgId, people, d('2026-12-20'), { approvedOn: d('2026-12-22') });
    const vote = (input: typeof second) =>
      doing(county, (write) => electCommittee(write, input, roster));
    expect(codeOf(await vote(second))).toBe('organisations.election_shift_unapproved');
    await world.act(county, (write) =>
      remind(write, { orgId, on: d('2026-06-01'), means: 'letter', note: '' }),
    );
    const shift = (approvedOn: string) =>
      doing(county, (write) =>
        shiftTerm(write, {
          orgId,
          newEndsOn: d('2027-03-31'),
          approvedOn: d(approvedOn),
          ...papers,
        }),
      );
    expect(codeOf(await shift('2026-12-01'))).toBe('organisations.election_shift_approved_late');
    expect(codeOf(await shift('2026-11-20'))).toBe('ok');
    expect(await line()).toMatchObject({ shiftedTo: '2027-03-31', noticedOn: '2026-06-01' });
    expect(codeOf(await vote(second))).toBe('ok');
    expect(await line()).toMatchObject({ endsOn: '2029-12-20', electedOn: '2026-12-20' });
    expect((await duties()).map((duty) => duty.state)).toEqual(['done', 'done']);
  });

  test('rights follow the post: the session of an ended one is empty at the next request', async () => {
    const { orgId, people } = await branchOf(4);
    const branch = {
      orgId,
      path: (await actorOf(orgId, 'secretary')).place,
      people,
      as: () => county,
    };
    const asBranch = { ...branch, as: (post: PostKind | 'member') => ({ ...county, post }) };
    await http.signIn('ends', asBranch, at(people, 0), 'organisation_member');
    const ask = () => http.call('ends', 'GET', '/organisations/groups', { orgId });
    expect((await ask()).status).toBe(200);
    const held = await reading<Awaited<ReturnType<typeof posts>>>(county, (read) =>
      posts(read, { orgId }, roster),
    );
    const postId = held?.posts[0]?.postId as Parameters<typeof endPost>[1]['postId'] | undefined;
    if (postId === undefined) throw new Error('no post');
    await world.act(county, (write) =>
      endPost(write, { postId, on: d('2026-12-30'), reason: '调离' }),
    );
    expect([401, 403]).toContain((await ask()).status);
  });
});

describe('groups, hand-over, papers', () => {
  test('a group has its members and leader; dissolved, they stand in the branch', async () => {
    const { orgId, people } = await branchOf(6);
    const secretary = await actorOf(orgId, 'secretary', at(people, 0));
    const { groupId } = await world.act(secretary, (write) =>
      foundGroup(write, { orgId, name: '第一党小组', on: d('2026-05-01') }),
    );
    const three = people.slice(0, 3);
    expect(
      await world.act(secretary, (write) =>
        assignGroup(write, { orgId, groupId, personIds: three, on: d('2026-05-01') }, roster),
      ),
    ).toEqual({ moved: 3 });
    for (const leader of [0, 1]) {
      await world.act(secretary, (write) =>
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
      world.db.read(secretary, (read) => groups(read, { orgId, asOf: d(day) }, roster));
    const found = await on('2026-06-02');
    expect(found?.groups[0]).toMatchObject({ leader: { personId: at(people, 1) }, advice: [] });
    expect(found?.groups[0]?.members).toHaveLength(3);
    expect(found?.ungrouped).toHaveLength(3);
    const print = await world.db.read(secretary, (read) =>
      groupsPaper(read, { orgId, format: 'html' }, roster),
    );
    expect(await print?.text()).toContain('第一党小组');
    await world.act(secretary, (write) =>
      dissolveGroup(write, { groupId, on: d('2026-09-01') }, roster),
    );
    expect((await on('2026-08-31'))?.groups).toHaveLength(1);
    expect(await on('2026-09-01')).toMatchObject({ groups: [] });
    expect((await on('2026-09-01'))?.ungrouped).toHaveLength(6);
  });

  test('a hand-over keeps its list; the papers print', async () => {
    const { orgId, people } = await branchOf(4);
    await world.act(county, (write) =>
      electCommittee(
        write,
        elected(orgId, people, d('2026-04-01'), { approvedOn: d('2026-04-02') }),
        roster,
      ),
    );
    const secretary = await actorOf(orgId, 'secretary', at(people, 0));
    const now = await world.db.read(secretary, (read) =>
      handovers(read, { orgId }, roster, () =>
        Promise.resolve([{ title: '未办结事项', lines: ['补开一次党课'] }]),
      ),
    );
    expect(now?.proposed[0]?.lines[0]).toContain('党员4名');
    const open = now?.proposed.filter((item) => item.title === '未办结事项');
    expect(open).toEqual([{ title: '未办结事项', lines: ['补开一次党课'] }]);
    const { handoverId } = await world.act(secretary, (write) =>
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
    const paper = await world.db.read(secretary, (read) =>
      handoverPaper(read, { handoverId, format: 'html' }),
    );
    expect(await paper?.text()).toContain('交接清单');
    const table = await world.db.read(secretary, (read) =>
      committeePaper(read, { orgId, format: 'docx' }, roster),
    );
    expect(table?.size).toBeGreaterThan(5_000);
    const chart = await world.db.read(county, (read) => chartPaper(read, { paper: 'A4' }, roster));
    const html = (await chart?.text()) ?? '';
    expect(html).toContain('size:A4 landscape');
    expect(html).toContain('县水务局党支部');
  });

  test('a branch is found by its name, and a name nobody has is said', async () => {
    const by = (name: string) => world.db.read(county, (read) => findOrganisation(read, name));
    expect(codeOf(await by('县水务局党支部'))).toBe('ok');
    expect(codeOf(await by('没有这个'))).toBe('organisations.unknown_name');
  });
});

describe('who sees what', () => {
  const TABLES = ['org_act', 'org_term_shift', 'org_notice', 'org_handover'] as const;

  test('a stranger sees nothing of another branch', async () => {
    const stranger = world.other.as('secretary');
    const own = world.branch.orgId;
    expect(await world.db.read(stranger, (read) => posts(read, { orgId: own }, roster))).toBeNull();
    expect(
      await world.db.read(stranger, (read) => detail(read, { orgId: own }, roster)),
    ).toBeNull();
    for (const table of [...TABLES, 'post', 'party_group'] as const) {
      const rows = await reading<{ org_id: string }[]>(stranger, (read) =>
        read.db.selectFrom(table).select('org_id').execute(),
      );
      const seen = new Set(rows.map((row) => row.org_id));
      seen.delete(world.other.orgId);
      seen.delete(world.founded.orgId);
      expect([...seen]).toEqual([]);
    }
    const written = await doing(stranger, (write) =>
      foundGroup(write, { orgId: own, name: '混入', on: TODAY }),
    );
    expect(codeOf(written)).toBe('common.not_found');
  });

  test('an ordinary member sees who heads the branch, and no register', async () => {
    const { orgId, people } = await branchOf(4);
    await world.act(county, (write) =>
      electCommittee(
        write,
        elected(orgId, people, d('2026-04-01'), { approvedOn: d('2026-04-02') }),
        roster,
      ),
    );
    const member = await actorOf(orgId, 'member', at(people, 3));
    const found = await world.db.read(member, (read) => posts(read, { orgId }, roster));
    expect(found?.posts.map((post) => post.name)).toHaveLength(3);
    expect(found?.posts.every((post) => post.name !== '')).toBe(true);
    expect(found?.can['change']).not.toBe(true);
    const about = await world.db.read(member, (read) => detail(read, { orgId }, roster));
    expect(about?.organisation.members).toBeNull();
    for (const table of TABLES) {
      const rows = await reading<unknown[]>(member, (read) =>
        read.db.selectFrom(table).select('org_id').execute(),
      );
      expect(rows).toEqual([]);
    }
    const profile = await world.db.read(member, (read) => profileOf(read, orgId, TODAY));
    expect(profile).toMatchObject({ isBranch: true, committee: true, attendanceAlarms: true });
  });
});
