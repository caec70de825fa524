import type { meetingsContract } from '#contract/meetings';
import type { Inputs, Outputs } from '#contract/lib';
import { meetingsWhy } from '#contract/meetings-refusals';
import { addDays, yearOf } from '#kernel/plain-date';
import { refuse, type Refusal } from '#kernel/result';
import { tidyName } from '#kernel/text';
import type { Read } from '#platform/db';
import { similarNames } from '#platform/words';
import type { OrgPlace } from '#modules/organisations';
import type { Arrangement } from '../rules/arrangement.ts';
import { checkBackfill } from '../rules/backfill.ts';
import { spanOf } from '../rules/credit.ts';
import { checkBody } from '../rules/entitlement.ts';
import {
  agendaItem,
  fullContent,
  type Content,
  type Named,
  type RollLine,
  type StoredMark,
} from '../rules/minutes.ts';
import type { PlannedKind } from '../rules/own-kinds.ts';
import { checkYear, usualYear } from '../rules/rhythm.ts';
import { meetingPage } from '../store/lists.ts';
import { arrangementAt, meetsAsCommittee } from './arrangement.ts';
import { rollBook, rollFrom, type RollBook } from './people.ts';

type Row = Inputs<typeof meetingsContract>['enterLate']['rows'][number];

export interface LateProblem {
  readonly row: number;
  readonly field: string;
  readonly text: string;
}

export interface LateMeeting {
  readonly row: Row;
  readonly kind: PlannedKind;
  readonly arrangement: Arrangement;
  /** Name of the organisation on the day of the meeting. */
  readonly orgName: string;
  readonly yearOf: number;
  readonly content: Content;
}

const mark = (state: StoredMark['state'], reason = ''): StoredMark => ({
  state,
  reason: state === 'leave' ? reason : '',
  away: [],
});

const extraLine = (key: string, name: string, former: boolean): RollLine => ({
  key,
  personId: null,
  name,
  column: former ? 'attend' : 'sit_in',
  voting: former,
  alarm: former,
  frail: false,
  unit: '',
  note: former ? '已转出' : '',
});

/** Roll and presence of one line: everybody entitled that day was there unless named. */
function presenceOf(
  row: Row,
  roll: readonly RollLine[],
  wrong: (field: string, text: string) => void,
): Pick<Content, 'roll' | 'marks'> {
  const attending = roll.filter((line) => line.column === 'attend');
  const marks: Record<string, StoredMark> = Object.fromEntries(
    attending.map((line) => [line.key, mark('present')]),
  );
  for (const away of row.away) {
    const same = attending.filter((line) => tidyName(line.name) === tidyName(away.name));
    const [only] = same;
    if (only !== undefined && same.length === 1) {
      marks[only.key] = mark(away.state, away.reason);
      continue;
    }
    const names = attending.map((line) => line.name);
    const likely = similarNames(away.name, names)
      .slice(0, 2)
      .map((found) => names[found.index])
      .join('、');
    const gone = `已转出的写成“${away.name}（已转出）”`;
    const hint =
      same.length > 1
        ? '有重名，请改为逐次记录'
        : likely === ''
          ? gone
          : `是否指${likely}；${gone}`;
    wrong(away.state, `当天应到名单中没有“${away.name}”，${hint}`);
  }
  const former = row.former.map((one, index) => {
    const key = `name:former-${index + 1}`;
    marks[key] = mark(one.state);
    return extraLine(key, one.name, true);
  });
  const guests = row.guests.map((name, index) => {
    const key = `name:${index + 1}`;
    marks[key] = mark('present');
    return extraLine(key, name, false);
  });
  return { roll: [...attending, ...former, ...guests], marks };
}

const named = (name: string, roll: readonly RollLine[]): Named | null => {
  if (name === '') return null;
  const line = roll.find((one) => tidyName(one.name) === tidyName(name));
  return { personId: line?.personId ?? null, name: line?.name ?? name };
};

/** Whoever chairs is of the body, also in another group's meeting, gone since, or from outside and then among the guests. */
function checkChair(
  row: Row,
  book: RollBook,
  roll: readonly RollLine[],
  wrong: (field: string, text: string) => void,
): void {
  const chair = tidyName(row.chair);
  if (chair === '' || row.totals !== null) return;
  const there = [
    ...roll.map((line) => line.name),
    ...book.stays.map((stay) => stay.name),
    ...row.former.map((one) => one.name),
    ...row.guests,
  ];
  if (!there.some((name) => tidyName(name) === chair))
    wrong('chair', `当天名单中没有“${row.chair}”；外来的同志请同时写进列席`);
}

function itemsOf(row: Row, kind: PlannedKind): Content['items'] {
  const titles = row.items.length > 0 ? row.items : [row.title === '' ? kind.name : row.title];
  return titles.map((title, index) => ({
    ...agendaItem(title),
    decision: index === 0 ? row.decision : '',
  }));
}

