import { readTypedDate } from '../../patterns/typed-date.ts';
import type { PlainDate } from '#kernel/plain-date';
import { readTime } from './words.ts';

/** Cells of 补录表 as typed; one line is one meeting. */
export const LATE_COLUMNS = [
  { name: 'on', title: '日期', words: ['日期', '时间', '会议日期', '召开时间', '召开日期'] },
  {
    name: 'kind',
    title: '种类',
    words: ['种类', '类型', '会议类型', '会议种类', '类别', '会议名称'],
  },
  {
    name: 'topic',
    title: '议题',
    words: ['议题', '主题', '内容', '会议主题', '会议内容', '会议议题'],
  },
  { name: 'chair', title: '主持人', words: ['主持人', '主持', '主讲人', '主讲'] },
  { name: 'recorder', title: '记录人', words: ['记录人', '记录'] },
  { name: 'leave', title: '请假', words: ['请假', '请假人员', '请假人'] },
  { name: 'absent', title: '缺席', words: ['缺席', '缺席人员', '缺席人', '未到'] },
  { name: 'times', title: '起止时间', words: ['起止时间', '起止', '时段'] },
  { name: 'place', title: '地点', words: ['地点', '会议地点'] },
  { name: 'decision', title: '决定', words: ['决定', '决议', '议定事项', '会议决定'] },
  { name: 'guests', title: '列席', words: ['列席', '列席人员'] },
  { name: 'former', title: '已转出到会', words: ['已转出到会', '已转出', '已转出人员'] },
  { name: 'group', title: '党小组', words: ['党小组', '小组', '小组名称'] },
  { name: 'entitled', title: '应到', words: ['应到', '应到人数'] },
  { name: 'present', title: '实到', words: ['实到', '实到人数'] },
] as const;
export type LateColumn = (typeof LATE_COLUMNS)[number]['name'];

export type LateCells = Readonly<Record<LateColumn, string>> & {
  readonly key: string;
  readonly fileId: string | null;
  readonly fileName: string;
};

let made = 0;

export const emptyRow = (): LateCells => ({
  key: `row-${(made += 1)}`,
  on: '',
  kind: '',
  topic: '',
  chair: '',
  recorder: '',
  leave: '',
  absent: '',
  times: '',
  place: '',
  decision: '',
  guests: '',
  former: '',
  group: '',
  entitled: '',
  present: '',
  fileId: null,
  fileName: '',
});

export const isEmptyRow = (row: LateCells): boolean =>
  LATE_COLUMNS.every((column) => row[column.name].trim() === '');

