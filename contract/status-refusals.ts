import type { Params } from '#kernel/result';
import type { Sentence } from './sentence.ts';

const basis = (p: Params): string => {
  const text = p['basis'];
  return text === undefined || text === '' ? '' : `（依据：${text}）`;
};

export const statusRefusals = {
  'status.not_member': { why: (p) => `这名同志不在本级党员名册${basis(p)}` },
  'status.not_handler': {
    why: () => '组织处置只由书记、组织委员、纪检委员和上级党委的经办同志办理',
  },
  'status.case_open': {
    why: () => '已有同类事项正在办理，或者另一项组织处置还没有办结',
    instead: '先把正在办理的办结',
  },
  'status.no_such_step': { why: () => '这类事项没有这一步' },
  'status.step_of_above': {
    why: () => '这一步由上级党委办理',
    instead: '请上级党委的经办同志登记',
  },
  'status.step_settled': {
    why: () => '这一步已经改变党籍或者党员权利，不能撤回',
    instead: '按恢复党籍等程序办理',
  },
  'status.fixed_above': { why: () => '期限由党委规定' },
  'status.suspended_already': { why: (p) => `这名同志已停止党籍${basis(p)}` },
  'status.suspended_now': { why: (p) => `这名同志已停止党籍${basis(p)}` },
  'status.clause_missing': {
    why: (p) => `没有填写依据的条款项${basis(p)}`,
    instead: '填写条款项的编号，如“第六条第（四）项”',
  },
  'status.disciplined_already': {
    why: (p) => `这名同志已受党纪处分，同一事项不再组织处置${basis(p)}`,
    instead: '不是同一事项的，勾选“与已受处分的不是同一事项”',
  },
  'status.paper_number_missing': { why: (p) => `没有填写文件名称或者文号${basis(p)}` },
  'status.ground_missing': { why: (p) => `没有选择停止党籍的情形${basis(p)}` },
  'status.lost_not_recorded': {
    why: (p) => `没有登记失联，或者已经取得联系${basis(p)}`,
    instead: '在“失联党员台账”登记失联和查找记录',
  },
  'status.no_search': {
    why: (p) => `没有查找记录${basis(p)}`,
    instead: '在“失联党员台账”登记查找记录',
  },
  'status.lost_too_short': { why: (p) => `失去联系不满6个月，最早${p['day']}${basis(p)}` },
  'status.since_missing': { why: (p) => `没有填写出国（境）的日期${basis(p)}` },
  'status.study_too_short': { why: (p) => `出国学习研究没有超过5年（到${p['day']}）${basis(p)}` },
  'status.strike_too_early': {
    why: (p) => `停止党籍不满2年，最早${p['day']}${basis(p)}`,
  },
  'status.reason_not_noted': {
    why: (p) => `没有认定无正当理由${basis(p)}`,
    instead: '由经办同志核实后勾选“没有正当理由”',
  },
  'status.not_educated': {
    why: (p) => `没有此前批评教育或者限期改正的日期${basis(p)}`,
    instead: '先批评教育，填写日期',
  },
  'status.found_again': {
    why: (p) => `已重新取得联系${basis(p)}`,
    instead: '按恢复党籍、限期改正办理',
  },
  'status.not_heard': { why: (p) => `没有填写怎样听取本人意见${basis(p)}` },
  'status.must_be_heard': { why: (p) => `应当听取本人意见和申辩${basis(p)}` },
  'status.vote_not_alone': {
    why: (p) => `所选的表决不是对本人进行的，表决事项里应写明本人姓名${basis(p)}`,
  },
  'status.vote_no_quorum': {
    why: (p) =>
      `应到会有表决权${p['entitled']}人，实到${p['present']}人，须${p['needed']}人到会${basis(p)}`,
  },
  'status.vote_no_majority': {
    why: (p) =>
      `应到会有表决权${p['entitled']}人，赞成${p['yes']}票，须${p['needed']}票${basis(p)}`,
    instead: '没有通过的，办理“支部党员大会没有通过”',
  },
  'status.correction_length': {
    why: (p) => `限期改正${p['months']}个月，应在1年以内${basis(p)}`,
  },
  'status.correction_unusual': {
    why: (p) => `限期改正${p['months']}个月，一般为${p['usual']}个月${basis(p)}`,
  },
  'status.no_measure': { why: (p) => `没有选择帮助教育措施${basis(p)}` },
  'status.before_end': { why: (p) => `限期到${p['day']}，提前认定${basis(p)}` },
  'status.not_suspended': { why: (p) => `这名同志没有停止党籍${basis(p)}` },
  'status.found_day_missing': { why: (p) => `没有填写重新取得联系或者回国的日期${basis(p)}` },
  'status.found_before': { why: (p) => `早于停止党籍的日期${p['day']}${basis(p)}` },
  'status.correct_after': { why: (p) => `恢复后按限期改正办理${basis(p)}` },
  'status.sanction_missing': { why: (p) => `没有选择处分种类${basis(p)}` },
  'status.organ_missing': { why: (p) => `没有填写作出决定的党组织${basis(p)}` },
  'status.effect_end_missing': { why: (p) => `影响期止日应晚于处分生效日${basis(p)}` },
  'status.effect_not_over': { why: (p) => `影响期到${p['day']}，还没有满${basis(p)}` },
  'status.rights_to_restore': {
    why: (p) => `留党察看期满，应当讨论恢复党员权利${basis(p)}`,
    instead: '办理“恢复党员权利”',
  },
  'status.no_rights_lost': { why: (p) => `这项处分没有停止党员权利${basis(p)}` },
  'status.day_to_come': { why: (p) => `${p['day']}还没有到` },
  'status.lost_order': {
    why: (p) => `日期应晚于最后一次联系（${p['since']}）`,
  },
  'status.lost_already': { why: () => '这名同志已登记失联，还没有取得联系' },
  'status.lost_before_found': {
    why: (p) => `上一次失联已于${p['day']}取得联系，这一次从那天以后起算`,
  },
  'status.found_already': { why: () => '已登记取得联系' },
  'status.found_order': { why: (p) => `取得联系的日期最早为${p['day']}` },
  'status.nothing_to_print': { why: () => '还没有可以打印的内容' },
  'status.effect_missing': {
    why: () => '登记处分要写明处分种类、作出决定的党组织和影响期止日',
  },
  'status.rejoin_barred': {
    why: (p) => `曾${p['way']}，${p['day']}前一般不能重新入党${basis(p)}`,
  },
} satisfies Record<string, Sentence>;
