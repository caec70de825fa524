import {
  linesOf,
  lineText,
  optionsAt,
  paperWord,
  writeInsOf,
  type Form,
  type RoundNumbers,
  type Tally,
} from '#engines/ballot';
import type { Block, Document } from '#engines/document';
import { chineseDate, type PlainDate } from '#kernel/plain-date';
import { instructions, type SlipText } from './slip-sheet.ts';

const ROUND = (roundNo: number): string => (roundNo > 1 ? `（第${roundNo}轮）` : '');

/** One paper slip as a Word page, for offices that set their own layout. */
export function slipDocument(text: SlipText): Document {
  const { form } = text;
  const heads =
    form.kind === 'approve' || form.kind === 'choose' ? ['画符号处'] : optionsAt(form, 0);
  const table: Block =
    form.kind === 'survey'
      ? {
          kind: 'list',
          ordered: true,
          items: form.questions.map((question) =>
            question.kind === 'text'
              ? [`${question.text}：`, { kind: 'blank', chars: 30 }]
              : `${question.text}　${question.options.map((option) => `□${option}`).join('　')}`,
          ),
        }
      : {
          kind: 'table',
          columns: [
            { header: form.kind === 'decide' ? '事项' : '姓名', weight: 2 },
            ...heads.map((header) => ({ header, weight: 1, align: 'center' as const })),
          ],
          rows: [
            ...form.entries.map(({ name, note = '' }) => [
              note === '' ? name : `${name}（${note}）`,
              ...heads.map(() => ''),
            ]),
            ...Array.from({ length: writeInsOf(form) }, () => ['另选：', ...heads.map(() => '')]),
          ],
          rowHeight: 11,
        };
  return {
    title: `${text.title}${paperWord(form)}${ROUND(text.roundNo)}`,
    caption: [text.organ],
    layout: 'form',
    blocks: [table],
    notes: instructions(form),
    pageNumbers: false,
  };
}

export interface SheetFacts {
  readonly organ: string;
  readonly title: string;
  readonly roundNo: number;
  readonly heldOn: PlainDate;
  readonly form: Form;
  /** Null prints the sheet empty, for handwriting. */
  readonly result: {
    readonly numbers: RoundNumbers;
    readonly tally: Tally;
    readonly shown: boolean;
    readonly stands: boolean;
    readonly sentences: readonly string[];
  } | null;
  readonly tellers: readonly { readonly role: 'supervisor' | 'counter'; readonly name: string }[];
  readonly codes: {
    readonly printed: number;
    readonly drawn: number;
    readonly cast: number;
  } | null;
}

const numbersTable = (facts: SheetFacts): Block => {
  const of = facts.result?.numbers;
  const value = (number: number | null | undefined): string =>
    number === null || number === undefined ? '' : String(number);
  return {
    kind: 'table',
    columns: ['应到会', '实到会', '发出', '收回', '未收回', '有效', '无效'].map((header) => ({
      header,
      weight: 1,
      align: 'center' as const,
    })),
    rows: [
      [
        value(of?.entitled),
        value(of?.present),
        value(of?.issued),
        value(of?.returned),
        value(of?.missing),
        value(of?.valid),
        value(of?.invalid),
      ],
    ],
    rowHeight: 10,
  };
};

function linesTables(facts: SheetFacts): Block[] {
  const { form, result } = facts;
  if (result !== null && !result.shown) return [];
  const tally = result?.tally;
  const row = (line: number): string[] =>
    optionsAt(form, line).map((_, at) => String(tally?.lines[line]?.counts[at] ?? ''));
  if (form.kind === 'survey')
    return form.questions.flatMap((question, line): Block[] =>
      question.kind === 'text'
        ? []
        : [
            {
              kind: 'table',
              title: `${line + 1}. ${question.text}`,
              columns: question.options.map((header) => ({
                header,
                weight: 1,
                align: 'center' as const,
              })),
              rows: [row(line)],
              rowHeight: 8,
            },
          ],
    );
  const others = (tally?.writeIns ?? []).map(({ name, count }) => [
    `另选：${name}`,
    String(count),
    ...optionsAt(form, 0)
      .slice(1)
      .map(() => ''),
  ]);
  return [
    {
      kind: 'table',
      columns: [
        { header: form.kind === 'decide' ? '事项' : '姓名', weight: 2 },
        ...optionsAt(form, 0).map((header) => ({ header, weight: 1, align: 'center' as const })),
      ],
      rows: [
        ...Array.from({ length: linesOf(form) }, (_, line) => [lineText(form, line), ...row(line)]),
        ...others,
      ],
      blankRows: facts.result === null ? writeInsOf(form) : 0,
      rowHeight: 9,
    },
  ];
}

