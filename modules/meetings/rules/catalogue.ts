import { ruleOf, type Advice, type RuleEntry } from '#kernel/rule';

const BR18 = '《中国共产党支部工作条例（试行）》';
const EDU19 = '《中国共产党党员教育管理工作条例》';
const DEV26 = '《中国共产党发展党员工作细则》';
const EL20 = '《中国共产党基层组织选举工作条例》';
const DEMO16 = '《县以上党和国家机关党员领导干部民主生活会若干规定》';
const STUDY17 = '《中国共产党党委（党组）理论学习中心组学习规则》';

const rule = (id: string, summary: string, basis: string, sure: boolean): RuleEntry => ({
  id,
  summary,
  basis,
  sure,
});

/** Every rule this module decides by. */
export const MEETING_RULES: readonly RuleEntry[] = [
  rule('meeting.general.quarterly', '支部党员大会一般每季度召开1次', BR18, false),
  rule('meeting.general.quorum', '表决须有半数以上有表决权的党员到会', BR18, false),
  rule('meeting.general.pass', '赞成人数超过应到会有表决权党员的半数为通过', BR18, false),
  rule(
    'meeting.general.chair',
    '由书记召集并主持；书记不能参加的，可以委托副书记或者委员',
    `${BR18}第14条`,
    true,
  ),
  rule(
    'meeting.committee.monthly',
    '支部委员会会议一般每月召开1次，根据需要可以随时召开',
    BR18,
    false,
  ),
  rule('meeting.committee.quorum', '支部委员会会议须有半数以上委员到会', `${BR18}第12条`, true),
  rule('meeting.committee.pass', '赞成人数超过委员的半数为通过', '上级规定', false),
  rule('meeting.group.monthly', '党小组会一般每月召开1次，由组长召集并主持', BR18, false),
  rule('meeting.class.frequency', '党课次数由上级规定，一般每季度1次', '上级规定', false),
  rule(
    'meeting.members.duty',
    '党员按期参加党员大会、党小组会和党课，领导干部参加双重组织生活',
    `${EDU19}第16条`,
    true,
  ),
  rule(
    'meeting.guest-members',
    '未转接组织关系的党员可以编入所在单位支部参加组织生活，列席，不计入应到和表决',
    BR18,
    false,
  ),
  rule(
    'meeting.no-branch-committee',
    '没有设立支部委员会的，支部委员会的职权由支部党员大会行使',
    `${DEV26}第8条`,
    true,
  ),
  rule(
    'meeting.frail',
    '年老体弱、身患重病、行动不便的党员不作硬性要求，可以送学上门，不计入到会提醒',
    `${EDU19}第23条`,
    true,
  ),
  rule(
    'meeting.voters',
    '正式党员有表决权；预备党员、留党察看期间没有；被留置、逮捕期间停止',
    `${EL20}第5条`,
    true,
  ),
  rule(
    'meeting.exclude',
    '符合规定情形的，经上级同意并经大会通过，可以不计入应到会人数',
    '上级规定',
    false,
  ),
  rule('meeting.secret', '讨论接收预备党员采取无记名投票', `${DEV26}第20条`, true),
  rule('life.themeday.monthly', '每月相对固定1天开展主题党日', `${EDU19}第16条`, true),
  rule(
    'life.orgmeeting.yearly',
    '每年至少召开1次组织生活会，也可以根据需要随时召开',
    `${EDU19}第17条`,
    true,
  ),
  rule(
    'life.orgmeeting.q4',
    '一般安排在第四季度，按年度通知可在次年3月底前召开，归属上一年度',
    BR18,
    false,
  ),
  rule('demo.yearly', '民主生活会每年召开1次，提前或者推迟须报上级同意', DEMO16, false),
  rule('demo.quorum', '民主生活会须有三分之二以上应到会人员到会', DEMO16, false),
  rule('study.centre.frequency', '理论学习中心组每季度集体学习研讨至少1次', STUDY17, false),
  rule('meeting.local', '双周讲坛、专题会等次数由本单位规定', '上级规定', false),
  rule('edu.hours.member', '党员每年集中学习培训时间一般不少于32学时', `${EDU19}第20条`, true),
  rule(
    'edu.hour.conversion',
    '1小时计1学时，半天计4学时，1天计8学时；同一时间只计一次',
    '上级规定',
    false,
  ),
  rule(
    'record.minimum',
    '记录时间、地点、主持、记录、应到、实到、缺席及原因、列席、议题、讨论、决定、表决',
    '上级规定',
    false,
  ),
  rule(
    'record.six',
    '六有：有签到、有议程、有材料、有记录、有笔记、有图片（图片可以没有）',
    '上级规定',
    false,
  ),
  rule(
    'record.backfill',
    '补录按会议当天的花名册；只有人数的标注“据纸质记录”，计会议次数，不计学时',
    '本系统',
    false,
  ),
  rule('record.final', '定稿后不能改动，更正另存新版本并写明原因', '本系统', false),
];

/** A warning of this module; throws on a rule that the catalogue lacks. */
export const advise = (code: `meetings.${string}`, ruleId: string, text: string): Advice => ({
  code,
  rule: ruleOf(MEETING_RULES, ruleId).id,
  text,
});
