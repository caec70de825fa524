import { family, type Family, type Procedure, type Step } from '#engines/procedure';
import { KINDS, STATES, type Actor, type Kind, type Move, type State } from './words.ts';

type One = Step<State, Move, Actor>;
type Moves = Procedure<State, Move, Actor>['moves'];
export type StatusFamily = Family<State, Move, Actor>;

const step = (
  label: string,
  from: State | readonly State[],
  to: State,
  rule: string,
  more: Partial<One> = {},
): One => ({
  label,
  from: typeof from === 'string' ? [from] : from,
  to,
  actor: 'branch',
  rule,
  ...more,
});

const paper = (key: string, name: string, rule: string) => ({
  key,
  name,
  rule,
  effect: 'blocks' as const,
});
const tellsPaper = (key: string, name: string, rule: string) => ({
  key,
  name,
  rule,
  effect: 'tells' as const,
});
const meeting = (body: 'members' | 'committee', by: 'decision' | 'vote', rule: string) => ({
  body,
  by,
  rule,
});
const above = { actor: 'committee' as const };

const one = (
  kind: Kind,
  ends: readonly State[],
  usual: readonly Move[],
  moves: Moves,
): StatusFamily => {
  const used = new Set<State>(['begun', ...Object.values(moves).flatMap((move) => move.to)]);
  return family({
    name: `status-${kind.replace('_', '-')}`,
    title: KINDS[kind],
    versions: [
      {
        version: '2024',
        since: null,
        begins: 'begun',
        ends,
        states: Object.fromEntries(
          Object.entries(STATES).filter(([state]) => used.has(state as State)),
        ),
        moves,
        usual,
      },
    ],
  });
};

const drop = (from: readonly State[], rule: string): One =>
  step('不予处理', from, 'dropped', rule, { aside: true });

/** Investigated, heard, decided by the members' meeting, approved above (`handle.procedure`). */
const chain = (approved: State, rule: string): Moves => ({
  propose: step('支委会提出启动', 'begun', 'proposed', 'handle.start', {
    meeting: meeting('committee', 'decision', 'handle.start'),
  }),
  file_start: step('向上级党委报备', 'proposed', 'start_filed', 'handle.start'),
  investigate: step('调查核实', 'start_filed', 'investigated', 'handle.investigate', {
    papers: [tellsPaper('report', '调查材料', 'handle.investigate')],
  }),
  hear: step('听取本人意见', 'investigated', 'heard', 'handle.hear', {
    papers: [tellsPaper('talk', '谈话记录', 'handle.hear')],
  }),
  opinion: step('支委会提出处置意见', 'heard', 'opined', 'handle.opinion', {
    meeting: meeting('committee', 'decision', 'handle.opinion'),
  }),
  vote: step('支部党员大会表决', 'opined', 'voted', 'handle.decision', {
    meeting: meeting('members', 'vote', 'handle.mm'),
  }),
  approve: step('上级党委批准', 'voted', approved, rule, {
    ...above,
    papers: [paper('reply', '上级批复', 'handle.decision')],
  }),
  not_passed: step('支部党员大会没有通过', 'opined', 'dropped', 'handle.mm', {
    aside: true,
    meeting: meeting('members', 'decision', 'handle.mm'),
  }),
  not_approved: step('上级党委没有批准', 'voted', 'dropped', 'handle.decision', {
    ...above,
    aside: true,
  }),
  drop: drop(
    ['begun', 'proposed', 'start_filed', 'investigated', 'heard', 'opined'],
    'handle.mild',
  ),
});
const CHAIN: readonly Move[] = [
  'propose',
  'file_start',
  'investigate',
  'hear',
  'opinion',
  'vote',
  'approve',
];

const announced = (rule: string): Moves => ({
  announce: step('宣布', 'struck', 'announced', 'handle.announce', {
    papers: [tellsPaper('notice', '处置决定送达回证', rule)],
  }),
});

