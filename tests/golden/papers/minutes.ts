import { formTable, heading, label, paragraph, span, type Document } from '#engines/document';

/** Minutes of a members' meeting: facts in a table, talk apart from decision, lines to sign. */
export const minutes: Document = {
  layout: 'form',
  title: '支部党员大会会议记录',
  organ: '清河县发展和改革局党支部',
  number: '2023-党员大会-07',
  blocks: [
    formTable(
      [24, 61, 24, 61],
      [
        [label('时　　间'), '2023年7月7日 14:30—16:05', label('地　　点'), '局三楼会议室'],
        [label('主 持 人'), '王建国', label('记 录 人'), '李秀英'],
        [label('应　　到'), '20人（有表决权18人）', label('实　　到'), '17人（有表决权16人）'],
        [label('列　　席'), span('县直机关工委　陈志远', 3)],
        [label('缺　　席'), span('赵国平（病假）、孙丽华（出差）、周永（年老体弱，不计到会）', 3)],
        [
          label('议　　题'),
          span(
            '一、学习贯彻有关会议精神；二、讨论接收李明同志为预备党员；三、通报上半年党费收缴情况',
            3,
          ),
        ],
      ],
      9,
    ),
    heading(1, '学习贯彻有关会议精神'),
    paragraph(
      { kind: 'strong', text: '发言：' },
      '王建国领学会议公报。刘洋、张敏围绕项目谋划谈体会，建议每月安排一次现场学习。',
    ),
    paragraph(
      { kind: 'strong', text: '决定：' },
      '从8月起每月第一周到项目现场开展一次主题党日，由组织委员李秀英负责。',
    ),
    heading(1, '讨论接收李明同志为预备党员'),
    paragraph(
      { kind: 'strong', text: '发言：' },
      '介绍人张敏、刘洋介绍李明同志的基本情况；支委会报告审查情况；与会党员充分讨论。',
    ),
    paragraph(
      { kind: 'strong', text: '表决：' },
      '应到有表决权的正式党员18人，实到16人；赞成16票，反对0票，弃权0票。',
    ),
    paragraph({ kind: 'strong', text: '决定：' }, '同意接收李明同志为预备党员，报上级党组织审批。'),
    heading(1, '通报上半年党费收缴情况'),
    paragraph({ kind: 'strong', text: '发言：' }, '李秀英通报收缴明细，全体党员无异议。'),
    { kind: 'signatures', labels: ['主持人（签名）', '记录人（签名）'] },
  ],
  notes: ['定稿：2023年7月10日；更正记录：无。'],
  footer: ['校验码 9C1B-77A0-4E52-B8D3　存证编号 2023-07-10 09:12 第0611号'],
};
