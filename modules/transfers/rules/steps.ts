import { family, type Step } from '#engines/procedure';
import { STATES, type Actor, type Move, type Route, type State } from './words.ts';

type One = Step<State, Move, Actor>;

const step = (
  label: string,
  from: State | readonly State[],
  to: State,
  actor: Actor,
  rule: string,
  more: Partial<One> = {},
): One => ({ label, from: typeof from === 'string' ? [from] : from, to, actor, rule, ...more });

/** A step back to the sender, always with its written reason. */
const back = (label: string, from: readonly State[], actor: Actor): One =>
  step(label, from, 'returned', actor, 'transfer.no-refusal', { aside: true });

const named = (...states: readonly State[]) =>
  Object.fromEntries(states.map((state) => [state, STATES[state]]));

/** 线上接转: the days are those the national system shows. */
export const ONLINE = family<State, Move, Actor>({
  name: 'transfer-online',
  title: '组织关系接转（线上）',
  versions: [
    {
      version: '2019',
      since: null,
      begins: 'begun',
      ends: ['received', 'withdrawn'],
      states: named(
        'begun',
        'initiated',
        'approved_out',
        'approved_in',
        'received',
        'returned',
        'withdrawn',
      ),
      moves: {
        initiate: step('发起转出', 'begun', 'initiated', 'from_branch', 'transfer.when'),
        approve_out: step(
          '转出党委审批',
          'initiated',
          'approved_out',
          'from_committee',
          'transfer.issuer',
        ),
        approve_in: step(
          '接收党委审批',
          'approved_out',
          'approved_in',
          'to_committee',
          'transfer.issuer',
        ),
        confirm: step(
          '接收党支部确认',
          'approved_in',
          'received',
          'to_branch',
          'transfer.responsibility',
        ),
        return_out: back('转出党委退回', ['initiated'], 'from_committee'),
        return_in: back('接收党委退回', ['approved_out'], 'to_committee'),
        return_branch: back('接收党支部退回', ['approved_in'], 'to_branch'),
        resubmit: step(
          '补正后重新发起',
          'returned',
          'initiated',
          'from_branch',
          'transfer.no-refusal',
        ),
        withdraw: step(
          '撤回',
          ['initiated', 'approved_out', 'approved_in', 'returned'],
          'withdrawn',
          'from_branch',
          'transfer.responsibility',
          { aside: true },
        ),
      },
      usual: ['initiate', 'approve_out', 'approve_in', 'confirm'],
    },
  ],
});

/** 介绍信: three parts on paper, a number from the register, the receipt pasted on the stub. */
export const LETTER = family<State, Move, Actor>({
  name: 'transfer-letter',
  title: '组织关系接转（介绍信）',
  versions: [
    {
      version: '2006',
      since: null,
      begins: 'begun',
      ends: ['closed', 'withdrawn'],
      states: named(
        'begun',
        'letter_requested',
        'letter_issued',
        'reported',
        'receipt_due',
        'receipt_sent',
        'closed',
        'returned',
        'withdrawn',
      ),
      moves: {
        initiate: step('提出转出', 'begun', 'letter_requested', 'from_branch', 'transfer.when'),
        issue_letter: step(
          '开具介绍信',
          'letter_requested',
          'letter_issued',
          'from_committee',
          'transfer.letter.parts',
        ),
        renew_letter: step(
          '换开介绍信',
          'letter_issued',
          'letter_issued',
          'from_committee',
          'transfer.expired',
          { aside: true },
        ),
        report: step(
          '持介绍信报到',
          'letter_issued',
          'reported',
          'to_committee',
          'transfer.letter.validity',
        ),
        confirm: step(
          '编入党支部',
          'reported',
          'receipt_due',
          'to_branch',
          'transfer.responsibility',
        ),
        send_receipt: step(
          '寄回回执联',
          'receipt_due',
          'receipt_sent',
          'to_committee',
          'transfer.receipt',
          {
            latest: [{ after: 'confirm', months: 1, effect: 'tells', rule: 'transfer.receipt' }],
          },
        ),
        file_receipt: step(
          '回执粘贴存根',
          'receipt_sent',
          'closed',
          'from_committee',
          'transfer.receipt',
        ),
        return_out: back('转出党委退回', ['letter_requested'], 'from_committee'),
        return_in: back('接收党委退回', ['letter_issued'], 'to_committee'),
        return_branch: back('接收党支部退回', ['reported'], 'to_branch'),
        resubmit: step(
          '补正后重新提出',
          'returned',
          'letter_requested',
          'from_branch',
          'transfer.no-refusal',
        ),
        withdraw: step(
          '撤回',
          ['letter_requested', 'letter_issued', 'reported', 'returned'],
          'withdrawn',
          'from_branch',
          'transfer.responsibility',
          { aside: true },
        ),
      },
      usual: ['initiate', 'issue_letter', 'report', 'confirm', 'send_receipt', 'file_receipt'],
    },
  ],
});

/** The procedure of a route. */
export const procedureOf = (route: Route) => (route === 'online' ? ONLINE : LETTER);

/** What a step is called; the word itself where a route does not know it. */
export function labelOf(route: Route, move: Move | ''): string {
  if (move === '') return '';
  return procedureOf(route).versions.at(-1)?.moves[move]?.label ?? move;
}
