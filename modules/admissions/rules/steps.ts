import { family, type Family, type Procedure, type Step } from '#engines/procedure';
import { REVISED_ON, STATES, type Actor, type Move, type State } from './words.ts';

type One = Step<State, Move, Actor>;
type Steps = Procedure<State, Move, Actor>['moves'];

const step = (
  label: string,
  from: State | readonly State[],
  to: State,
  actor: Actor,
  rule: string,
  more: Partial<One> = {},
): One => ({ label, from: typeof from === 'string' ? [from] : from, to, actor, rule, ...more });

const tellsPaper = (key: string, name: string, rule: string) => ({
  key,
  name,
  rule,
  effect: 'tells' as const,
});
const paper = (key: string, name: string, rule: string) => ({
  key,
  name,
  rule,
  effect: 'blocks' as const,
});
const meeting = (body: 'members' | 'committee', by: 'decision' | 'vote', rule: string) => ({
  body,
  by,
  rule,
});

const OPEN: readonly State[] = [
  'applicant',
  'talked',
  'activist_decided',
  'activist_filed',
  'activist',
  'target_decided',
  'target_agreed',
  'target_noticed',
  'target',
  'reviewed',
  'prereviewed',
  'book_issued',
  'form_filled',
  'accepted',
  'accepted_talked',
];

