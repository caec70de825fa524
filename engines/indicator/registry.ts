import type { Indicator } from './indicator.ts';

/** All indicators of an installation by id, in the order they were handed in. */
export interface IndicatorRegistry {
  readonly all: readonly Indicator[];
  /** The indicator of that id, or null. */
  find(id: string): Indicator | null;
}

/** Throws RangeError where two indicators share an id or a name: a figure is read back by its name. */
export function indicatorRegistry(indicators: readonly Indicator[]): IndicatorRegistry {
  const byId = new Map<string, Indicator>();
  const names = new Set<string>();
  for (const indicator of indicators) {
    if (byId.has(indicator.id)) throw new RangeError(`two indicators ${indicator.id}`);
    if (names.has(indicator.name)) throw new RangeError(`two indicators named ${indicator.name}`);
    byId.set(indicator.id, indicator);
    names.add(indicator.name);
  }
  return { all: indicators, find: (id) => byId.get(id) ?? null };
}
