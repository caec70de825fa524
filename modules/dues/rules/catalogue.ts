import type { RuleEntry } from '#kernel/rule';

const DUES08 = '《关于中国共产党党费收缴、使用和管理的规定》';
const DUES17 = '《关于进一步规范党费工作的通知》';
const EDU19 = '《中国共产党党员教育管理工作条例》';

const rule = (id: string, summary: string, basis: string, sure: boolean): RuleEntry => ({
  id,
  summary,
  basis,
  sure,
});

/** Every rule this module decides by. */
export const DUES_RULES: readonly RuleEntry[] = [
  rule(
    'dues.wage.b1',
    '月工资收入（税后）3000元以下（含3000元）的，交纳月工资收入的0.5%',
    `${DUES08}第2条`,
    true,
  ),
  rule('dues.wage.b2', '3000元以上至5000元（含5000元）的，交纳1%', `${DUES08}第2条`, true),
  rule('dues.wage.b3', '5000元以上至10000元（含10000元）的，交纳1.5%', `${DUES08}第2条`, true),
  rule('dues.wage.b4', '10000元以上的，交纳2%', `${DUES08}第2条`, true),
  rule('dues.annual', '实行年薪制的，以当月实际领取的薪酬收入为基数', `${DUES08}第3条`, true),
  rule(
    'dues.self',
    '不按月取得收入的个体经营者等，以上季度月平均纯收入为基数',
    `${DUES08}第4条`,
    true,
  ),
  rule('dues.retired.low', '离退休费5000元以下（含5000元）的，交纳0.5%', `${DUES08}第5条`, true),
  rule('dues.retired.high', '离退休费5000元以上的，交纳1%', `${DUES08}第5条`, true),
  rule('dues.farmer', '农民党员每月0.2元至1元，具体数额由当地规定', `${DUES08}第6条`, true),
  rule('dues.student', '学生党员每月0.2元', `${DUES08}第6条`, true),
  rule(
    'dues.unemployed',
    '下岗失业、依靠抚恤或救济生活、领取最低生活保障金的党员每月0.2元',
    `${DUES08}第6条`,
    true,
  ),
  rule(
    'dues.farmer.income',
    '外出务工经商的农民党员、有固定报酬的村干部，按月纯收入或报酬的比例交纳',
    DUES08,
    false,
  ),
  rule('dues.cap', '每月交纳的党费一般不超过1000元，自愿多交不限', `${DUES17}第1项`, true),
  rule('dues.rounding', '计算到分，四舍五入；可由党委统一规定到角或元', '上级规定', false),
  rule(
    'dues.base.general',
    '计算基数是税后工资收入中相对固定的、经常性的部分',
    `${DUES08}第1条`,
    true,
  ),
  rule(
    'dues.base.civil',
    '公务员（不含工人）：职务工资、级别工资、津贴补贴',
    `${DUES08}第1条`,
    true,
  ),
  rule(
    'dues.base.worker',
    '机关工人：岗位工资、技术等级（职务）工资、津贴补贴',
    `${DUES08}第1条`,
    true,
  ),
  rule(
    'dues.base.institution',
    '事业单位：岗位工资、薪级工资、绩效工资、津贴补贴',
    `${DUES08}第1条`,
    true,
  ),
  rule(
    'dues.base.enterprise',
    '企业：工资收入中的固定部分（基本工资、岗位工资）和活的部分（奖金）',
    `${DUES08}第1条`,
    true,
  ),
  rule(
    'dues.base.exclude',
    '个人所得税、社会保险、住房公积金、年金以及改革性补贴等不计入',
    `${DUES17}第2项`,
    true,
  ),
  rule(
    'dues.base.performance',
    '事业单位基础性绩效工资计入，奖励性绩效工资不计入；企业非经常性、非普遍性奖金不计入',
    `${DUES17}第3项`,
    true,
  ),
  rule(
    'dues.base.retired',
    '离退休：基本离退休费、国家统一增加的离退休费和普遍发放的补贴',
    DUES08,
    false,
  ),
  rule('dues.base.fix-yearly', '年初核定每名党员月交纳数额，年内一般不变', `${DUES17}第1项`, true),
  rule(
    'dues.base.change',
    '年中工资变动默认不重新核算；按当地规定可自领取新工资的月份起补缴差额',
    DUES08,
    false,
  ),
  rule(
    'dues.start',
    '预备党员从支部党员大会通过其为预备党员之日起交纳，批准较晚的补缴，不算欠交',
    DUES08,
    false,
  ),
  rule(
    'dues.where',
    '向正式组织关系所在党支部交纳；持《流动党员活动证》的可向流入地党组织交纳',
    `${DUES08}第9条`,
    true,
  ),
  rule(
    'dues.monthly',
    '按月主动足额交纳；特殊情况经支部同意可按季度交、由亲属或其他党员代交或补交',
    `${DUES08}第12条`,
    true,
  ),
  rule('dues.arrears.max', '补交时间一般不超过6个月', `${DUES08}第12条`, true),
  rule('dues.arrears.educate', '不按规定交纳的，及时批评教育、限期改正', `${EDU19}第29条`, true),
  rule(
    'dues.arrears.6m',
    '没有正当理由，连续6个月不交纳党费的，须由党组织认定后按程序处理，系统不自动启动',
    `${EDU19}第31条`,
    true,
  ),
  rule('dues.relief', '确有困难的，经支部研究、上一级党委批准，可以少交或免交', DUES08, false),
  rule(
    'dues.large',
    '自愿一次多交1000元以上的，全部上缴中央，由中央组织部出具收据',
    `${DUES17}第1项`,
    true,
  ),
  rule(
    'dues.no-advance',
    '不得垫交或扣缴党员党费，不得要求交纳规定以外的各种名目的“特殊党费”',
    `${DUES08}第14条`,
    true,
  ),
  rule(
    'dues.publish.branch',
    '每年向党员公布党费收缴情况；公布应交、实交，不公布基数',
    DUES08,
    false,
  ),
  rule('dues.account', '会计、出纳分设', DUES08, false),
  rule('dues.remit', '上缴数等于所附收缴记录之和', '上级规定', false),
  rule(
    'dues.transfer',
    '转移组织关系的，由介绍信注明“党费交至”的月份划分：该月及以前由转出支部收，以后由转入支部收',
    '上级规定',
    false,
  ),
  rule('dues.end', '去世或离党的次月起不再收取；去世当月未交的不再催收', '上级规定', false),
];
