import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PersonId } from '#kernel/ids';
import { plainDate } from '#kernel/plain-date';
import type { PostKind } from '#kernel/posts';
import { unwrap } from '#kernel/result';
import type { Actor } from '#platform/db';
import { rosterOfMembers as roster } from '#modules/members';
import { testDatabase } from '../../tests/support/database.ts';
import { serveWorld, type HttpWorld } from '../../tests/worlds/http.ts';
import {
  organisationsDesk,
  type Desk,
  appointing as one,
  at,
  codeOf,
  elected,
  papers,
  TODAY,
} from '../../tests/worlds/organisations.ts';
import { appoint, type Appointment } from './commands/appoint.ts';
import { approvePost, changeDuties, endPost } from './commands/change-post.ts';
import { electCommittee } from './commands/elect-committee.ts';
import { remind, shiftTerm } from './commands/keep-term.ts';
import { organisationObligations } from './obligations.ts';
import { bodiesHeadedBy, committeeOn, posts } from './queries/office.ts';
import { terms } from './queries/terms.ts';

const database = await testDatabase();
let desk: Desk;
let http: HttpWorld;
let folder: string;
const d = plainDate;

beforeAll(async () => {
  desk = await organisationsDesk(database.appUrl);
  folder = await mkdtemp(join(tmpdir(), 'zhibu-organisations-'));
  http = await serveWorld(desk.world, folder);
});
afterAll(async () => {
  await http.close();
  await desk.world.db.close();
  await rm(folder, { recursive: true, force: true });
});

describe('posts and terms', () => {
  test('a secretary acts from approval on, whoever led before until then', async () => {
    const { orgId, people } = await desk.branchOf(5);
    const clerk = await desk.actorOf(orgId, 'secretary', at(people, 0));
    await desk.world.act(desk.county, (write) =>
      appoint(
        write,
        one(orgId, at(people, 4), 'acting_secretary', { wayIn: 'interim', on: d('2026-03-10') }),
        roster,
      ),
    );
    const done = unwrap(
      await desk.doing(clerk, (write) => electCommittee(write, elected(orgId, people), roster)),
    );
    expect(done.termEndsOn).toBe('2029-04-01');
    const head = async (day: string): Promise<string[]> =>
      (await desk.world.db.read(clerk, (read) => committeeOn(read, orgId, d(day)))).map(
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
      desk.doing(actor, (write) =>
        approvePost(write, {
          postId: secretary,
          approvedOn: d('2026-04-20'),
          approvalPaper: '云委组〔2026〕12号',
        }),
      );
    expect(codeOf(await approve(clerk))).toBe('organisations.appointed_by_above');
    expect(codeOf(await approve(desk.county))).toBe('ok');
    expect(codeOf(await approve(desk.county))).toBe('organisations.not_waiting');
    expect(await head('2026-04-19')).toContain('acting_secretary');
    expect(await head('2026-04-20')).toEqual([
      'secretary',
      'organisation_member',
      'discipline_member',
    ]);
    const headed = (person: PersonId) =>
      desk.world.db.read(clerk, (read) =>
        bodiesHeadedBy(read, person, { from: d('2026-01-01'), to: TODAY }),
      );
    expect(await headed(at(people, 4))).toMatchObject([
      { from: '2026-03-10', until: '2026-04-20' },
    ]);
    expect(await headed(at(people, 0))).toMatchObject([{ from: '2026-04-20', until: null }]);
  });

  test('nobody of the branch makes a head, and a probationary member holds no post', async () => {
    const { orgId, people } = await desk.branchOf(10);
    const secretary = await desk.actorOf(orgId, 'secretary', at(people, 0));
    const tried = (input: Appointment, actor = secretary) =>
      desk.doing(actor, (write) => appoint(write, input, roster));
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
    const other = await desk.branchOf(1);
    expect(codeOf(await tried(one(orgId, at(other.people, 0), 'publicity_member')))).toBe(
      'organisations.holder_unknown',
    );
    expect(
      codeOf(await tried(one(orgId, at(other.people, 0), 'publicity_member'), desk.county)),
    ).toBe('organisations.not_of_this_body');
  });

  test('duties change within a tenure, and the day before keeps the old ones', async () => {
    const { orgId, people } = await desk.branchOf(4);
    const { postId } = await desk.world.act(desk.county, (write) =>
      appoint(write, one(orgId, at(people, 0), 'committee_member', { duties: '青年工作' }), roster),
    );
    const change = (duties: string, from: string) =>
      desk.doing(desk.county, (write) => changeDuties(write, { postId, from: d(from), duties }));
    expect(codeOf(await change('统战工作', '2026-08-01'))).toBe('ok');
    expect(codeOf(await change('统战工作', '2026-09-01'))).toBe('organisations.nothing_changed');
    const dutiesOn = async (day: string): Promise<string | undefined> =>
      (await desk.world.db.read(desk.county, (read) => committeeOn(read, orgId, d(day))))[0]
        ?.duties;
    expect(await dutiesOn('2026-07-31')).toBe('青年工作');
    expect(await dutiesOn('2026-08-01')).toBe('统战工作');
  });

  test('a late election needs consent before the term was over; the list and the duty follow', async () => {
    const { orgId, people } = await desk.branchOf(5);
    const first = elected(orgId, people, d('2026-03-05'), {
      approvedOn: d('2026-03-06'),
      termEndsOn: d('2026-11-30'),
    });
    await desk.world.act(desk.county, (write) => electCommittee(write, first, roster));
    const line = async () =>
      (
        await desk.world.db.read(desk.county, (read) =>
          terms(read, { q: '', page: 1, pageSize: 500 }),
        )
      ).rows.find((row) => row.orgId === orgId);
    expect(await line()).toMatchObject({ endsOn: '2026-11-30', stage: 'over' });
    const duties = async () => {
      const span = { from: d('2026-10-01'), to: TODAY };
      return desk.world.db.read(desk.county, async (read) =>
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
      desk.doing(desk.county, (write) => electCommittee(write, input, roster));
    expect(codeOf(await vote(second))).toBe('organisations.election_shift_unapproved');
    await desk.world.act(desk.county, (write) =>
      remind(write, { orgId, on: d('2026-06-01'), means: 'letter', note: '' }),
    );
    const shift = (approvedOn: string) =>
      desk.doing(desk.county, (write) =>
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
    const { orgId, people } = await desk.branchOf(4);
    const branch = {
      orgId,
      path: (await desk.actorOf(orgId, 'secretary')).place,
      people,
      as: () => desk.county,
    };
    const asBranch = { ...branch, as: (post: PostKind | 'member') => ({ ...desk.county, post }) };
    await http.signIn('ends', asBranch, at(people, 0), 'organisation_member');
    const ask = () => http.call('ends', 'GET', '/organisations/groups', { orgId });
    expect((await ask()).status).toBe(200);
    const held = await desk.reading(desk.county, (read) => posts(read, { orgId }, roster));
    const postId = held?.posts[0]?.postId as Parameters<typeof endPost>[1]['postId'] | undefined;
    if (postId === undefined) throw new Error('no post');
    await desk.world.act(desk.county, (write) =>
      endPost(write, { postId, on: d('2026-12-30'), reason: '调离' }),
    );
    expect([401, 403]).toContain((await ask()).status);
  });
});
