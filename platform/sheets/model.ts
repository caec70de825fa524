/** What a table to be downloaded or printed looks like; independent of the file format. */

/**
 * `text` also for identity numbers, phones and codes, which would lose digits as numbers · `money`:
 * fen · `date`: ISO day, other text stays text · `percent`: a share, 0.125 shows as 12.5%.
 */
export type ColumnKind = 'text' | 'integer' | 'number' | 'money' | 'date' | 'percent';

export interface ColumnModel {
  readonly header: string;
  readonly kind?: ColumnKind;
  /** Where the kind alone does not say it: 序号 and short words stand in the middle on paper. */
  readonly align?: 'left' | 'center' | 'right';
  /** In characters of the standard font, a Chinese one counting two; else from the content. */
  readonly width?: number;
}

export type CellInput = string | number | null;

export interface SheetModel {
  readonly name: string;
  readonly columns: readonly ColumnModel[];
  readonly rows: readonly (readonly CellInput[])[];
  /** One merged line over the table. */
  readonly title?: string;
  /** Smaller line below the title: 填报单位, 截止日期. */
  readonly note?: string;
  /** A second header line above the first; the spans add up to the number of columns. */
  readonly groups?: readonly { readonly text: string; readonly span: number }[];
  /** Last line, bold. */
  readonly totals?: readonly CellInput[];
  readonly orientation?: 'portrait' | 'landscape';
}
