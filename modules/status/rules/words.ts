/** What a case is about: one procedure each. */
export const KINDS = {
  suspension: '停止党籍',
  restoration: '恢复党籍',
  withdrawal: '要求退党',
  correction: '限期改正',
  persuasion: '劝其退党',
  striking: '除名',
  own_act: '自行脱党除名',
  discipline: '党纪处分',
} as const;
export type Kind = keyof typeof KINDS;
export const KIND_NAMES = Object.keys(KINDS) as readonly Kind[];

/** The three kinds of organisational handling, own-act leaving among the ways of striking (UNQ24 art. 3). */
export const HANDLING: readonly Kind[] = ['correction', 'persuasion', 'striking', 'own_act'];

export const STATES = {
  begun: '尚未办理',
  examined: '已查明情况',
  suspended: '已停止党籍',
  asked: '已提出恢复',
  opined: '支委会已提出意见',
  voted: '支部大会已通过',
  restored: '已恢复党籍',
  requested: '已收到书面申请',
  talked: '已谈话',
  withdrawn: '已宣布除名（待备案）',
  filed: '已备案',
  proposed: '已提出启动（待备案）',
  start_filed: '已备案（调查中）',
  investigated: '已调查（待听取本人意见）',
  heard: '已听取本人意见',
  correcting: '限期改正中',
  corrected: '已改正',
  not_corrected: '期满没有改正',
  persuading: '已批准，劝其退党',
  left: '已退党',
  refused: '本人不同意退党',
  struck: '已批准除名（待宣布）',
  announced: '已宣布',
  in_effect: '处分已生效',
  over: '处分影响期满',
  expelled: '已开除党籍',
  dropped: '不予处理',
} as const;
export type State = keyof typeof STATES;

export const ACTORS = { branch: '党支部', committee: '上级党委' } as const;
export type Actor = keyof typeof ACTORS;

export const MOVES = [
  'examine',
  'decide',
  'decide_above',
  'ask_back',
  'opinion',
  'vote',
  'approve',
  'request',
  'talk_back',
  'announce_withdrawal',
  'file_upward',
  'propose',
  'file_start',
  'investigate',
  'hear',
  'announce',
  'help',
  'conclude_corrected',
  'conclude_not_corrected',
  'leave',
  'refuse',
  'record',
  'record_expulsion',
  'restore_rights',
  'effect_over',
  'not_passed',
  'not_approved',
  'drop',
] as const;
export type Move = (typeof MOVES)[number];

/** Five sanctions (`discipline.kinds`); expulsion is a step of its own. */
export const SANCTIONS = {
  warning: '警告',
  serious_warning: '严重警告',
  removal: '撤销党内职务',
  probation: '留党察看',
} as const;
export type Sanction = keyof typeof SANCTIONS;
