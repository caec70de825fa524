/** What a table may measure before it is refused. */
export interface SheetLimits {
  /** Bytes of the file as uploaded. */
  readonly bytes: number;
  /** Bytes of all parts of the file together once unpacked. */
  readonly unpackedBytes: number;
  /** Rows with any content. */
  readonly rows: number;
  readonly columns: number;
  /** Characters in one cell. */
  readonly cellLength: number;
}

export const MEBIBYTE = 1024 * 1024;

/** 100,000 members with 20 columns unpack to about 80 MiB. 32,767 is the format's own limit. */
export const DEFAULT_LIMITS: SheetLimits = {
  bytes: 20 * MEBIBYTE,
  unpackedBytes: 300 * MEBIBYTE,
  rows: 200_000,
  columns: 256,
  cellLength: 32_767,
};
