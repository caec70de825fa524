import { orientationOf, orientationOnly } from './orientation.ts';
import { damaged } from './refusals.ts';

/**
 * Takes a JPEG apart into its segments and keeps what draws the picture: place, time, camera, owner,
 * preview pictures and whatever hangs behind the end are gone, no pixel changes. ITU-T T.81, annex B.
 */

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const COM = 0xfe;
const EXIF = 'Exif\0\0';

const isRestart = (marker: number): boolean => marker >= 0xd0 && marker <= 0xd7;

const segment = (marker: number, body: Buffer): Buffer => {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
};

/** End of the compressed data that begins at `at`: the next marker that is not part of it. */
function endOfScan(file: Buffer, from: number): number {
  let at = from;
  for (;;) {
    at = file.indexOf(0xff, at);
    if (at === -1 || at + 1 >= file.length) return file.length;
    const next = file[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && !isRestart(next)) return at;
    at += next === 0xff ? 1 : 2;
  }
}

/** The segment as it is kept, or null. Colour needs APP0 (JFIF), APP2 (ICC profile) and APP14 (Adobe). */
function kept(marker: number, body: Buffer): Buffer | null {
  const isApplication = marker >= 0xe0 && marker <= 0xef;
  if (!isApplication) return marker === COM ? null : segment(marker, body);
  const name = body.toString('latin1', 0, 12);
  if (marker === 0xe0 && name.startsWith('JFIF\0') && body.length >= 14) {
    // Without the preview picture that may follow.
    return segment(marker, Buffer.concat([body.subarray(0, 12), Buffer.from([0, 0])]));
  }
  if (marker === 0xe2 && name.startsWith('ICC_PROFILE\0')) return segment(marker, body);
  return marker === 0xee && name.startsWith('Adobe') ? segment(marker, body) : null;
}

/** Throws `Refused` where the file is no whole JPEG. */
export function cleanJpeg(file: Buffer): Buffer {
  const out: Buffer[] = [];
  let orientation: number | null = null;
  let scans = 0;
  let at = 2;
  for (;;) {
    if (at + 2 > file.length || file[at] !== 0xff) throw damaged();
    const marker = file[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === EOI) break;
    if (marker === SOI || marker < 0xc0 || isRestart(marker) || at + 4 > file.length)
      throw damaged();
    const length = file.readUInt16BE(at + 2);
    const end = at + 2 + length;
    if (length < 2 || end > file.length) throw damaged();
    const body = file.subarray(at + 4, end);
    if (marker === 0xe1 && body.toString('latin1', 0, 6) === EXIF) {
      orientation ??= orientationOf(body.subarray(6));
    }
    const keep = kept(marker, body);
    if (keep !== null) out.push(keep);
    at = end;
    if (marker === SOS) {
      scans += 1;
      at = endOfScan(file, end);
      out.push(file.subarray(end, at));
    }
  }
  if (scans === 0) throw damaged();
  const head: Buffer[] = [Buffer.from([0xff, SOI])];
  if (orientation !== null) {
    head.push(
      segment(0xe1, Buffer.concat([Buffer.from(EXIF, 'latin1'), orientationOnly(orientation)])),
    );
  }
  return Buffer.concat([...head, ...out, Buffer.from([0xff, EOI])]);
}
