import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OrgId, PersonId } from '#kernel/ids';
import { plainDate, type PlainDate } from '#kernel/plain-date';
import { ok, unwrap } from '#kernel/result';
import { registerFile, type FileId } from '#platform/db';
import { rosterOfMembers as roster } from '#modules/members';
import { testDatabase } from '../../tests/support/database.ts';
import {
  organisationsDesk,
  type Desk,
  appointing as one,
  at,
  codeOf,
  papers,
} from '../../tests/worlds/organisations.ts';
import { appoint } from './commands/appoint.ts';
import { changeOrganisation } from './commands/change-organisation.ts';
import { establish } from './commands/establish.ts';
import { merge } from './commands/merge.ts';
import { revoke } from './commands/revoke.ts';
import { split } from './commands/split.ts';
import { detail } from './queries/detail.ts';
import { committeeOn } from './queries/office.ts';
import { splitProposal } from './queries/split-proposal.ts';
import { acts } from './queries/tree.ts';

const database = await testDatabase();
let desk: Desk;
const d = plainDate;

beforeAll(async () => {
  desk = await organisationsDesk(database.appUrl);
});
afterAll(() => desk.world.db.close());

describe('setting up', () => {
  test('too few full members are refused with the article, an exception is kept', async () => {
    const body = (kind: 'branch' | 'general_branch', members: number, exception = '') =>
      desk.doing(desk.county, (write) =>
        establish(write, {
          parentId: desk.world.founded.orgId,
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
    const register = await desk.reading(desk.county, (read) =>
      acts(read, { orgId: done.orgId, page: 1, pageSize: 10 }),
    );
    expect(register.rows[0]).toMatchObject({
      act: 'establish',
      exception: '分布在五个乡镇',
      approvalPaper: papers.approvalPaper,
    });
  });

  test('the scan of an approval is kept with the act; one that is not there refuses the whole act', async () => {
    const body = (name: string, scanFileId: FileId) =>
      desk.doing(desk.county, (write) =>
        establish(write, {
          parentId: desk.world.founded.orgId,
          name: `${name}党支部`,
          shortName: name,
          kind: 'branch',
          sector: 'office',
          memberKind: 'office',
          units: [],
          planned: { members: 5, fullMembers: 5 },
          on: d('2026-05-01'),
          ...papers,
          scanFileId,
        }),
      );
    const scan = unwrap(
      await desk.doing(desk.county, async (write) =>
        ok(
          await registerFile(write, {
            hash: 'b'.repeat(64),
            name: '批复.pdf',
            mime: 'application/pdf',
            size: 9,
          }),
        ),
      ),
    );
    const done = unwrap(await body('附件站', scan));
    const register = await desk.reading(desk.county, (read) =>
      acts(read, { orgId: done.orgId, page: 1, pageSize: 10 }),
    );
    expect(register.rows[0]?.scanFileId).toBe(scan);
    const nowhere = '00000000-0000-7000-8000-000000000001' as FileId;
    expect(codeOf(await body('无件站', nowhere))).toBe('common.file_missing');
    const all = await desk.reading(desk.county, (read) => acts(read, { page: 1, pageSize: 100 }));
    expect(all.rows.map((row) => row.orgName)).not.toContain('无件站党支部');
  });

  test('a leading group takes no body below a branch, a paper later than the act is refused', async () => {
    const { orgId } = await desk.branchOf(0);
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
    expect(codeOf(await desk.doing(desk.county, (write) => establish(write, input)))).toBe(
      'organisations.parent_kind_not_allowed',
    );
    const late = { ...input, parentId: desk.world.founded.orgId, approvedOn: d('2026-05-02') };
    expect(codeOf(await desk.doing(desk.county, (write) => establish(write, late)))).toBe(
      'organisations.approval_after_act',
    );
  });

  test('a joint branch of six units warns, of one is refused', async () => {
    const { orgId } = await desk.branchOf(3);
    const change = (units: string[]) =>
      desk.doing(desk.county, (write) =>
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
    const big = await desk.branchOf(56, (index) => (index % 2 === 0 ? '教务处' : '后勤处'));
    const before = await desk.reading(desk.county, (read) =>
      detail(read, { orgId: big.orgId }, roster),
    );
    expect(before?.advice.map((advice) => advice.code)).toContain('organisations.branch_too_large');
    const proposal = await desk.reading(desk.county, (read) =>
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
    const done = unwrap(
      await desk.doing(desk.county, (write) => split(write, input, roster), true),
    );
    expect(done.moved).toBe(28);
    const counts = (day: PlainDate) =>
      desk.world.db.read(desk.county, (read) => roster.counts(read, day));
    const total = (found: Awaited<ReturnType<typeof counts>>, orgId: OrgId | undefined): number => {
      const count = orgId === undefined ? undefined : found.get(orgId);
      return (count?.full ?? 0) + (count?.probationary ?? 0);
    };
    expect(total(await counts(d('2026-08-31')), big.orgId)).toBe(56);
    expect(total(await counts(d('2026-09-01')), big.orgId)).toBe(28);
    expect(total(await counts(d('2026-09-01')), done.orgIds[0])).toBe(28);
    const again = await desk.doing(desk.county, (write) => split(write, input, roster), true);
    expect(codeOf(again)).toBe('organisations.split_not_here');
  });

  test('members go over in a merger; the source keeps its place in the tree of that time', async () => {
    const [into, source] = [await desk.branchOf(4), await desk.branchOf(3)];
    await desk.world.act(desk.county, (write) =>
      appoint(write, one(source.orgId, at(source.people, 0), 'publicity_member'), roster),
    );
    const done = unwrap(
      await desk.doing(
        desk.county,
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
      desk.reading(desk.county, (read) =>
        detail(read, { orgId: source.orgId, asOf: d(day) }, roster),
      );
    expect((await on('2026-09-30'))?.above.at(-1)?.orgId).toBe(desk.world.founded.orgId);
    expect((await on('2026-09-30'))?.organisation.members).toBe(3);
    expect(await on('2026-10-01')).toBeNull();
    const last = await desk.reading(desk.county, (read) =>
      detail(read, { orgId: source.orgId }, roster),
    );
    expect(last).toMatchObject({ asOf: '2026-09-30', endedOn: '2026-10-01' });
    const secretary = await desk.actorOf(into.orgId, 'secretary');
    const seen = await desk.world.db.read(secretary, (read) =>
      committeeOn(read, source.orgId, d('2026-09-30')),
    );
    expect(seen.map((post) => post.kind)).toEqual(['publicity_member']);
    const left = await desk.world.db.read(secretary, (read) =>
      committeeOn(read, source.orgId, d('2026-10-01')),
    );
    expect(left).toEqual([]);
  });

  test('a branch with members is not revoked; an empty one is, and its name may be used again', async () => {
    const [full, empty] = [await desk.branchOf(1), await desk.branchOf(0)];
    const gone = (orgId: OrgId) =>
      desk.doing(desk.county, (write) =>
        revoke(write, { orgId, on: d('2026-07-01'), ...papers }, roster),
      );
    expect(codeOf(await gone(full.orgId))).toBe('organisations.revoke_has_members');
    expect(codeOf(await gone(empty.orgId))).toBe('ok');
    expect(codeOf(await gone(empty.orgId))).toBe('organisations.not_alive');
    expect(codeOf(await gone(desk.world.founded.orgId))).toBe('organisations.root_stays');
  });
});
