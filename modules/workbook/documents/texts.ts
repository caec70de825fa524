/**
 * The standing texts of the book: neutral words of our own. A rule with an article is one whose wording
 * was read; where only secondary places tell it, the regulation alone is named, with 按上级规定.
 */
const BR18 = '《中国共产党支部工作条例（试行）》';
const EDU19 = '《中国共产党党员教育管理工作条例》';
const DEV26 = '《中国共产党发展党员工作细则》';
const EL20 = '《中国共产党基层组织选举工作条例》';
const DUES08 = '《关于中国共产党党费收缴、使用和管理的规定》';

export const HOW_TO_USE: readonly string[] = [
  '本手册由支部一年的工作记录自动汇编，供书记、支委掌握全年工作，新任书记接手时了解支部情况，也供上级党组织了解支部工作全貌。',
  '手册分六部分：使用说明、工作规则、各岗位职责、常用文书及说明、支部基本情况、工作纪实。前四部分是固定内容，后两部分来自记录。',
  '手册中的次数、人数、日期都取自已经录入的记录，没有记录的如实印“未开展”或“未归档”，不补写。需要更正的，先在系统里更正记录，再重新打印。',
  '会议记录以定稿为准，更正过的会议印出更正的版次和原因；补录的会议注明补录。纸质签字原件由支部另行存档。',
  '谈心谈话只印时间、双方和类别，谈话内容由双方自行保管，不进入本手册。身份证号码、联系电话和党费计算基数不印入本手册。',
  '手册可以随时打印，不要求为打印补做任何活动、拍摄任何照片。',
];

export interface RuleText {
  readonly text: string;
  readonly basis: string;
  /** False: 按上级规定. */
  readonly sure: boolean;
}

export const RULES: readonly { readonly title: string; readonly rules: readonly RuleText[] }[] = [
  {
    title: '组织设置',
    rules: [
      {
        text: '每名党员都编入一个支部、小组或者其他特定组织，参加组织生活。',
        basis: `${EDU19}第25条`,
        sure: true,
      },
      {
        text: '正式党员7人以上的支部设立支部委员会，一般由3至5人组成；不足7人的设书记1名，必要时设副书记1名。',
        basis: BR18,
        sure: false,
      },
      {
        text: '支部委员会每届任期：村和社区5年，其他支部一般3年。提前或者延期换届须报上级批准，延长期限一般不超过1年。',
        basis: `${EL20}第3条（提前、延期）；${BR18}（任期，按上级规定）`,
        sure: true,
      },
    ],
  },
  {
    title: '组织生活',
    rules: [
      {
        text: '支部党员大会一般每季度召开1次，由书记召集并主持；书记不能参加的，可以委托副书记或者委员召集并主持。',
        basis: `${BR18}第14条（召集主持）；次数按上级规定`,
        sure: true,
      },
      {
        text: '表决须有半数以上有表决权的党员到会，赞成人数超过应到会有表决权党员的半数为通过。',
        basis: BR18,
        sure: false,
      },
      { text: '支部委员会会议一般每月召开1次，根据需要可以随时召开。', basis: BR18, sure: false },
      { text: '支部委员会会议须有半数以上委员到会方可进行。', basis: `${BR18}第12条`, sure: true },
      { text: '党小组会一般每月召开1次，由组长召集并主持。', basis: BR18, sure: false },
      {
        text: '主题党日每月相对固定1天，组织党员集中学习、过组织生活、进行民主议事和志愿服务等。',
        basis: `${EDU19}第16条`,
        sure: true,
      },
      {
        text: '党员按期参加党员大会、党小组会和上党课，领导干部参加双重组织生活。',
        basis: `${EDU19}第16条`,
        sure: true,
      },
      {
        text: '组织生活会每年至少召开1次，也可以根据需要随时召开。',
        basis: `${EDU19}第17条`,
        sure: true,
      },
      {
        text: '民主评议党员每年1次，按照个人自评、党员互评、民主测评的程序进行，由支部委员会或者党员大会提出评定意见。',
        basis: `${EDU19}第18条`,
        sure: true,
      },
      {
        text: '支委会成员之间、支委会成员和党员之间、党员和党员之间每年谈心谈话一般不少于1次。',
        basis: BR18,
        sure: false,
      },
      {
        text: '发现党员有苗头性问题或者有反映的，由党组织负责人及时提醒谈话。',
        basis: `${EDU19}第28条`,
        sure: true,
      },
    ],
  },
  {
    title: '教育管理和发展党员',
    rules: [
      {
        text: '党员每年集中学习培训时间一般不少于32学时。',
        basis: `${EDU19}第20条`,
        sure: true,
      },
      {
        text: '对年老体弱、身患重病、行动不便的党员不作硬性要求，可以送学上门、上门走访。',
        basis: `${EDU19}第23条`,
        sure: true,
      },
      {
        text: '收到入党申请书后，党组织在1个月内派人谈话。',
        basis: `${DEV26}第7条`,
        sure: true,
      },
      {
        text: '预备期为1年，从支部党员大会通过其为预备党员之日算起；可以延长1次，不少于6个月，最长不超过1年。',
        basis: `${DEV26}第31条`,
        sure: true,
      },
    ],
  },
  {
    title: '党费',
    rules: [
      { text: '党费由党员个人交纳，所在单位不代交。', basis: `${DUES08}第14条`, sure: true },
      {
        text: '没有正当理由连续6个月不参加组织生活，或者不交纳党费，或者不做党组织分配的工作的，按自行脱党处理程序办理。',
        basis: `${EDU19}第31条`,
        sure: true,
      },
    ],
  },
];

