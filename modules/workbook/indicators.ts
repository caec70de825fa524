import type { Indicator } from '#engines/indicator';
import type { OrgId } from '#kernel/ids';
import { chineseDate } from '#kernel/plain-date';
import { printsOver } from './store.ts';

/** 减负: how often a box was printed because somebody asked for it. */
export const workbookIndicators: readonly Indicator[] = [
  {
    id: 'workbook.inspections',
    version: 1,
    name: '打印迎检资料',
    unit: '次',
    definition: '期内因上级检查等要求打印整套资料的次数，按打印的党组织统计',
    figures: async (read, period) =>
      [...Map.groupBy(await printsOver(read, period), (row) => row.org_id)].map(
        ([orgId, rows]) => ({
          orgId: orgId as OrgId,
          value: rows.length,
          of: 1,
        }),
      ),
    rows: async (read, period, orgIds) =>
      (await printsOver(read, period))
        .filter((row) => orgIds.some((orgId) => orgId === row.org_id))
        .map((row) => ({
          id: row.id,
          orgId: row.org_id as OrgId,
          on: row.printed_on,
          label: `${chineseDate(row.printed_on)} ${row.asked_by}要求打印${row.year}年资料`,
          adds: 1,
          route: `/workbook/inspection?orgId=${row.org_id}&year=${row.year}`,
          group: row.asked_by,
        })),
  },
];
