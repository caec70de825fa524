import { assessMembers, recordReceipts } from '#modules/dues';
import {
  addSitting,
  detail,
  enterLate,
  finalise,
  planYear,
  saveMinutes,
  setPresence,
  startSitting,
} from '#modules/meetings';
import { foundGroup, insertPost, placeOf } from '#modules/organisations';
import { recordTalks } from '#modules/talks';
import type { Id, PersonId } from '#kernel/ids';
import { money } from '#kernel/money';
import { plainDate, plainMonth } from '#kernel/plain-date';
import type { PostKind } from '#kernel/posts';
import { ok } from '#kernel/result';
import type { Actor } from '#platform/db';
import type { Branch, World } from './world.ts';

const d = plainDate;

/** What the tests of papers look for again. */
export interface BranchYear {
  readonly secretary: Actor;
  readonly sittingId: Id<'Sitting'>;
  /** Held and finalised as it happened, with a vote and a task. */
  readonly meetingId: Id<'Meeting'>;
}

const TOPICS = [
  '学习贯彻会议精神，研究年度工作计划',
  '研究党员发展对象培养教育工作',
  '学习党章党规，交流体会',
  '研究困难群众帮扶工作',
  '学习先进典型事迹',
  '研究机关作风建设',
] as const;

async function seatCommittee(world: World, branch: Branch, secretary: Actor): Promise<void> {
  const posts: readonly [PostKind, string][] = [
    ['secretary', '主持支部全面工作'],
    ['organisation_member', '负责组织、党费和党员教育管理'],
    ['publicity_member', '负责学习宣传和阵地管理'],
  ];
  for (const [index, [kind, duties]] of posts.entries()) {
    await world.act(secretary, async (write) => {
      const place = await placeOf(write, branch.orgId);
      const personId = branch.people[index];
      if (place === null || personId === undefined) throw new Error('no branch');
      return ok(
        await insertPost(write, place, d('2025-01-01'), {
          personId,
          kind,
          duties,
          wayIn: 'election',
          termEndsOn: d('2028-01-01'),
          approvedOn: d('2025-01-01'),
          approvalPaper: '云委组〔2025〕1号',
        }),
      );
    });
  }
}

async function holdMeeting(
  world: World,
  branch: Branch,
  secretary: Actor,
): Promise<Pick<BranchYear, 'sittingId' | 'meetingId'>> {
  const pass = () => world.clock.advance(1_000);
  const { sittingId, meetingIds } = await world.act(secretary, (write) =>
    addSitting(write, {
      orgId: branch.orgId,
      heldOn: d('2026-12-10'),
      startsAt: '14:30',
      endsAt: '16:00',
      place: '三楼会议室',
      meetings: [
        {
          orgId: branch.orgId,
          kind: 'members_meeting',
          groupId: null,
          title: '',
          yearOf: null,
          special: false,
          campaign: '',
          form: 'meeting',
        },
      ],
    }),
  );
  const [meetingId] = meetingIds;
  if (meetingId === undefined) throw new Error('no meeting');
  pass();
  await world.act(secretary, (write) => startSitting(write, { sittingId, basedOn: 1 }));
  const look = async () => {
    pass();
    const found = await world.db.read(secretary, (read) => detail(read, { meetingId }));
    if (found === null) throw new Error('out of sight');
    return found;
  };
  const { sittingVersion } = await look();
  const marks = branch.people.map((key, at) => ({
    key,
    state: at === 3 ? ('leave' as const) : ('present' as const),
    reason: at === 3 ? '出差' : '',
    away: [],
  }));
  await world.act(secretary, (write) =>
    setPresence(write, { sittingId, basedOn: sittingVersion, marks }),
  );
  const item = (title: string, talk: string, more: object = {}) => ({
    kind: 'regular' as const,
    title,
    presenter: '王建国',
    material: '',
    talk,
    decision: '',
    votes: [],
    tasks: [],
    followUpOf: null,
    outcome: '',
    ...more,
  });
  const present = branch.people.length - 1;
  const { version } = await look();
  await world.act(secretary, (write) =>
    saveMinutes(write, {
      meetingId,
      basedOn: version,
      title: '',
      startsAt: null,
      endsAt: null,
      yearOf: null,
      special: false,
      campaign: '',
      chair: { personId: branch.people[0] ?? null, name: '王建国' },
      recorder: { personId: branch.people[1] ?? null, name: '李秀英' },
      items: [
        item(
          '传达学习上级会议精神',
          '与会同志认为，会议精神对做好明年工作很有指导意义。\n大家结合岗位谈了体会。',
        ),
        item('讨论明年工作计划', '张伟建议把学习安排到每月固定一天；陈静建议增加志愿服务。', {
          decision: '原则同意工作计划，按讨论意见修改后印发。',
          votes: [
            {
              subject: '通过明年工作计划',
              method: 'show_of_hands',
              onPerson: false,
              for: present,
              against: 0,
              abstain: 0,
              recused: 0,
            },
          ],
          tasks: [
            {
              decisionId: null,
              text: '修改并印发工作计划',
              responsible: { personId: branch.people[1] ?? null, name: '李秀英' },
              dueOn: d('2026-12-31'),
            },
          ],
        }),
      ],
      note: '',
    }),
  );
  const ready = await look();
  await world.act(secretary, (write) =>
    finalise(write, {
      meetings: [{ meetingId, basedOn: ready.version }],
      signedFileId: null,
      signedBy: '',
    }),
  );
  pass();
  return { sittingId, meetingId };
}

