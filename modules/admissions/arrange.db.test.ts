import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dutiesOf } from '#engines/obligation';
import { plainDate as day, type PlainDate } from '#kernel/plain-date';
import { unwrap } from '#kernel/result';
import { enterMember } from '#modules/members';
import { testDatabase } from '../../tests/support/database.ts';
import { admissionDesk, type AdmissionDesk } from '../../tests/worlds/admission-desk.ts';
import { buildWorld, type World } from '../../tests/worlds/world.ts';
import { setPlan, setSettings } from './commands/arrange.ts';
import { beginCase, type Earlier } from './commands/begin-case.ts';
import { pause } from './commands/pause.ts';
import { admissionObligations } from './obligations.ts';
import { calendar } from './queries/calendar.ts';
import { idle } from './queries/idle.ts';
import { accepted, plans } from './queries/plans.ts';
import { calendarPaper, idlePaper } from './queries/arrange-papers.ts';
import { structure, structurePeople } from './queries/structure.ts';

const database = await testDatabase();
const TODAY = day('2028-06-20');
let world: World;
let desk: AdmissionDesk;

const ACTIVIST: readonly (readonly [Earlier['move'], string])[] = [
  ['apply', '2026-06-01'],
  ['first_talk', '2026-06-10'],
  ['determine_activist', '2027-12-01'],
  ['file_activist', '2027-12-10'],
  ['assign_contacts', '2027-12-12'],
];
const TARGET: typeof ACTIVIST = [
  ...ACTIVIST.map(([move]) => [move, '2026-07-01'] as const),
  ['determine_target', '2027-08-01'],
  ['consent_target', '2027-08-05'],
  ['begin_notice', '2027-08-06'],
  ['close_notice', '2027-08-20'],
  ['determine_introducers', '2027-08-21'],
  ['review', '2027-09-01'],
  ['train', '2027-09-10'],
  ['committee_review', '2027-09-20'],
  ['prereview', '2027-10-01'],
  ['issue_book', '2027-10-02'],
  ['fill_form', '2027-10-05'],
];
const ACCEPTED: typeof ACTIVIST = [...TARGET, ['accept', '2027-10-20']];

async function begin(
  name: string,
  steps: typeof ACTIVIST,
  more: { orgId?: World['branch']['orgId']; bornOn?: string; sex?: 'male' | 'female' } = {},
) {
  const { orgId = world.branch.orgId, bornOn = '1998-05-04', sex = 'female' } = more;
  return unwrap(
    await desk.attempt(
      (write) =>
        beginCase(write, {
          orgId,
          person: { name, sex, bornOn },
          mobile: false,
          league: false,
          steps: steps.map(([move, on]) => ({
            move,
            on: day(on),
            told: move === 'begin_notice' ? { until: day('2027-08-18'), places: ['公告栏'] } : {},
          })),
        }),
      orgId === world.branch.orgId ? desk.secretary() : world.other.as('secretary'),
    ),
  );
}
const look = <T>(work: Parameters<typeof world.db.read<T>>[1], actor = desk.officer()) =>
  world.db.read(actor, work);

beforeAll(async () => {
  world = await buildWorld(database.appUrl);
  desk = admissionDesk(world);
  desk.goTo(TODAY);
  await begin('何雨', [['apply', '2028-06-01']]);
  await begin('许明', ACTIVIST, { sex: 'male', bornOn: '1990-01-02' });
  await begin('郑好', TARGET);
  await begin('孙晓雨', ACCEPTED);
  await begin('钱进', ACTIVIST, { orgId: world.other.orgId, sex: 'male', bornOn: '1970-01-02' });
});
afterAll(() => world.db.close());

describe('plans', () => {
  const give = (span: 1 | 5, year: number, quota: number, orgId = world.branch.orgId) =>
    desk.attempt(
      (write) => setPlan(write, { orgId, years: span, year, quota, paper: '' }),
      desk.officer(),
    );

  test('of five years: what is handed out by year, used and left; not two over the same years', async () => {
    unwrap(await give(5, 2026, 9));
    unwrap(await give(1, 2027, 2));
    unwrap(await give(1, 2028, 3));
    unwrap(await give(1, 2031, 3));
    expect(await desk.refusal(give(5, 2028, 9))).toBe('admissions.plan_overlaps');
    unwrap(await give(5, 2026, 10));
    const branch = await look((read) => plans(read, { orgId: world.branch.orgId, span: 'five' }));
    expect(branch).toMatchObject({ year: 2026, to: 2030, known: [2026] });
    const county = await look((read) =>
      plans(read, { orgId: world.founded.orgId, span: 'five', year: 2026 }),
    );
    expect(county?.rows.find((row) => row.orgId === world.branch.orgId)).toMatchObject({
      quota: 10,
      handedOut: 5,
      used: 1,
      // Whoever was received stays a target until the committee approves.
      targets: 2,
    });
    expect(county?.rows[0]).toMatchObject({ orgId: world.founded.orgId, used: 1, quota: null });
    const year = await look((read) =>
      plans(read, { orgId: world.founded.orgId, span: 'one', year: 2028 }),
    );
    expect(year?.rows.map((row) => row.used)).toEqual([0, 0, 0]);
  });
  test('who was received is named', async () => {
    const found = await look((read) =>
      accepted(read, { orgId: world.founded.orgId, from: 2027, to: 2027 }),
    );
    expect(found?.rows).toMatchObject([{ name: '孙晓雨', on: '2027-10-20' }]);
  });
});

