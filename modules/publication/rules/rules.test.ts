import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { addDays, plainDate } from '#kernel/plain-date';
import { unwrap } from '#kernel/result';
import { BUILT_IN, catalogueFor, ruleNamed, type FixedKind } from './catalogue.ts';
import { lastDay, periodName, periodOf, periodsOver } from './period.ts';
import { nextState, type ItemFacts, type Somebody } from './steps.ts';
import { contentOf, typedOf } from './text.ts';

const anna: Somebody = { accountId: 'a', name: '王建国', onPaper: false };
const boris: Somebody = { accountId: 'b', name: '李秀英', onPaper: false };
const item = (over: Partial<ItemFacts>): ItemFacts => ({
  state: 'proposed',
  version: 1,
  shownVersion: 0,
  audience: 'unit',
  proposedBy: anna,
  checkedBy: null,
  boardOpen: true,
  ...over,
});

describe('steps', () => {
  it('goes through check, approval and publication by two people', () => {
    expect(
      unwrap(nextState(item({}), { move: 'check', post: 'publicity_member', who: boris })),
    ).toBe('checked');
    const checked = item({ state: 'checked', checkedBy: boris });
    expect(unwrap(nextState(checked, { move: 'approve', post: 'secretary', who: anna }))).toBe(
      'approved',
    );
    const approved = item({ state: 'approved' });
    expect(unwrap(nextState(approved, { move: 'publish', post: 'clerk', who: anna }))).toBe(
      'published',
    );
  });
  test.each([
    ['publication.second_person', item({}), 'check', 'secretary', anna],
    [
      'publication.second_person',
      item({}),
      'check',
      'secretary',
      { ...anna, accountId: 'z', onPaper: true },
    ],
    ['publication.clerk_not_checks', item({}), 'check', 'clerk', boris],
    ['publication.head_approves', item({ state: 'checked' }), 'approve', 'publicity_member', boris],
    ['publication.not_now', item({}), 'publish', 'secretary', anna],
    [
      'publication.not_now',
      item({ state: 'published', shownVersion: 1 }),
      'withdraw',
      'secretary',
      anna,
    ],
    [
      'publication.no_board',
      item({ state: 'approved', boardOpen: false }),
      'publish',
      'secretary',
      anna,
    ],
  ] as const)('%s', (code, facts, move, post, who) => {
    const result = nextState(facts, { move, post, who });
    expect(result.ok ? 'ok' : result.refusal.code).toBe(code);
  });
  it('lets a signature on paper check and approve, and what is inside the Party do without a board', () => {
    const paper = { ...boris, accountId: 'a', onPaper: true };
    expect(nextState(item({}), { move: 'check', post: 'clerk', who: paper }).ok).toBe(true);
    const inside = item({ state: 'approved', boardOpen: false, audience: 'members' });
    expect(nextState(inside, { move: 'publish', post: 'clerk', who: anna }).ok).toBe(true);
  });
  it('withdrawing a correction leaves what hangs', () => {
    const correcting = item({ version: 2, shownVersion: 1 });
    expect(unwrap(nextState(correcting, { move: 'withdraw', post: 'clerk', who: anna }))).toBe(
      'published',
    );
  });
});

describe('periods', () => {
  it('cuts a year into quarters and names them', () => {
    const quarter = periodOf('quarter', plainDate('2026-11-22'));
    expect(quarter).toEqual({ from: '2026-10-01', to: '2026-12-31' });
    expect(periodName('quarter', quarter)).toBe('2026年第四季度');
    expect(periodName('month', periodOf('month', plainDate('2026-02-28')))).toBe('2026年2月');
    expect(
      periodsOver('quarter', { from: plainDate('2025-12-31'), to: plainDate('2026-04-01') }),
    ).toHaveLength(3);
  });
  it('every day lies in exactly one period of a span', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('month' as const, 'quarter' as const, 'year' as const),
        fc.nat(3000),
        fc.nat(800),
        (rhythm, start, length) => {
          const from = addDays(plainDate('2020-01-01'), start);
          const to = addDays(from, length);
          const periods = periodsOver(rhythm, { from, to });
          const day = addDays(from, Math.floor(length / 2));
          expect(periods.filter((one) => one.from <= day && day <= one.to)).toHaveLength(1);
        },
      ),
    );
  });
  it('cannot be made shorter than the catalogue or than the record', () => {
    const from = plainDate('2026-11-02');
    const asked = { from, wanted: null, fixed: null, postingDays: 7 };
    expect(unwrap(lastDay(asked))).toBe('2026-11-09');
    expect(lastDay({ ...asked, wanted: plainDate('2026-11-08') }).ok).toBe(false);
    expect(unwrap(lastDay({ ...asked, wanted: plainDate('2026-12-01') }))).toBe('2026-12-01');
    expect(unwrap(lastDay({ ...asked, postingDays: 0 }))).toBeNull();
    const fixed = plainDate('2026-11-06');
    expect(unwrap(lastDay({ ...asked, fixed, wanted: plainDate('2026-11-03') }))).toBe(fixed);
    expect(lastDay({ ...asked, fixed: plainDate('2026-11-01') }).ok).toBe(false);
  });
});

describe('catalogue', () => {
  it('names a rule for every line, villages have more', () => {
    for (const line of BUILT_IN) expect(ruleNamed(line.rule).basis).not.toBe('');
    const office = catalogueFor([], false);
    expect(office.some((line) => line.village)).toBe(false);
    expect(catalogueFor([], true).length).toBeGreaterThan(office.length);
  });
  it('the nearest level wins; lines of its own are added', () => {
    const fixed = (orgId: string, kind: string, postingDays: number): FixedKind => ({
      orgId,
      kind,
      name: '另一个名称',
      section: 'party',
      audience: 'unit',
      rhythm: 'month',
      postingDays,
      required: true,
      paper: '云委办〔2026〕1号',
    });
    const lines = catalogueFor(
      [
        fixed('town', 'party.work', 10),
        fixed('county', 'party.work', 5),
        fixed('county', 'own.1', 3),
      ],
      false,
    );
    const work = lines.find((line) => line.kind === 'party.work');
    expect(work).toMatchObject({ postingDays: 10, rhythm: 'month', fixedBy: 'town' });
    expect(work?.name).toBe('党建工作情况（组织生活、学习教育、重点任务）');
    expect(lines.find((line) => line.kind === 'own.1')?.name).toBe('另一个名称');
  });
});

describe('typed text', () => {
  it('keeps paragraphs and pasted tables', () => {
    const content = contentOf(
      ' 收支 ',
      '一季度收支如下\n项目\t金额\n租金\t300\n合计\t300\n\n欢迎监督',
    );
    expect(content.title).toBe('收支');
    expect(content.blocks).toEqual([
      { kind: 'text', text: '一季度收支如下' },
      {
        kind: 'table',
        title: '',
        header: ['项目', '金额'],
        rows: [['租金', '300']],
        totals: ['合计', '300'],
      },
      { kind: 'text', text: '欢迎监督' },
    ]);
    expect(contentOf('收支', typedOf(content))).toEqual(content);
  });
});
