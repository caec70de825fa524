import type { Inputs, Outputs } from '#contract/lib';
import type { importsContract } from '#contract/imports';
import type { Id } from '#kernel/ids';
import { offsetOf } from '#kernel/paging';
import { todayAt, type PlainDate } from '#kernel/plain-date';
import type { Read } from '#platform/db';
import { toDocx, toPrintHtml, toXlsx } from '#engines/document';
import { differenceList, type DifferenceLine } from '../documents.ts';
import { labelOf, showValue } from '../rules/words.ts';
import { differencePage } from '../store/effects.ts';

type In = Inputs<typeof importsContract>;
type Out = Outputs<typeof importsContract>;

const MOST = 5_000;

interface Line extends DifferenceLine {
  readonly differenceId: Id<'ImportDifference'>;
  readonly settledOn: PlainDate | null;
}

async function page(
  read: Read,
  open: boolean,
  limit: number,
  offset: number,
): Promise<{ rows: Line[]; total: number }> {
  const { rows, total } = await differencePage(read, open, { limit, offset });
  return {
    total,
    rows: rows.map((row) => ({
      differenceId: row.id as Id<'ImportDifference'>,
      who: row.who,
      branch: row.branch,
      label: labelOf(row.field),
      ours: showValue(row.field, row.ours),
      theirs: showValue(row.field, row.theirs),
      foundOn: todayAt(row.entered_at.getTime()),
      settledOn: row.settled_on,
    })),
  };
}

/** What is to be changed in the national system, the oldest first. */
export const differences = (read: Read, input: In['differences']): Promise<Out['differences']> =>
  page(read, input.open ?? false, input.pageSize, offsetOf(input));

const NAME = '全国系统修改清单';
const OFFICE = 'application/vnd.openxmlformats-officedocument';

/** The open ones as a paper for the person with the log-in. */
export async function printDifferences(read: Read, input: In['printDifferences']): Promise<File> {
  const found = await page(read, true, MOST, 0);
  const document = differenceList(found.rows, read.today, read.actor.actingAs);
  const named = (body: Uint8Array<ArrayBuffer> | string, ending: string, type: string): File =>
    new File([body], `${NAME}.${ending}`, { type });
  if (input.format === 'docx') {
    const type = `${OFFICE}.wordprocessingml.document`;
    return named(new Uint8Array(await toDocx(document)), 'docx', type);
  }
  if (input.format === 'xlsx') {
    const type = `${OFFICE}.spreadsheetml.sheet`;
    return named(new Uint8Array(await toXlsx(document)), 'xlsx', type);
  }
  return named(toPrintHtml(document), 'html', 'text/html; charset=utf-8');
}