/** What both rule-sets share. Terms and papers that came in 2026 are added below. */
const SHARED: Steps = {
  apply: step('递交入党申请书', 'begun', 'applicant', 'branch', 'admit.step.01', {
    papers: [paper('application', '入党申请书', 'admit.step.01')],
  }),
  first_talk: step('党组织派人谈话', 'applicant', 'talked', 'branch', 'admit.step.02', {
    latest: [{ after: 'apply', months: 1, effect: 'tells', rule: 'admit.talk.month' }],
    papers: [tellsPaper('talk', '谈话记录', 'admit.step.02')],
  }),
  determine_activist: step(
    '推荐和确定入党积极分子',
    'talked',
    'activist_decided',
    'branch',
    'admit.step.03',
    {
      papers: [tellsPaper('recommend', '推荐、推优材料', 'admit.youth28')],
      meeting: meeting('committee', 'decision', 'admit.step.03'),
    },
  ),
  file_activist: step(
    '上级党委备案',
    'activist_decided',
    'activist_filed',
    'committee',
    'admit.step.04',
  ),
  assign_contacts: step(
    '指定培养联系人',
    ['activist_filed', 'activist'],
    'activist',
    'branch',
    'admit.step.05',
  ),
  observe: step('培养教育考察', 'activist', 'activist', 'branch', 'admit.step.06'),
  determine_target: step('确定发展对象', 'activist', 'target_decided', 'branch', 'admit.step.07', {
    earliest: [
      { after: 'determine_activist', months: 12, effect: 'blocks', rule: 'admit.observe.year' },
    ],
    papers: [tellsPaper('activist_register', '入党积极分子培养考察登记表', 'admit.step.06')],
    meeting: meeting('committee', 'decision', 'admit.step.07'),
  }),
  determine_introducers: step('确定入党介绍人', 'target', 'target', 'branch', 'admit.step.09'),
  review: step('政治审查', 'target', 'target', 'branch', 'admit.step.10', {
    papers: [paper('review', '政治审查结论性材料', 'admit.review.done')],
  }),
  train: step('短期集中培训', 'target', 'target', 'committee', 'admit.step.11', {
    papers: [tellsPaper('training', '培训结业证明', 'admit.training.needed')],
  }),
  committee_review: step('支委会审查', 'target', 'reviewed', 'branch', 'admit.step.12', {
    needs: [
      { move: 'determine_introducers', effect: 'blocks', rule: 'admit.introducer.count' },
      { move: 'review', effect: 'blocks', rule: 'admit.review.done' },
      { move: 'train', effect: 'reason', rule: 'admit.training.needed' },
    ],
    meeting: meeting('committee', 'decision', 'admit.step.12'),
  }),
  prereview: step('基层党委预审', 'reviewed', 'prereviewed', 'committee', 'admit.step.13', {
    papers: [tellsPaper('prereview', '书面预审结果', 'admit.prereview.content')],
  }),
  county_check: step(
    '县级党委组织部门复核',
    'prereviewed',
    'prereviewed',
    'county',
    'admit.prereview.county',
  ),
  issue_book: step(
    '发放入党志愿书',
    'prereviewed',
    'book_issued',
    'committee',
    'admit.prereview.content',
  ),
  fill_form: step('填写入党志愿书', 'book_issued', 'form_filled', 'branch', 'admit.step.14', {
    papers: [paper('form', '入党志愿书', 'admit.step.14')],
  }),
  accept: step('支部大会讨论接收预备党员', 'form_filled', 'accepted', 'branch', 'admit.step.15', {
    meeting: meeting('members', 'vote', 'admit.mm.majority'),
  }),
  deliberate: step('党总支审议', 'accepted', 'accepted', 'committee', 'admit.approve.not'),
  upper_talk: step('上级党委派人谈话', 'accepted', 'accepted_talked', 'committee', 'admit.step.16'),
  approve: step('上级党委审批', 'accepted_talked', 'approved', 'committee', 'admit.step.17', {
    latest: [
      { after: 'accept', months: 3, effect: 'reason', rule: 'admit.approve.3months' },
      { after: 'accept', months: 6, effect: 'blocks', rule: 'admit.approve.6months' },
    ],
    // Sent up with the resolution (DEV26 art. 21).
    papers: [
      paper('application', '入党申请书', 'admit.submit.pack'),
      paper('activist_register', '入党积极分子培养考察登记表', 'admit.submit.pack'),
      paper('review', '政治审查结论性材料', 'admit.submit.pack'),
      paper('form', '入党志愿书', 'admit.submit.pack'),
    ],
  }),
  file_upward: step(
    '再上一级党委组织部门备案',
    'approved',
    'approved',
    'committee',
    'admit.step.18',
  ),
  assign_branch: step('编入党支部和党小组', 'approved', 'probationary', 'branch', 'admit.step.19'),
  oath: step('入党宣誓', 'probationary', 'probationary', 'branch', 'admit.step.20'),
  observe_probation: step(
    '继续教育考察',
    'probationary',
    'probationary',
    'branch',
    'admit.step.21',
  ),
  apply_regularise: step(
    '提出转正申请',
    'probationary',
    'regularise_applied',
    'branch',
    'admit.step.22',
    {
      papers: [paper('regularise', '转正申请书', 'admit.step.22')],
    },
  ),
  vote_regularise: step(
    '支部大会讨论转正',
    'regularise_applied',
    'regularise_voted',
    'branch',
    'admit.step.23',
    {
      earliest: [
        { after: 'accept', months: 12, effect: 'blocks', rule: 'probation.length' },
        { after: 'approve_extend', fromItsEnd: true, effect: 'blocks', rule: 'probation.extend' },
      ],
      needs: [{ move: 'oath', effect: 'reason', rule: 'admit.step.20' }],
      papers: [tellsPaper('probation_register', '预备党员教育考察登记表', 'admit.step.21')],
      meeting: meeting('members', 'vote', 'probation.decision'),
    },
  ),
  vote_extend: step(
    '支部大会讨论延长预备期',
    'regularise_applied',
    'extend_voted',
    'branch',
    'probation.extend',
    {
      meeting: meeting('members', 'vote', 'probation.decision'),
      aside: true,
    },
  ),
  vote_cancel: step(
    '支部大会讨论取消预备党员资格',
    ['probationary', 'regularise_applied'],
    'cancel_voted',
    'branch',
    'probation.cancel',
    {
      meeting: meeting('members', 'vote', 'probation.decision'),
      aside: true,
    },
  ),
  approve_regularise: step(
    '上级党委审批转正',
    'regularise_voted',
    'regularised',
    'committee',
    'admit.step.24',
    {
      latest: [
        {
          after: 'vote_regularise',
          months: 3,
          effect: 'tells',
          rule: 'probation.regularise.3months',
        },
      ],
    },
  ),
  approve_extend: step(
    '上级党委批准延长预备期',
    'extend_voted',
    'probationary',
    'committee',
    'probation.extend',
    { aside: true },
  ),
  approve_cancel: step(
    '上级党委批准取消预备党员资格',
    'cancel_voted',
    'cancelled',
    'committee',
    'probation.cancel',
    { aside: true },
  ),
  file_papers: step('材料归档', 'regularised', 'filed', 'branch', 'admit.step.25'),
  not_accepted: step('支部大会没有通过', 'form_filled', 'target', 'branch', 'admit.mm.majority', {
    aside: true,
  }),
  not_approved: step(
    '上级党委没有批准',
    ['accepted', 'accepted_talked'],
    'activist',
    'committee',
    'admit.approve.notify',
    { aside: true },
  ),
  end: step('终止培养', OPEN, 'ended', 'branch', 'admit.principle', { aside: true }),
};

