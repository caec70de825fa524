import type { Params } from '#kernel/result';
import type { Sentence } from './sentence.ts';

const basis = (p: Params): string => {
  const text = p['basis'];
  return text === undefined || text === '' ? '' : `（依据：${text}）`;
};
const HEARD: Readonly<Record<string, string>> = {
  group: '党小组',
  contacts: '培养联系人',
  members: '党员',
  masses: '群众',
};
/** Which step of several entered at once is meant. */
const at = (p: Params): string => (p['at'] === undefined ? '' : `“${p['at']}”：`);
const named = (p: Params): string => String(p['name'] ?? '');

/** What the procedure engine finds, in words; the article comes with the rule that asks for it. */
const procedureRefusals = {
  'procedure.not_now': { why: (p) => `${at(p)}现在处于“${p['state']}”，还轮不到这一步${basis(p)}` },
  'procedure.in_future': { why: (p) => `${at(p)}${p['day']}还没有到` },
  'procedure.before_last_step': { why: (p) => `${at(p)}日期早于上一步（${p['day']}）` },
  'procedure.too_early': { why: (p) => `还不到时间，最早${p['day']}${basis(p)}` },
  'procedure.too_late': { why: (p) => `已超过期限${p['day']}${basis(p)}` },
  'procedure.step_missing': { why: (p) => `还没有“${p['step']}”${basis(p)}` },
  'procedure.paper_missing': { why: (p) => `缺少《${p['paper']}》${basis(p)}` },
  'procedure.meeting_missing': {
    why: (p) => `需要${p['body'] === 'members' ? '支部党员大会' : '支委会'}的会议记录${basis(p)}`,
    instead: '先在“组织生活”里把这次会议定稿，再来选择它',
  },
  'procedure.meeting_other_body': {
    why: (p) => `应由${p['body'] === 'members' ? '支部党员大会' : '支委会'}讨论${basis(p)}`,
  },
  'procedure.meeting_other_day': { why: (p) => `与会议日期${p['day']}不一致` },
  'procedure.vote_missing': {
    why: (p) => `这次会议的记录里没有对本人的表决${basis(p)}`,
    instead: '更正会议记录，补上票决结果',
  },
  'procedure.vote_not_passed': { why: (p) => `表决没有通过${basis(p)}` },
  'procedure.same_person': { why: () => '这一步要由另一位同志办理' },
  'procedure.paused': { why: () => '已中止，恢复后才能继续' },
  'procedure.not_in_version': { why: (p) => `${at(p)}${p['version']}年的规定里没有这一步` },
} satisfies Record<string, Sentence>;

