import { Secret, TOTP } from 'otpauth';
import { qrPicture } from '#platform/qr';

/** Changing codes of a phone's authenticator (RFC 6238): six digits, thirty seconds. */
const PERIOD = 30;

const totp = (secret: string, label: string): TOTP =>
  new TOTP({ issuer: '支部', label, period: PERIOD, secret: Secret.fromBase32(secret) });

/** A new secret, base32. */
export const newTotpSecret = (): string => new Secret({ size: 20 }).base32;

/** Address for the authenticator, and the same as a picture (data URL). */
export async function totpSheet(
  secret: string,
  label: string,
): Promise<{ uri: string; picture: string }> {
  const uri = totp(secret, label).toString();
  return { uri, picture: await qrPicture(uri, 220) };
}

/** The time step a code belongs to (one step early or late is taken), or null where it fits none. */
export function totpStep(secret: string, code: string, epochMilliseconds: number): number | null {
  const plain = code.normalize('NFKC').replace(/\s/g, '');
  if (!/^\d{6}$/.test(plain)) return null;
  const delta = totp(secret, '').validate({
    token: plain,
    timestamp: epochMilliseconds,
    window: 1,
  });
  return delta === null ? null : Math.floor(epochMilliseconds / 1000 / PERIOD) + delta;
}
