import { formatYuan, type Money } from '#kernel/money';
import { monthOf, parsePlainMonth, yearOf, type PlainMonth } from '#kernel/plain-date';
import type { OrgId } from '#kernel/ids';
import { useToday } from '../../app/today.ts';
import { useMe } from '../../app/session.ts';

/** `1,234.50`; amounts travel as plain numbers of fen. */
export const yuan = (fen: number): string => formatYuan(fen as Money, true);

/** The branch that is looked at: the address names another, else one's own. */
export const useBranch = (named: string | undefined): OrgId => {
  const me = useMe();
  return named === undefined ? me.acting.orgId : (named as OrgId);
};

/** A month of the address, or this one. */
export const useMonth = (named: string | undefined): PlainMonth => {
  const today = useToday();
  return parsePlainMonth(named ?? '') ?? monthOf(today);
};

/** A year of the address, or this one. */
export const useYear = (named: string | undefined): number => {
  const today = useToday();
  return /^(19|20|21)\d{2}$/.test(named ?? '') ? Number(named) : yearOf(today);
};

/** `/api/dues/papers/ledger?orgId=…`; empty values are left out. */
export function paperHref(
  kind: string,
  format: 'html' | 'docx' | 'xlsx',
  search: Readonly<Record<string, string | undefined>>,
): string {
  const query = new URLSearchParams({ format });
  for (const [name, value] of Object.entries(search))
    if (value !== undefined) query.set(name, value);
  return `/api/dues/papers/${kind}?${query.toString()}`;
}
