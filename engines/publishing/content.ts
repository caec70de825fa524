import { createHash } from 'node:crypto';

/** Plain data (it survives JSON): what is shown on a board, on a sheet and behind a check code. */
export interface PublicContent {
  readonly title: string;
  readonly blocks: readonly PublicBlock[];
}

export type PublicBlock =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'table';
      readonly title: string;
      readonly header: readonly string[];
      readonly rows: readonly (readonly string[])[];
      /** The last row, set apart; empty where there is none. */
      readonly totals: readonly string[];
    };

const linesOf = (block: PublicBlock): string[] =>
  block.kind === 'text'
    ? [block.text]
    : [
        block.title,
        block.header.join('\t'),
        ...block.rows.map((row) => row.join('\t')),
        block.totals.join('\t'),
      ].filter((line) => line !== '');

/** The words alone, one line each: what is proved and what is looked through for personal data. */
export const contentText = (content: PublicContent): string =>
  [content.title, ...content.blocks.flatMap(linesOf)].join('\n');

/** Without letters and digits that are taken for each other by eye. */
const LETTERS = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';
const LENGTH = 12;

/**
 * The check code of a text as it stands on one board: twelve letters (60 bits of SHA-256). `about` tells
 * whose text it is (item, version, organisation), so that equal words elsewhere have another code.
 */
export function checkCode(about: readonly string[], content: PublicContent): string {
  const digest = createHash('sha256')
    .update([...about, contentText(content)].join('\u0000'), 'utf8')
    .digest();
  let rest = digest.readBigUInt64BE(0);
  let code = '';
  for (let i = 0; i < LENGTH; i += 1) {
    code += LETTERS[Number(rest % 30n)] ?? '';
    rest /= 30n;
  }
  return code;
}

/** `K7QF-2M9D-XW4P`: as printed. */
export const groupedCode = (code: string): string => (code.match(/.{1,4}/g) ?? []).join('-');

/** As somebody types it: case, blanks, dashes and full-width letters do not matter. */
export const plainCode = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .slice(0, LENGTH);
