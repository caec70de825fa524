import { formTable, label, span, type Document } from '#engines/document';
import { contentText, type PublicContent } from '#engines/publishing';
import { chineseDate, type PlainDate } from '#kernel/plain-date';

export interface ApprovalFacts {
  readonly orgName: string;
  readonly kindName: string;
  readonly audience: string;
  readonly period: string;
  readonly basis: string;
  readonly content: PublicContent;
  readonly code: string;
  readonly steps: readonly {
    readonly move: string;
    readonly on: PlainDate;
    readonly byName: string;
    readonly note: string;
  }[];
  readonly on: PlainDate;
}

const handwriting = '\n签名：　　　　　　　　　　　年　　月　　日';

/** 公开审批表: the four steps of OPEN17 第15条 on one sheet; what was not done yet is left to sign. */
export function approvalDocument(of: ApprovalFacts): Document {
  const done = (move: string, said = '同意。'): string => {
    const step = of.steps.findLast((one) => one.move === move);
    return step === undefined
      ? handwriting
      : `${step.note === '' ? said : step.note}\n签名：${step.byName}　　${chineseDate(step.on)}`;
  };
  const proposed = of.steps.findLast((one) => one.move === '提出' || one.move === '更正');
  const lines = contentText(of.content).replaceAll('\t', '　').split('\n').slice(1);
  return {
    title: '党务（村务）公开审批表',
    layout: 'form',
    caption: [`单位：${of.orgName}`, '', `公开编号：${of.code}`],
    blocks: [
      formTable(
        [26, 54, 26, 54],
        [
          [label('公开事项'), span(of.content.title, 3)],
          [label('目录名称'), of.kindName, label('公开范围'), of.audience],
          [label('公开期限'), of.period, label('依据'), of.basis],
          {
            cells: [
              label('公\n开\n内\n容'),
              { kind: 'cell', lines, colSpan: 3, vertical: 'top' as const },
            ],
            height: 90,
          },
          [
            label('提出'),
            span(
              proposed === undefined
                ? handwriting
                : `提出人：${proposed.byName}　　${chineseDate(proposed.on)}`,
              3,
            ),
          ],
          { cells: [label('审核意见\n（保密、必要、准确）'), span(done('审核'), 3)], height: 24 },
          { cells: [label('审批意见'), span(done('审批'), 3)], height: 24 },
          { cells: [label('实施'), span(done('公开', '已公开。'), 3)], height: 16 },
        ],
        11,
      ),
    ],
    notes: ['依据：《中国共产党党务公开条例（试行）》第15条。'],
  };
}

export interface CatalogueFacts {
  readonly orgName: string;
  readonly on: PlainDate;
  readonly lines: readonly {
    readonly section: string;
    readonly name: string;
    readonly audience: string;
    readonly rhythm: string;
    readonly days: string;
    readonly basis: string;
  }[];
}

/** 公开目录: what, to whom, how often, for how long, on what ground. */
export function catalogueDocument(of: CatalogueFacts): Document {
  return {
    title: '公开目录',
    layout: 'form',
    orientation: 'landscape',
    caption: [`单位：${of.orgName}`, '', chineseDate(of.on)],
    blocks: [
      {
        kind: 'table',
        columns: [
          { header: '序号', mm: 14, align: 'center' },
          { header: '栏目', mm: 28, align: 'center' },
          { header: '公开事项', weight: 2 },
          { header: '公开范围', mm: 52, align: 'center' },
          { header: '公开频次', mm: 28, align: 'center' },
          { header: '公开时间', mm: 30, align: 'center' },
          { header: '依据', weight: 2 },
        ],
        rows: of.lines.map((line, at) => [
          String(at + 1),
          line.section,
          line.name,
          line.audience,
          line.rhythm,
          line.days,
          line.basis,
        ]),
        rowHeight: 8,
      },
    ],
  };
}
