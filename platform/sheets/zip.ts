import { createInflateRaw } from 'node:zlib';
import { Readable } from 'node:stream';
import { Refused } from './refusals.ts';
import { MEBIBYTE } from './limits.ts';

/** The parts of a zip file as its directory states them, checked before anything is unpacked. */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly headerAt: number;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const MAX_ENTRIES = 10_000;
const CHUNK = 64 * 1024;

const damaged = (): Refused => new Refused('sheet.damaged');

/** `offset` of the end record; a comment of up to 64 KiB may follow it. */
function findEnd(file: Buffer): number {
  for (let at = file.length - 22; at >= Math.max(0, file.length - 22 - 0xffff); at -= 1) {
    if (file.readUInt32LE(at) === END) return at;
  }
  throw damaged();
}

/**
 * Reads the directory. Throws `Refused` where the stated sizes together exceed `unpackedLimit`
 * (also for ZIP64, which only files beyond 4 GiB need), a part is encrypted or lies outside.
 */
export function readDirectory(file: Buffer, unpackedLimit: number): Map<string, ZipEntry> {
  if (file.length < 22) throw damaged();
  const tooLarge = () =>
    new Refused('sheet.unpacked_too_large', { limit: Math.floor(unpackedLimit / MEBIBYTE) });
  const end = findEnd(file);
  const count = file.readUInt16LE(end + 10);
  let at = file.readUInt32LE(end + 16);
  if (count === 0xffff || at === 0xffffffff) throw tooLarge();
  if (count > MAX_ENTRIES) throw damaged();
  const entries = new Map<string, ZipEntry>();
  let total = 0;
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== ENTRY) throw damaged();
    const flags = file.readUInt16LE(at + 8);
    const nameLength = file.readUInt16LE(at + 28);
    const entry: ZipEntry = {
      name: file.toString('utf8', at + 46, at + 46 + nameLength),
      method: file.readUInt16LE(at + 10),
      packed: file.readUInt32LE(at + 20),
      unpacked: file.readUInt32LE(at + 24),
      headerAt: file.readUInt32LE(at + 42),
    };
    total += entry.unpacked;
    if (total > unpackedLimit) throw tooLarge();
    if ((flags & 1) !== 0) throw new Refused('sheet.encrypted');
    if (entries.has(entry.name)) throw damaged();
    entries.set(entry.name, entry);
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return entries;
}

function packedBytes(file: Buffer, entry: ZipEntry): Buffer {
  const at = entry.headerAt;
  if (at + 30 > file.length || file.readUInt32LE(at) !== LOCAL) throw damaged();
  const start = at + 30 + file.readUInt16LE(at + 26) + file.readUInt16LE(at + 28);
  if (start + entry.packed > file.length) throw damaged();
  return file.subarray(start, start + entry.packed);
}

function* slices(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += CHUNK) yield bytes.subarray(at, at + CHUNK);
}

/** Unpacks one part in pieces; stops with a refusal as soon as more comes out than the directory stated. */
export async function* unpack(file: Buffer, entry: ZipEntry): AsyncGenerator<Buffer> {
  const packed = packedBytes(file, entry);
  if (entry.method !== 0 && entry.method !== 8) throw damaged();
  let total = 0;
  const source = Readable.from(slices(packed));
  const pieces: Readable =
    entry.method === 0 ? source : source.pipe(createInflateRaw({ chunkSize: CHUNK }));
  try {
    for await (const piece of pieces as AsyncIterable<Buffer>) {
      total += piece.length;
      if (total > entry.unpacked) {
        throw new Refused('sheet.unpacked_too_large', {
          limit: Math.ceil(entry.unpacked / MEBIBYTE),
        });
      }
      yield piece;
    }
  } catch (error) {
    // What zlib reports (Z_DATA_ERROR, Z_BUF_ERROR) means a damaged file.
    throw error instanceof Error && 'errno' in error ? damaged() : error;
  } finally {
    source.destroy();
    pieces.destroy();
  }
  if (total !== entry.unpacked) throw damaged();
}
