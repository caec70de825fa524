/** What a list keeps in its address: page and order, and the list's own filters as plain text. */
export type ListSearch<Filter extends string = never> = {
  readonly page?: number;
  readonly pageSize?: number;
  /** `column` or `-column` (descending). */
  readonly sort?: string;
} & { readonly [F in Filter]?: string };

export const PAGE_SIZES = [20, 50, 100] as const;

const whole = (value: unknown): number | undefined => {
  const number = Number(value);
  return Number.isInteger(number) && number > 0 ? number : undefined;
};

const word = (value: unknown): string | undefined =>
  (typeof value === 'string' && value !== '') || typeof value === 'number'
    ? String(value)
    : undefined;

/** Reads an address for a route's `validateSearch`: unknown names and empty values fall away, nothing throws. */
export function listSearch<const Filter extends string>(
  filters: readonly Filter[],
): (raw: Record<string, unknown>) => ListSearch<Filter> {
  return (raw) => {
    const found: Record<string, string | number | undefined> = {
      page: whole(raw['page']),
      pageSize: PAGE_SIZES.find((size) => size === Number(raw['pageSize'])),
      sort: word(raw['sort']),
    };
    for (const name of filters) found[name] = word(raw[name]);
    return Object.fromEntries(
      Object.entries(found).filter(([, value]) => value !== undefined),
    ) as ListSearch<Filter>;
  };
}
