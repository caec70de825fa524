import { ruleOf, type Advice, type RuleEntry } from '#kernel/rule';

const BR18 = '《中国共产党支部工作条例（试行）》';
const EDU19 = '《中国共产党党员教育管理工作条例》';
const EL20 = '《中国共产党基层组织选举工作条例》';
const RUR18 = '《中国共产党农村基层组织工作条例》';
const SOE19 = '《中国共产党国有企业基层组织工作条例（试行）》';
const DEV26 = '《中国共产党发展党员工作细则》';

const rule = (id: string, summary: string, basis: string, sure: boolean): RuleEntry => ({
  id,
  summary,
  basis,
  sure,
});

/** Every rule this module decides by. */
export const ORGANISATION_RULES: readonly RuleEntry[] = [
  rule(
    'org.branch.min',
    '有正式党员3人以上的，应当成立党支部；预备党员不计入',
    `${BR18}第4条`,
    true,
  ),
  rule('org.branch.max', '党支部党员人数一般不超过50人', `${BR18}第4条`, true),
  rule('org.branch.mode', '一般以单独组建为主要方式', `${BR18}第4条`, true),
  rule(
    'org.branch.joint',
    '正式党员不足3人的单位成立联合党支部，覆盖单位一般不超过5个',
    BR18,
    false,
  ),
  rule(
    'org.branch.temp',
    '为执行某项任务临时组建的机构，经上级党组织批准可以成立临时党支部，负责人由批准的党组织指定',
    BR18,
    false,
  ),
  rule(
    'org.branch.temp.limits',
    '临时党支部一般不发展党员、不处分处置党员、不收缴党费、不选举代表、不进行换届',
    BR18,
    false,
  ),
  rule(
    'org.temp.no-admission',
    '临时党组织不得接收、审批预备党员，另有规定的除外',
    `${DEV26}第22条`,
    true,
  ),
  rule(
    'org.general-branch.min',
    '党员50人以上、100人以下的，可以设立党总支部；因工作需要不足50人的，须经上级党组织批准',
    '上级规定',
    false,
  ),
  rule(
    'org.committee.min',
    '党员100人以上的，设立党的基层委员会；不足100人确因工作需要的，须经上级党组织批准',
    `${SOE19}第4条`,
    true,
  ),
  rule(
    'org.village.branch',
    '村有正式党员3人以上的成立党支部，不足3人的可以与邻近村联合成立',
    `${RUR18}第5条`,
    true,
  ),
  rule(
    'org.village.general',
    '村党员人数超过50人的，或者不足50人确因工作需要的，可以成立党总支部',
    `${RUR18}第5条`,
    true,
  ),
  rule(
    'org.village.committee',
    '村党员人数100人以上的，根据工作需要，经县级地方党委批准，可以成立党委',
    `${RUR18}第5条`,
    true,
  ),
  rule(
    'org.group',
    '党员人数较多或者党员工作地、居住地分散的，按照便于组织开展活动的原则划分党小组，设组长',
    `${BR18}第13条`,
    true,
  ),
  rule('org.group.size', '党小组一般3人以上，至少有1名正式党员', '上级规定', false),
  rule(
    'org.every-member',
    '每名党员都必须编入党的一个支部、小组或者其他特定组织',
    `${EDU19}第25条`,
    true,
  ),
  rule(
    'org.setup.apply',
    '基层单位提出申请，上级党委研究决定并批复，批复一般不超过1个月',
    BR18,
    false,
  ),
  rule(
    'org.adjust',
    '不具备成立条件的，及时予以调整或者撤销，由支部报告、上级党委批准，也可由上级党委直接决定',
    BR18,
    false,
  ),
  rule('org.village.change', '村以下党组织的设立和撤销，须经乡镇党委以上批准', RUR18, true),
  rule('org.brc.required', '有正式党员7人以上的党支部，应当设立支部委员会', BR18, false),
  rule('org.brc.size', '支部委员会由3至5人组成，一般不超过7人', BR18, false),
  rule('org.brc.none', '正式党员不足7人的党支部，设1名书记，必要时可以设1名副书记', BR18, false),
  rule(
    'org.brc.posts',
    '支部委员会设书记和组织委员、宣传委员、纪检委员等，必要时可以设1名副书记；3人委员会可以兼任',
    BR18,
    false,
  ),
  rule('org.gbc.size', '党总支部委员会一般5至7人，最多9人', '上级规定', false),
  rule('org.gc.size', '党的基层委员会一般5至9人', '上级规定', false),
  rule('org.term.branch', '村和社区党支部委员会任期5年，其他一般3年', BR18, false),
  rule('org.term.general', '党总支部委员会任期一般3年，村和社区5年', '上级规定', false),
  rule('org.term.committee', '党的基层委员会任期一般5年', '上级规定', false),
  rule(
    'org.term.remind',
    '任期届满前一般提前6个月由上级党组织以发函或者电话通知等形式提醒',
    BR18,
    false,
  ),
  rule(
    'org.term.extend',
    '提前或者延期换届的，须报上级党组织批准，延长或者提前期限一般不超过1年',
    `${EL20}第3条`,
    true,
  ),
  rule('org.sec.seniority', '党支部书记一般应当具有1年以上党龄', BR18, false),
  rule(
    'org.sec.vacancy',
    '职位出缺的，及时补选；必要时上级党组织可以指派书记或者副书记',
    BR18,
    false,
  ),
  rule('org.elect.approve', '支部委员报上级党组织备案，书记、副书记报上级党组织批准', BR18, false),
  rule(
    'org.post.full-member',
    '正式党员有表决权、选举权、被选举权；留党察看期间没有，预备党员没有',
    `${EL20}第5条`,
    true,
  ),
  rule('org.types.code', '党组织类别代码', '全国党员管理信息系统', false),
  rule('org.name', '名称以印章为准；没有印章的，为“中共”加单位名称加类别', '上级规定', false),
  rule('org.tree', '每个党组织在任何一天有且只有一个上级，上级当日存在', '上级规定', false),
];

/** A warning of this module; throws on a rule that the catalogue lacks. */
export const advise = (code: `organisations.${string}`, ruleId: string, text: string): Advice => ({
  code,
  rule: ruleOf(ORGANISATION_RULES, ruleId).id,
  text,
});
