import type { Document } from './model.ts';
import { toDocx, type RenderOptions } from './to-docx.ts';
import { toPrintHtml } from './to-print-html.ts';
import { toXlsx } from './to-xlsx.ts';

export type PaperFormat = 'html' | 'docx' | 'xlsx';

const TYPES: Readonly<Record<PaperFormat, string>> = {
  html: 'text/html; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** The document as a file to open or download, `name` without its ending. */
export async function toFile(
  document: Document,
  name: string,
  format: PaperFormat,
  options: RenderOptions = {},
): Promise<File> {
  const body =
    format === 'html'
      ? toPrintHtml(document, options)
      : new Uint8Array(await (format === 'docx' ? toDocx(document, options) : toXlsx(document)));
  return new File([body], `${name}.${format}`, { type: TYPES[format] });
}
