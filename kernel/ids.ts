/** Ids are UUIDv7 and branded per noun, so that a person's id never passes for a branch's. */
declare const noun: unique symbol;
export type Id<Noun extends string> = string & { readonly [noun]: Noun };

export type TenantId = Id<'Tenant'>;
export type OrgId = Id<'Organisation'>;
export type PersonId = Id<'Person'>;
export type AccountId = Id<'Account'>;
export type CommandId = Id<'Command'>;

export type RandomBytes = (length: number) => Uint8Array;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

export const isUuid = (text: string): boolean => UUID.test(text);

/**
 * UUIDv7 (RFC 9562): 48 bits of milliseconds, then randomness.
 * Time and randomness are passed in; nothing here reads a clock.
 */
export function makeId<Noun extends string>(
  epochMilliseconds: number,
  random: RandomBytes,
): Id<Noun> {
  const bytes = random(16);
  let rest = epochMilliseconds;
  for (let i = 5; i >= 0; i -= 1) {
    bytes[i] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  let hex = '';
  for (const byte of bytes) hex += HEX[byte] ?? '';
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}` as Id<Noun>;
}
