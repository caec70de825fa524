import type { Offer, PublicationSource, PublicContent } from '#engines/publishing';
import { isUuid, type OrgId } from '#kernel/ids';
import { formatYuan, money } from '#kernel/money';
import { chineseDate, chineseMonth, lastDayOf, monthOf } from '#kernel/plain-date';
import type { PublishedLines } from '../documents/publication.ts';
import { PURPOSES } from '../rules/means.ts';
import { publicationOf, publicationsOf, type PublicationId } from '../store/publications.ts';

const yuan = (fen: number): string => formatYuan(money(fen), true);
const sum = (rows: readonly number[]): number => rows.reduce((total, row) => total + row, 0);

type Row = Pick<
  Awaited<ReturnType<typeof publicationsOf>>[number],
  'id' | 'from_month' | 'to_month' | 'published_on' | 'place'
>;

const monthsOf = (row: Row): string => {
  const [from, to] = [monthOf(row.from_month), monthOf(row.to_month)];
  return from === to ? chineseMonth(from) : `${chineseMonth(from)}至${chineseMonth(to)}`;
};

const offerOf = (row: Row): Offer => ({
  kind: 'party.dues',
  sourceId: row.id,
  title: `${monthsOf(row)}党费收缴、使用情况`,
  on: row.published_on,
  period: { from: row.from_month, to: lastDayOf(monthOf(row.to_month)) },
  until: null,
  places: [row.place],
});

/** 应交, 实交 and uses as they were frozen; never the base (situations 8). */
function contentOf(row: Row, lines: PublishedLines): PublicContent {
  const due = sum(lines.members.map((line) => line.due));
  const paid = sum(lines.members.map((line) => line.paid));
  const used = sum(lines.uses.map((line) => line.amount));
  return {
    title: offerOf(row).title,
    blocks: [
      {
        kind: 'text',
        text: `${monthsOf(row)}，${lines.members.length}名党员应交党费${yuan(due)}元，实交${yuan(paid)}元，上缴${yuan(lines.remitted)}元；使用上级下拨、返还的党费${yuan(used)}元。`,
      },
      {
        kind: 'table',
        title: '收缴情况（元）',
        header: ['姓名', '应交', '实交'],
        rows: lines.members.map((line) => [line.name, yuan(line.due), yuan(line.paid)]),
        totals: ['合计', yuan(due), yuan(paid)],
      },
      ...(lines.uses.length === 0
        ? []
        : [
            {
              kind: 'table' as const,
              title: '使用情况（元）',
              header: ['日期', '用途', '内容', '金额'],
              rows: lines.uses.map((use) => [
                chineseDate(use.on),
                PURPOSES[use.purpose],
                use.what,
                yuan(use.amount),
              ]),
              totals: ['合计', '', '', yuan(used)],
            },
          ]),
    ],
  };
}

/** 党费公示: what a branch froze as its account goes out from here, and from nowhere else. */
export const duesPublication: PublicationSource = {
  module: 'dues',
  offers: async (read, orgId, since) =>
    (await publicationsOf(read, { orgIds: [orgId], knownAt: null }))
      .filter((row) => row.published_on >= since)
      .map(offerOf),
  content: async (read, orgId: OrgId, sourceId) => {
    const row = isUuid(sourceId) ? await publicationOf(read, sourceId as PublicationId) : null;
    if (row === null || row.org_id !== orgId || row.superseded_at !== null) return null;
    const content = contentOf(row, row.lines as PublishedLines);
    return { offer: offerOf(row), content };
  },
};
