import type { Outputs } from '#contract/lib';
import type { membersContract } from '#contract/members';
import { DEGREE_CODES, EDUCATION_CODES, ETHNIC_GROUPS, type CodeEntry } from '../rules/codes.ts';
import { PLAIN_WAYS_OUT, WAYS_IN } from '../rules/movement.ts';
import { WORK_CODES } from '../rules/work-codes.ts';
import { EXPORT_COLUMNS } from './export-columns.ts';

type Codes = Outputs<typeof membersContract>['codes'];

const plain = (table: readonly CodeEntry[]) => table.map(({ key, name }) => ({ key, name }));
const named = (table: Readonly<Record<string, string>>) =>
  Object.entries(table).map(([key, name]) => ({ key, name }));

/** The code tables for forms and filters. */
export const codes = (): Codes => ({
  ethnic: plain(ETHNIC_GROUPS),
  education: plain(EDUCATION_CODES),
  degree: plain(DEGREE_CODES),
  work: plain(WORK_CODES),
  waysIn: named(WAYS_IN),
  // Death, leaving and handling are acts of their own.
  waysOut: named(PLAIN_WAYS_OUT),
  columns: EXPORT_COLUMNS.map(({ key, header }) => ({ key, name: header })),
});
