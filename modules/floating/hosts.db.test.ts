import { expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date';
import { money } from '#kernel/money';
import type { Result } from '#kernel/result';
import { insertMany, type Actor } from '#platform/db';
import { attachedOn } from '#modules/members';
import { testDatabase } from '../../tests/support/database.ts';
import { floatingDesk } from '../../tests/worlds/floating-desk.ts';
import { arrive, leave, receive } from './commands/arrive.ts';
import { comeBack } from './commands/come-back.ts';
import { setSettings } from './commands/set-settings.ts';
import { recordLife, reviewCertificates, tellGrade, tellLife } from './commands/tell-home.ts';
import { arrived } from './queries/arrived.ts';
import { away } from './queries/away.ts';
import { arrivedPaper, awayPaper, certificatePaper, contactPaper } from './queries/papers.ts';
import { hosts, proposals, settings } from './queries/proposals.ts';
import { thread } from './queries/thread.ts';
import type { AwayId } from './store/away.ts';

const desk = floatingDesk(await testDatabase());
const d = plainDate;
const TODAY = d('2026-11-20');
const codeOf = (done: Result<unknown>): string => (done.ok ? 'ok' : done.refusal.code);
const host = (): Actor => desk.world.other.as('secretary');
const hereOf = (actor: Actor) =>
  desk.world.db.read(actor, (read) =>
    arrived(read, { orgId: desk.world.other.orgId, state: 'here', page: 1, pageSize: 50 }),
  );
const threadOf = (actor: Actor, awayId: AwayId) =>
  desk.world.db.read(actor, (read) => thread(read, { awayId }));

/** A row as a finalised meeting of the host leaves it. */
const present = (meetingId: string, on: string) =>
  desk.world.act(host(), async (write) => {
    const place = { orgId: desk.world.other.orgId, orgPath: desk.world.other.path };
    await insertMany(write, 'attendance', [
      {
        ...write.stamp(place),
        id: write.newId(),
        person_id: desk.person(2),
        name: '张伟',
        meeting_id: meetingId,
        sitting_id: meetingId,
        held_on: on,
        minutes: 60,
        state: 'guest',
        rated: false,
        kind: 'theme_day',
        title: '主题党日',
        reason: '',
        away: null,
      },
    ]);
    return { ok: true, value: null };
  });

test('a stay with a host of the county has two ends, and each writes its own', async () => {
  const found = await desk.world.db.read(desk.secretary(), (read) => hosts(read, { q: '水务' }));
  expect(found.rows).toEqual([{ orgId: desk.world.other.orgId, name: '县水务局党支部' }]);
  const { awayId } = await desk.register(2, {
    hostOrgId: desk.world.other.orgId,
    placeKind: 'county',
    place: '县城',
    certificateNo: '云0001',
  });
  expect(codeOf(await desk.tryRegister(3, { certificateNo: '云0001' }))).toBe(
    'floating.certificate_used',
  );
  // The member takes part at the host from that day on, outside 应到 and votes.
  const guests = await desk.world.db.read(host(), (read) =>
    attachedOn(read, desk.world.other.orgId, TODAY),
  );
  expect(guests).toMatchObject([{ name: '张伟', kind: 'floating_in' }]);

  expect((await hereOf(host()))?.rows).toMatchObject([
    { name: '张伟', homeName: '县发展和改革局党支部', arrivedOn: null, leftOn: '2026-03-05' },
  ]);
  const entered = { awayId, on: d('2026-03-10'), keeperId: null };
  expect(codeOf(await desk.tries(desk.secretary(), (write) => arrive(write, entered)))).toBe(
    'floating.not_our_guest',
  );
  const { arrivalId } = await desk.act(host(), (write) => arrive(write, entered));
  expect(codeOf(await desk.tries(host(), (write) => arrive(write, entered)))).toBe(
    'floating.already_here',
  );

  // What the host's own records know is told by one act, once.
  const tell = () =>
    desk.tries(host(), (write) =>
      tellLife(write, { orgId: desk.world.other.orgId, arrivalIds: [arrivalId] }),
    );
  expect(codeOf(await tell())).toBe('floating.nothing_to_report');
  await present('00000000-0000-7000-8000-000000000001', '2026-11-05');
  expect((await hereOf(host()))?.rows).toMatchObject([{ untold: 1, told: 0 }]);
  expect(await tell()).toMatchObject({ value: { told: 1 } });
  expect(codeOf(await tell())).toBe('floating.nothing_to_report');
  expect((await hereOf(host()))?.rows).toMatchObject([{ untold: 0, told: 1 }]);

  const grade = {
    awayId,
    year: 2025,
    grade: 'qualified' as const,
    on: TODAY,
    words: '',
    hostName: '',
  };
  expect(codeOf(await desk.tries(desk.secretary(), (write) => tellGrade(write, grade)))).toBe(
    'floating.by_host',
  );
  expect(codeOf(await desk.tries(host(), (write) => tellGrade(write, grade)))).toBe('ok');
  expect(codeOf(await desk.tries(host(), (write) => tellGrade(write, grade)))).toBe(
    'floating.year_told',
  );
  const dues = {
    awayId,
    what: {
      kind: 'dues' as const,
      on: d('2026-09-01'),
      fromMonth: '2026-07' as never,
      toMonth: '2026-09' as never,
      amount: money(900),
    },
  };
  expect(codeOf(await desk.tries(host(), (write) => recordLife(write, dues)))).toBe('ok');
  const review = { awayIds: [awayId], year: 2025, on: TODAY };
  expect(
    codeOf(await desk.tries(desk.secretary(), (write) => reviewCertificates(write, review))),
  ).toBe('ok');
  expect(codeOf(await desk.tries(host(), (write) => reviewCertificates(write, review)))).toBe(
    'common.not_found',
  );

  // Both ends read the same stay.
  const home = await threadOf(desk.secretary(), awayId);
  const far = await threadOf(host(), awayId);
  const titles = (one: typeof home) => one?.events.map((event) => event.title).toSorted();
  expect(titles(far)).toEqual(titles(home));
  expect(titles(home)).toContain('在流入地参加活动：主题党日');
  expect(titles(home)).toContain('在流入地交纳2026年7月至2026年9月党费9.00元');
  expect(home?.reviewed).toEqual([2025]);
  expect(home?.row.last).toEqual({ on: TODAY, source: 'life' });
  expect(far?.can['change']).toMatchObject({ code: 'common.not_allowed' });

  for (const format of ['html', 'docx'] as const) {
    const paper = await desk.world.db.read(desk.secretary(), (read) =>
      certificatePaper(read, { awayId, format }),
    );
    expect(paper.ok && paper.value.size).toBeGreaterThan(2_000);
    if (paper.ok && format === 'html') {
      const text = await paper.value.text();
      for (const word of ['云0001', '主题党日', '9.00', '合格', '县水务局党支部'])
        expect(text).toContain(word);
    }
  }
  for (const make of [awayPaper, contactPaper])
    for (const format of ['html', 'docx', 'xlsx'] as const)
      expect(
        codeOf(
          await desk.world.db.read(desk.secretary(), (read) =>
            make(read, { orgId: desk.world.branch.orgId, year: 2026, format }),
          ),
        ),
      ).toBe('ok');
  const here = await desk.world.db.read(host(), (read) =>
    arrivedPaper(read, { orgId: desk.world.other.orgId, format: 'html' }),
  );
  expect(here.ok && (await here.value.text())).toContain('张伟');

  // The home branch enters the return: the stay at the host ends with it.
  await desk.act(desk.secretary(), (write) =>
    comeBack(write, { awayId, on: TODAY, way: 'returned' }),
  );
  expect((await hereOf(host()))?.rows).toEqual([]);
  const after = await desk.world.db.read(host(), (read) =>
    attachedOn(read, desk.world.other.orgId, TODAY),
  );
  expect(after).toEqual([]);
});

test('somebody from outside comes and goes without a stay of the county', async () => {
  const given = {
    orgId: desk.world.other.orgId,
    name: '马小军',
    homeName: '中共邻县青山村党支部',
    phone: '13900001111',
    certificateNo: '邻0007',
    on: d('2026-05-01'),
    keeperId: null,
  };
  const { arrivalId } = await desk.act(host(), (write) => receive(write, given));
  expect((await hereOf(host()))?.rows).toMatchObject([{ name: '马小军', awayId: null }]);
  const tell = { orgId: given.orgId, arrivalIds: [arrivalId] };
  expect(codeOf(await desk.tries(host(), (write) => tellLife(write, tell)))).toBe(
    'floating.no_home_here',
  );
  expect(
    codeOf(await desk.tries(desk.secretary(), (write) => leave(write, { arrivalId, on: TODAY }))),
  ).toBe('common.not_found');
  await desk.act(host(), (write) => leave(write, { arrivalId, on: TODAY }));
  expect(codeOf(await desk.tries(host(), (write) => leave(write, { arrivalId, on: TODAY })))).toBe(
    'floating.ended',
  );
  expect((await hereOf(host()))?.counts).toMatchObject({ here: 0, ended: 1 });
});

test('a host that is not kept here speaks by paper through the home branch', async () => {
  const { awayId } = await desk.register(3, { hostName: '东莞市某街道流动党员党支部' });
  const what = { kind: 'activity' as const, on: d('2026-06-01'), words: '参加主题党日' };
  await desk.act(desk.secretary(), (write) => recordLife(write, { awayId, what }));
  const found = await threadOf(desk.secretary(), awayId);
  expect(found?.events[0]).toMatchObject({
    title: '在流入地参加活动：参加主题党日',
    by: '据东莞市某街道流动党员党支部纸质记录',
  });
  const early = { awayId, what: { ...what, on: d('2026-03-04') } };
  expect(codeOf(await desk.tries(desk.secretary(), (write) => recordLife(write, early)))).toBe(
    'floating.before_left',
  );
});

test('the rhythm is fixed by a committee and holds for the branches below', async () => {
  const orgId = desk.world.founded.orgId;
  const rhythm = {
    from: d('2026-11-01'),
    contactMonths: 3,
    abroadMonths: 6,
    countsPresence: false,
  };
  const set = (actor: Actor, more: object = {}) =>
    desk.tries(actor, (write) => setSettings(write, { orgId, ...rhythm, ...more }));
  expect(codeOf(await set(desk.secretary(), { orgId: desk.world.branch.orgId }))).toBe(
    'floating.fixed_above',
  );
  expect(codeOf(await set(desk.officer(), { abroadMonths: 7 }))).toBe('floating.abroad_too_long');
  expect(codeOf(await set(desk.officer()))).toBe('ok');
  const known = await desk.world.db.read(desk.secretary(), (read) =>
    settings(read, { orgId: desk.world.branch.orgId }),
  );
  expect(known).toMatchObject({ contactMonths: 3, countsPresence: false });
  const list = await desk.world.db.read(desk.secretary(), (read) =>
    away(read, { orgId: desk.world.branch.orgId, state: 'away', page: 1, pageSize: 50 }),
  );
  // Left on 5 March, activity told on 1 June: three months after that.
  expect(list?.rows[0]).toMatchObject({ name: '刘洋', due: '2026-09-01' });
  const offered = await desk.world.db.read(desk.secretary(), (read) =>
    proposals(read, { orgId: desk.world.branch.orgId }),
  );
  expect(offered?.people.map((one) => one.name)).not.toContain('刘洋');
  expect(offered?.keeperRequired).toBe(false);
});
