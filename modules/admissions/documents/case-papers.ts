import { formTable, heading, label, paragraph, type Block, type Document } from '#engines/document';
import { chineseDate, type PlainDate } from '#kernel/plain-date';

/** A case as its papers show it. */
export interface CasePaper {
  readonly name: string;
  readonly sex: string;
  readonly bornOn: PlainDate | null;
  readonly orgName: string;
  readonly stateName: string;
  readonly approver: string;
  readonly contacts: readonly string[];
  readonly introducers: readonly string[];
  readonly steps: readonly {
    readonly label: string;
    readonly on: PlainDate;
    readonly rules: string;
    readonly vote: string;
    /** What its form told, as lines `听取意见：党小组、党员`. */
    readonly told: readonly string[];
    readonly by: string;
    readonly fromPaper: boolean;
    readonly note: string;
  }[];
  readonly papers: readonly {
    readonly name: string;
    readonly archived: boolean;
    readonly there: boolean;
    readonly scans: number;
  }[];
  readonly objections: readonly {
    readonly number: number;
    readonly receivedOn: PlainDate;
    readonly matter: string;
    readonly answeredOn: PlainDate | null;
    readonly answer: string;
  }[];
  readonly on: PlainDate;
}

const day = (on: PlainDate | null): string => (on === null ? '' : chineseDate(on));

const head = (of: CasePaper): Block =>
  formTable(
    [26, 54, 26, 54],
    [
      [label('姓名'), of.name, label('性别'), of.sex],
      [label('出生日期'), day(of.bornOn), label('所在党支部'), of.orgName],
      [label('目前阶段'), of.stateName, label('上级党委'), of.approver],
      [label('培养联系人'), of.contacts.join('、'), label('入党介绍人'), of.introducers.join('、')],
    ],
    9,
  );

const stepTable = (of: CasePaper): Block => ({
  kind: 'table',
  columns: [
    { header: '序号', mm: 11, align: 'center' },
    { header: '步骤', mm: 34 },
    { header: '日期', mm: 29, align: 'center' },
    { header: '情况', weight: 1 },
    { header: '经办', mm: 22, align: 'center' },
  ],
  rows: of.steps.map((step, at) => [
    String(at + 1),
    step.label,
    chineseDate(step.on),
    {
      kind: 'cell',
      lines: [
        ...step.told,
        ...(step.vote === '' ? [] : [step.vote]),
        ...(step.note === '' ? [] : [step.note]),
        ...(step.fromPaper ? ['据纸质材料'] : []),
      ],
    },
    step.by,
  ]),
  blankRows: of.steps.length < 25 ? Math.min(4, 25 - of.steps.length) : 0,
  rowHeight: 9,
  small: true,
});

const paperTable = (of: CasePaper): Block => ({
  kind: 'table',
  columns: [
    { header: '序号', mm: 11, align: 'center' },
    { header: '材料名称', weight: 1 },
    { header: '入档', mm: 18, align: 'center' },
    { header: '已有', mm: 18, align: 'center' },
    { header: '扫描件', mm: 18, align: 'center' },
    { header: '页数', mm: 18, align: 'center' },
    { header: '备注', mm: 30 },
  ],
  rows: of.papers.map((paper, at) => [
    String(at + 1),
    paper.name,
    paper.archived ? '是' : '工作材料',
    paper.there ? '√' : '缺',
    paper.scans === 0 ? '' : `${paper.scans}份`,
    '',
    '',
  ]),
  rowHeight: 9,
});

/** 发展党员全程纪实表: every step with its day, what was decided and who entered it. */
export const recordSheet = (of: CasePaper): Document => ({
  title: '发展党员全程纪实表',
  caption: [`党组织：${of.orgName}`, '', `打印日期：${chineseDate(of.on)}`],
  layout: 'form',
  blocks: [
    head(of),
    stepTable(of),
    { kind: 'signatures', labels: ['党支部书记（签名）', '经办人（签名）'] },
  ],
  notes: ['空白行供手写补充；补充的内容请在系统里补录。'],
});

/** 档案移交清单: which papers are there, which are missing, blanks for pages. */
export const handingOverList = (of: CasePaper): Document => ({
  title: '发展党员档案移交清单',
  caption: [`姓名：${of.name}`, `党组织：${of.orgName}`, `打印日期：${chineseDate(of.on)}`],
  layout: 'form',
  blocks: [
    paperTable(of),
    { kind: 'signatures', labels: ['移交人（签名）', '接收人（签名）', '移交日期'] },
  ],
});

const objectionBlocks = (of: CasePaper): Block[] =>
  of.objections.length === 0
    ? [paragraph('公示期间没有收到意见。')]
    : of.objections.map((one) =>
        paragraph(
          `${one.number}．${chineseDate(one.receivedOn)}收到：${one.matter}。${
            one.answeredOn === null
              ? '尚未答复。'
              : `${chineseDate(one.answeredOn)}答复：${one.answer}`
          }`,
        ),
      );

