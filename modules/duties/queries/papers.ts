import { DUTY_STATES } from '#contract/duties';
import { toDocx, toPrintHtml, type Document } from '#engines/document';
import { addDays, weekdayOf, type PlainDate } from '#kernel/plain-date';
import { ok, type Result } from '#kernel/result';
import { writeBook, type CellInput } from '#platform/sheets';
import { orgNames } from '#modules/organisations';
import { weekSheet } from '../documents.ts';
import { dueFor } from '../rules/home.ts';
import { currentSpan, dutiesAt, kindNames, lookerOf, type Desk } from './desk.ts';
import { spanOf } from './matrix.ts';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Monday of the week of a day. */
const monday = (day: PlainDate): PlainDate => addDays(day, 1 - weekdayOf(day));

async function week(desk: Desk, day: PlainDate): Promise<Document> {
  const from = monday(day);
  const to = addDays(from, 6);
  const own = await dutiesAt(desk, [desk.actor.orgId], currentSpan(desk.today));
  const names = await desk.db.read(desk.actor, (read) => orgNames(read, [desk.actor.orgId]));
  const due = dueFor(own, lookerOf(desk.actor), desk.today);
  return weekSheet({
    orgName: names.get(desk.actor.orgId)?.name ?? '',
    from,
    to,
    on: desk.today,
    late: due.filter((duty) => duty.until < from),
    week: due.filter((duty) => duty.until >= from && duty.until <= to),
    ahead: due.filter((duty) => duty.until > to),
  });
}

export async function weekPrint(desk: Desk, day: PlainDate): Promise<File> {
  const html = toPrintHtml(await week(desk, day));
  return new File([html], '一周事项单.html', { type: 'text/html; charset=utf-8' });
}

export async function weekWord(desk: Desk, day: PlainDate): Promise<File> {
  const bytes = await toDocx(await week(desk, day));
  return new File([new Uint8Array(bytes)], '一周事项单.docx', { type: WORD });
}

const words = (cell: { done: number; enteredLater: number; ahead: number; missed: number }) =>
  [
    [DUTY_STATES.done, cell.done],
    [DUTY_STATES.entered_later, cell.enteredLater],
    [DUTY_STATES.ahead, cell.ahead],
    [DUTY_STATES.missed, cell.missed],
  ]
    .filter(([, count]) => count !== 0)
    .map(([name, count]) => `${name}${count}`)
    .join(' ');

/** 履职一览表 as Excel, by name. */
export async function matrixSheet(
  desk: Desk,
  asked: { readonly from?: PlainDate | undefined; readonly to?: PlainDate | undefined },
): Promise<Result<File>> {
  const span = spanOf(desk, asked);
  if (!span.ok) return span;
  const board = await desk.boards.of(desk.db, desk.actor, desk.today, span.value);
  const present = new Set([...board.matrix.values()].flatMap((row) => [...row.keys()]));
  const kinds = [...kindNames(desk.sources)].filter(([kind]) => present.has(kind));
  const rows = board.orgs
    .toSorted((a, b) => a.name.localeCompare(b.name, 'zh'))
    .map(({ orgId, name }): CellInput[] => [
      name,
      ...kinds.map(([kind]) => {
        const cell = board.matrix.get(orgId)?.get(kind);
        return cell === undefined ? '' : words(cell);
      }),
    ]);
  const bytes = await writeBook([
    {
      name: '履职一览表',
      title: '履职一览表',
      note: `${span.value.from}至${span.value.to}`,
      orientation: 'landscape',
      columns: [{ header: '党组织' }, ...kinds.map(([, name]) => ({ header: name }))],
      rows,
    },
  ]);
  return ok(new File([new Uint8Array(bytes)], '履职一览表.xlsx', { type: EXCEL }));
}
