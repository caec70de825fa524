import type { Sentence } from './sentence.ts';

const EDU19 = '《中国共产党党员教育管理工作条例》';
const DEV26 = '《中国共产党发展党员工作细则》';

/** Why not, in words of the field. Identity numbers are never repeated in a sentence. */
export const memberRefusals = {
  'members.dates_out_of_order': { why: (p) => `${p['later']}不能早于${p['earlier']}` },
  'members.day_to_come': { why: (p) => `${p['what']}${p['day']}还没有到` },
  'members.not_in_roster': { why: () => '这名党员当天不在本组织的花名册里' },
  'members.number_known': {
    why: () => '这个身份证号已经有档案',
    instead: '核对身份证号；确是本人的，请上级组织协助查找',
  },
  'members.already_in_a_roster': {
    why: () => '这个公民身份号码已经在一个党组织的花名册里',
    basis: `${EDU19}第25条`,
    instead: '核对号码；确是本人的，请上级党务干部查询后办理组织关系接转',
  },
  'members.identity_used': {
    why: () => '这个公民身份号码已登记在另一份党员信息里',
    instead: '核对号码；确是同一人的，用“合并重复”办理',
  },
  'members.deceased': { why: () => '这名同志已登记去世' },
  'members.nothing_changed': { why: () => '填写的内容与原来一样，没有要保存的变化' },
  'members.before_entry': {
    why: (p) => `${p['day']}之前没有这名党员的信息`,
    instead: '填写建档之日或之后的日期，或用“更正”修改原来的内容',
  },
  'members.already_full': { why: () => '这名党员已经是正式党员' },
  'members.probation_not_over': {
    why: (p) => `预备期到${p['end']}才届满`,
    basis: `${DEV26}第31条`,
    instead: '届满后召开支部党员大会讨论转正',
  },
  'members.qualification_of_full': {
    why: () => '正式党员没有“取消预备党员资格”',
    instead: '选择其他减少方式',
  },
  'members.not_suspended': { why: () => '这名党员没有停止党籍' },
  'members.same_organisation': { why: () => '这名党员的组织关系已经在这个党组织' },
  'members.not_a_roster': { why: () => '这个组织不直接管理党员，不能登记党员' },
  'members.reason_needed': { why: () => '查看或导出完整号码要写明用途' },
  'members.field_unknown': { why: (p) => `没有名为“${p['field']}”的项目` },
  'members.own_file_only': { why: () => '只能申请更正本人的信息' },
  'members.request_answered': { why: () => '这项申请已经答复或撤回' },
  'members.answer_needed': { why: () => '不采纳时要写明原因' },
  'members.hardship_needs_person': {
    why: () => '困难情况只有具体的人能登记和查看，您现在的身份没有对应的人员',
    instead: '由书记或组织委员登记',
  },
  'members.merge_same': { why: () => '两份信息是同一份' },
  'members.merge_numbers_differ': {
    why: () => '两份信息的公民身份号码不同，是两个人',
    instead: '号码登记有误的，先更正号码',
  },
  'members.merge_two_places': {
    why: () => '两份信息都在花名册里而不在同一个党组织，不能判断保留哪一个',
    instead: '先办理其中一份的组织关系，再合并',
  },
  'members.not_restricted': { why: () => '这一天没有停止的党员权利' },
  'members.ending_not_last': { why: () => '这名同志最后一次减少不是这一天这样登记的，不能撤销' },
  'members.already_merged': { why: () => '这份信息已经合并过' },
  'members.not_merged': { why: () => '这次合并已经撤销' },
  'members.extension_length': {
    why: (p) => `延长预备期${p['months']}个月，应为${p['min']}至${p['max']}个月`,
    basis: `${DEV26}第31条`,
  },
  'members.attachment_host_missing': { why: () => '还没有填写在哪里参加组织生活' },
  'members.too_many_to_export': {
    why: (p) => `一次最多导出${p['limit']}人`,
    instead: '按党组织分几次导出',
  },
  'members.code_unknown': { why: (p) => `“${p['text'] ?? ''}”不在规定的选项里` },
  'members.identity_length': { why: (p) => `公民身份号码应为18位，现在是${p['length']}位` },
  'members.identity_masked': { why: () => '公民身份号码带有星号，不完整' },
  'members.identity_rounded': {
    why: () => '公民身份号码被表格程序改成了数字，末几位已经丢失',
    instead: '把这一列设成文本格式后重新填写',
  },
  'members.identity_characters': { why: () => '公民身份号码含有数字和X以外的字符' },
  'members.identity_region': { why: (p) => `公民身份号码开头的“${p['region']}”不是行政区划` },
  'members.identity_birth': { why: () => '公民身份号码里的出生日期不存在或不合理' },
  'members.identity_checksum': { why: () => '公民身份号码的末位校验不对，可能抄错了一位' },
  'members.phone_unreadable': { why: () => '手机号码应为11位，或带区号的固定电话' },
  'members.date_unreadable': { why: (p) => `日期“${p['text']}”不能识别` },
  'members.date_impossible': { why: (p) => `日期“${p['text']}”不存在` },
  'members.date_ambiguous': { why: (p) => `日期“${p['text']}”有两种读法` },
  'members.date_after_latest': { why: (p) => `日期“${p['text']}”晚于${p['latest']}` },
} satisfies Record<string, Sentence>;
