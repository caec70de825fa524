import { heading, paragraph, type Document } from '#engines/document';
import { plainDate } from '#kernel/plain-date';

/** A numbered paper with red head, recipient, attachments and a seal to come. */
export const notice: Document = {
  layout: 'official',
  organ: '中共清河县发展和改革局机关支部委员会',
  number: '清发改党支〔2023〕5号',
  title: '关于召开2023年度组织生活会和\n开展民主评议党员工作的通知',
  recipient: '各党小组，全体党员',
  blocks: [
    paragraph(
      '根据上级党组织安排，支部定于近期召开2023年度组织生活会并开展民主评议党员工作。现将有关事项通知如下。',
    ),
    heading(1, '时间和地点'),
    paragraph('2024年1月12日（星期五）下午2时30分，局三楼会议室。'),
    heading(1, '会前准备'),
    heading(2, '开展集中学习'),
    paragraph(
      '各党小组于1月5日前组织党员集中学习，并通知因病、因事不能参加的党员，由党小组长送学上门。',
    ),
    heading(2, '开展谈心谈话'),
    paragraph('支部委员之间、委员和党员之间、党员和党员之间普遍开展谈心谈话，认真听取意见。'),
    heading(1, '有关要求'),
    paragraph('全体党员应当按时参加会议，确因特殊情况不能到会的，须提前向支部书记请假。'),
  ],
  attachments: [
    '民主评议党员登记表',
    '征求意见汇总表及对照检查材料提纲（供支部委员和全体党员撰写发言提纲时参考使用）',
  ],
  sign: {
    organ: '中共清河县发展和改革局机关支部委员会',
    date: plainDate('2024-01-02'),
    sealed: true,
  },
  notes: ['联系人：李秀英，电话：0000-1234567'],
};
