/** A place that both changed, and what the other wrote there. */
export interface Clash {
  readonly path: readonly (string | number)[];
  readonly theirs: string;
}

export interface Merged<T> {
  readonly value: T;
  readonly clashes: readonly Clash[];
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

function join(
  base: unknown,
  mine: unknown,
  theirs: unknown,
  path: readonly (string | number)[],
  clashes: Clash[],
): unknown {
  if (same(mine, theirs) || same(theirs, base)) return mine;
  if (same(mine, base)) return theirs;
  if (isObject(mine) && isObject(theirs)) {
    const from = isObject(base) ? base : {};
    return Object.fromEntries(
      [...new Set([...Object.keys(mine), ...Object.keys(theirs)])].map((name) => [
        name,
        join(from[name], mine[name], theirs[name], [...path, name], clashes),
      ]),
    );
  }
  if (Array.isArray(mine) && Array.isArray(theirs)) {
    const from: readonly unknown[] = Array.isArray(base) ? base : [];
    const [mineList, theirList]: readonly (readonly unknown[])[] = [mine, theirs];
    const common = from.map((one, index) => {
      if (mineList === undefined || index >= mineList.length) return theirList?.[index];
      if (theirList === undefined || index >= theirList.length) return mineList[index];
      return join(one, mineList[index], theirList[index], [...path, index], clashes);
    });
    return [
      ...common.filter((one) => one !== undefined),
      ...(mineList?.slice(from.length) ?? []),
      ...(theirList?.slice(from.length) ?? []),
    ];
  }
  clashes.push({ path, theirs: typeof theirs === 'string' ? theirs : JSON.stringify(theirs) });
  return mine;
}

/**
 * What two people wrote at the same time, from what both began with. Where only one changed something
 * that stands; what both changed keeps mine and names theirs, so that nothing is lost unseen. What one
 * removed and the other still has comes back.
 */
export function merge<T>(base: T, mine: T, theirs: T): Merged<T> {
  const clashes: Clash[] = [];
  return { value: join(base, mine, theirs, [], clashes) as T, clashes };
}
