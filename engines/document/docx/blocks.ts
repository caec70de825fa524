import { HeadingLevel, PageBreak, Paragraph, TableOfContents, TextRun, type FileChild } from 'docx';
import type { Block, Heading, Layout } from '../model.ts';
import { runs, type InlineContext } from './inline.ts';
import { ALIGN, tableChildren } from './table.ts';
import { font } from './fonts.ts';
import { charWidth, LOOKS, STYLE } from './styles.ts';

export interface BlockContext extends InlineContext {
  readonly layout: Layout;
  /** Width between the margins in millimetres. */
  readonly width: number;
}

const HEADINGS = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
] as const;

function heading(block: Heading, number: string, context: BlockContext): Paragraph {
  const { face, size } = LOOKS[context.layout].body;
  const body =
    block.body === undefined ? [] : runs(block.body, { font: font(face), size: size * 2 }, context);
  return new Paragraph({
    heading: HEADINGS[block.level - 1] ?? HeadingLevel.HEADING_4,
    ...(block.body === undefined ? {} : { keepNext: false, alignment: 'both' }),
    children: [new TextRun({ text: number }), ...runs(block.text, {}, context), ...body],
  });
}

/** One block as Word paragraphs and tables; `number` is the heading's printed number. */
export function blockChildren(
  block: Exclude<Block, { kind: 'section' }>,
  number: string,
  context: BlockContext,
): readonly FileChild[] {
  const line = (children: ReturnType<typeof runs>) =>
    new Paragraph({ style: STYLE.body, children });
  switch (block.kind) {
    case 'heading':
      return [heading(block, number, context)];
    case 'paragraph':
      return [
        new Paragraph({
          style:
            block.indent === false || block.align === 'center' || block.align === 'right'
              ? STYLE.flush
              : STYLE.body,
          ...(block.align === undefined ? {} : { alignment: ALIGN[block.align] }),
          children: runs(block.text, {}, context),
        }),
      ];
    case 'table':
      return tableChildren(block, context.width, context);
    case 'list':
      return block.items.map((item, index) =>
        line([
          new TextRun({ text: block.ordered ? `${index + 1}.` : '· ' }),
          ...runs(item, {}, context),
        ]),
      );
    case 'checklist':
      return block.items.map((item) =>
        line([new TextRun({ text: item.done ? '☑ ' : '☐ ' }), ...runs(item.text, {}, context)]),
      );
    case 'signatures':
      return signatures(block.labels, block.dated ?? false, context);
    case 'contents':
      return [
        new Paragraph({ style: STYLE.title, text: '目　　录' }),
        new TableOfContents('目录', {
          headingStyleRange: `1-${block.levels ?? 2}`,
          hyperlink: true,
        }),
      ];
    case 'pageBreak':
      return [new Paragraph({ children: [new PageBreak()] })];
  }
}

/** Without days all labels stand in one row at even distances; with days each has a row of its own. */
function signatures(
  labels: readonly string[],
  dated: boolean,
  context: BlockContext,
): readonly FileChild[] {
  const place = (chars: number) => runs([{ kind: 'blank', chars }], {}, context);
  const space = { before: 240 };
  if (dated) {
    return labels.map(
      (text) =>
        new Paragraph({
          style: STYLE.flush,
          spacing: space,
          indent: { left: Math.round(2 * charWidth(context.layout)) },
          children: [
            new TextRun({ text: `${text}：` }),
            ...place(8),
            new TextRun({ text: '　　　　年　　月　　日' }),
          ],
        }),
    );
  }
  const step = Math.round((context.width * 56.7) / labels.length);
  return [
    new Paragraph({
      style: STYLE.flush,
      spacing: space,
      tabStops: labels.slice(1).map((_, index) => ({ type: 'left', position: step * (index + 1) })),
      children: labels.flatMap((text, index) => [
        new TextRun({ text: `${index === 0 ? '' : '\t'}${text}：` }),
        ...place(5),
      ]),
    }),
  ];
}
