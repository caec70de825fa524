import type { PlainDate } from '#kernel/plain-date';
import { refuse, type Refusal } from '#kernel/result';
import { ruleOf, type Advice } from '#kernel/rule';
import { advise, MEETING_RULES } from './catalogue.ts';
import { checkFinal, type FinalFacts, type MeetingState } from './final.ts';
import { EVIDENCES, type Evidence } from './kinds.ts';
import type { Content, Item, View } from './minutes.ts';
import type { PlannedKind } from './own-kinds.ts';
import { MEETING_KINDS } from './kinds.ts';
import { firstItemAdvice } from './sitting.ts';

export interface RecordFacts {
  readonly kind: PlannedKind;
  readonly state: MeetingState;
  readonly entry: 'live' | 'late' | 'paper_totals';
  readonly form: 'meeting' | 'home_visit' | 'post';
  readonly heldOn: PlainDate;
  readonly today: PlainDate;
  readonly content: Content;
  readonly view: View;
  /** Whether begin and end are known: without them nothing counts as study time. */
  readonly timed: boolean;
  /** Uses of the files attached. */
  readonly files: ReadonlySet<string>;
}

/** A matter that returned may be passed over: it stays open. */
const silent = (item: Item): boolean =>
  item.kind !== 'follow_up' &&
  item.talk.trim() === '' &&
  item.decision.trim() === '' &&
  item.outcome.trim() === '';

/** 六有 as a checklist: from what was entered, or from a file of that use. Pictures stay optional. */
export function evidenceList({ kind, form, entry, content, view, files }: RecordFacts): {
  readonly evidence: Evidence;
  readonly name: string;
  readonly done: boolean;
  readonly optional: boolean;
}[] {
  const { items } = content;
  const entered: Record<Evidence, boolean> = {
    sign_in:
      form === 'meeting'
        ? view.lines.length > 0 && view.counts.unknown === 0
        : view.counts.present > 0,
    agenda: items.length > 0,
    material: items.some((item) => item.material.trim() !== ''),
    // A line of 补录表 tells one decision for all its matters.
    record: entry === 'live' ? items.length > 0 && !items.some(silent) : !items.every(silent),
    notes: false,
    pictures: false,
  };
  return kind.evidences.map((evidence) => ({
    evidence,
    name: EVIDENCES[evidence],
    done: entered[evidence] || files.has(evidence),
    optional: evidence === 'pictures',
  }));
}

/** Who may confirm is asked by the caller; here stands what the record itself lacks. */
const CONFIRMED = 'secretary';

/** Everything that hinders 定稿, each named once; empty when the record can be locked. */
export function hindrancesOf(facts: RecordFacts): Refusal[] {
  const { kind, content, view, entry } = facts;
  const atHome = facts.form !== 'meeting';
  const found: Refusal[] = [];
  const votes = content.items.flatMap((item) => item.votes);
  const fromPaper = entry !== 'live';
  const clean: FinalFacts = {
    state: facts.state,
    kind: kind.like,
    rollFrozen: true,
    paperTotals: entry === 'paper_totals',
    unknownPresences: 0,
    chair: '-',
    recorder: '-',
    itemsWithoutOutcome: 0,
    votes: 0,
    quorumMet: true,
    confirmedBy: CONFIRMED,
  };
  const state = checkFinal(clean);
  if (!state.ok) return [state.refusal];
  if (facts.heldOn > facts.today)
    return [refuse('meetings.not_yet_held', { day: facts.heldOn }).refusal];
  if (content.items.length === 0) found.push(refuse('meetings.no_items').refusal);
  const aspects: Partial<FinalFacts>[] = [
    { rollFrozen: entry === 'paper_totals' || view.lines.length > 0 },
    // 送教上门, 邮寄资料 reach those who are marked; the others were not expected (situation 14).
    { unknownPresences: atHome ? 0 : view.counts.unknown },
    // The paper book names them; a late entry need not type them again.
    fromPaper ? {} : { chair: content.chair?.name ?? '', recorder: content.recorder?.name ?? '' },
    fromPaper ? {} : { itemsWithoutOutcome: content.items.filter(silent).length },
  ];
  for (const aspect of aspects) {
    const checked = checkFinal({ ...clean, ...aspect });
    if (!checked.ok) found.push(checked.refusal);
  }
  if (atHome && view.counts.present === 0) found.push(refuse('meetings.nobody_reached').refusal);
  for (const result of view.votes.flat()) if (!result.ok) found.push(result.refusal);
  if (content.totals !== null && votes.some((vote) => vote.onPerson))
    found.push(refuse('meetings.vote_without_roll').refusal);
  // Members may meet to study without a quorum; a committee or leading body is no meeting without one.
  const needsQuorum = MEETING_KINDS[kind.like].quorum !== 'none' && kind.body !== 'members';
  if (!atHome && needsQuorum && view.lines.length > 0 && !view.quorum.met)
    found.push(refuse('meetings.quorum_not_met', { text: view.quorum.text }).refusal);
  return found;
}

/** 接收预备党员 is decided by secret ballot (`meeting.secret`, DEV26 art. 20). */
const ADMISSION = /接收.*预备党员|吸收.*预备党员/u;

const secretAdvice = (items: readonly Item[]): Advice[] =>
  items.flatMap((item, index) =>
    item.votes.some(
      (vote) => vote.method === 'show_of_hands' && ADMISSION.test(`${item.title} ${vote.subject}`),
    )
      ? [
          advise(
            'meetings.admission_by_hands',
            'meeting.secret',
            `第${index + 1}项讨论接收预备党员，应当无记名投票，表决方式请选票决（依据：${ruleOf(MEETING_RULES, 'meeting.secret').basis}）`,
          ),
        ]
      : [],
  );

/** Words beside the record; none of them hinders. */
export function recordAdvice({ kind, state, entry, timed, content, view }: RecordFacts): Advice[] {
  const first = content.items[0];
  return [
    ...view.advice,
    ...secretAdvice(content.items),
    ...(kind.study && !timed && state === 'held' && entry === 'live'
      ? [advise('meetings.no_times', 'edu.hour.conversion', '还没有填写起止时间，这次会不计学时')]
      : []),
    ...(content.items.length === 0
      ? []
      : firstItemAdvice(kind.firstTopic, first?.kind === 'first_topic')),
  ];
}