export const admissionRefusals = {
  ...procedureRefusals,
  'admissions.not_in_rules': { why: (p) => `${p['version']}年的规定里没有这一步` },
  'admissions.step_of_above': {
    why: () => '这一步由上级党委办理',
    instead: '上级已有批复的，请上级党务干部登记',
  },
  'admissions.fixed_above': { why: () => '计划和口径由上级党委下达' },
  'admissions.step_settled': {
    why: () => '这一步已经改动了党员名册，不能撤回',
    instead: '在党员档案里办理更正',
  },
  'admissions.first_step_stays': {
    why: () => '入党申请不能撤回',
    instead: '不再培养的，办理“终止培养”',
  },
  'admissions.case_open': { why: () => '这位同志已有正在办理的发展党员事项' },
  'admissions.begins_with_application': { why: () => '第一步应是递交入党申请书' },
  'admissions.no_vote_yet': { why: () => '支部大会还没有表决，没有决议可打印' },
  'admissions.nobody': { why: () => '没有写姓名' },
  'admissions.no_meeting_day': { why: () => '没有支部党员大会通过的日期' },
  'admissions.not_paused': { why: () => '现在没有中止' },
  'admissions.objection_answered': { why: () => '这条意见已经答复' },
  'admissions.no_notice': { why: () => '现在没有公示' },
  'admissions.book_number_taken': { why: (p) => `志愿书编号${p['number']}已经登记过` },
  'admissions.birth_unknown': { why: (p) => `没有出生日期，不能确认年满18周岁${basis(p)}` },
  'admissions.too_young': { why: (p) => `未满${p['age']}周岁${basis(p)}` },
  'admissions.not_recommended': { why: (p) => `没有党员或群团组织推荐${basis(p)}` },
  'admissions.no_league': { why: (p) => `${p['age']}周岁以下的团员一般经团组织推优${basis(p)}` },
  'admissions.contacts_number': { why: (p) => `培养联系人应为1至2名${basis(p)}` },
  'admissions.contact_not_full': {
    why: (p) => `${named(p)}不是正式党员，不能作培养联系人${basis(p)}`,
  },
  'admissions.contact_suspended': {
    why: (p) => `${named(p)}已停止党籍，不能作培养联系人${basis(p)}`,
  },
  'admissions.no_contacts': { why: (p) => `还没有培养联系人${basis(p)}` },
  'admissions.not_observed': {
    why: (p) => `${p['from']}至${p['to']}半年以上没有考察记录${basis(p)}`,
    instead: '补登考察记录，或写明原因',
  },
  'admissions.not_heard': {
    why: (p) =>
      `还没有听取${String(p['missing'])
        .split(' ')
        .map((one) => HEARD[one] ?? one)
        .join('、')}的意见${basis(p)}`,
  },
  'admissions.notice_short': {
    why: (p) => `公示${p['days']}个工作日，应不少于${p['needed']}个工作日${basis(p)}`,
  },
  'admissions.notice_nowhere': { why: (p) => `没有写公示地点${basis(p)}` },
  'admissions.notice_one_place': { why: (p) => `流动人员应在流出地和流入地同时公示${basis(p)}` },
  'admissions.objections_open': { why: (p) => `还有${p['number']}条公示意见没有答复${basis(p)}` },
  'admissions.notice_against': { why: (p) => `公示结果影响发展${basis(p)}` },
  'admissions.introducers_number': { why: (p) => `入党介绍人应为2名${basis(p)}` },
  'admissions.introducer_not_full': {
    why: (p) => `${named(p)}不是正式党员，不能作入党介绍人${basis(p)}`,
  },
  'admissions.introducer_barred': {
    why: (p) => `${named(p)}受留党察看处分、尚未恢复党员权利，不能作入党介绍人${basis(p)}`,
  },
  'admissions.introducer_sanctioned': {
    why: (p) => `${named(p)}受处分在影响期内，不宜作入党介绍人${basis(p)}`,
  },
  'admissions.review_failed': { why: (p) => `政治审查结论不合格，不能发展入党${basis(p)}` },
  'admissions.training_short': {
    why: (p) =>
      `培训${p['days']}天、${p['hours']}学时，应不少于${p['needDays']}天或${p['needHours']}学时${basis(p)}`,
  },
  'admissions.person_died': { why: () => '这名同志已去世' },
  'admissions.not_qualified': { why: (p) => `支委会审查认为不合格${basis(p)}` },
  'admissions.prereview_failed': { why: (p) => `预审不合格，不发放入党志愿书${basis(p)}` },
  'admissions.county_missing': { why: (p) => `还没有县级党委组织部门复核${basis(p)}` },
  'admissions.book_without_number': { why: () => '没有写志愿书编号' },
  'admissions.leaving_soon': {
    why: (p) => `${p['day']}将离开工作、学习单位，一般不办理接收手续${basis(p)}`,
    instead: '确需办理的，写明原因',
  },
  'admissions.no_resolution': { why: (p) => `没有写支部大会决议${basis(p)}` },
  'admissions.review_same_day': {
    why: () => '支委会审查和支部大会表决应是两天的两次会议',
    instead: '核对两次会议的日期',
  },
  'admissions.vote_no_quorum': {
    why: (p) =>
      `应到会有表决权${p['entitled']}人，实到${p['present']}人，须${p['needed']}人到会${basis(p)}`,
  },
  'admissions.vote_no_majority': {
    why: (p) =>
      `应到会有表决权${p['entitled']}人，赞成${p['yes']}票，须${p['needed']}票${basis(p)}`,
  },
  'admissions.vote_not_secret': { why: (p) => `应采取无记名投票${basis(p)}` },
  'admissions.vote_not_alone': {
    why: (p) => `所选的表决不是对本人单独进行的，表决事项里应写明本人姓名${basis(p)}`,
    instead: '核对会议记录；表决事项没有写姓名的，更正会议记录',
  },
  'admissions.vote_too_many': { why: (p) => `收回${p['cast']}票，多于到会的${p['present']}人` },
  'admissions.vote_written_too_many': {
    why: (p) => `书面意见${p['written']}份，多于没有到会的${p['away']}人${basis(p)}`,
  },
  'admissions.teller_is_target': { why: () => '计票人、监票人不能是被表决的人' },
  'admissions.no_talker': { why: () => '没有写谈话人' },
  'admissions.no_power': {
    why: (p) => `上级党组织没有审批预备党员的权限${basis(p)}`,
    instead: '报再上一级有审批权限的党委',
  },
  'admissions.not_deliberated': { why: (p) => `党总支还没有审议${basis(p)}` },
  'admissions.regularise_early': { why: (p) => `预备期${p['day']}期满，一般期满前一两周提出` },
  'admissions.extended_twice': { why: (p) => `预备期只能延长一次${basis(p)}` },
  'admissions.extension_length': {
    why: (p) => `延长${p['months']}个月，应为6个月以上、1年以内${basis(p)}`,
  },
  'admissions.probation_not_observed': {
    why: (p) => `预备期内没有考察记录${basis(p)}`,
    instead: '补登考察记录，或写明原因',
  },
  'admissions.not_filed_upward': {
    why: (p) => `还没有报上一级党委组织部门备案${basis(p)}`,
  },
  'admissions.extension_end': { why: (p) => `延长后的期满日应为${p['day']}` },
  'admissions.local_missing': { why: (p) => `“${p['name']}”还没有办${basis(p)}` },
  'admissions.local_nowhere': { why: () => '本地步骤应安排在某一个通常步骤之前' },
  'admissions.local_known': { why: (p) => `已经有名为“${p['name']}”的本地步骤` },
  'admissions.local_ended': { why: () => '这一本地步骤已经停用，或当时还没有启用' },
  'admissions.local_not_now': {
    why: (p) => `现在不能办“${p['name']}”：还轮不到，已经办过，或那一天还没有这一要求`,
  },
  'admissions.local_settled': {
    why: (p) => `“${p['name']}”之后又办了别的步骤`,
    instead: '先撤回后面的步骤',
  },
  'admissions.plan_overlaps': {
    why: (p) => `与${p['from']}—${p['to']}年的五年规划重叠`,
    instead: '调整原来的规划，或换一个起始年度',
  },
  'admissions.papers_missing': { why: (p) => `还缺：${p['papers']}${basis(p)}` },
} satisfies Record<string, Sentence>;
