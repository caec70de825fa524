import { KINDS, MEBIBYTE, offeredName, type FileKind, type FileType } from './kinds.ts';
import { detectType } from './detect.ts';
import { cleanJpeg } from './jpeg.ts';
import { cleanPng } from './png.ts';
import { Refused } from './refusals.ts';

export type FileSource = Uint8Array | AsyncIterable<Uint8Array>;

/** Takes at most `limit` bytes; the rest of a longer upload is neither read nor held. */
async function collect(source: FileSource, limit: number): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let size = 0;
  const pieces = source instanceof Uint8Array ? [source] : source;
  for await (const piece of pieces) {
    size += piece.byteLength;
    if (size > limit) throw new Refused('file.too_large', { limit: Math.floor(limit / MEBIBYTE) });
    parts.push(piece);
  }
  if (size === 0) throw new Refused('file.empty');
  return Buffer.concat(parts);
}

export interface Received {
  readonly type: FileType;
  readonly name: string;
  readonly bytes: Buffer;
}

/** Reads, checks by content and cleans an upload. Throws `Refused`. */
export async function receive(
  source: FileSource,
  kind: FileKind,
  originalName: string,
): Promise<Received> {
  const rule = KINDS[kind];
  const bytes = await collect(source, rule.limit);
  const type = detectType(bytes, originalName);
  if (type === null || !rule.accept.includes(type)) {
    throw new Refused('file.not_allowed', { accept: rule.accept.join('、') });
  }
  const name = offeredName(originalName, type);
  if (type === 'jpg') return { type, name, bytes: cleanJpeg(bytes) };
  if (type === 'png') return { type, name, bytes: cleanPng(bytes) };
  return { type, name, bytes };
}
