import type { Document, Layout, Orientation } from '../model.ts';

/** Millimetres to twips (1/1440 inch), points to twips. */
export const mm = (millimetres: number): number => Math.round((millimetres * 1440) / 25.4);
export const pt = (points: number): number => Math.round(points * 20);

/** A4 (GB/T 9704-2012 5.1), upright. */
export const A4 = { width: 210, height: 297 } as const;

export interface Margins {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** Margins in millimetres. official: 5.2.1 gives 天头 37 and 订口 28; 26 and 35 follow from the type area 156 × 225. */
export const MARGINS: Readonly<Record<Layout, Margins>> = {
  official: { top: 37, right: 26, bottom: 35, left: 28 },
  form: { top: 20, right: 20, bottom: 20, left: 20 },
  book: { top: 30, right: 24, bottom: 28, left: 28 },
};

/** Width between the margins, in millimetres. */
export function textWidth(layout: Layout, orientation: Orientation): number {
  const { left, right } = MARGINS[layout];
  return (orientation === 'portrait' ? A4.width : A4.height) - left - right;
}

export const orientationOf = (document: Document): Orientation =>
  document.orientation ?? 'portrait';

/** Sizes in points: 2号, 3号, 4号, 五号, 小五. */
export const SIZE = {
  two: 22,
  smallTwo: 18,
  three: 16,
  four: 14,
  smallFour: 12,
  five: 10.5,
  smallFive: 9,
} as const;

/** 225 mm hold 22 lines (5.2.3): 28.95 pt each. */
export const OFFICIAL_LINE = 579;

/**
 * 156 mm hold 28 characters: 15.79 pt each, though 3号 is 16 pt wide. The text is condensed by 0.25 pt
 * per character, which every office program sets alike; a character grid (`linesAndChars`) is read
 * differently by Word and LibreOffice.
 */
export const OFFICIAL_CONDENSED = -5;
export const OFFICIAL_CHAR = SIZE.three * 20 + OFFICIAL_CONDENSED;

/** Characters as a line counts them: half-width ones are half. */
export const textLength = (text: string): number =>
  [...text].reduce((sum, char) => sum + (/[\u0000-\u00ff\u2013]/u.test(char) ? 0.5 : 1), 0);
