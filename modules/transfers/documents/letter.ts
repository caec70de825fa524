import { formTable, label, span, type Block, type Document } from '#engines/document';
import { chineseDate, yearsBetween, type PlainDate } from '#kernel/plain-date';
import { capitals, dayCapitals, monthCapitals } from '../rules/capitals.ts';

/** What a letter says; words of LET06 (`transfer.letter.fields`). Blank where nothing is known: for handwriting. */
export interface LetterPaper {
  readonly number: string;
  readonly name: string;
  readonly sex: string;
  readonly ethnic: string;
  readonly bornOn: PlainDate | null;
  readonly full: boolean;
  readonly idNumber: string;
  readonly phone: string;
  readonly from: string;
  readonly to: string;
  /** To whom the letter is addressed: the receiving committee. */
  readonly addressee: string;
  readonly duesMonth: string;
  readonly issuedOn: PlainDate;
  readonly days: number;
  /** Address, phone, fax, postcode of the former committee, as typed. */
  readonly contact: string;
}

const BLANK = '＿＿＿＿＿＿';
const or = (text: string, blank = BLANK): string => (text === '' ? blank : text);

const ageOf = (of: LetterPaper): string =>
  of.bornOn === null ? '＿＿' : String(yearsBetween(of.bornOn, of.issuedOn));

const whom = (of: LetterPaper): string =>
  `${of.name}同志（${or(of.sex, '男／女')}），${ageOf(of)}岁，${or(of.ethnic, '＿＿族')}，系中共${
    of.full ? '正式' : '预备'
  }党员，身份证号码${or(of.idNumber, '＿＿＿＿＿＿＿＿＿＿')}，由${of.from}去${of.to}，`;

const dues = (of: LetterPaper): string => `该同志党费已交到${monthCapitals(of.duesMonth)}。`;

const line = (
  text: string,
  align: 'left' | 'center' | 'right' = 'left',
  indent = false,
): Block => ({
  kind: 'paragraph',
  text: [text],
  align,
  indent,
});

const head = (text: string): Block => ({
  kind: 'paragraph',
  text: [{ kind: 'strong', text }],
  align: 'center',
  indent: false,
});

/** Where the sheet is torn and the seal set across (骑缝章). */
const seam = (of: LetterPaper): Block =>
  line(`┄┄┄┄┄┄┄┄┄　第 ${of.number} 号（骑缝盖章）　┄┄┄┄┄┄┄┄┄`, 'center');

/** Room on both sides, so that the parts fill the sheet and can be cut. */
const torn = (of: LetterPaper): Block[] => [line(''), seam(of), line('')];

const stub = (of: LetterPaper): Block[] => [
  head('中国共产党党员组织关系介绍信存根'),
  line(`第 ${of.number} 号`, 'right'),
  line(`${whom(of)}转接组织关系。${dues(of)}`, 'left', true),
  line(`有效期${capitals(of.days)}天　　　　${dayCapitals(of.issuedOn)}`, 'right'),
  formTable([160], [[{ kind: 'cell', lines: ['（回执联粘贴处）'], align: 'center' }]], 16),
];

const letter = (of: LetterPaper): Block[] => [
  head('中国共产党党员组织关系介绍信'),
  line(`第 ${of.number} 号`, 'right'),
  line(`${of.addressee}：`),
  line(`${whom(of)}请转接组织关系。${dues(of)}`, 'left', true),
  line(
    `（有效期${capitals(of.days)}天）　　　　　　　　（盖章）　${dayCapitals(of.issuedOn)}`,
    'right',
  ),
  line(`党员联系电话或其他联系方式：${or(of.phone)}`),
  line(`党员原所在基层党委通讯地址、联系电话、传真及邮编：${or(of.contact)}`),
];

const receipt = (of: LetterPaper): Block[] => [
  head('回　执　联'),
  line(`第 ${of.number} 号`, 'right'),
  line(`${of.from}：`),
  line(`${of.name}同志的组织关系已转达我处，特此回复。`, 'left', true),
  line('（盖章）　　　　　　　　　＿＿＿＿年＿＿月＿＿日', 'right'),
  line('经办人：＿＿＿＿＿＿＿＿　　联系电话：＿＿＿＿＿＿＿＿＿＿＿＿'),
];

/** 介绍信 in three parts on one sheet: 存根, 介绍信, 回执联, with their seams (`transfer.letter.parts`). */
export const letterSheet = (of: LetterPaper): Document => ({
  title: '',
  layout: 'form',
  pageNumbers: false,
  blocks: [...stub(of), ...torn(of), ...letter(of), ...torn(of), ...receipt(of)],
  notes: [
    '落款不写单位名称，加盖公章；骑缝处盖章。',
    '接收党员的基层党委在接收后1个月内将回执联直接寄回原基层党委，由其粘贴在存根上。',
  ],
});

/** 回执联 by itself, filled by the receiver: for a letter that came without one, or to be sent on. */
export const receiptSlip = (
  of: LetterPaper & { readonly on: PlainDate; readonly handler: string; readonly phone: string },
): Document => ({
  title: '组织关系介绍信回执联',
  caption: [`第 ${of.number} 号`],
  layout: 'form',
  pageNumbers: false,
  blocks: [
    line(`${of.from}：`),
    line(`${of.name}同志的组织关系已转达我处，特此回复。`, 'left', true),
    line('（盖章）', 'right'),
    line(dayCapitals(of.on), 'right'),
    line(`经办人：${or(of.handler)}　　联系电话：${or(of.phone)}`),
  ],
  notes: ['由接收党员的基层党委在接收后1个月内直接寄回原基层党委，粘贴在存根上。'],
});

/** 接转情况: every step with its day, as either end has it. */
export const transferRecord = (of: {
  readonly name: string;
  readonly subject: string;
  readonly sex: string;
  readonly bornOn: PlainDate | null;
  readonly from: string;
  readonly to: string;
  readonly route: string;
  readonly stateName: string;
  readonly duesMonth: string;
  readonly steps: readonly {
    readonly label: string;
    readonly on: PlainDate;
    readonly told: readonly string[];
    readonly by: string;
  }[];
  readonly on: PlainDate;
}): Document => ({
  title: '组织关系接转情况',
  caption: [`${of.route}`, '', `打印日期：${chineseDate(of.on)}`],
  layout: 'form',
  blocks: [
    formTable(
      [26, 54, 26, 54],
      [
        [label('姓名'), of.name, label('类别'), of.subject],
        [
          label('性别'),
          of.sex,
          label('出生日期'),
          of.bornOn === null ? '' : chineseDate(of.bornOn),
        ],
        [label('转出党组织'), span(of.from, 3)],
        [label('接收党组织'), span(of.to, 3)],
        [label('目前状态'), of.stateName, label('党费交到'), of.duesMonth],
      ],
      9,
    ),
    {
      kind: 'table',
      columns: [
        { header: '序号', mm: 12, align: 'center' },
        { header: '步骤', mm: 36 },
        { header: '日期', mm: 32, align: 'center' },
        { header: '情况', weight: 1 },
        { header: '经办', mm: 34 },
      ],
      rows: of.steps.map((step, at) => [
        String(at + 1),
        step.label,
        chineseDate(step.on),
        { kind: 'cell', lines: step.told.length === 0 ? [''] : [...step.told] },
        step.by,
      ]),
      rowHeight: 9,
    },
    { kind: 'signatures', labels: ['经办人（签名）', '审定人（签名）'] },
  ],
});
