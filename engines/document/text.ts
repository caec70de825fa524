import { chineseDate } from '#kernel/plain-date';
import type { Block, Document, Inline, Inlines } from './model.ts';
import { headingNumbers } from './numbering.ts';
import { inlinesOf, plainTable, type PlainRow } from './parts.ts';

/** The mark of a quoted datum: which paper says so. */
export const quotedMark = (document: string): string => `（据${document}）`;

export const inlineText = (inline: Inline): string => {
  if (typeof inline === 'string') return inline;
  if (inline.kind === 'blank') return '_'.repeat(inline.chars);
  return inline.kind === 'quoted' ? inline.text + quotedMark(inline.source.document) : inline.text;
};

export const plainText = (text: Inlines): string => inlinesOf(text).map(inlineText).join('');

/** 主送机关 ends with a full-width colon (GB/T 9704-2012 7.3.2). */
export const recipientText = (recipient: string): string =>
  `${recipient.replace(/[：:]\s*$/u, '')}：`;

/** “附件：name” for one, “附件：1.name” and “2.name” for several (7.3.4). */
export const attachmentTexts = (names: readonly string[]): readonly string[] =>
  names.length === 1 ? names.slice(0, 1) : names.map((name, index) => `${index + 1}.${name}`);

const rowText = (row: PlainRow): string =>
  row.cells.map((cell) => cell.lines.map((line) => plainText(line.text)).join(' ')).join('\t');

function blockLines(block: Block, number: string): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return [
        number + plainText(block.text) + (block.body === undefined ? '' : plainText(block.body)),
      ];
    case 'paragraph':
      return [plainText(block.text)];
    case 'list':
      return block.items.map(
        (item, index) => (block.ordered ? `${index + 1}.` : '') + plainText(item),
      );
    case 'checklist':
      return block.items.map((item) => `${item.done ? '☑' : '☐'} ${plainText(item.text)}`);
    case 'signatures':
      return block.labels;
    case 'table': {
      const { head, body, totals } = plainTable(block);
      return [
        ...(block.title === undefined ? [] : [block.title]),
        ...[...head, ...body, ...totals].map(rowText),
      ];
    }
    default:
      return [];
  }
}

/**
 * The words of the document as lines, in reading order, without layout: what a reader reads.
 * The foot is left out, since the fingerprint of this text is printed there.
 */
export function documentText(document: Document): string {
  const numbers = headingNumbers(document.blocks);
  const { sign } = document;
  const lines = [
    document.title,
    document.subtitle,
    document.organ,
    document.number,
    ...(document.caption ?? []).map(plainText),
    document.recipient === undefined ? undefined : recipientText(document.recipient),
    ...document.blocks.flatMap((block, index) => blockLines(block, numbers[index] ?? '')),
    ...attachmentTexts(document.attachments ?? []).map((name) => `附件：${name}`),
    ...(sign === undefined ? [] : [sign.organ, chineseDate(sign.date)]),
    ...(document.notes ?? []),
  ];
  return lines
    .filter((line) => line !== undefined)
    .map((line) => line.normalize('NFC').replace(/[^\S\t]+$/u, ''))
    .join('\n');
}
