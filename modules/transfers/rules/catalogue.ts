import { ruleOf, type RuleEntry } from '#kernel/rule';

const EDU19 = '《中国共产党党员教育管理工作条例》';
const DEV26 = '《中国共产党发展党员工作细则》';
const LET06 = '《组织关系介绍信》式样说明（组通字〔2006〕45号）';

const rule = (id: string, basis: string, summary: string, sure = true): RuleEntry => ({
  id,
  summary,
  basis,
  sure,
});
const edu = (id: string, summary: string): RuleEntry => rule(id, `${EDU19}第25条`, summary);
/** No text of the centre was found: a setting, shown as fixed from above. */
const custom = (id: string, summary: string): RuleEntry => rule(id, '按上级规定', summary, false);

/** Every rule this module decides by. */
export const TRANSFER_RULES: readonly RuleEntry[] = [
  edu(
    'transfer.when',
    '工作单位或者经常居住地发生变动，或者外出学习、工作、生活6个月以上并且地点相对固定的，应当转移组织关系',
  ),
  edu(
    'transfer.issuer',
    '具有审批预备党员权限的基层党委，可以在全国范围直接相互转移和接收党员组织关系',
  ),
  edu('transfer.responsibility', '在接收之前，由原所在党组织负责管理'),
  edu('transfer.no-refusal', '党组织不得无故拒转拒接'),
  edu('transfer.check-file', '接收党组织可以采取适当方式查核党员档案'),
  rule('transfer.kinds', EDU19, '线上接转、介绍信、整建制转接', false),
  rule('transfer.letter.parts', LET06, '介绍信分存根、介绍信、回执联三联'),
  rule(
    'transfer.letter.fields',
    LET06,
    '编号、姓名、性别、年龄、民族、正式或预备、身份证号、去向、党费缴至、有效期、日期，年月日和天数用大写',
  ),
  custom('transfer.letter.validity', '介绍信有效期按具体情况填写，最长不超过90天'),
  rule(
    'transfer.receipt',
    LET06,
    '接收党员的基层党委在接收后1个月内将回执联寄回原基层党委，粘贴在存根上',
  ),
  custom('transfer.expired', '介绍信过期的，由党支部说明原因、本人申请，换开新的介绍信'),
  rule(
    'transfer.no-reason-6m',
    `${EDU19}第31条`,
    '没有正当理由，连续6个月不参加组织生活、不交党费或者不做党组织分配的工作的，按自行脱党处理',
  ),
  custom('transfer.stub.keep', '介绍信存根保存年限'),
  custom('transfer.step', '每一步办理的时限'),
  rule(
    'transfer.activist.report',
    `${DEV26}第12条`,
    '原单位党组织及时转交入党申请书、考察登记表等材料',
  ),
  rule(
    'transfer.activist.continuous',
    `${DEV26}第12条`,
    '新单位党组织接续培养，培养教育时间可以连续计算',
  ),
  rule(
    'transfer.probationary.report',
    `${DEV26}第34条`,
    '原所在党组织认真负责地介绍预备党员的教育考察情况',
  ),
  rule('transfer.probationary.check', `${DEV26}第34条`, '接收党组织严格审查预备党员的入党材料'),
  rule(
    'transfer.probationary.postpone',
    `${DEV26}第35条`,
    '转入的预备党员可以推迟讨论转正，不超过6个月，转正时间从预备期满之日算起',
  ),
  custom('transfer.roster.once', '每名党员只在一个花名册'),
  custom('transfer.check.yearly', '每年排查党员组织关系'),
];

export const ruleNamed = (id: string): RuleEntry => ruleOf(TRANSFER_RULES, id);
