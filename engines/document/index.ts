/** The document engine: one neutral model, rendered to Word, print HTML and Excel. */
export type * from './model.ts';
export { figure, formTable, heading, label, opinion, paragraph, span } from './build.ts';
export { escape as escapeHtml } from './html/escape.ts';
export { documentText } from './text.ts';
export { fingerprint, shortFingerprint } from './fingerprint.ts';
export { toDocx, type RenderOptions } from './to-docx.ts';
export { toPrintHtml } from './to-print-html.ts';
export { readFigures, type ReadFigure } from './read-figures.ts';
export { layoutCheck, type LayoutFinding } from './layout-check.ts';
export { toXlsx } from './to-xlsx.ts';
export { toFile, type PaperFormat } from './to-file.ts';
