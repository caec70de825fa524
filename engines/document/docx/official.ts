import { AlignmentType, BorderStyle, Paragraph, TextRun, type FileChild } from 'docx';
import { chineseDate } from '#kernel/plain-date';
import type { Document, Sign } from '../model.ts';
import { attachmentTexts, recipientText } from '../text.ts';
import { font } from './fonts.ts';
import { mm, OFFICIAL_CHAR, textLength, textWidth } from './measure.ts';
import { STYLE } from './styles.ts';

/** The parts of GB/T 9704-2012 around the body: head, title, attachments, signature, note. */

const chars = (count: number): number => Math.round(count * OFFICIAL_CHAR);
const blank = (keepNext = false): Paragraph => new Paragraph({ style: STYLE.flush, keepNext });
const RED = 'FF0000';

/** The organ mark in points: as large as one line of 156 mm allows, at most 42. */
export const organSize = (organ: string): number =>
  Math.min(42, Math.floor((textWidth('official', 'portrait') * 2.83) / textLength(organ)));

/** 7.2.4–7.2.7: organ mark 35 mm below the type area's top, number two lines below, red rule 4 mm below that. */
function redHead(organ: string, number: string): readonly FileChild[] {
  const size = organSize(organ);
  return [
    new Paragraph({
      style: STYLE.flush,
      alignment: AlignmentType.CENTER,
      spacing: { before: mm(35), line: Math.round(size * 24), lineRule: 'exact' },
      children: [new TextRun({ text: organ, font: font('title'), size: size * 2, color: RED })],
    }),
    blank(),
    blank(),
    new Paragraph({
      style: STYLE.flush,
      alignment: AlignmentType.CENTER,
      border: { bottom: { style: BorderStyle.SINGLE, size: 12, color: RED, space: 11 } },
      text: number,
    }),
    blank(),
    blank(),
  ];
}

/** Everything above the body. 7.3.1 title, 7.3.2 recipient one blank line below it. */
export function officialTop(document: Document): readonly FileChild[] {
  const { organ, number, subtitle, recipient } = document;
  return [
    ...(organ === undefined || number === undefined ? [] : redHead(organ, number)),
    ...document.title.split('\n').map((text) => new Paragraph({ style: STYLE.title, text })),
    ...(subtitle === undefined ? [] : [new Paragraph({ style: STYLE.subtitle, text: subtitle })]),
    blank(),
    ...(recipient === undefined
      ? []
      : [new Paragraph({ style: STYLE.flush, text: recipientText(recipient) })]),
  ];
}

/** 7.3.4: one blank line below the body; wrapped lines begin under the first character of the name. */
function attachmentNote(names: readonly string[]): readonly FileChild[] {
  if (names.length === 0) return [];
  const several = names.length > 1;
  return [
    blank(),
    ...attachmentTexts(names).map((text, index) => {
      const first = index === 0;
      const left = several ? 6 : 5;
      return new Paragraph({
        style: STYLE.flush,
        indent: { left: chars(left), hanging: chars(first ? left - 2 : 1) },
        text: first ? `附件：${text}` : text,
      });
    }),
  ];
}

/**
 * Right indents in characters of organ and day.
 * Sealed (7.3.5.1): day four from the right, organ centred over it. Unsealed (7.3.5.2): organ two from
 * the right, the day begins two characters behind the organ's first; if the day is longer, it stands
 * two from the right and the organ gives way.
 */
export function signIndents({ organ, date, sealed }: Sign): {
  readonly organ: number;
  readonly date: number;
} {
  const name = textLength(organ);
  const day = textLength(chineseDate(date));
  if (sealed) {
    const over = (name - day) / 2;
    return over <= 4 ? { organ: 4 - over, date: 4 } : { organ: 0, date: over };
  }
  return day > name
    ? { organ: 4 + day - name, date: 2 }
    : { organ: 2, date: Math.max(0, name - day) };
}

function signature(sign: Sign): readonly FileChild[] {
  const right = signIndents(sign);
  const line = (text: string, indent: number, keepNext: boolean) =>
    new Paragraph({
      style: STYLE.flush,
      alignment: AlignmentType.RIGHT,
      indent: { right: chars(indent) },
      keepNext,
      keepLines: true,
      text,
    });
  return [
    blank(true),
    // Room for the seal, which covers organ and day (7.3.5.1).
    ...(sign.sealed ? [blank(true)] : []),
    line(sign.organ, right.organ, true),
    line(chineseDate(sign.date), right.date, false),
  ];
}

/** Everything below the body: attachment note, signature, 附注 in brackets (7.3.6). */
export function officialBottom(document: Document): readonly FileChild[] {
  return [
    ...attachmentNote(document.attachments ?? []),
    ...(document.sign === undefined ? [] : signature(document.sign)),
    ...(document.notes ?? []).map(
      (text) =>
        new Paragraph({ style: STYLE.flush, indent: { firstLine: chars(2) }, text: `（${text}）` }),
    ),
  ];
}