/** One procedure of each kind. Released versions never change: another text is a version of its own. */
export const FAMILIES: Readonly<Record<Kind, StatusFamily>> = {
  suspension: one('suspension', ['suspended', 'dropped'], ['examine', 'decide'], {
    examine: step('查明情况', 'begun', 'examined', 'status.lost.suspend', {
      papers: [tellsPaper('search', '查找记录或者出国（境）情况', 'status.lost.suspend')],
    }),
    decide: step('支部党员大会讨论决定', 'examined', 'suspended', 'status.lost.suspend', {
      meeting: meeting('members', 'decision', 'status.lost.suspend'),
    }),
    decide_above: step('上级党组织决定', 'examined', 'suspended', 'status.lost.suspend', {
      ...above,
      aside: true,
      papers: [paper('reply', '上级决定', 'status.lost.suspend')],
    }),
    drop: drop(['begun', 'examined'], 'status.lost.suspend'),
  }),
  restoration: one(
    'restoration',
    ['restored', 'dropped'],
    ['ask_back', 'opinion', 'vote', 'approve'],
    {
      ask_back: step('本人提出恢复党籍', 'begun', 'asked', 'status.restore', {
        papers: [tellsPaper('request', '本人书面材料', 'status.restore')],
      }),
      opinion: step('支委会提出意见', 'asked', 'opined', 'status.restore', {
        meeting: meeting('committee', 'decision', 'status.restore'),
      }),
      vote: step('支部党员大会讨论', 'opined', 'voted', 'status.restore', {
        meeting: meeting('members', 'decision', 'status.restore'),
      }),
      approve: step('上级党委批准', 'voted', 'restored', 'status.restore', {
        ...above,
        papers: [paper('reply', '上级批复', 'status.restore')],
      }),
      not_approved: step('上级党委没有批准', 'voted', 'dropped', 'status.restore', {
        ...above,
        aside: true,
      }),
      drop: drop(['begun', 'asked', 'opined'], 'status.restore'),
    },
  ),
  withdrawal: one(
    'withdrawal',
    ['filed', 'dropped'],
    ['request', 'talk_back', 'announce_withdrawal', 'file_upward'],
    {
      request: step('本人书面提出', 'begun', 'requested', 'handle.withdraw', {
        papers: [paper('request', '退党书面申请', 'handle.withdraw')],
      }),
      talk_back: step('谈话教育', 'requested', 'talked', 'handle.withdraw', {
        papers: [tellsPaper('talk', '谈话记录', 'handle.withdraw')],
      }),
      announce_withdrawal: step(
        '支部党员大会讨论并宣布除名',
        ['requested', 'talked'],
        'withdrawn',
        'handle.withdraw',
        { meeting: meeting('members', 'decision', 'handle.withdraw') },
      ),
      file_upward: step('报上级党委备案', 'withdrawn', 'filed', 'handle.withdraw'),
      drop: drop(['begun', 'requested', 'talked'], 'handle.withdraw'),
    },
  ),
  correction: one(
    'correction',
    ['corrected', 'not_corrected', 'dropped'],
    [...CHAIN, 'announce', 'help', 'conclude_corrected'],
    {
      ...chain('correcting', 'handle.correct.when'),
      announce: step('宣布并送达本人', 'correcting', 'correcting', 'handle.announce'),
      help: step('帮助教育', 'correcting', 'correcting', 'handle.correct.help'),
      conclude_corrected: step('期满认定已改正', 'correcting', 'corrected', 'handle.correct.when', {
        needs: [{ move: 'help', effect: 'blocks', rule: 'handle.correct.help' }],
        latest: [
          {
            after: 'approve',
            fromItsEnd: true,
            months: 1,
            effect: 'tells',
            rule: 'handle.correct.max',
          },
        ],
        meeting: meeting('members', 'decision', 'handle.correct.when'),
      }),
      conclude_not_corrected: step(
        '期满认定没有改正，提出下一步处置',
        'correcting',
        'not_corrected',
        'handle.persuade.when',
        {
          aside: true,
          needs: [{ move: 'help', effect: 'blocks', rule: 'handle.correct.help' }],
          earliest: [
            { after: 'approve', fromItsEnd: true, effect: 'blocks', rule: 'handle.persuade.when' },
          ],
          meeting: meeting('members', 'decision', 'handle.persuade.when'),
        },
      ),
    },
  ),
  persuasion: one('persuasion', ['left', 'refused', 'dropped'], [...CHAIN, 'announce', 'leave'], {
    ...chain('persuading', 'handle.persuade.when'),
    announce: step('同本人谈话，劝其退党', 'persuading', 'persuading', 'handle.announce'),
    leave: step('本人同意退党', 'persuading', 'left', 'handle.decision', {
      papers: [tellsPaper('notice', '处置决定送达回证', 'handle.announce')],
    }),
    refuse: step('本人坚持不退', 'persuading', 'refused', 'handle.strike.when', { aside: true }),
  }),
  striking: one('striking', ['announced', 'dropped'], [...CHAIN, 'announce'], {
    ...chain('struck', 'handle.strike.when'),
    ...announced('handle.announce'),
  }),
  own_act: one('own_act', ['announced', 'dropped'], [...CHAIN, 'announce'], {
    ...chain('struck', 'handle.effective'),
    ...announced('handle.announce'),
  }),
  discipline: one(
    'discipline',
    ['over', 'expelled', 'dropped'],
    ['record', 'announce', 'effect_over'],
    {
      record: step('登记处分决定', 'begun', 'in_effect', 'discipline.kinds', {
        papers: [paper('decision', '处分决定', 'discipline.kinds')],
      }),
      record_expulsion: step('登记开除党籍决定', 'begun', 'expelled', 'discipline.kinds', {
        aside: true,
        papers: [paper('decision', '处分决定', 'discipline.kinds')],
      }),
      announce: step('宣布处分决定', 'in_effect', 'in_effect', 'discipline.kinds'),
      restore_rights: step('恢复党员权利', 'in_effect', 'over', 'discipline.restore', {
        aside: true,
        meeting: meeting('members', 'decision', 'discipline.restore'),
      }),
      effect_over: step('影响期满', 'in_effect', 'over', 'discipline.effect'),
      drop: drop(['begun'], 'discipline.kinds'),
    },
  ),
};

/** For the generated pages: as the engine knows procedures. */
export const STATUS_PROCEDURES: readonly Family[] = Object.values(FAMILIES);

export const labelOf = (kind: Kind, move: Move): string =>
  FAMILIES[kind].versions.at(-1)?.moves[move]?.label ?? move;

export const isEnd = (kind: Kind, state: State): boolean =>
  FAMILIES[kind].versions.at(-1)?.ends.includes(state) ?? false;
