import type { Id, PersonId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import type { Result } from '#kernel/result';
import type { Advice } from '#kernel/rule';
import type { PlannedKind } from './own-kinds.ts';
import { countPresence, inheritMarks, type Counts, type Mark, type Presence } from './presence.ts';
import { outcomeOf, quorumOf, type Outcome, type QuorumState } from './quorum.ts';
import type { RollEntry } from './entitlement.ts';

/** The minutes of one meeting as they are written, and what follows from them. */

export interface Named {
  readonly personId: PersonId | null;
  readonly name: string;
}

export interface VoteRecord {
  readonly subject: string;
  readonly method: 'show_of_hands' | 'paper';
  readonly onPerson: boolean;
  readonly for: number;
  readonly against: number;
  readonly abstain: number;
  readonly recused: number;
}

export interface Task {
  /** Given when finalised; stays over corrections. */
  readonly decisionId: Id<'Decision'> | null;
  readonly text: string;
  readonly responsible: Named | null;
  readonly dueOn: PlainDate | null;
}

export interface Item {
  readonly kind: 'first_topic' | 'regular' | 'follow_up';
  readonly title: string;
  readonly presenter: string;
  readonly material: string;
  readonly talk: string;
  readonly decision: string;
  readonly votes: readonly VoteRecord[];
  readonly tasks: readonly Task[];
  readonly followUpOf: Id<'Decision'> | null;
  readonly outcome: string;
}

/** One line of the roll; `key` is the person's id, or `name:` and a number. */
export interface RollLine {
  readonly key: string;
  readonly personId: PersonId | null;
  readonly name: string;
  readonly column: RollEntry['column'];
  readonly voting: boolean;
  /** Absence counts in attendance rates. */
  readonly alarm: boolean;
  readonly frail: boolean;
  readonly unit: string;
  readonly note: string;
}

/** 送教上门 or 邮寄资料 with a meeting somebody missed (situation 14). */
export interface Sent {
  readonly how: 'home_visit' | 'post';
  readonly on: PlainDate;
  readonly by: string;
  readonly material: string;
}

export interface StoredMark {
  readonly state: Presence;
  readonly reason: string;
  /** Numbers (from 1) of items somebody present was out for. */
  readonly away: readonly number[];
  /** Absent where nothing was sent, also in every mark of before. */
  readonly sent?: Sent;
}

export type Marks = Readonly<Record<string, StoredMark>>;

export interface Content {
  readonly chair: Named | null;
  readonly recorder: Named | null;
  readonly items: readonly Item[];
  readonly note: string;
  readonly roll: readonly RollLine[];
  /** Where this meeting differs from its sitting. */
  readonly marks: Marks;
  /** Times and place as finalised; null in working copies, which have those of the sitting. */
  readonly held: {
    readonly startsAt: string | null;
    readonly endsAt: string | null;
    readonly place: string;
  } | null;
  /** 据纸质记录: only numbers are known. */
  readonly totals: {
    readonly entitled: number;
    readonly present: number;
    readonly fileId: Id<'File'>;
  } | null;
}

const EMPTY: Content = {
  chair: null,
  recorder: null,
  items: [],
  note: '',
  roll: [],
  marks: {},
  held: null,
  totals: null,
};

export const fullContent = (given: Partial<Content>): Content => ({ ...EMPTY, ...given });

export const agendaItem = (
  title: string,
  kind: Item['kind'] = 'regular',
  followUpOf: Id<'Decision'> | null = null,
): Item => ({
  kind,
  title,
  presenter: '',
  material: '',
  talk: '',
  decision: '',
  votes: [],
  tasks: [],
  followUpOf,
  outcome: '',
});

const UNMARKED: StoredMark = { state: 'unknown', reason: '', away: [] };

const toRuleMarks = (marks: Marks): Mark[] =>
  Object.entries(marks).map(([key, mark]) => ({
    personId: key,
    presence: mark.state,
    reason: mark.state === 'leave' ? mark.reason : '',
    missedItems: mark.away.map(String),
  }));

export interface MarkedLine extends RollLine, StoredMark {
  readonly inherited: boolean;
  readonly tapped: boolean;
}

export interface View {
  readonly lines: readonly MarkedLine[];
  readonly counts: Counts;
  readonly quorum: QuorumState;
  readonly itemQuorums: readonly QuorumState[];
  readonly votes: readonly (readonly Result<Outcome>[])[];
  readonly advice: readonly Advice[];
}

const NOBODY: Counts = {
  shouldAttend: 0,
  present: 0,
  leave: 0,
  absent: 0,
  unknown: 0,
  satIn: 0,
  voters: 0,
  votersPresent: 0,
  alarmBase: 0,
  alarmPresent: 0,
};

/** On totals from paper nobody is known: all that were there count alike. */
const ofTotals = (entitled: number, present: number): Counts => ({
  ...NOBODY,
  shouldAttend: entitled,
  present,
  absent: entitled - present,
  voters: entitled,
  votersPresent: present,
});

export interface ViewOptions {
  readonly recusedLeaveCount: boolean;
  /** Keys that tapped their name: present unless the recorder says otherwise. */
  readonly taps?: ReadonlySet<string>;
}

/** Presence, quorum and votes of a meeting, for the whole and per item. Pure. */
export function viewOf(
  kind: PlannedKind,
  content: Content,
  sittingMarks: Marks,
  options: ViewOptions,
): View {
  const taps = options.taps ?? new Set<string>();
  const tapped: Marks = Object.fromEntries(
    [...taps].map((key) => [key, { ...UNMARKED, state: 'present' as const }]),
  );
  const entries = content.roll.map((line) => ({ ...line, personId: line.key }));
  const roll = { frozen: true, entries };
  const keys = new Set(entries.map((line) => line.key));
  const shared = { ...tapped, ...sittingMarks };
  const marks = inheritMarks(roll, toRuleMarks(shared), toRuleMarks(content.marks));
  const known = marks.filter((mark) => keys.has(mark.personId));
  const count = (item?: number): Counts => {
    if (content.totals !== null) return ofTotals(content.totals.entitled, content.totals.present);
    const counted = countPresence(roll, known, item === undefined ? undefined : String(item));
    if (!counted.ok) throw new Error(`presence does not fit the roll: ${counted.refusal.code}`);
    return counted.value;
  };
  const counts = count();
  const quorum = quorumOf(kind.like, counts.voters, counts.votersPresent);
  const perItem = content.items.map((_, index) => count(index + 1));
  const itemQuorums = perItem.map((one) => quorumOf(kind.like, one.voters, one.votersPresent));
  const votes = content.items.map((item, index) =>
    item.votes.map((vote): Result<Outcome> =>
      outcomeOf(
        kind.like,
        perItem[index]?.voters ?? 0,
        perItem[index]?.votersPresent ?? 0,
        {
          yes: vote.for,
          no: vote.against,
          abstain: vote.abstain,
          recused: vote.recused,
          onPerson: vote.onPerson && vote.method === 'show_of_hands',
        },
        options.recusedLeaveCount,
      ),
    ),
  );
  const lines = content.roll.map((line): MarkedLine => {
    const own = content.marks[line.key];
    return {
      ...line,
      ...(own ?? shared[line.key] ?? UNMARKED),
      inherited: own === undefined,
      tapped: taps.has(line.key),
    };
  });
  return { lines, counts, quorum, itemQuorums, votes, advice: quorum.advice };
}
