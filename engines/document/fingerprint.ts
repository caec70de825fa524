import { createHash } from 'node:crypto';
import type { Document } from './model.ts';
import { documentText } from './text.ts';

/**
 * The fingerprint of a 定稿: SHA-256 of the document's words in hexadecimal, 64 characters.
 * Equal for equal words, whatever the layout, foot, or order of keys.
 */
export const fingerprint = (document: Document): string =>
  createHash('sha256').update(documentText(document), 'utf8').digest('hex');

/** The first sixteen characters in groups of four, as printed and compared by eye. */
export const shortFingerprint = (document: Document): string =>
  (fingerprint(document).slice(0, 16).toUpperCase().match(/.{4}/g) ?? []).join('-');
