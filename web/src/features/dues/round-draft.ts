import { addMoney, ZERO, type Money } from '#kernel/money';
import type { PlainDate } from '#kernel/plain-date';
import type { Answer, Api } from '../../api.ts';
import type { PersonChoice } from '../../patterns/pickers.tsx';
import type { Unread } from '../../patterns/unread.ts';

export type RoundLine = Answer<Api['dues']['round']>['lines'][number];
type Round = Answer<Api['dues']['round']>;
export type Receipts = Parameters<Api['dues']['recordReceipts']>[0]['receipts'];

/** What the form holds of one member; the amount stands only while it is ticked. */
export interface Taken {
  readonly amount: Money | Unread | null;
  readonly means?: 'cash' | 'transfer';
  readonly payer?: 'self' | 'relative' | 'member';
  readonly payerName?: string;
  readonly payerPerson?: PersonChoice | null;
  readonly voluntary?: boolean;
  readonly note?: string;
}
export type Draft = Readonly<Record<string, Taken>>;

/** The round of one group: its members, and the sums over them; without a group the round as it is. */
export function inGroup(
  round: Round,
  group: { readonly members: readonly { readonly personId: string }[] } | undefined,
): Round {
  if (group === undefined) return round;
  const people = new Set(group.members.map((one) => one.personId));
  const lines = round.lines.filter((line) => people.has(line.personId));
  const total = (field: 'due' | 'paid' | 'open' | 'before'): Money =>
    addMoney(ZERO, ...lines.map((line) => line[field]));
  return {
    ...round,
    lines,
    due: total('due'),
    paid: total('paid'),
    open: total('open'),
    before: total('before'),
  };
}

/** What a member is asked for now: the round, with what is open of earlier months where that is wanted. */
export const askedOf = (line: RoundLine, withBefore: boolean): Money =>
  (line.open + (withBefore ? line.before : 0)) as Money;

/** Everybody who owes something is ticked with what is asked; who is ticked already keeps what was typed. */
export function tickAll(draft: Draft, lines: readonly RoundLine[], withBefore: boolean): Draft {
  const owing = lines.filter((line) => askedOf(line, withBefore) > 0);
  return {
    ...Object.fromEntries(
      owing.map((line) => [line.personId, { amount: askedOf(line, withBefore) }]),
    ),
    ...draft,
  };
}

export function toggle(draft: Draft, line: RoundLine, withBefore: boolean): Draft {
  if (draft[line.personId] === undefined) {
    const asked = askedOf(line, withBefore);
    return { ...draft, [line.personId]: { amount: asked > 0 ? asked : null } };
  }
  return Object.fromEntries(Object.entries(draft).filter(([id]) => id !== line.personId));
}

/** Sum of what could be read: the cash that should be in hand. */
export const sumOf = (draft: Draft): Money =>
  addMoney(
    ZERO,
    ...Object.values(draft).map(({ amount }) => (typeof amount === 'number' ? amount : ZERO)),
  );

/** Members whose amount cannot be taken as it stands. */
export const unreadIn = (draft: Draft): readonly string[] =>
  Object.entries(draft)
    .filter(([, { amount }]) => typeof amount !== 'number' || amount <= 0)
    .map(([id]) => id);

/** The draft as it is sent, in the order of the list. */
export function receiptsOf(
  draft: Draft,
  lines: readonly RoundLine[],
  common: { readonly paidOn: PlainDate; readonly means: 'cash' | 'transfer' },
): Receipts {
  return lines.flatMap((line): Receipts => {
    const taken = draft[line.personId];
    if (taken === undefined || typeof taken.amount !== 'number') return [];
    const { payer = 'self', payerName = '', payerPerson } = taken;
    return [
      {
        personId: line.personId,
        paidOn: common.paidOn,
        amount: taken.amount,
        means: taken.means ?? common.means,
        payer:
          payer === 'relative'
            ? { kind: 'relative', name: payerName }
            : payer === 'member' && payerPerson
              ? { kind: 'member', personId: payerPerson.id }
              : { kind: 'self' },
        voluntary: taken.voluntary ?? false,
        note: taken.note ?? '',
      },
    ];
  });
}
