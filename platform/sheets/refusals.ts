import { refuse, type Params, type Refusal } from '#kernel/result';

/** Why a table cannot be read. The sentences stand in `contract/sheets.ts`. */
export type SheetRefusalCode =
  /** `size`, `limit`: MiB */
  | 'sheet.too_large'
  /** `limit`: MiB */
  | 'sheet.unpacked_too_large'
  /** Another kind of content under a table's name: a program, a text document, a picture. */
  | 'sheet.not_a_table'
  /** `format`: what it is; readable after saving it as .xlsx */
  | 'sheet.save_as_xlsx'
  | 'sheet.encrypted'
  | 'sheet.damaged'
  | 'sheet.empty'
  /** `sheet`: the name asked for */
  | 'sheet.no_such_sheet'
  /** `limit` */
  | 'sheet.too_many_rows'
  /** `cell`: as in `B7`; `limit` */
  | 'sheet.too_many_columns'
  /** `cell`, `limit`: characters */
  | 'sheet.cell_too_long';

export type SheetRefusal = Refusal<SheetRefusalCode>;

/** Carries a refusal out of the parsers; never leaves this folder. */
export class Refused extends Error {
  readonly refusal: SheetRefusal;
  constructor(code: SheetRefusalCode, params: Params = {}) {
    super(code);
    this.refusal = refuse(code, params).refusal;
  }
}
