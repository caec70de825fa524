import { toDataURL } from 'qrcode';

/** An address as a QR code: a picture (data URL) of `width` pixels, for a screen or a printed sheet. */
export const qrPicture = (text: string, width: number): Promise<string> =>
  toDataURL(text, { margin: 1, width });
