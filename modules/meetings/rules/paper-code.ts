import { isUuid } from '#kernel/ids';

/**
 * The code printed on the papers of a sitting: the sixteen characters of its id that tell it apart
 * (instant of making and the end), in fours, to be typed back from paper.
 */
export function paperCode(sittingId: string): string {
  const hex = sittingId.replaceAll('-', '');
  return `${hex.slice(0, 12)}${hex.slice(-4)}`.toUpperCase().match(/.{4}/g)?.join('-') ?? '';
}

/** First and last id a typed code may mean, and how they end; null where it is no code. */
export function readPaperCode(
  typed: string,
): { readonly from: string; readonly to: string; readonly end: string } | null {
  const hex = typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^0-9a-z]/g, '');
  if (!/^[0-9a-f]{16}$/.test(hex)) return null;
  const head = `${hex.slice(0, 8)}-${hex.slice(8, 12)}`;
  const from = `${head}-7000-8000-000000000000`;
  const to = `${head}-7fff-bfff-ffffffffffff`;
  return isUuid(from) && isUuid(to) ? { from, to, end: hex.slice(12) } : null;
}