const USUAL_BEFORE: readonly Move[] = [
  'apply',
  'first_talk',
  'determine_activist',
  'file_activist',
  'assign_contacts',
  'determine_target',
];
const USUAL_AFTER: readonly Move[] = [
  'determine_introducers',
  'review',
  'train',
  'committee_review',
  'prereview',
  'issue_book',
  'fill_form',
  'accept',
  'upper_talk',
  'approve',
  'file_upward',
  'assign_branch',
  'oath',
  'apply_regularise',
  'vote_regularise',
  'approve_regularise',
  'file_papers',
];

const ENDS = ['filed', 'ended', 'cancelled'] as const;

const { target_agreed: _agreed, target_noticed: _noticed, ...STATES_2014 } = STATES;

/** The rules of 2014-05-28: listing a target is filed, no public notice, no month between pre-review and meeting. */
const OF_2014: Procedure<State, Move, Actor> = {
  version: '2014',
  since: null,
  begins: 'begun',
  ends: ENDS,
  states: STATES_2014,
  moves: {
    ...SHARED,
    file_target: step('上级党委备案', 'target_decided', 'target', 'committee', 'admit.file.before'),
    end: step(
      '终止培养',
      OPEN.filter((state) => state !== 'target_agreed' && state !== 'target_noticed'),
      'ended',
      'branch',
      'admit.principle',
      { aside: true },
    ),
  },
  usual: [...USUAL_BEFORE, 'file_target', ...USUAL_AFTER],
};

/** The rules in force since 2026-05-11. */
const OF_2026: Procedure<State, Move, Actor> = {
  version: '2026',
  since: REVISED_ON,
  begins: 'begun',
  ends: ENDS,
  states: STATES,
  moves: {
    ...SHARED,
    consent_target: step(
      '上级党委同意',
      'target_decided',
      'target_agreed',
      'committee',
      'admit.consent',
    ),
    begin_notice: step('公示', 'target_agreed', 'target_noticed', 'branch', 'admit.notice', {
      papers: [tellsPaper('notice', '公示材料', 'admit.notice')],
    }),
    close_notice: step(
      '公示结束，列为发展对象',
      'target_noticed',
      'target',
      'branch',
      'admit.notice.result',
      {
        earliest: [
          {
            after: 'begin_notice',
            fromItsEnd: true,
            days: 1,
            effect: 'blocks',
            rule: 'admit.notice',
          },
        ],
      },
    ),
    accept: {
      ...(SHARED.accept as One),
      latest: [{ after: 'prereview', months: 1, effect: 'blocks', rule: 'admit.mm.month' }],
    },
    oath: {
      ...(SHARED.oath as One),
      latest: [{ after: 'approve', months: 1, effect: 'tells', rule: 'admit.oath.month' }],
    },
  },
  usual: [...USUAL_BEFORE, 'consent_target', 'begin_notice', 'close_notice', ...USUAL_AFTER],
};

/** 发展党员: 25 steps, the rule-set by the day of each act. */
export const ADMISSION: Family<State, Move, Actor> = family({
  name: 'admission',
  title: '发展党员',
  versions: [OF_2014, OF_2026],
});
