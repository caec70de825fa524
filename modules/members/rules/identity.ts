import { parsePlainDate, type PlainDate } from '#kernel/plain-date';
import { ok, refuse, type Refusal, type Result } from '#kernel/result';

export interface Identity {
  /** 18 characters, the last a digit or `X`. */
  readonly number: string;
  readonly bornOn: PlainDate;
  readonly sex: 'male' | 'female';
  /** GB/T 2260 code of the place where the number was given; old codes stay valid. */
  readonly region: string;
  /** Came with 15 digits. */
  readonly converted: boolean;
}

export type IdentityRefusal = Refusal<
  | 'members.identity_length'
  | 'members.identity_masked'
  | 'members.identity_rounded'
  | 'members.identity_characters'
  | 'members.identity_region'
  | 'members.identity_birth'
  | 'members.identity_checksum'
>;

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10X98765432';

/** GB/T 2260, first two digits. */
const PROVINCES = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(
    ' ',
  ),
);

/** Check character over the first 17 digits (GB 11643-1999, ISO 7064 MOD 11-2). */
export function checkCharacter(first17: string): string {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(first17[i]), 0);
  return CHECKS[sum % 11] ?? '';
}

/** As typed: full-width digits, blanks, hyphens, a leading quote, `x`, `×` for the last character. */
export const tidyIdentity = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s'’\-–—_.]/gu, '')
    .replace(/[xX×✕]$/u, 'X');

/**
 * Checks a citizen identity number (`code.id`). Refusals name what is wrong, never the number itself.
 * `latest`: last day of birth that can be (today, or today less the minimum age).
 */
export function checkIdentity(text: string, latest: PlainDate): Result<Identity, IdentityRefusal> {
  // A number cell that was rounded: 1.10105194912310E+17.
  if (/\d[eE]\+?\d/.test(text.normalize('NFKC'))) return refuse('members.identity_rounded');
  const plain = tidyIdentity(text);
  if (/[*＊●•]/u.test(plain)) return refuse('members.identity_masked');
  const converted = /^\d{15}$/.test(plain);
  if (!converted && plain.length !== 18)
    return refuse('members.identity_length', { length: plain.length });
  if (!converted && !/^\d{17}[\dX]$/.test(plain)) return refuse('members.identity_characters');
  const first17 = converted ? `${plain.slice(0, 6)}19${plain.slice(6)}` : plain.slice(0, 17);
  if (!PROVINCES.has(first17.slice(0, 2)))
    return refuse('members.identity_region', { region: first17.slice(0, 2) });
  const birth = first17.slice(6, 14);
  const bornOn = parsePlainDate(`${birth.slice(0, 4)}-${birth.slice(4, 6)}-${birth.slice(6)}`);
  if (bornOn === null || bornOn > latest) return refuse('members.identity_birth');
  const check = checkCharacter(first17);
  // Numbers saved as numbers by a program end in 000; such a one fails here too.
  if (!converted && plain[17] !== check) return refuse('members.identity_checksum');
  return ok({
    number: first17 + check,
    bornOn,
    sex: Number(first17[16]) % 2 === 1 ? 'male' : 'female',
    region: first17.slice(0, 6),
    converted,
  });
}

/** `110105********002X`: what lists show. */
export const maskIdentity = (number: string): string =>
  `${number.slice(0, 6)}********${number.slice(-4)}`;

/** Mobile (11 digits from 1) or a landline with area code; blanks, hyphens and +86 are taken off. Null: none. */
export function tidyPhone(text: string): string | null {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s()（）\-–—']/gu, '')
    .replace(/^(\+|00)?86(?=1\d{10}$)/, '');
  return /^1[3-9]\d{9}$/.test(plain) || /^0\d{9,11}$/.test(plain) ? plain : null;
}
