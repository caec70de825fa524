/**
 * Spreadsheets: reading what people upload or paste, writing what they download.
 * The only folder that names `saxes` and `hucre`.
 */
export { openBook, openPasted, readTable, type Book, type Table } from './open.ts';
export type { SheetLimits } from './limits.ts';
export { columnName, type CellKind, type SheetCell, type SheetRow } from './row.ts';
export type { RowVisitor } from './worksheet.ts';
export type { SheetRefusal, SheetRefusalCode } from './refusals.ts';
export { streamSheet, writeBook } from './write.ts';
export type { CellInput, ColumnKind, ColumnModel, SheetModel } from './model.ts';
