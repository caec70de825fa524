import { IMPORT_STATES } from '#contract/imports';
import { chineseDate, parsePlainDate, todayAt } from '#kernel/plain-date';
import type { Column } from '../../patterns/list-table.tsx';
import type { Case } from './queries.ts';

export const dayText = (day: string | null): string => {
  const parsed = day === null ? null : parsePlainDate(day);
  return parsed === null ? '' : chineseDate(parsed);
};

export const caseColumns: readonly Column<Case>[] = [
  { key: 'file', title: '文件', render: (row) => row.fileName, card: 'head' },
  { key: 'state', title: '状态', render: (row) => IMPORT_STATES[row.state], card: 'mark' },
  { key: 'org', title: '党组织', render: (row) => row.orgName },
  { key: 'asOf', title: '截至', render: (row) => dayText(row.asOf), oneLine: true },
  {
    key: 'entered',
    title: '上传日期',
    render: (row) => chineseDate(todayAt(Date.parse(row.enteredAt))),
    oneLine: true,
  },
];