/**
 * A branch's year 2026 lived through the commands, entered in December: committee, plan, meetings from the
 * paper book with holes (no committee meeting after September), one meeting as it happened, talks, dues.
 */
export async function branchYear(world: World, branch: Branch): Promise<BranchYear> {
  const secretary = branch.as('secretary');
  const act: World['act'] = (actor, work) => {
    world.clock.advance(1_000);
    return world.act(actor, work);
  };
  world.clock.set(Date.parse('2026-12-10T09:00:00+08:00'));
  await seatCommittee(world, branch, secretary);
  await act(secretary, (write) =>
    foundGroup(write, { orgId: branch.orgId, name: '第一党小组', on: d('2026-01-01') }),
  );
  await act(secretary, (write) =>
    planYear(write, {
      orgId: branch.orgId,
      lines: [
        { kind: 'members_meeting', groupId: null, on: d('2026-12-28'), title: '年度总结' },
        { kind: 'theme_day', groupId: null, on: d('2026-12-30'), title: '主题党日' },
      ],
    }),
  );
  const row = (kind: string, heldOn: string, at: number) => ({
    heldOn: d(heldOn),
    kind,
    groupId: null,
    title: '',
    startsAt: '14:00',
    endsAt: '15:30',
    place: '三楼会议室',
    yearOf: null,
    special: false,
    campaign: '',
    chair: '王建国',
    recorder: '李秀英',
    items: [TOPICS[at % TOPICS.length] ?? ''],
    decision: '',
    away:
      at % 3 === 0 && kind !== 'committee_meeting'
        ? [{ name: '刘洋', state: 'leave' as const, reason: '下乡' }]
        : [],
    former: [],
    guests: [],
    totals: null,
  });
  const months = Array.from({ length: 11 }, (_, at) => String(at + 1).padStart(2, '0'));
  const rows = [
    ...['02', '05', '08'].map((month, at) => row('members_meeting', `2026-${month}-20`, at)),
    ...months.slice(0, 9).map((month, at) => row('committee_meeting', `2026-${month}-08`, at)),
    ...months.map((month, at) => row('theme_day', `2026-${month}-25`, at)),
    ...['03', '06'].map((month, at) => row('party_class', `2026-${month}-15`, at)),
  ];
  await act(secretary, (write) => enterLate(write, { orgId: branch.orgId, rows }));
  const person = (at: number): { personId: PersonId } => {
    const personId = branch.people[at];
    if (personId === undefined) throw new Error(`no person ${at}`);
    return { personId };
  };
  const talk = (a: number, b: number, heldOn: string) => ({
    heldOn: d(heldOn),
    place: '谈心室',
    talker: person(a),
    partner: person(b),
  });
  await act(secretary, (write) =>
    recordTalks(write, {
      orgId: branch.orgId,
      talks: [
        talk(0, 1, '2026-03-02'),
        talk(0, 2, '2026-03-03'),
        talk(0, 3, '2026-04-02'),
        talk(1, 4, '2026-05-06'),
        talk(3, 4, '2026-06-01'),
        { ...talk(0, 4, '2026-07-01'), kind: 'reminder' as const },
      ],
    }),
  );
  await act(secretary, (write) =>
    assessMembers(write, {
      orgId: branch.orgId,
      fromMonth: plainMonth('2026-01'),
      decidedOn: d('2026-01-10'),
      lines: branch.people.map((personId) => ({
        personId,
        payerKind: 'wage' as const,
        base: money(500_000),
      })),
    }),
  );
  await act(secretary, (write) =>
    recordReceipts(write, {
      orgId: branch.orgId,
      receipts: branch.people.slice(0, 4).map((personId) => ({
        personId,
        paidOn: d('2026-06-05'),
        amount: money(15_000),
        means: 'transfer' as const,
        payer: { kind: 'self' as const },
        voluntary: false,
        note: '',
      })),
    }),
  );
  world.clock.advance(1_000);
  return { secretary, ...(await holdMeeting(world, branch, secretary)) };
}
