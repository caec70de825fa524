import type { Sent } from '#contract/lib';
import type { meetingsContract } from '#contract/meetings';
import type { PlainDate } from '#kernel/plain-date';
import type { Item, MeetingDetail } from './queries.ts';

type Payload = Omit<
  Sent<typeof meetingsContract>['saveMinutes'],
  'meetingId' | 'basedOn' | 'commandId'
>;
type Vote = Item['votes'][number];
type Task = Item['tasks'][number];
export type Named = NonNullable<MeetingDetail['chair']>;

/** Numbers stay as typed until they are saved. */
export interface VoteForm extends Omit<Vote, 'for' | 'against' | 'abstain' | 'recused'> {
  readonly for: string;
  readonly against: string;
  readonly abstain: string;
  readonly recused: string;
}

export interface ItemForm extends Omit<Item, 'votes' | 'tasks'> {
  /** Tells items apart on the page only. */
  readonly key: string;
  readonly votes: readonly VoteForm[];
  readonly tasks: readonly Task[];
}

/** The minutes while somebody writes them. */
export interface MinutesForm {
  readonly title: string;
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  readonly yearOf: number;
  readonly special: boolean;
  readonly campaign: string;
  readonly chair: Named | null;
  readonly recorder: Named | null;
  readonly items: readonly ItemForm[];
  readonly note: string;
}

const voteForm = (vote: Vote): VoteForm => ({
  ...vote,
  for: String(vote.for),
  against: String(vote.against),
  abstain: String(vote.abstain),
  recused: String(vote.recused),
});

/** What the server has, as the form shows it. */
export const formOf = (detail: MeetingDetail): MinutesForm => ({
  title: detail.title,
  startsAt: detail.startsAt,
  endsAt: detail.endsAt,
  yearOf: detail.yearOf,
  special: detail.special,
  campaign: detail.campaign,
  chair: detail.chair,
  recorder: detail.recorder,
  items: detail.items.map((item, index) => ({
    ...item,
    key: `item-${index}`,
    votes: item.votes.map(voteForm),
  })),
  note: detail.note,
});

let made = 0;

/** A new item with nothing but its title. */
export const newItem = (title: string, part: Partial<ItemForm> = {}): ItemForm => ({
  key: `new-${(made += 1)}`,
  kind: 'regular',
  title,
  presenter: '',
  material: '',
  talk: '',
  decision: '',
  votes: [],
  tasks: [],
  followUpOf: null,
  outcome: '',
  ...part,
});

/** A vote in which everybody who may vote agrees: what is commonest is there, the rest is typed over. */
export const newVote = (subject: string, voters: number): VoteForm => ({
  subject,
  method: 'show_of_hands',
  onPerson: false,
  for: String(voters),
  against: '0',
  abstain: '0',
  recused: '0',
});

export const newTask = (dueOn: PlainDate | null = null): Task => ({
  decisionId: null,
  text: '',
  responsible: null,
  dueOn,
});

/** A whole number as typed; an empty field is 0; null where it is none. */
export function readCount(text: string): number | null {
  const tidy = text.normalize('NFKC').trim();
  if (tidy === '') return 0;
  return /^\d{1,4}$/.test(tidy) ? Number(tidy) : null;
}

/** Why the sum of a vote cannot be, as one sentence; null where it can. */
export function voteProblem(vote: VoteForm, present: number): string | null {
  const counts = [vote.for, vote.against, vote.abstain, vote.recused].map(readCount);
  if (counts.includes(null)) return '票数应为整数';
  const sum = counts.reduce<number>((total, count) => total + (count ?? 0), 0);
  if (sum > present) return `合计${sum}票，多于在场有表决权的${present}人`;
  return null;
}

export type Ready =
  | { readonly ok: true; readonly payload: Payload }
  | { readonly ok: false; readonly sentence: string };

/** The form as the server takes it, or what has to be filled in before it can be saved. */
export function payloadOf(form: MinutesForm): Ready {
  const items: Payload['items'] = [];
  for (const [index, item] of form.items.entries()) {
    const { key: _, ...rest } = item;
    if (item.title.trim() === '')
      return { ok: false, sentence: `第${index + 1}项还没有写议题，写上后自动保存` };
    const votes: NonNullable<Payload['items'][number]['votes']> = [];
    for (const vote of item.votes) {
      const [yes, no, abstain, recused] = [
        readCount(vote.for),
        readCount(vote.against),
        readCount(vote.abstain),
        readCount(vote.recused),
      ];
      if (yes === null || no === null || abstain === null || recused === null)
        return { ok: false, sentence: `第${index + 1}项的票数应为整数，改好后自动保存` };
      const subject = vote.subject.trim() === '' ? item.title : vote.subject;
      votes.push({ ...vote, subject, for: yes, against: no, abstain, recused });
    }
    items.push({
      ...rest,
      votes,
      tasks: item.tasks.filter((task) => task.text.trim() !== '').map((task) => ({ ...task })),
    });
  }
  return { ok: true, payload: { ...form, items } };
}
