import { AlignmentType, PageBreak, Paragraph, TabStopType, TextRun, type FileChild } from 'docx';
import { chineseDate } from '#kernel/plain-date';
import type { Document } from '../model.ts';
import { runs, type InlineContext } from './inline.ts';
import { mm, orientationOf, SIZE, textWidth } from './measure.ts';
import { STYLE } from './styles.ts';

/** Top and bottom of forms and ledgers, and the cover of a book. */

/** Title, subtitle, and the line under the title: organ left, further texts centre and right. */
export function formTop(document: Document, context: InlineContext): readonly FileChild[] {
  const { organ, number, subtitle } = document;
  const own =
    document.caption ??
    (organ === undefined && number === undefined
      ? []
      : [
          organ === undefined ? '' : `单位：${organ}`,
          number === undefined ? '' : `编号：${number}`,
        ]);
  const width = mm(textWidth('form', orientationOf(document)));
  const [first, ...rest] = own;
  const stops = rest.length === 1 ? [TabStopType.RIGHT] : [TabStopType.CENTER, TabStopType.RIGHT];
  return [
    ...document.title.split('\n').map((text) => new Paragraph({ style: STYLE.title, text })),
    ...(subtitle === undefined ? [] : [new Paragraph({ style: STYLE.subtitle, text: subtitle })]),
    ...(first === undefined
      ? [new Paragraph({ style: STYLE.caption })]
      : [
          new Paragraph({
            style: STYLE.caption,
            spacing: { before: 80 },
            tabStops: stops.map((type) => ({
              type,
              position: type === TabStopType.CENTER ? width / 2 : width,
            })),
            children: [
              ...runs(first, {}, context),
              ...rest.flatMap((text) => [new TextRun({ text: '\t' }), ...runs(text, {}, context)]),
            ],
          }),
        ]),
  ];
}

export function formBottom(document: Document): readonly FileChild[] {
  const { sign } = document;
  const right = (text: string, before: number) =>
    new Paragraph({
      style: STYLE.flush,
      alignment: AlignmentType.RIGHT,
      indent: { right: 480 },
      spacing: { before },
      text,
    });
  return [
    ...(document.notes ?? []).map(
      (text, index) =>
        new Paragraph({ style: STYLE.note, spacing: { before: index === 0 ? 100 : 0 }, text }),
    ),
    ...(sign === undefined ? [] : [right(sign.organ, 360), right(chineseDate(sign.date), 0)]),
  ];
}

/** Cover of a book: title in the upper third, organ and day at the foot, the text on a new page. */
export function cover(document: Document): readonly FileChild[] {
  const { organ, number, subtitle, sign } = document;
  const center = (text: string, size: number, before: number) =>
    new Paragraph({
      style: STYLE.title,
      spacing: { before, line: size * 30, lineRule: 'exact' },
      children: [new TextRun({ text, size: size * 2 })],
    });
  const foot = [
    organ ?? sign?.organ,
    sign === undefined ? undefined : chineseDate(sign.date),
  ].filter((text) => text !== undefined);
  return [
    ...(number === undefined ? [] : [new Paragraph({ style: STYLE.flush, text: number })]),
    ...document.title.split('\n').map((text, index) => center(text, 36, index === 0 ? mm(60) : 0)),
    ...(subtitle === undefined ? [] : [center(subtitle, SIZE.two, 300)]),
    ...foot.map((text, index) => center(text, SIZE.three, index === 0 ? mm(75) : 0)),
    new Paragraph({ children: [new PageBreak()] }),
  ];
}
