import { type Document } from '#engines/document';

const NAMES =
  '王建国 李秀英 张敏 刘洋 陈静 杨帆 赵国平 黄海涛 周永 吴桂兰 徐建军 孙丽华 马超群 朱晓梅 胡志强 郭玉梅 何平 高翔 林芳 罗文'.split(
    ' ',
  );

export const signIn: Document = {
  layout: 'form',
  title: '会议签到表',
  subtitle: '（支部党员大会）',
  caption: ['时间：2023年7月7日 14:30', '地点：局三楼会议室', '应到：20人　实到：　　人'],
  blocks: [
    {
      kind: 'table',
      columns: [
        { header: '序号', mm: 12, align: 'center' },
        { header: '姓　名', mm: 26, align: 'center' },
        { header: '签　名' },
        { header: '序号', mm: 12, align: 'center' },
        { header: '姓　名', mm: 26, align: 'center' },
        { header: '签　名' },
      ],
      rows: NAMES.slice(0, 10).map((name, index) => [
        String(index + 1),
        name,
        '',
        String(index + 11),
        NAMES[index + 10] ?? '',
        '',
      ]),
      blankRows: 2,
      rowHeight: 13,
    },
    { kind: 'paragraph', text: '列席人员：', indent: false },
    {
      kind: 'table',
      columns: [{ header: '姓名' }, { header: '单位及职务', weight: 2 }, { header: '签名' }],
      rows: [],
      blankRows: 2,
      rowHeight: 12,
    },
    { kind: 'signatures', labels: ['主持人', '记录人'] },
  ],
  notes: ['请假、缺席人员及原因由记录人在会议记录中注明。'],
};