/** 计票报告单: as counted, or empty for tellers to fill in by hand. */
export function sheetDocument(facts: SheetFacts): Document {
  const { result, codes } = facts;
  const names = (role: 'supervisor' | 'counter'): string =>
    facts.tellers
      .filter((one) => one.role === role)
      .map(({ name }) => name)
      .join('、');
  const prose: Block[] = (result?.sentences ?? []).map((text) => ({ kind: 'paragraph', text }));
  const screen: string[] =
    codes === null || codes.printed === 0
      ? []
      : [
          `其中屏幕投票：印制票码${codes.printed}张，领取${codes.drawn}张，投入票箱${codes.cast}张，剩余${codes.printed - codes.drawn}张。`,
        ];
  return {
    title: `${facts.title}计票报告单${ROUND(facts.roundNo)}`,
    caption: [facts.organ, chineseDate(facts.heldOn)],
    layout: 'form',
    blocks: [
      numbersTable(facts),
      ...linesTables(facts),
      ...prose,
      { kind: 'signatures', labels: ['监票人', '计票人'], dated: true },
    ],
    notes: [
      ...screen,
      ...(result !== null && !result.stands
        ? ['收回的票多于发出的票或到会人数，本轮投票无效，须重新投票。']
        : []),
      `监票人：${names('supervisor') || '　　　'}；计票人：${names('counter') || '　　　'}。`,
    ],
  };
}

/** 发票登记名册: who received a slip; which one, nobody knows. */
export const rollDocument = (of: {
  readonly organ: string;
  readonly title: string;
  readonly heldOn: PlainDate;
  readonly lines: readonly {
    readonly name: string;
    readonly leftOut: string;
    readonly present: boolean;
    readonly slip: 'paper' | 'code' | null;
  }[];
}): Document => ({
  title: `${of.title}发票登记名册`,
  caption: [of.organ, chineseDate(of.heldOn)],
  layout: 'form',
  blocks: [
    {
      kind: 'table',
      columns: [
        { header: '序号', mm: 14, align: 'center' },
        { header: '姓名', weight: 2, align: 'center' },
        { header: '到会', mm: 20, align: 'center' },
        { header: '领取', mm: 26, align: 'center' },
        { header: '签名', weight: 2 },
        { header: '备注', weight: 2 },
      ],
      rows: of.lines.map((line, at) => [
        String(at + 1),
        line.name,
        line.present ? '√' : '',
        line.slip === 'paper' ? '纸质票' : line.slip === 'code' ? '票码条' : '',
        '',
        line.leftOut === '' ? '' : `不计入应到：${line.leftOut}`,
      ]),
      rowHeight: 8,
    },
  ],
  notes: ['票码条由本人从混匀的箱中自己抽取，本册不记、也无从知道抽到的是哪一张。'],
});

/** 截止清单: numbers of code slips used and not used, without any choice. */
export const closingDocument = (of: {
  readonly organ: string;
  readonly title: string;
  readonly roundNo: number;
  readonly used: readonly string[];
  readonly unused: readonly string[];
}): Document => ({
  title: `${of.title}票号清单${ROUND(of.roundNo)}`,
  caption: [of.organ, '', `已投${of.used.length}张，未用${of.unused.length}张`],
  layout: 'form',
  blocks: [
    { kind: 'heading', level: 1, text: '已投入票箱的票号', numbered: false },
    { kind: 'paragraph', text: of.used.join('　') || '无', indent: false },
    { kind: 'heading', level: 1, text: '没有使用的票号', numbered: false },
    { kind: 'paragraph', text: of.unused.join('　') || '无', indent: false },
  ],
  notes: ['票号与票面的选择没有任何对应关系：本清单不含选择，复核文件不含票号。'],
});

/** 销毁证明. */
export const certificateDocument = (of: {
  readonly organ: string;
  readonly title: string;
  readonly heldOn: PlainDate;
  readonly keepUntil: PlainDate;
  readonly destroyedOn: PlainDate;
  readonly witnesses: readonly string[];
  readonly rounds: readonly { readonly roundNo: number; readonly returned: number | null }[];
}): Document => ({
  title: '票的销毁证明',
  caption: [of.organ, chineseDate(of.destroyedOn)],
  layout: 'form',
  blocks: [
    {
      kind: 'paragraph',
      text: `${chineseDate(of.heldOn)}举行的“${of.title}”，票保管至${chineseDate(of.keepUntil)}期满。${chineseDate(of.destroyedOn)}，系统中的票面、票码和票号已全部删除，纸质票由下列人员到场销毁。投票结果、名册和办理记录继续保存。`,
    },
    {
      kind: 'table',
      columns: [
        { header: '轮次', weight: 1, align: 'center' },
        { header: '收回票数', weight: 1, align: 'center' },
      ],
      rows: of.rounds.map(({ roundNo, returned }) => [
        `第${roundNo}轮`,
        returned === null ? '未开箱' : `${returned}张`,
      ]),
      rowHeight: 9,
    },
    { kind: 'signatures', labels: of.witnesses.map((name) => `${name}（签名）`), dated: false },
  ],
  notes: ['从备份恢复到销毁日之前的系统，须重新办理销毁。'],
});
