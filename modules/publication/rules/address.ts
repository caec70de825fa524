const LETTERS = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';
const LENGTH = 8;

/**
 * The address of a board from a fresh id: its last sixteen hexadecimal digits are random (62 bits), eight
 * letters of them are enough that nobody walks through all boards by guessing.
 */
export function newBoardCode(id: string): string {
  let rest = BigInt(`0x${id.replaceAll('-', '').slice(-15)}`);
  let code = '';
  for (let i = 0; i < LENGTH; i += 1) {
    code += LETTERS[Number(rest % 30n)] ?? '';
    rest /= 30n;
  }
  return code;
}

/** Where anybody reads it. */
export const boardPath = (code: string): string => `/board/${code}`;
export const postPath = (boardCode: string, code: string): string => `/board/${boardCode}/${code}`;

/** A board's code as it may stand in an address. */
export const isBoardCode = (text: string): boolean => /^[A-HJ-NP-Z2-9]{8}$/.test(text);