/** The whole dossier in one book: cover, contents, record, votes, notice, completeness. */
export function dossier(of: CasePaper): Document {
  const voted = of.steps.filter((step) => step.vote !== '');
  const noticed = of.steps.some((step) => step.label.startsWith('公示'));
  return {
    title: '发展党员档案',
    subtitle: of.name,
    organ: of.orgName,
    layout: 'book',
    blocks: [
      { kind: 'contents' },
      heading(1, '基本情况'),
      head(of),
      heading(1, '全程纪实'),
      stepTable(of),
      heading(1, '表决情况'),
      ...(voted.length === 0
        ? [paragraph('尚未表决。')]
        : voted.map((step) => paragraph(`${chineseDate(step.on)} ${step.label}：${step.vote}。`))),
      ...(noticed ? [heading(1, '公示情况'), ...objectionBlocks(of)] : []),
      heading(1, '材料清单'),
      paperTable(of),
    ],
  };
}

/** 志愿书领取登记簿 of a committee in a year. */
export const bookRegister = (of: {
  readonly orgName: string;
  readonly year: number;
  readonly rows: readonly {
    readonly number: string;
    readonly issuedOn: PlainDate;
    readonly name: string;
    readonly receiver: string;
    readonly spoiled: boolean;
    readonly note: string;
  }[];
}): Document => ({
  title: `${of.year}年入党志愿书领取登记簿`,
  caption: [`党组织：${of.orgName}`, '', `共${of.rows.length}本`],
  layout: 'form',
  blocks: [
    {
      kind: 'table',
      columns: [
        { header: '编号', mm: 26, align: 'center' },
        { header: '发放日期', mm: 32, align: 'center' },
        { header: '发展对象', mm: 24, align: 'center' },
        { header: '领取单位', weight: 1 },
        { header: '领取人签名', mm: 26 },
        { header: '作废', mm: 14, align: 'center' },
      ],
      rows: of.rows.map((row) => [
        row.number,
        chineseDate(row.issuedOn),
        row.name,
        row.receiver,
        '',
        row.spoiled ? `是${row.note === '' ? '' : `（${row.note}）`}` : '',
      ]),
      blankRows: 6,
      rowHeight: 9,
    },
  ],
});

/** A register (名册) with the columns branches keep on paper. */
export const registerList = (of: {
  readonly title: string;
  readonly orgName: string;
  readonly on: PlainDate;
  readonly rows: readonly {
    readonly name: string;
    readonly sex: string;
    readonly bornOn: PlainDate | null;
    readonly orgName: string;
    readonly stateName: string;
    readonly appliedOn: PlainDate | null;
    readonly activistOn: PlainDate | null;
    readonly targetOn: PlainDate | null;
    readonly acceptedOn: PlainDate | null;
    readonly contacts: string;
  }[];
}): Document => ({
  title: of.title,
  caption: [`党组织：${of.orgName}`, `${chineseDate(of.on)}`, `共${of.rows.length}人`],
  layout: 'form',
  orientation: 'landscape',
  blocks: [
    {
      kind: 'table',
      columns: [
        { header: '序号', mm: 12, align: 'center' },
        { header: '姓名', mm: 20, align: 'center' },
        { header: '性别', mm: 12, align: 'center' },
        { header: '出生日期', mm: 28, align: 'center' },
        { header: '党支部', weight: 1 },
        { header: '申请日期', mm: 28, align: 'center' },
        { header: '积极分子', mm: 28, align: 'center' },
        { header: '发展对象', mm: 28, align: 'center' },
        { header: '接收日期', mm: 28, align: 'center' },
        { header: '联系人', mm: 26, align: 'center' },
      ],
      rows: of.rows.map((row, at) => [
        String(at + 1),
        row.name,
        row.sex,
        day(row.bornOn),
        row.orgName,
        day(row.appliedOn),
        day(row.activistOn),
        day(row.targetOn),
        day(row.acceptedOn),
        row.contacts,
      ]),
      blankRows: of.rows.length === 0 ? 8 : 3,
      rowHeight: 9,
      small: true,
    },
  ],
});

/** 决议 as it is copied into the application book: the five items of DEV26 art. 21. */
export const resolutionSheet = (of: {
  readonly name: string;
  readonly orgName: string;
  readonly on: PlainDate;
  readonly subject: string;
  readonly text: string;
  readonly vote: string;
}): Document => ({
  title: of.subject,
  layout: 'official',
  blocks: [
    paragraph(of.text),
    paragraph(
      `${chineseDate(of.on)}，${of.orgName}召开支部党员大会，对${of.name}同志进行讨论和无记名投票表决。${of.vote}。`,
    ),
    paragraph('以上决议经支部党员大会通过。'),
  ],
  sign: { organ: '党支部书记（签名）：', date: of.on },
});
