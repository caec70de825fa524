import type { Sentence } from './sentence.ts';

const OPEN17 = '《中国共产党党务公开条例（试行）》';

export const publicationRefusals = {
  'publication.not_now': {
    why: () => '这件公开事项现在不在这一步',
    instead: '请刷新后查看它办到了哪一步',
  },
  'publication.second_person': {
    why: () => '提出和审核不能是同一个人',
    basis: `${OPEN17}第15条`,
    instead: '请另一位委员审核，或者打印公开审批表签字后填写审核人姓名',
  },
  'publication.head_approves': {
    why: () => '审批由书记、副书记或者主持工作的同志办理',
    basis: `${OPEN17}第15条`,
    instead: '请书记审批，或者打印公开审批表签字后填写审批人姓名',
  },
  'publication.clerk_not_checks': {
    why: () => '经办人可以提出，审核由委员办理',
    basis: `${OPEN17}第15条`,
    instead: '请一位委员审核，或者打印公开审批表签字后填写审核人姓名',
  },
  'publication.no_board': {
    why: () => '本组织还没有开设公开栏',
    instead: '先在“公开栏”开设，再公开',
  },
  'publication.board_open': { why: () => '公开栏已经开设' },
  'publication.board_closed': { why: () => '公开栏没有开设' },
  'publication.private_facts': {
    why: (p) => `公开的内容里有${p['found']}`,
    basis: OPEN17,
    instead: '删去或者隐去这些内容后再提出；要公开的是事情，不是个人隐私',
  },
  'publication.empty': { why: () => '没有要公开的内容', instead: '填写标题和正文' },
  'publication.unknown_kind': {
    why: () => '公开目录里没有这一项，或者上级已经取消',
    instead: '请在公开目录里选择',
  },
  'publication.wrong_kind': {
    why: (p) => `这条记录属于“${p['kind']}”`,
    instead: '按这一项提出',
  },
  'publication.record_proposed': {
    why: () => '这条记录已经提出公开',
    instead: '在公开栏里找到它；内容有变化的，用“更正”',
  },
  'publication.record_gone': {
    why: () => '要公开的原记录不在了，或者已经改变',
    instead: '先核对原记录',
  },
  'publication.wider_than_catalogue': {
    why: () => '党内公开的事项不能放到对外的公开栏',
    instead: '由规定目录的上级调整公开范围',
  },
  'publication.period_short': {
    why: (p) => `公开不能少于${p['days']}天，最早到${p['day']}`,
    basis: '上级规定',
  },
  'publication.period_over': {
    why: (p) => `公示期到${p['day']}已经结束`,
    instead: '先在原记录里重新确定公示期',
  },
  'publication.still_running': {
    why: (p) => `公开要到${p['day']}才期满`,
    instead: '内容有错的用“更正”；必须提前撤下的，写明原因',
  },
  'publication.notice_running': {
    why: (p) => `公示期到${p['day']}，期间不能撤下`,
    basis: '《中国共产党发展党员工作细则》第13条',
    instead: '内容有错的用“更正”',
  },
  'publication.note_missing': { why: () => '退回、撤回要写明原因' },
  'publication.nothing_changed': { why: () => '内容与原来一样，没有要更正的' },
  'publication.not_published': {
    why: () => '这件事项还没有公开过',
    instead: '审批后先公开，再登记张贴',
  },
  'publication.days_out_of_order': { why: () => '日期顺序不对，结束不能早于开始' },
  'publication.in_future': { why: (p) => `${p['day']}还没有到` },
  'publication.two_names': { why: () => '张贴要由两个人证明，姓名不能相同' },
  'publication.proof_ended': { why: () => '这次张贴已经登记揭下' },
  'publication.answered': { why: () => '这个提问已经办结' },
  'publication.no_objections_here': {
    why: () => '这个提问不是对公示的意见，或者公示已经结束',
    instead: '直接答复',
  },
  'publication.kind_of_above': {
    why: () => '目录由本级或者上级党组织调整，这一项不是本级定的',
  },
  'publication.name_fixed': { why: () => '目录里规定的事项不能改名、改栏目' },
  'publication.too_many_questions': {
    why: () => '短时间内提问太多',
    instead: '过一刻钟再提，或者当面、打电话反映',
  },
  'publication.question_private': {
    why: (p) => `提问里有${p['found']}`,
    instead: '删去后再提交；姓名、联系方式可以写在“怎样称呼您”一栏，不会公开',
  },
} satisfies Record<string, Sentence>;
