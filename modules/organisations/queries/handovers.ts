import type { Inputs, Outputs } from '#contract/lib';
import type { organisationsContract } from '#contract/organisations';
import { chineseDate } from '#kernel/plain-date';
import { HEADS, POSTS } from '#kernel/posts';
import type { Read } from '#platform/db';
import { listActs } from '../store/acts.ts';
import { handovers as stored, type HandoverItem, type HandoverSource } from '../store/handovers.ts';
import { placeOf } from '../store/place.ts';
import { tenures } from '../store/posts.ts';
import type { Roster } from '../store/roster.ts';
import { stateOn } from '../store/tree.ts';
import { partyGroups } from './groups.ts';
import { committeeOn } from './office.ts';
import { bodyTerm, dueOn } from './terms.ts';

type In = Inputs<typeof organisationsContract>['handovers'];
type Out = Outputs<typeof organisationsContract>['handovers'];

const MOST_PAPERS = 30;

/** What this module can say of a body on a day; further sections are given by the modules above. */
async function ownSections(read: Read, input: In, roster: Roster): Promise<HandoverItem[]> {
  const day = read.today;
  const count = (await roster.counts(read, day)).get(input.orgId);
  const committee = await committeeOn(read, input.orgId, day);
  const groups = await partyGroups(read, input.orgId, day);
  const term = await bodyTerm(read, input.orgId, day);
  const acts = await listActs(read, { orgId: input.orgId, limit: MOST_PAPERS, offset: 0 });
  const full = count?.full ?? 0;
  const probationary = count?.probationary ?? 0;
  return [
    {
      title: '党员花名册',
      lines: [
        `截至${chineseDate(day)}，党员${full + probationary}名，其中正式党员${full}名、预备党员${probationary}名。`,
      ],
    },
    {
      title: '班子成员及分工',
      lines: committee.map((one) =>
        [POSTS[one.kind], one.name, one.duties].filter((part) => part !== '').join(' '),
      ),
    },
    {
      title: '党小组',
      lines: groups.map((group) => `${group.name}，组长：${group.leader?.name ?? '暂缺'}`),
    },
    {
      title: '任期',
      lines: [
        term === null
          ? '没有登记换届选举结果。'
          : `本届任期${chineseDate(term.endsOn)}届满${term.shiftedTo === null ? '' : `，经批准延期至${chineseDate(dueOn(term))}`}。`,
      ],
    },
    {
      title: '组织设置文件',
      lines: acts.rows
        .filter((row) => row.approval_paper !== '')
        .map((row) => `${chineseDate(row.happened_on)} ${row.approved_by} ${row.approval_paper}`),
    },
  ];
}

/** What is written by hand where no module fills it. */
const BY_HAND = ['印章、党员名册和会议记录本', '党费账目、票据', '未办结事项'];

/** Hand-overs recorded, and what the list would hold today. */
export async function handovers(
  read: Read,
  input: In,
  roster: Roster,
  handover: HandoverSource,
): Promise<Out | null> {
  const { today } = read;
  if ((await placeOf(read, input.orgId)) === null) return null;
  if ((await stateOn(read, input.orgId, today)) === null) return null;
  const heads = (await tenures(read, { orgIds: [input.orgId] })).filter(
    (one) => HEADS.includes(one.kind) && one.kind !== 'deputy_secretary',
  );
  const incoming = heads.findLast((one) => one.to === null);
  const outgoing = heads.findLast((one) => one.personId !== incoming?.personId);
  const given = await handover(read, input.orgId);
  const blank = BY_HAND.filter((title) => !given.some((item) => item.title === title));
  const proposed = [
    ...(await ownSections(read, input, roster)),
    ...blank.map((title) => ({ title, lines: [] })),
    ...given,
  ];
  return {
    handovers: (await stored(read, { orgId: input.orgId })).map(({ items, ...one }) => ({
      ...one,
      items: items.map((item) => ({ title: item.title, lines: [...item.lines] })),
    })),
    proposed: proposed.map((item) => ({
      title: item.title,
      lines: [...item.lines],
    })),
    fromName: outgoing?.name ?? '',
    toName: incoming?.name ?? '',
  };
}
