import type { RuleEntry } from '#kernel/rule';

const EDU19 = '《中国共产党党员教育管理工作条例》';

const edu = (id: string, article: number, summary: string): RuleEntry => ({
  id,
  summary,
  basis: `${EDU19}第${article}条`,
  sure: true,
});
const above = (id: string, summary: string, basis = '上级规定'): RuleEntry => ({
  id,
  summary,
  basis,
  sure: false,
});

/** Every rule this module decides by. */
export const FLOATING_RULES: readonly RuleEntry[] = [
  edu('mobile.definition', 32, '外出6个月以上、没有转接组织关系的党员，按流动党员管理'),
  edu('mobile.transfer', 25, '外出6个月以上、地点相对固定的，应当转接组织关系'),
  edu('mobile.sender', 32, '流出地党组织与流动党员保持经常联系，跟进做好教育培训、管理服务'),
  edu(
    'mobile.receiver',
    32,
    '流入地党组织协助做好日常管理，流动党员就近参加组织生活，可以在流入地参加民主评议',
  ),
  edu('mobile.village', 33, '村党支部对外出党员，明确专人保持联系，乡镇党委掌握外出党员情况'),
  edu('mobile.graduate', 34, '高校毕业生党员组织关系保留在学校的，一般不超过2年'),
  edu(
    'mobile.abroad.contact',
    34,
    '出国（境）学习研究党员，由原就读或所在单位党组织保留组织关系，至少每半年联系1次',
  ),
  edu('org.branch.mobile', 32, '流动党员较多、相对集中的，可以成立流动党员党组织'),
  above('mobile.contact', '流出地党组织按规定的间隔与流动党员联系并作记录'),
  above('mobile.report', '外出前报告去向，每年至少向组织关系所在党组织汇报1次思想和工作情况'),
  above('mobile.evaluation.report', '流动党员党组织将民主评议结果反馈给流出地党组织'),
  {
    id: 'mobile.certificate',
    summary:
      '流动党员活动证由县级党委组织部门统一编号，党支部填写，流入地党组织登记参加活动和交纳党费情况，每年结合民主评议检验1次',
    basis: '组通字〔2006〕45号',
    sure: true,
  },
];