describe('structure and idle branches', () => {
  test('counts by register and band, and the people behind each', async () => {
    const { orgId } = world.founded;
    const found = await look((read) => structure(read, { orgId }));
    expect(found?.totals).toMatchObject({ applicants: 1, activists: 2, targets: 2 });
    const age = found?.tables.find((table) => table.key === 'age')?.lines;
    expect(age?.map((line) => [line.name, line.counts.activists])).toEqual([
      ['29—35岁', 0],
      ['36—45岁', 1],
      ['46岁及以上', 1],
    ]);
    const people = await look((read) =>
      structurePeople(read, { orgId, register: 'activists', table: 'sex', key: 'male' }),
    );
    expect(people?.rows.map((row) => row.name).toSorted()).toEqual(['许明', '钱进']);
    expect(found?.tables.find((table) => table.key === 'education')?.lines[0]?.name).toBe(
      '没有填写',
    );
  });
  test('a branch that received nobody in three years, with what it has on the way', async () => {
    const { orgId } = world.founded;
    // Both branches are younger than three years still.
    expect((await look((read) => idle(read, { orgId })))?.rows).toEqual([]);
    desk.goTo('2029-06-20');
    const found = await look((read) => idle(read, { orgId }));
    expect(found?.branches).toBe(2);
    expect(found?.rows).toMatchObject([
      { orgId: world.other.orgId, last: '2005-06-01', activists: 1 },
    ]);
    const paper = unwrap(await look((read) => idlePaper(read, { orgId, format: 'html' })));
    expect(await paper.text()).toContain('2005年6月1日');
    await desk.attempt(
      (write) =>
        enterMember(write, {
          orgId: world.other.orgId,
          name: '新来',
          sex: 'male',
          bornOn: day('1995-01-01'),
          category: 'probationary',
          joinedOn: day('2028-12-01'),
          from: day('2028-12-01'),
          wayIn: 'admitted',
        }),
      world.other.as('secretary'),
    );
    expect((await look((read) => idle(read, { orgId })))?.rows).toEqual([]);
  });
});

describe('what comes', () => {
  test('a calendar a year ahead: what may be done, what has to wait, last days; printed by month', async () => {
    desk.goTo('2029-06-21');
    const { orgId } = world.branch;
    const found = await look((read) => calendar(read, { orgId }), desk.secretary());
    const of = (name: string) =>
      found?.lines
        .filter((line) => line.name === name)
        .map((line) => [line.label, line.kind, line.on]);
    expect(of('何雨')?.slice(0, 2)).toEqual([
      ['党组织派人谈话', 'latest', '2028-07-01'],
      ['党组织派人谈话', 'earliest', '2029-06-21'],
    ]);
    // Observed never since 2027-12: over its term, shown in this month; and from a year on a target at any time.
    expect(of('许明')).toContainEqual(['培养教育考察', 'latest', '2028-06-01']);
    expect(of('许明')).toContainEqual(['确定发展对象', 'earliest', '2029-06-21']);
    expect(found?.months.map((one) => one.lines).reduce((sum, n) => sum + n, 0)).toBe(
      found?.lines.length,
    );
    const one = await look(
      (read) => calendar(read, { orgId, month: '2029-06' as never }),
      desk.secretary(),
    );
    expect(one?.month).toBe('2029-06');
    expect(one?.lines.length).toBe(found?.months[0]?.lines);
    const paper = unwrap(
      await look((read) => calendarPaper(read, { orgId, format: 'html' }), desk.secretary()),
    );
    expect(await paper.text()).toContain('已超期');
  });

  test('duties follow the settings of the place, and are those of the committee that approves', async () => {
    const duties = (
      orgIds: Parameters<typeof dutiesOf>[2],
      actor: ReturnType<AdmissionDesk['officer']>,
      to: PlainDate,
    ) =>
      look(
        (read) =>
          dutiesOf(
            [admissionObligations],
            read,
            orgIds,
            { from: day('2028-01-01'), to },
            read.today,
          ),
        actor,
      );
    desk.goTo('2029-06-22');
    const { orgId } = world.branch;
    const last = day('2029-12-31');
    const before = await duties([orgId], desk.secretary(), last);
    expect(before.find((one) => one.kind === 'admissions.observe')?.until).toBe('2028-06-01');
    unwrap(
      await desk.attempt(
        (write) =>
          setSettings(write, {
            orgId: world.founded.orgId,
            from: write.today,
            countyCheck: false,
            observeMonths: 3,
            noticeWorkdays: 5,
            trainingHours: 24,
            approves: true,
          }),
        desk.officer(),
      ),
    );
    const after = await duties([orgId], desk.secretary(), last);
    expect(after.find((one) => one.kind === 'admissions.observe')?.until).toBe('2028-03-01');
    const kinds = (list: typeof after) => [...new Set(list.map((one) => one.kind))].toSorted();
    expect(kinds(after)).not.toContain('admissions.approval');
    const above = await duties([world.founded.orgId], desk.officer(), last);
    expect(kinds(above)).toEqual(['admissions.approval']);
    expect(above[0]).toMatchObject({ orgId: world.founded.orgId, until: '2028-01-20' });
  });
  test('of a paused case nothing comes', async () => {
    const { orgId } = world.branch;
    const before = await look((read) => calendar(read, { orgId }), desk.secretary());
    const line = before?.lines.find((one) => one.name === '何雨');
    if (line === undefined) throw new Error('nothing comes');
    const { version } = await desk.look(line.caseId as never);
    unwrap(
      await desk.attempt((write) =>
        pause(write, {
          caseId: line.caseId as never,
          on: write.today,
          reason: '外出学习',
          basedOn: version,
        }),
      ),
    );
    const after = await look((read) => calendar(read, { orgId }), desk.secretary());
    expect(after?.lines.map((one) => one.name)).not.toContain('何雨');
  });
});
