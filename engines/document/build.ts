import type {
  Align,
  CellLine,
  Figure,
  FullCell,
  Heading,
  Inline,
  Inlines,
  Paragraph,
  Table,
} from './model.ts';

/** Short words for the commonest pieces of a document. All return plain data. */

export const heading = (level: Heading['level'], text: Inlines, body?: Inlines): Heading =>
  body === undefined ? { kind: 'heading', level, text } : { kind: 'heading', level, text, body };

export const paragraph = (...text: Inline[]): Paragraph => ({
  kind: 'paragraph',
  text,
});

/** A figure whose printed text is its value as it stands. */
export const figure = (of: Omit<Figure, 'kind' | 'text'> & { readonly text?: string }): Figure => ({
  ...of,
  kind: 'figure',
  text: of.text ?? String(of.value),
});

/** A cell of a form that names what stands beside it. */
export const label = (
  text: string,
  spans: { readonly colSpan?: number; readonly rowSpan?: number } = {},
): FullCell => ({
  kind: 'cell',
  lines: text.split('\n'),
  align: 'center',
  label: true,
  ...spans,
});

/** A cell of one text over several columns or rows. */
export const span = (
  text: Inlines,
  colSpan: number,
  more: { readonly rowSpan?: number; readonly align?: Align } = {},
): FullCell => ({
  kind: 'cell',
  lines: [text],
  colSpan,
  ...more,
});

/** The large cell of an approval form: the opinion above, the line for seal and day at the foot. */
export const opinion = (colSpan: number, text: Inlines = '', signer = '（盖章）'): FullCell => ({
  kind: 'cell',
  colSpan,
  vertical: 'bottom',
  lines: [
    text,
    { text: signer, align: 'right' } satisfies CellLine,
    { text: '年　　月　　日', align: 'right' } satisfies CellLine,
  ],
});

/** A form of labels and values (审批表): columns by width in millimetres, no head row. */
export const formTable = (
  millimetres: readonly number[],
  rows: Table['rows'],
  rowHeight = 11,
): Table => ({
  kind: 'table',
  columns: millimetres.map((mm) => ({ mm })),
  rows,
  rowHeight,
});