/** What each post does in a usual division of work; the branch's own division stands in the fifth part. */
export const DUTIES: readonly { readonly post: string; readonly duties: readonly string[] }[] = [
  {
    post: '支部书记',
    duties: [
      '召集并主持支部党员大会和支部委员会会议，主持支部日常工作。',
      '组织落实上级党组织的决定和支部的决议，检查落实情况，向支部委员会、党员大会和上级党组织报告工作。',
      '审定会议记录；对苗头性问题及时提醒谈话。',
    ],
  },
  {
    post: '副书记',
    duties: ['协助书记工作；受书记委托召集并主持会议。'],
  },
  {
    post: '组织委员',
    duties: [
      '管理花名册和组织关系接转，办理发展党员、转正的手续，核定和收缴党费。',
      '提出党小组划分和调整的意见，了解党员的思想和困难情况。',
    ],
  },
  {
    post: '宣传委员',
    duties: ['提出学习计划，组织党课和主题党日，登记学时，管理阵地和学习资料。'],
  },
  {
    post: '纪检委员',
    duties: ['开展纪律教育，受理党员和群众的反映，监督决议执行和党费使用公示。'],
  },
  {
    post: '党小组组长',
    duties: ['召集并主持党小组会，通知和组织本组党员参加活动，收集党员意见，协助收交党费。'],
  },
  {
    post: '经办人',
    duties: ['受支部委托录入和打印资料；不审定会议记录，不查看谈心谈话和困难情况。'],
  },
];

/** Papers of the common acts: when they are used, who signs, where they are made. */
export const PAPERS: readonly {
  readonly name: string;
  readonly use: string;
  readonly signs: string;
  readonly where: string;
}[] = [
  {
    name: '年度计划表',
    use: '年初安排全年组织生活',
    signs: '支部委员会通过',
    where: '组织生活·年度计划',
  },
  {
    name: '会议通知',
    use: '会前通知参会人员、时间、地点、议题',
    signs: '支部',
    where: '组织生活·三会一课',
  },
  {
    name: '签到表',
    use: '会上签名；没有手机的同志同样签名',
    signs: '到会人员',
    where: '组织生活·三会一课',
  },
  {
    name: '会议记录',
    use: '议题、讨论、表决、决定；定稿后带校验码',
    signs: '主持人、记录人',
    where: '组织生活·三会一课',
  },
  {
    name: '会议包',
    use: '没有网络时带去手写，回来按编号补录',
    signs: '主持人、记录人',
    where: '组织生活·三会一课',
  },
  {
    name: '决议落实表',
    use: '决定事项的责任人、期限和办结情况',
    signs: '书记',
    where: '组织生活·三会一课',
  },
  {
    name: '谈心谈话记录表',
    use: '谈话双方手写或者自行录入',
    signs: '谈话双方',
    where: '组织生活·谈心谈话',
  },
  { name: '学时登记表', use: '全年集中学习培训时间', signs: '支部', where: '组织生活·学习教育' },
  {
    name: '党费核定表',
    use: '年初或者变动时核定每月应交',
    signs: '核定人、书记、本人',
    where: '党费·年初核定',
  },
  {
    name: '党费收缴明细表',
    use: '一段时间应交、实交、欠交',
    signs: '交纳人、经手人',
    where: '党费·收缴',
  },
  { name: '党费上缴单', use: '向上级党组织上缴党费', signs: '经手人、接收人', where: '党费·上缴' },
  { name: '党员花名册', use: '某一天在册党员', signs: '支部', where: '党员·花名册' },
  {
    name: '党员增减变动表',
    use: '期初、增加、减少、期末人数',
    signs: '支部',
    where: '党员·增减变动',
  },
  {
    name: '交接清单',
    use: '书记换任时移交事项',
    signs: '移交人、接收人、监交人',
    where: '支部·班子与分工',
  },
];

/** Parts of a box that the product keeps no records for: printed as such, never filled. */
export const NOT_KEPT: readonly { readonly name: string; readonly text: string }[] = [
  { name: '发展党员', text: '未归档：本系统没有发展党员过程材料；有纸质材料的另附。' },
  { name: '整改落实', text: '未归档：本系统没有整改台账；有纸质材料的另附。' },
  { name: '党务公开', text: '未归档：本系统没有党务公开记录；有纸质材料的另附。' },
];