async function prepareRow(
  read: Read,
  place: OrgPlace,
  book: RollBook,
  row: Row,
  wrong: (field: string, text: string) => void,
): Promise<LateMeeting | null> {
  const { heldOn: on } = row;
  const arrangement = await arrangementAt(read, place, on);
  const kind = arrangement.kinds.find((one) => one.kind === row.kind);
  if (kind === undefined) {
    wrong('kind', meetingsWhy(refuse('meetings.unknown_kind').refusal));
    return null;
  }
  const told = (field: string, refusal: Refusal): void => wrong(field, meetingsWhy(refusal));
  const alive = book.body.isAliveOn(on);
  const late = checkBackfill({
    heldOn: on,
    today: read.today,
    aliveFrom: alive ? on : addDays(on, 1),
    aliveTo: null,
    roll: row.totals === null ? 'names' : 'totals',
    shouldAttend: row.totals?.entitled ?? 0,
    present: row.totals?.present ?? 0,
    hasScan: row.totals !== null,
  });
  if (!late.ok) {
    const field = late.refusal.code === 'meetings.totals_invalid' ? 'totals' : 'heldOn';
    told(field, late.refusal);
    return null;
  }
  if (kind.body === 'group' && row.groupId === null)
    told('groupId', refuse('meetings.group_missing').refusal);
  const body = checkBody(kind.like, meetsAsCommittee(book.body, on, kind));
  if (!body.ok) told('kind', body.refusal);
  const year = checkYear(
    kind.like,
    on,
    row.yearOf ?? usualYear(kind.like, on, arrangement.settings),
  );
  if (!year.ok) told('yearOf', year.refusal);
  if (row.startsAt !== null && row.endsAt !== null && spanOf(row, row) === null)
    told('endsAt', refuse('meetings.time_order').refusal);
  const roll =
    row.totals === null ? await rollFrom(read, place.orgId, book, kind, row.groupId, on) : [];
  if (body.ok && row.totals === null && roll.length + row.former.length === 0)
    told('heldOn', refuse('meetings.roll_empty').refusal);
  if (body.ok) checkChair(row, book, roll, wrong);
  const presence = row.totals === null ? presenceOf(row, roll, wrong) : { roll: [], marks: {} };
  return {
    row,
    kind,
    arrangement,
    orgName: book.body.nameOn(on),
    yearOf: year.ok ? year.value : yearOf(on),
    content: fullContent({
      ...presence,
      chair: named(row.chair, roll),
      recorder: named(row.recorder, roll),
      items: itemsOf(row, kind),
      totals: row.totals,
    }),
  };
}

const identity = (row: { heldOn: string; kind: string; title: string }): string =>
  `${row.heldOn} ${row.kind} ${row.title}`;

/**
 * Lines of 补录表 as they would be saved, and every problem of every line. Rolls are those of the day of
 * each meeting; a line that was entered before is named, so that sending a table twice does no harm.
 */
export async function prepareLate(
  read: Read,
  place: OrgPlace,
  rows: readonly Row[],
): Promise<{ readonly problems: LateProblem[]; readonly meetings: LateMeeting[] }> {
  const problems: LateProblem[] = [];
  const meetings: LateMeeting[] = [];
  const days = rows.map((row) => row.heldOn).toSorted();
  const [first, last] = [days[0], days.at(-1)];
  const there = await meetingPage(
    read,
    {
      orgId: place.orgId,
      ...(first === undefined ? {} : { from: first }),
      ...(last === undefined ? {} : { to: last }),
    },
    { limit: 1_000, offset: 0 },
  );
  const known = new Set(
    there.rows
      .filter((row) => row.state !== 'planned' && row.state !== 'announced')
      .map((row) => identity({ heldOn: row.held_on, kind: row.kind, title: row.title })),
  );
  const book = await rollBook(read, place.orgId, first ?? read.today, last ?? read.today);
  for (const [index, row] of rows.entries()) {
    const wrong = (field: string, text: string): void => {
      problems.push({ row: index + 1, field, text });
    };
    const made = await prepareRow(read, place, book, row, wrong);
    if (made === null) continue;
    const key = identity({ ...row, title: row.title === '' ? made.kind.name : row.title });
    if (known.has(key)) wrong('heldOn', '这一天已有同名的会议，可能已经补录过');
    known.add(key);
    meetings.push(made);
  }
  return { problems, meetings };
}

/** The table checked without being saved: problems, and how many each line that is sound counts. */
export async function checkLate(
  read: Read,
  place: OrgPlace,
  rows: readonly Row[],
): Promise<Outputs<typeof meetingsContract>['checkLate']> {
  const { problems, meetings } = await prepareLate(read, place, rows);
  return {
    problems,
    rows: meetings.map(({ content }) => ({
      entitled:
        content.totals?.entitled ?? content.roll.filter((line) => line.column === 'attend').length,
      present:
        content.totals?.present ??
        content.roll.filter(
          (line) => line.column === 'attend' && content.marks[line.key]?.state === 'present',
        ).length,
    })),
  };
}
