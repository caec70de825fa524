import type { Sentence } from './sentence.ts';

/** Why not, in the words of the field. */
export const meetingsRefusals = {
  'meetings.unknown_kind': { why: () => '没有这类会议，或者当天已经停用' },
  'meetings.kind_not_of_body': {
    why: (p) => `${p['kind']}不是这类党组织的会议`,
    instead: '选择本组织能开的会议种类',
  },
  'meetings.kind_is_built_in': {
    why: () => '通用的会议种类不能修改',
    instead: '另设一个自己的种类',
  },
  'meetings.kind_name_taken': { why: (p) => `已有名为“${p['name']}”的会议种类` },
  'meetings.group_missing': { why: () => '党小组会还没有选择党小组' },
  'meetings.time_order': { why: () => '结束时间应晚于开始时间' },
  'meetings.not_started': { why: () => '还没有开始记录', instead: '先点“开始记录”，固定应到名单' },
  'meetings.already_started': {
    why: () => '已经开始记录，应到名单已固定',
    instead: '需要变动的，登记到会情况或列席人员',
  },
  'meetings.not_yet_held': { why: (p) => `${p['day']}还没有到` },
  'meetings.is_final': { why: () => '会议记录已经定稿', instead: '使用“更正”，写明原因' },
  'meetings.not_final': { why: () => '会议记录还没有定稿' },
  'meetings.is_cancelled': { why: () => '这次会已经取消' },
  'meetings.roll_empty': { why: () => '当天没有应到人员', instead: '先核对花名册或班子成员' },
  'meetings.not_on_roll': { why: (p) => `名单中没有“${p['name']}”` },
  'meetings.guest_is_entitled': { why: (p) => `${p['name']}是应到人员，不列为列席` },
  'meetings.presence_unknown': {
    why: (p) => `还有${p['count']}人没有登记到会情况`,
    instead: '登记到会、请假或缺席',
  },
  'meetings.no_items': { why: () => '还没有填写议题', instead: '至少填写一个议题' },
  'meetings.no_chair': { why: () => '还没有填写主持人' },
  'meetings.no_recorder': { why: () => '还没有填写记录人' },
  'meetings.quorum_not_met': {
    why: (p) => `${p['text']}，到会人数不够`,
    instead: '改期召开；不作表决和决定的，可改记为学习、通气等活动',
  },
  'meetings.vote_sum_differs': {
    why: (p) => `“${p['subject']}”三项合计${p['sum']}票，与在场有表决权的${p['present']}人不符`,
  },
  'meetings.vote_without_roll': {
    why: () => '据纸质记录补录的会议没有名单，不能用于对人的表决',
    instead: '按名单补录',
  },
  'meetings.item_number': { why: (p) => `没有第${p['item']}个议题` },
  'meetings.head_must_finalise': {
    why: () => '定稿须由书记、副书记或主持工作的同志办理',
    instead: '请负责同志登录后定稿，或上传其签字的打印件',
  },
  'meetings.signed_by_missing': { why: () => '还没有填写签字人' },
  'meetings.decision_closed': { why: () => '这项议定事项已经办结' },
  'meetings.closed_before_decided': { why: () => '办结日期早于决定日期' },
  'meetings.late_rows_wrong': { why: (p) => `补录表有${p['count']}处要改，没有保存：${p['rows']}` },
  'meetings.sitting_elsewhere': { why: () => '只有还没开始的会才能并到一次开' },
  'meetings.check_in_closed': { why: () => '签到页已关闭', instead: '请向会议记录人说明到会' },
} satisfies Record<string, Sentence>;
