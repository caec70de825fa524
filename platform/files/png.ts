import { crc32 } from 'node:zlib';
import { orientationOf, orientationOnly } from './orientation.ts';
import { damaged } from './refusals.ts';

/** Chunks that draw the picture (PNG, third edition, 11). Text, time, Exif and unknown ones are dropped. */
const KEPT = new Set([
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'tRNS',
  'cHRM',
  'gAMA',
  'iCCP',
  'sBIT',
  'sRGB',
  'cICP',
  'bKGD',
  'pHYs',
]);
const SIGNATURE = 8;

function chunk(name: string, body: Buffer): Buffer {
  const out = Buffer.alloc(body.length + 12);
  out.writeUInt32BE(body.length, 0);
  out.write(name, 4, 'latin1');
  body.copy(out, 8);
  out.writeUInt32BE(crc32(out.subarray(4, 8 + body.length)), 8 + body.length);
  return out;
}

/** Keeps what draws the picture and how to turn it. Throws `Refused` where the file is no whole PNG. */
export function cleanPng(file: Buffer): Buffer {
  const out: Buffer[] = [file.subarray(0, SIGNATURE)];
  let at = SIGNATURE;
  let data = 0;
  for (;;) {
    if (at + 12 > file.length) throw damaged();
    const length = file.readUInt32BE(at);
    const end = at + 12 + length;
    if (end > file.length) throw damaged();
    const name = file.toString('latin1', at + 4, at + 8);
    if ((at === SIGNATURE) !== (name === 'IHDR')) throw damaged();
    if (crc32(file.subarray(at + 4, end - 4)) !== file.readUInt32BE(end - 4)) throw damaged();
    if (name === 'IDAT') data += 1;
    if (KEPT.has(name)) out.push(file.subarray(at, end));
    else if (name === 'eXIf') {
      const orientation = orientationOf(file.subarray(at + 8, end - 4));
      if (orientation !== null) out.push(chunk('eXIf', orientationOnly(orientation)));
    }
    if (name === 'IEND') break;
    at = end;
  }
  if (data === 0) throw damaged();
  return Buffer.concat(out);
}
