import { figure, heading, paragraph, type Document, type Figure } from '#engines/document';
import { plainDate } from '#kernel/plain-date';

/** Invented figures; the five heads of a secretary's report (述职报告). */
const count = (name: string, value: number, unit: string, label: string): Figure =>
  figure({
    name,
    value,
    unit,
    source: {
      id: `indicator/${encodeURIComponent(name)}/2023`,
      label,
      rowCount: value,
      definition: '2023年1月1日至12月31日，已召开并定稿',
    },
  });

const committee = count('支部委员会会议次数', 12, '次', '支部委员会会议');
const general = count('党员大会次数', 10, '次', '支部党员大会');
const lecture = count('党课次数', 4, '次', '党课');
const talks = count('谈心谈话人次', 28, '人次', '谈心谈话记录');
const dues = figure({
  name: '实收党费',
  value: 1_226_370,
  text: '12,263.70',
  unit: '元',
  source: {
    id: 'indicator/dues/2023',
    label: '党费收据',
    rowCount: 240,
    definition: '2023年度已开收据合计',
  },
});

export const annualReport: Document = {
  layout: 'official',
  title: '清河县发展和改革局党支部书记\n2023年度抓基层党建工作述职报告',
  subtitle: '支部书记　王建国',
  sources: true,
  blocks: [
    paragraph(
      '2023年，在县直机关工委的坚强领导下，支部坚持以习近平新时代中国特色社会主义思想为指导，认真履行抓党建第一责任人职责，推动支部各项工作落到实处。现将一年来的工作情况报告如下。',
    ),
    heading(1, '学习贯彻党中央决策部署情况'),
    paragraph(
      '始终把政治建设摆在首位。全年召开支部委员会会议',
      committee,
      '次、党员大会',
      general,
      '次，组织党课',
      lecture,
      '次，严格落实“第一议题”制度，及时跟进学习重要讲话和重要指示批示精神，结合项目审批、价格监测等业务研究贯彻措施。',
    ),
    heading(1, '履行抓党建第一责任人职责情况'),
    heading(2, '压实责任'),
    paragraph(
      '年初制定支部工作计划，明确委员分工，开展谈心谈话',
      talks,
      '人次，做到谈心交心、沟通思想、互相帮助。',
    ),
    heading(2, '带头落实'),
    heading(
      3,
      '带头讲党课。',
      '结合调研情况为全体党员讲授专题党课，讲清形势、讲明任务、讲实措施。',
    ),
    heading(4, '走进农村讲。', '到联系村与党员群众面对面交流。'),
    heading(4, '走进企业讲。', '到重点项目工地宣讲惠企政策，收集意见建议并逐条答复。'),
    heading(3, '带头过双重组织生活。', '以普通党员身份参加所在党小组活动，按时足额交纳党费。'),
    heading(1, '组织建设和党员队伍情况'),
    paragraph(
      '严格党费收缴管理，全年收缴党费',
      dues,
      '元，及时上缴并按规定公示。各项组织生活开展情况见下表。',
    ),
    {
      kind: 'table',
      title: '2023年度组织生活开展情况',
      columns: [
        { header: '项目', weight: 3 },
        { header: '规定要求', weight: 4 },
        { header: '实际开展', weight: 2, align: 'center' },
      ],
      rows: [
        ['支部委员会会议', '一般每月召开1次', [committee, '次']],
        ['支部党员大会', '一般每季度召开1次', [general, '次']],
        ['党课', '每季度1次', [lecture, '次']],
        ['谈心谈话', '每年不少于1次', [talks, '人次']],
      ],
    },
    heading(1, '基本保障和服务群众情况'),
    paragraph(
      '组织在职党员到社区报到，全年实现为民办实事事项',
      {
        kind: 'quoted',
        name: '为民办实事事项',
        value: 10,
        unit: '件',
        text: '10',
        source: {
          document: '《2023年为民办实事台账》',
          date: plainDate('2023-12-01'),
          by: '李秀英',
        },
      },
      '件，件件有着落、事事有回音，群众满意度进一步提升。',
    ),
    heading(1, '存在的问题和下一步打算'),
    paragraph(
      '一年来，支部工作取得了一定成绩，但仍存在学习不够深入、主题党日形式不够丰富等问题。下一步，将重点抓好以下工作：',
    ),
    {
      kind: 'list',
      ordered: true,
      items: [
        '制定年度学习计划，把集中学习与个人自学结合起来；',
        '丰富主题党日内容，把活动办到项目一线；',
        '完善谈心谈话制度，做到应谈尽谈。',
      ],
    },
    paragraph('以上报告，请予评议。'),
  ],
  sign: { organ: '述职人：王建国', date: plainDate('2023-12-08') },
  footer: ['校验码 3F2A-90BC-11DE-7A45　存证编号 2023-12-08 17:30 第1024号'],
};