/** Cells of a table copied from a spreadsheet: tabs between, quotes around cells with line breaks. */
export function readTable(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  const endCell = (): void => {
    row.push(cell.trim());
    cell = '';
  };
  const endRow = (): void => {
    endCell();
    if (row.some((one) => one !== '')) rows.push(row);
    row = [];
  };
  const plain = text.replaceAll('\r\n', '\n').replaceAll('\r', '\n');
  for (let at = 0; at < plain.length; at += 1) {
    const sign = plain[at] ?? '';
    if (quoted) {
      if (sign !== '"') cell += sign === '\n' ? ' ' : sign;
      else if (plain[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (sign === '"' && cell === '') quoted = true;
    else if (sign === '\t') endCell();
    else if (sign === '\n') endRow();
    else cell += sign;
  }
  endRow();
  return rows;
}

const tidy = (text: string): string => text.normalize('NFKC').replaceAll(/\s/g, '');

/** Which column a heading means; null where none. */
const columnOf = (heading: string): LateColumn | null =>
  LATE_COLUMNS.find((column) => (column.words as readonly string[]).includes(tidy(heading)))
    ?.name ?? null;

/** The columns of a table by its headings; null where its first line is no heading. */
export function headingsOf(cells: readonly string[]): (LateColumn | null)[] | null {
  const found = cells.map(columnOf);
  return found.filter((name) => name !== null).length >= 2 ? found : null;
}

/**
 * Puts a pasted table into the rows, from a cell on. Headings in its first line decide the columns, else
 * they follow the order on screen. Rows beyond the end are added.
 */
export function paste(
  rows: readonly LateCells[],
  at: { readonly row: number; readonly column: LateColumn },
  table: readonly (readonly string[])[],
): LateCells[] {
  const [first = []] = table;
  const headings = headingsOf(first);
  const lines = headings === null ? table : table.slice(1);
  const start = LATE_COLUMNS.findIndex((column) => column.name === at.column);
  const next = [...rows];
  for (const [down, cells] of lines.entries()) {
    const index = at.row + down;
    const changed: Record<string, string> = {};
    for (const [across, cell] of cells.entries()) {
      const name =
        headings === null ? LATE_COLUMNS[start + across]?.name : (headings[across] ?? undefined);
      if (name !== undefined) changed[name] = cell;
    }
    next[index] = { ...(next[index] ?? emptyRow()), ...changed };
  }
  return next;
}

interface KindName {
  readonly kind: string;
  readonly name: string;
}

const ALIASES: Readonly<Record<string, string>> = {
  党员大会: 'members_meeting',
  支部大会: 'members_meeting',
  支委会: 'committee_meeting',
  支部委员会: 'committee_meeting',
  支委会议: 'committee_meeting',
  小组会: 'group_meeting',
  上党课: 'party_class',
  党课学习: 'party_class',
  党日: 'theme_day',
  主题党日活动: 'theme_day',
  生活会: 'org_life_meeting',
};

/** A kind by its name, a usual short form, or the only one that begins so; null where it is not clear. */
export function readKind(text: string, kinds: readonly KindName[]): string | null {
  const word = tidy(text);
  if (word === '') return null;
  const same = kinds.find((kind) => tidy(kind.name) === word);
  if (same !== undefined) return same.kind;
  const alias = ALIASES[word];
  if (alias !== undefined && kinds.some((kind) => kind.kind === alias)) return alias;
  const near = kinds.filter((kind) => tidy(kind.name).includes(word));
  return near.length === 1 ? (near[0]?.kind ?? null) : null;
}

/** Names with a reason in brackets, apart by 顿号, comma, space or line: `张三（出差）、李四`. */
export function readNames(text: string): { readonly name: string; readonly reason: string }[] {
  const found: { name: string; reason: string }[] = [];
  const rest = text.replaceAll(
    /[(（]([^)）]*)[)）]/gu,
    (_, reason: string) => `\u0001${reason}\u0002`,
  );
  for (const part of rest.split(/[、,，;；\s]+(?![^\u0001]*\u0002)/u)) {
    const [name = '', reason = ''] = part.split('\u0001');
    const plain = name.trim();
    if (plain !== '' && !['无', '-', '—', '/'].includes(plain))
      found.push({ name: plain, reason: reason.replace('\u0002', '').trim() });
  }
  return found;
}

export interface LateProblem {
  readonly column: LateColumn;
  readonly text: string;
}

export interface LateRow {
  readonly heldOn: PlainDate;
  readonly kind: string;
  readonly title: string;
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  readonly place: string;
  readonly chair: string;
  readonly recorder: string;
  readonly items: string[];
  readonly decision: string;
  readonly away: { name: string; state: 'leave' | 'absent'; reason: string }[];
  readonly guests: string[];
  /** People of that time who have no file here. */
  readonly former: { name: string; state: 'present' | 'leave' | 'absent' }[];
  readonly groupId: string | null;
  readonly totals: { entitled: number; present: number; fileId: string } | null;
}

export type ReadRow =
  | { readonly ok: true; readonly row: LateRow }
  | { readonly ok: false; readonly problems: readonly LateProblem[] };

const SPAN = /^(.+?)\s*[-–—~～至到]\s*(.+)$/u;

function readSpan(text: string): { from: string | null; until: string | null } | null {
  if (text.trim() === '') return { from: null, until: null };
  const found = SPAN.exec(text.trim());
  const from = readTime(found?.[1] ?? text);
  const until = found === null ? null : readTime(found[2] ?? '');
  return from === null || (found !== null && until === null) ? null : { from, until };
}

const whole = (text: string): number | null => {
  const plain = text.normalize('NFKC').trim().replace(/人$/u, '');
  return /^\d{1,4}$/.test(plain) ? Number(plain) : null;
};

/** Kinds that go by their topic rather than by their kind. */
const NAMED: readonly string[] = ['theme_day', 'party_class'];

export interface GroupName {
  readonly groupId: string;
  readonly name: string;
}

/** The group named in a cell or beside the kind; the only one where there is but one. Null where it is not clear. */
function readGroup(cells: LateCells, groups: readonly GroupName[]): string | null {
  const [only] = groups;
  const word = tidy(cells.group);
  const said = `${word}${tidy(cells.kind)}`;
  const found = groups.filter((group) => said.includes(tidy(group.name)));
  const near = word === '' ? [] : groups.filter((group) => tidy(group.name).includes(word));
  const [clear, ...more] = found.length > 0 ? found : near;
  if (clear !== undefined) return more.length === 0 ? clear.groupId : null;
  return groups.length === 1 && word === '' ? (only?.groupId ?? null) : null;
}

const MOVED_AWAY = /^已转出|^转出/u;

/** One line as the server takes it, or every cell that cannot be read. */
export function readRow(
  cells: LateCells,
  kinds: readonly KindName[],
  today: PlainDate,
  groups: readonly GroupName[] = [],
): ReadRow {
  const problems: LateProblem[] = [];
  const wrong = (column: LateColumn, text: string): void => void problems.push({ column, text });
  const date = readTypedDate(cells.on, today);
  if (date === null || date.assumed)
    wrong('on', cells.on.trim() === '' ? '请填写日期' : `看不懂日期“${cells.on}”，应如 2026-5-11`);
  const kind = readKind(cells.kind.replaceAll(/[(（].*[)）]/gu, ''), kinds);
  const groupId = kind === 'group_meeting' ? readGroup(cells, groups) : null;
  if (kind === 'group_meeting' && groupId === null)
    wrong(
      'kind',
      groups.length === 0 ? '支部没有党小组' : '请写明哪个党小组，如“党小组会（第一党小组）”',
    );
  if (kind === null)
    wrong('kind', cells.kind.trim() === '' ? '请填写种类' : `没有“${cells.kind}”这类会议`);
  const span = readSpan(cells.times);
  if (span === null) wrong('times', `看不懂时间“${cells.times}”，应如 14:30-16:00`);
  const onlyTotals = cells.entitled.trim() !== '' || cells.present.trim() !== '';
  const [entitled, present] = [whole(cells.entitled), whole(cells.present)];
  if (onlyTotals) {
    if (entitled === null) wrong('entitled', '应到应为人数');
    if (present === null) wrong('present', '实到应为人数');
    if (cells.fileId === null) wrong('present', '只填人数的，要附纸质记录的扫描件');
  }
  if (problems.length > 0 || date === null || kind === null || span === null)
    return { ok: false, problems };
  const items = cells.topic
    .split(/[；;\n]/u)
    .map((one) => one.replace(/^\s*\d+[、.．]\s*/u, '').trim())
    .filter((one) => one !== '');
  const named = (text: string, state: 'leave' | 'absent') =>
    readNames(text).map(({ name, reason }) => ({ name, state, reason }));
  const missing = [...named(cells.leave, 'leave'), ...named(cells.absent, 'absent')];
  const away = missing
    .filter((one) => !MOVED_AWAY.test(one.reason))
    .map((one) => ({ ...one, reason: one.state === 'leave' ? one.reason : '' }));
  const former = [
    ...readNames(cells.former).map(({ name }) => ({ name, state: 'present' as const })),
    ...missing
      .filter((one) => MOVED_AWAY.test(one.reason))
      .map(({ name, state }) => ({ name, state })),
  ];
  return {
    ok: true,
    row: {
      heldOn: date.date,
      kind,
      title: NAMED.includes(kind) && items.length === 1 ? (items[0] ?? '').slice(0, 200) : '',
      startsAt: span.from,
      endsAt: span.until,
      place: cells.place.trim(),
      chair: cells.chair.trim(),
      recorder: cells.recorder.trim(),
      items,
      decision: cells.decision.trim(),
      away: onlyTotals ? [] : away,
      former: onlyTotals ? [] : former,
      groupId,
      guests: onlyTotals ? [] : readNames(cells.guests).map((one) => one.name),
      totals:
        onlyTotals && entitled !== null && present !== null && cells.fileId !== null
          ? { entitled, present, fileId: cells.fileId }
          : null,
    },
  };
}

const FIELDS: Readonly<Record<string, LateColumn>> = {
  heldOn: 'on',
  kind: 'kind',
  groupId: 'kind',
  yearOf: 'on',
  endsAt: 'times',
  leave: 'leave',
  absent: 'absent',
  chair: 'chair',
  totals: 'present',
};

/** The column in which a problem found by the server is shown. */
export const columnOfField = (field: string): LateColumn => FIELDS[field] ?? 'on';
