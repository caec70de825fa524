import { formTable, label, opinion, span, type Document } from '#engines/document';

/** 审批表 with large cells for opinions, seal and day. */
export const approval: Document = {
  layout: 'form',
  title: '党费减免审批表',
  caption: ['填报单位：清河县发展和改革局党支部', '填表日期：2023年3月6日'],
  blocks: [
    formTable(
      [24, 32.7, 24, 32.6, 24, 32.7],
      [
        [label('姓　　名'), '吴桂兰', label('性　　别'), '女', label('出生年月'), '1956年3月'],
        [
          label('入党时间'),
          '1985年7月',
          label('党员类别'),
          '正式党员',
          label('人员类别'),
          '离退休',
        ],
        [
          label('月基数'),
          '2,860.00元',
          label('应交党费'),
          '14.30元/月',
          label('申请事项'),
          '☑少交　☐免交',
        ],
        [label('起止时间'), span('2023年4月—2024年3月', 2), label('减免后月交'), span('5.00元', 2)],
        {
          cells: [
            label('申请理由'),
            span('本人因病长期住院，自付医疗费用较高，家庭生活困难，申请少交党费。', 5),
          ],
          height: 28,
        },
        {
          cells: [
            label('党小组\n意　见'),
            opinion(5, '情况属实，建议减免。', '党小组长（签名）：　　　　　　　'),
          ],
          height: 30,
        },
        { cells: [label('支部党员\n大会意见'), opinion(5)], height: 38 },
        { cells: [label('上级党组织\n意　见'), opinion(5)], height: 38 },
      ],
      11,
    ),
  ],
  notes: [
    '说明：本表一式两份，支部、上级党组织各存一份。依据：中组部《关于中国共产党党费收缴、使用和管理的规定》。',
  ],
};
