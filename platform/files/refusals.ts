import { refuse, type Params, type Refusal } from '#kernel/result';

/** Why a file was not taken. The sentences stand in `contract/files.ts`. */
export type FileRefusalCode =
  /** `limit`: MiB */
  | 'file.too_large'
  | 'file.empty'
  /** `accept`: what may be uploaded here, as in `jpg、png` */
  | 'file.not_allowed'
  /** `limit`: MiB */
  | 'file.unpacked_too_large'
  | 'file.damaged'
  | 'file.macros'
  /** Word, Excel or WPS before 2007, or encrypted. */
  | 'file.old_office'
  /** The picture format of some telephones. */
  | 'file.heic';

export type FileRefusal = Refusal<FileRefusalCode>;

/** Carries a refusal out of the checks; never leaves this folder. */
export class Refused extends Error {
  readonly refusal: FileRefusal;
  constructor(code: FileRefusalCode, params: Params = {}) {
    super(code);
    this.refusal = refuse(code, params).refusal;
  }
}

export const damaged = (): Refused => new Refused('file.damaged');
