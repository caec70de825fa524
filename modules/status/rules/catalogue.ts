import { ruleOf, type RuleEntry } from '#kernel/rule';

const EDU19 = '《中国共产党党员教育管理工作条例》';
const UNQ24 = '《中国共产党不合格党员组织处置办法》';
const CONST22 = '《中国共产党章程》';
const DISCIPLINE = '《中国共产党纪律处分条例》';

const rule = (id: string, summary: string, basis: string, sure: boolean): RuleEntry => ({
  id,
  summary,
  basis,
  sure,
});
const edu = (id: string, article: string, summary: string): RuleEntry =>
  rule(id, summary, `${EDU19}第${article}条`, true);
const unq = (id: string, summary: string): RuleEntry => rule(id, summary, UNQ24, false);

/** Every rule this module decides by; an article only where its wording was read. */
export const STATUS_RULES: readonly RuleEntry[] = [
  edu(
    'status.abroad.suspend',
    '24',
    '因私出国并在国外长期定居的，出国学习研究超过5年仍未返回的，一般予以停止党籍',
  ),
  edu(
    'status.lost.suspend',
    '24',
    '与党组织失去联系6个月以上，通过各种方式查找仍然没有取得联系的，予以停止党籍',
  ),
  edu(
    'status.lost.strike',
    '24',
    '因失去联系被停止党籍，2年后仍未取得联系的，按照自行脱党予以除名',
  ),
  unq('status.lost.found', '失去联系6个月以上、2年以内又取得联系的，限期改正'),
  rule(
    'status.lost.start',
    '失去联系的时间从最后一次参加组织生活或者交纳党费之日起算',
    '上级规定',
    false,
  ),
  edu(
    'status.restore',
    '24',
    '停止党籍的党员符合条件的可以按程序恢复；劝其退党、除名、退党、开除党籍的原则上不能恢复',
  ),
  unq('status.rejoin.bar', '被劝退、除名的，一定年限内不能重新入党'),
  rule('handle.kinds', '组织处置有限期改正、劝其退党、除名三种', `${UNQ24}第3条`, true),
  rule('handle.no-double', '已经给予党纪处分的，不再就同一事项组织处置', `${UNQ24}第4条`, true),
  rule('handle.correct.when', '限期改正的情形', `${UNQ24}第6条`, true),
  edu('handle.correct.max', '30', '限期改正时间不超过1年'),
  unq('handle.correct.length', '限期改正时间一般为6个月'),
  edu('handle.correct.help', '30', '对限期改正的党员应当采取帮助教育措施'),
  edu('handle.persuade.when', '31', '劝其退党的情形'),
  edu('handle.strike.when', '24、31', '除名的情形'),
  edu(
    'handle.self-leave',
    '31',
    '没有正当理由，连续6个月不参加党的组织生活，或者不交纳党费，或者不做党所分配的工作，按照自行脱党予以除名',
  ),
  unq('handle.start', '由支委会（不设支委会的由党员大会）提出，事先向有审批权限的基层党委报备'),
  unq('handle.investigate', '支委会成立调查组，调查核实情况'),
  unq('handle.hear', '通知本人，听取本人意见和申辩'),
  unq('handle.opinion', '支委会研究提出处置意见'),
  rule('handle.decision', '支部党员大会讨论决定，报上级党组织批准', CONST22, false),
  rule(
    'handle.withdraw',
    '党员要求退党，应当经支部大会讨论后宣布除名，并报上级党组织备案',
    CONST22,
    false,
  ),
  rule(
    'handle.mm',
    '到会有表决权的党员须超过半数，赞成须超过应到会有表决权党员的半数',
    '上级规定',
    false,
  ),
  rule('handle.effective', '经上级党组织批准之日起生效', '上级规定', false),
  unq('handle.announce', '批准后向本人和党员大会宣布'),
  edu('handle.mild', '29', '情节较轻的，及时批评教育'),
  rule(
    'discipline.kinds',
    '党纪处分有警告、严重警告、撤销党内职务、留党察看、开除党籍',
    DISCIPLINE,
    false,
  ),
  rule('discipline.effect', '处分的影响期', DISCIPLINE, false),
  rule('discipline.restore', '留党察看期满，确有悔改表现的，恢复党员权利', DISCIPLINE, false),
  edu('clock.none', '23', '年老体弱等不便参加组织生活的，不计入'),
  rule('clock.exclusive', '失联和自行脱党的时间不同时计算', '上级规定', false),
];

export const ruleNamed = (id: string): RuleEntry => ruleOf(STATUS_RULES, id);
