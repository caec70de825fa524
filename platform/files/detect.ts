import { unzipSync } from 'fflate';
import { MEBIBYTE, type FileType } from './kinds.ts';
import { damaged, Refused } from './refusals.ts';

/** What a file is, by its bytes; the name decides only between .csv and .txt. */

const UNPACKED_LIMIT = 300 * MEBIBYTE;
const MAX_PARTS = 10_000;

/** Reads the directory of a zip file without unpacking anything. */
function officeType(bytes: Uint8Array): FileType | null {
  const names: string[] = [];
  let unpacked = 0;
  try {
    unzipSync(bytes, {
      filter(part) {
        names.push(part.name);
        unpacked += part.originalSize;
        return false;
      },
    });
  } catch {
    throw damaged();
  }
  if (unpacked > UNPACKED_LIMIT || names.length > MAX_PARTS) {
    throw new Refused('file.unpacked_too_large', { limit: UNPACKED_LIMIT / MEBIBYTE });
  }
  if (!names.includes('[Content_Types].xml')) return null;
  if (names.some((name) => /vbaProject\.bin$/i.test(name))) throw new Refused('file.macros');
  if (names.some((name) => name.startsWith('word/'))) return 'docx';
  return names.some((name) => name.startsWith('xl/')) ? 'xlsx' : null;
}

function isText(bytes: Uint8Array): boolean {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  for (const encoding of utf16 ? ['utf-16le'] : ['utf-8', 'gb18030']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      return !/[\u0000-\u0008\u000e-\u001f]/.test(text);
    } catch {
      // The next encoding.
    }
  }
  return false;
}

/** The type, or null where the bytes are none that may be stored. Throws `Refused`. */
export function detectType(bytes: Buffer, originalName: string): FileType | null {
  const mark = bytes.toString('latin1', 0, 16);
  if (mark.startsWith('\xff\xd8\xff')) return 'jpg';
  if (mark.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (mark.startsWith('%PDF-')) return 'pdf';
  if (mark.startsWith('PK\x03\x04')) return officeType(bytes);
  if (mark.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) throw new Refused('file.old_office');
  if (/^....ftyp(?:hei|hev|mif1|msf1|avif)/s.test(mark)) throw new Refused('file.heic');
  if (!isText(bytes)) return null;
  return /\.csv$/i.test(originalName) ? 'csv' : 'txt';
}
