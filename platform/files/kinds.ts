export type FileType = 'jpg' | 'png' | 'pdf' | 'docx' | 'xlsx' | 'csv' | 'txt';

/** What a file is for decides what it may be. */
export type FileKind = 'attachment' | 'picture' | 'scan' | 'table';

export const MEBIBYTE = 1024 * 1024;

interface KindRule {
  readonly accept: readonly FileType[];
  readonly limit: number;
}

/** Sizes in bytes. */
export const KINDS: Readonly<Record<FileKind, KindRule>> = {
  attachment: {
    accept: ['jpg', 'png', 'pdf', 'docx', 'xlsx', 'csv', 'txt'],
    limit: 20 * MEBIBYTE,
  },
  picture: { accept: ['jpg', 'png'], limit: 20 * MEBIBYTE },
  scan: { accept: ['jpg', 'png', 'pdf'], limit: 20 * MEBIBYTE },
  table: { accept: ['xlsx', 'csv', 'txt'], limit: 20 * MEBIBYTE },
};

export const MIME: Readonly<Record<FileType, string>> = {
  jpg: 'image/jpeg',
  png: 'image/png',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
};

/** A table that opens as text in either form is one thing; only the name tells .csv from .txt. */
const ENDINGS: Readonly<Record<FileType, RegExp>> = {
  jpg: /\.jpe?g$/i,
  png: /\.png$/i,
  pdf: /\.pdf$/i,
  docx: /\.docx$/i,
  xlsx: /\.xlsx$/i,
  csv: /\.csv$/i,
  txt: /\.(?:txt|tsv)$/i,
};

/**
 * The name under which a file is offered again: no folders, no invisible or direction-changing
 * characters, at most 120 characters, and the ending of what it really is.
 */
export function offeredName(originalName: string, type: FileType): string {
  const last = originalName.split(/[/\\]/).at(-1) ?? '';
  const plain = last
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  const fits = ENDINGS[type].exec(plain);
  const ending = fits?.[0] ?? `.${type}`;
  const stem = Array.from(fits === null ? plain : plain.slice(0, -ending.length));
  return `${stem.length === 0 ? '文件' : stem.slice(0, 120).join('')}${ending}`;
}
