import { chineseDate, type PlainDate } from '#kernel/plain-date';
import type { Params, Refusal } from '#kernel/result';
import type { Sentence } from './sentence.ts';

const DEV26 = '《中国共产党发展党员工作细则》';
const BR18 = '《中国共产党支部工作条例（试行）》';
const day = (p: Params, name: string): string => chineseDate(String(p[name]) as PlainDate);

/** Planning and kinds. */
const planning = {
  'meetings.unknown_kind': { why: () => '没有这类会议，或者当天已经停用' },
  'meetings.kind_is_built_in': {
    why: () => '通用的会议种类不能修改',
    instead: '另设一个自己的种类',
  },
  'meetings.kind_name_taken': { why: (p) => `已有名为“${p['name']}”的会议种类` },
  'meetings.group_missing': { why: () => '党小组会还没有选择党小组' },
  'meetings.time_order': { why: () => '结束时间应晚于开始时间' },
  'meetings.no_committee': {
    why: () => '本支部没有设立支部委员会',
    basis: `${DEV26}第8条`,
    instead: '由支部党员大会讨论决定',
  },
  'meetings.year_not_possible': {
    why: (p) => `${day(p, 'heldOn')}召开的这类会议不能归属${p['year']}年度`,
  },
  'meetings.cancelled': { why: () => '这次会已经取消' },
  'meetings.sitting_full': { why: (p) => `一次最多合开${p['most']}个会` },
  'meetings.sitting_elsewhere': { why: () => '只有还没开始的会才能并到一次开' },
} satisfies Record<string, Sentence>;

/** Roll and presence. */
const presence = {
  'meetings.not_started': {
    why: () => '还没有开始记录',
    instead: '先点“开始记录”，固定应到名单',
  },
  'meetings.already_started': {
    why: () => '已经开始记录，应到名单已固定',
    instead: '登记到会情况或列席人员',
  },
  'meetings.roll_empty': { why: () => '当天没有应到人员', instead: '先核对花名册或班子成员' },
  'meetings.roll_frozen': { why: () => '会议已经开始，应到名单不再变动', instead: '登记为列席' },
  'meetings.roll_not_frozen': { why: () => '还没有开始记录', instead: '先点“开始记录”' },
  'meetings.not_on_roll': { why: () => '名单中没有这个人' },
  'meetings.already_on_roll': { why: () => '这个人已在名单中' },
  'meetings.guest_is_entitled': { why: (p) => `${p['name']}是应到人员，不列为列席` },
  'meetings.marked_twice': { why: () => '同一个人登记了两次' },
  'meetings.reason_without_leave': { why: () => '只有请假才写原因' },
  'meetings.sent_without_absence': {
    why: () => '只有请假、缺席的同志才登记送学',
    instead: '先登记为请假或缺席',
  },
  'meetings.item_number': { why: (p) => `没有第${p['item']}个议题` },
  'meetings.check_in_closed': {
    why: () => '签到页已关闭，或名单中没有这个名字',
    instead: '请向会议记录人说明到会',
  },
  'meetings.chair_not_authorised': {
    why: () => '主持人不是书记、副书记，也没有受委托',
    basis: `${BR18}第14条`,
    instead: '写明受书记委托，或改由书记主持',
  },
} satisfies Record<string, Sentence>;

/** Votes, 定稿, 更正. */
const record = {
  'meetings.kind_has_no_votes': { why: (p) => `${p['kind']}不作表决` },
  'meetings.no_quorum': {
    why: (p) =>
      `应到会有表决权${p['entitled']}人，实到${p['present']}人，须${p['needed']}人到会才能表决`,
    instead: '改期表决',
  },
  'meetings.votes_exceed_present': {
    why: (p) => `票数合计${p['cast']}，多于在场有表决权的${p['present']}人`,
  },
  'meetings.votes_invalid': { why: () => '票数不对，请核对' },
  'meetings.needs_secret_ballot': {
    why: () => '对人的表决采取无记名投票，不用举手',
    instead: '改为票决',
  },
  'meetings.vote_without_roll': {
    why: () => '据纸质记录补录的会议没有名单，不能用于对人的表决',
    instead: '按名单补录',
  },
  'meetings.votes_without_quorum': { why: () => '到会人数不够，表决无效', instead: '改期表决' },
  'meetings.quorum_not_met': { why: (p) => String(p['text']), instead: '改期召开' },
  'meetings.no_items': { why: () => '还没有填写议题', instead: '至少填写一个议题' },
  'meetings.items_without_outcome': {
    why: (p) => `有${p['items']}个议题还没有讨论情况或决定`,
    instead: '写明讨论情况或决定；只学习传达的，写一句学习情况',
  },
  'meetings.chair_or_recorder_missing': { why: () => '还没有填写主持人或记录人' },
  'meetings.presence_open': {
    why: (p) => `还有${p['people']}人没有登记到会情况`,
    instead: '登记到会、请假或缺席',
  },
  'meetings.nobody_reached': {
    why: () => '还没有登记送到了哪些同志',
    instead: '把送到的同志登记为到会',
  },
  'meetings.not_held': { why: () => '会还没有开，或者还没有记录' },
  'meetings.not_yet_held': { why: (p) => `${day(p, 'day')}还没有到` },
  'meetings.already_final': { why: () => '会议记录已经定稿', instead: '使用“更正”，写明原因' },
  'meetings.finalised': { why: () => '会议记录已经定稿', instead: '使用“更正”，写明原因' },
  'meetings.not_confirmed': {
    why: () => '定稿须由书记、副书记或主持工作的同志办理',
    instead: '请负责同志登录后定稿，或上传其签字的打印件',
  },
  'meetings.signed_by_missing': { why: () => '还没有填写签字人' },
  'meetings.correction_before_final': { why: () => '还没有定稿，直接修改即可' },
  'meetings.correction_without_reason': { why: () => '更正要写明原因' },
  'meetings.correction_changes_nothing': {
    why: () => '内容没有变化',
    instead: '放弃更正，原记录不变',
  },
  'meetings.decision_closed': { why: () => '这项议定事项已经办结' },
  'meetings.closed_before_decided': { why: () => '办结日期早于决定日期' },
  'meetings.file_kept': { why: () => '会议记录已经定稿，附件不再移除' },
} satisfies Record<string, Sentence>;

/** 补录. */
const late = {
  'meetings.late_rows_wrong': {
    why: (p) => `补录表有${p['count']}处要改，没有保存：${p['rows']}`,
  },
  'meetings.held_in_future': { why: (p) => `${day(p, 'heldOn')}还没有到` },
  'meetings.body_did_not_exist': { why: (p) => `${day(p, 'heldOn')}本组织还没有成立或已经撤销` },
  'meetings.totals_need_scan': { why: () => '只有人数的补录要附纸质记录的扫描件' },
  'meetings.totals_invalid': {
    why: (p) => `实到${p['present']}人多于应到${p['shouldAttend']}人`,
  },
  'meetings.review_missing': { why: () => '还没有经过审查' },
  'meetings.review_after_vote': { why: () => '审查日期晚于表决日期' },
  'meetings.review_same_day': { why: () => '没有支部委员会的，审查和表决不在同一天' },
} satisfies Record<string, Sentence>;

/** Why not, in the words of the field. */
export const meetingsRefusals = { ...planning, ...presence, ...record, ...late };

const table: Readonly<Record<string, Sentence>> = meetingsRefusals;

/** Why not, in one sentence, for lists of what hinders; empty for a code of another module. */
export const meetingsWhy = (refusal: Refusal): string =>
  table[refusal.code]?.why(refusal.params) ?? '';
