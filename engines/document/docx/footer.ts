import { AlignmentType, Footer, PageNumber, Paragraph, TextRun } from 'docx';
import type { Document } from '../model.ts';
import { font } from './fonts.ts';
import { mm, pt, SIZE } from './measure.ts';
import { STYLE } from './styles.ts';

const FOOT_LINE = pt(11);
const NUMBER_LINE = pt(18);

/** One character of 4号: the outer indent of the page number (GB/T 9704-2012 7.5). */
const OUTER = SIZE.four * 20;

function officialNumber(side: 'left' | 'right'): Paragraph {
  return new Paragraph({
    style: STYLE.flush,
    alignment: side === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT,
    indent: side === 'right' ? { right: OUTER } : { left: OUTER },
    spacing: { line: NUMBER_LINE, lineRule: 'exact' },
    children: [
      new TextRun({
        children: ['— ', PageNumber.CURRENT, ' —'],
        font: font('song'),
        size: SIZE.four * 2,
      }),
    ],
  });
}

const plainNumber = (): Paragraph =>
  new Paragraph({
    style: STYLE.foot,
    alignment: AlignmentType.CENTER,
    children: [
      new TextRun({
        children: ['第 ', PageNumber.CURRENT, ' 页　共 ', PageNumber.TOTAL_PAGES, ' 页'],
        size: SIZE.smallFive * 2,
      }),
    ],
  });

/** Footers for odd and even pages: the page number, below it the small lines of the document. */
export function footers(document: Document): {
  readonly default: Footer;
  readonly even: Footer;
  readonly first: Footer;
} {
  const small = (document.footer ?? []).map(
    (text) => new Paragraph({ style: STYLE.foot, alignment: AlignmentType.CENTER, text }),
  );
  const withNumber = (number: Paragraph) =>
    new Footer({
      children:
        document.pageNumbers === false
          ? [new Paragraph({ style: STYLE.foot }), ...small]
          : [number, ...small],
    });
  const official = document.layout === 'official';
  return {
    default: withNumber(official ? officialNumber('right') : plainNumber()),
    even: withNumber(official ? officialNumber('left') : plainNumber()),
    first: new Footer({ children: [new Paragraph({ style: STYLE.foot })] }),
  };
}

/**
 * Distance of the footer's foot from the paper's edge. Official: the dash stands 7 mm below the type
 * area (7.5), so the middle of its line is 28 mm above the edge; small lines hang below it.
 */
export function footerDistance(document: Document): number {
  const small = (document.footer ?? []).length * FOOT_LINE;
  return document.layout === 'official' ? mm(28) - NUMBER_LINE / 2 - small : mm(9);
}
