/**
 * One rule of a module's catalogue, so that a page can show the rule beside the field.
 * `id` is stable (`dues.wage.b1`); `summary` and `basis` are Chinese. `basis` names an article only
 * where its wording was read, otherwise the regulation alone; `sure: false` is shown with 按上级规定.
 */
export interface RuleEntry {
  readonly id: string;
  readonly summary: string;
  readonly basis: string;
  readonly sure: boolean;
}

/** What a rule rests on, as shown: with 按上级规定 where it is not sure, and that alone where nothing else is known. */
export const basisOf = (rule: Pick<RuleEntry, 'basis' | 'sure'>): string =>
  rule.sure ? rule.basis : rule.basis === '上级规定' ? '按上级规定' : `${rule.basis}，按上级规定`;

/** `（依据：《…》第2条）`. */
export const citation = (rule: RuleEntry): string => `（依据：${basisOf(rule)}）`;

/** The entry of that id; throws where the catalogue lacks it, since ids are written in code only. */
export function ruleOf(catalogue: readonly RuleEntry[], id: string): RuleEntry {
  const found = catalogue.find((entry) => entry.id === id);
  if (found === undefined) throw new RangeError(`no rule ${id}`);
  return found;
}

/** A warning beside an act: it names its rule, is shown, and never blocks. `text` is Chinese. */
export interface Advice {
  readonly code: string;
  readonly rule: string;
  readonly text: string;
}
