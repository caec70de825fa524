import {
  formTable,
  label,
  opinion,
  paragraph,
  type Block,
  type Document,
  type Row,
} from '#engines/document';
import { chineseDate, type PlainDate } from '#kernel/plain-date';

/** A case as its papers show it. */
export interface CasePaper {
  readonly name: string;
  readonly sex: string;
  readonly bornOn: PlainDate | null;
  readonly joinedOn: PlainDate | null;
  readonly orgName: string;
  readonly kindName: string;
  readonly stateName: string;
  readonly approver: string;
  readonly clause: string;
  readonly steps: readonly {
    readonly label: string;
    readonly on: PlainDate;
    readonly lines: readonly string[];
    readonly by: string;
  }[];
  readonly on: PlainDate;
}

const day = (on: PlainDate | null): string => (on === null ? '' : chineseDate(on));

/** A box to be filled by hand and signed below. */
const box = (title: string, signer: string, height = 30): Row => ({
  height,
  cells: [label(title), opinion(3, '', signer)],
});

const head = (of: CasePaper): readonly Row[] => [
  [label('姓名'), of.name, label('性别'), of.sex],
  [label('出生日期'), day(of.bornOn), label('入党日期'), day(of.joinedOn)],
  [label('所在党支部'), of.orgName, label('批准机关'), of.approver],
  [label('办理事项'), of.kindName, label('依据条款项'), of.clause],
];

const stepTable = (of: CasePaper): Block => ({
  kind: 'table',
  title: '办理经过',
  columns: [
    { header: '序号', mm: 11, align: 'center' },
    { header: '步骤', mm: 44 },
    { header: '日期', mm: 32, align: 'center' },
    { header: '情况', weight: 1 },
    { header: '经办', mm: 24, align: 'center' },
  ],
  rows: of.steps.map((step, at) => [
    String(at + 1),
    step.label,
    chineseDate(step.on),
    { kind: 'cell', lines: step.lines.length === 0 ? [''] : [...step.lines] },
    step.by,
  ]),
  blankRows: Math.max(0, 3 - of.steps.length),
  rowHeight: 9,
  small: true,
});

/** 呈批表: what was done, with the opinions of branch and committee to be written by hand. */
export const approvalSheet = (of: CasePaper): Document => ({
  title: `${of.kindName}呈批表`,
  caption: [`党支部：${of.orgName}`, '', day(of.on)],
  layout: 'form',
  blocks: [
    formTable(
      [28, 52, 28, 52],
      [
        ...head(of),
        box('本人意见', '本人签名：'),
        box('支委会意见', '党支部书记签名：'),
        box('支部党员大会\n决议', '党支部书记签名：'),
        box('上级党委\n审批意见', '（盖章）'),
      ],
      9,
    ),
    stepTable(of),
  ],
});

/** 决议 of the members' meeting, with the count as it stands in the minutes. */
export const resolution = (
  of: CasePaper,
  voted: { readonly on: PlainDate; readonly vote: string },
): Document => ({
  title: `关于${of.name}同志${of.kindName}的决议`,
  layout: 'official',
  blocks: [
    paragraph(
      `${chineseDate(voted.on)}，${of.orgName}召开支部党员大会，讨论${of.name}同志的${of.kindName}问题。`,
    ),
    paragraph(
      voted.vote === ''
        ? '经讨论，到会党员形成以下决议。'
        : `${voted.vote}，赞成超过应到会有表决权党员的半数。`,
    ),
    paragraph(
      `${of.clause === '' ? '' : `依据${of.clause}，`}决定：${of.kindName}。${
        of.approver === '' ? '' : `本决议报${of.approver}。`
      }`,
    ),
  ],
  sign: { organ: '党支部书记（签名）：', date: voted.on },
});

/** 谈话笔录 to be filled by hand: the member is heard and signs. */
export const talkRecord = (of: CasePaper): Document => ({
  title: '听取本人意见谈话记录',
  layout: 'form',
  blocks: [
    formTable(
      [28, 52, 28, 52],
      [
        [label('谈话对象'), of.name, label('所在党支部'), of.orgName],
        [label('谈话时间'), '', label('谈话地点'), ''],
        [label('谈话人'), '', label('记录人'), ''],
        box('告知事项', '谈话人签名：', 34),
        box('本人意见\n和申辩', '本人签名：', 110),
      ],
      11,
    ),
  ],
});

/** 告知书 with the receipt to be cut off: what was decided, its paper and until when. */
export const noticeLetter = (
  of: CasePaper,
  decided: {
    readonly on: PlainDate;
    readonly conclusion: string;
    readonly paper: string;
    readonly until: PlainDate | null;
  },
): Document => ({
  title: `${of.kindName}决定告知书`,
  layout: 'official',
  blocks: [
    paragraph(`${of.name}同志：`),
    paragraph(
      `${decided.paper === '' ? '' : `根据${decided.paper}，`}${chineseDate(decided.on)}决定：${decided.conclusion}。`,
    ),
    ...(decided.until === null
      ? []
      : [paragraph(`期限自${chineseDate(decided.on)}至${chineseDate(decided.until)}。`)]),
    paragraph('对决定有不同意见的，可以按规定向党组织提出申诉。'),
    paragraph('送达人（签名）：　　　　　　　　　年　　月　　日'),
    paragraph('本人（签名）：　　　　　　　　　　年　　月　　日'),
  ],
  sign: { organ: of.orgName, date: of.on },
});

/** 失联党员台账 with the searches made. */
export const lostRegister = (of: {
  readonly orgName: string;
  readonly on: PlainDate;
  readonly rows: readonly {
    readonly name: string;
    readonly orgName: string;
    readonly since: PlainDate;
    readonly cause: string;
    readonly months: number;
    readonly searches: readonly string[];
    readonly foundOn: PlainDate | null;
  }[];
}): Document => ({
  title: '失联党员台账',
  caption: [`党组织：${of.orgName}`, day(of.on), `共${of.rows.length}人`],
  layout: 'form',
  orientation: 'landscape',
  blocks: [
    {
      kind: 'table',
      columns: [
        { header: '序号', mm: 12, align: 'center' },
        { header: '姓名', mm: 22, align: 'center' },
        { header: '党支部', mm: 50 },
        { header: '最后联系', mm: 30, align: 'center' },
        { header: '失联类型', mm: 30 },
        { header: '已满（月）', mm: 20, align: 'center' },
        { header: '查找记录', weight: 1 },
        { header: '取得联系', mm: 30, align: 'center' },
      ],
      rows: of.rows.map((row, at) => [
        String(at + 1),
        row.name,
        row.orgName,
        day(row.since),
        row.cause,
        String(row.months),
        { kind: 'cell', lines: row.searches.length === 0 ? [''] : [...row.searches] },
        day(row.foundOn),
      ]),
      blankRows: of.rows.length === 0 ? 8 : 3,
      rowHeight: 9,
      small: true,
    },
  ],
});
