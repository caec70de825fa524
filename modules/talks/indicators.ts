import { TALK_KINDS, type TalkKind } from '#contract/talks';
import type { Indicator } from '#engines/indicator';
import type { OrgId } from '#kernel/ids';
import { chineseDate } from '#kernel/plain-date';
import { talkFigures, talkRows } from './store/figures.ts';

const indicator = (
  id: string,
  name: string,
  definition: string,
  kinds: readonly TalkKind[],
): Indicator => ({
  id,
  version: 1,
  name,
  unit: '次',
  definition,
  figures: (read, period) => talkFigures(read, period, kinds),
  rows: async (read, period, orgIds) =>
    (await talkRows(read, period, kinds, orgIds)).map((row) => ({
      id: row.id,
      orgId: row.org_id as OrgId,
      on: row.held_on,
      label: `${chineseDate(row.held_on)} ${row.talker_name}与${row.partner_name}${TALK_KINDS[row.kind].name}谈话`,
      adds: 1,
      route: `/talks?orgId=${row.org_id}&year=${row.held_on.slice(0, 4)}`,
      recordId: row.talk_id,
      group: TALK_KINDS[row.kind].name,
    })),
});

const ofLine = (line: (typeof TALK_KINDS)[TalkKind]['line']): TalkKind[] =>
  (Object.keys(TALK_KINDS) as TalkKind[]).filter((kind) => TALK_KINDS[kind].line === line);

/** Talks held, by event date; corrections count once. */
export const talkIndicators: readonly Indicator[] = [
  indicator('talks.count', '谈心谈话', '期内开展的谈心谈话次数，含工作谈话和提醒谈话', []),
  indicator('talks.branch', '支部谈心', '期内党员之间按支部要求开展的谈心次数', ofLine('branch')),
  indicator(
    'talks.office',
    '工作谈话',
    '期内沿工作关系开展的谈话次数，含与群众的谈话',
    ofLine('office'),
  ),
  indicator('talks.reminder', '提醒谈话', '期内开展的提醒谈话次数', ['reminder']),
];
