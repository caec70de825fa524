/**
 * Expected outcomes are values, surprises are thrown.
 * A command, rule or policy returns `Result`; only the edge turns it into HTTP.
 */
export type Params = Readonly<Record<string, string | number>>;

/** A refusal names a code from `contract/<module>.ts`; its Chinese sentence stands there too. */
export interface Refusal<Code extends string = string> {
  readonly code: Code;
  readonly params: Params;
}

export type Result<T, R extends Refusal = Refusal> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: R };

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

export const refuse = <Code extends string>(
  code: Code,
  params: Params = {},
): { readonly ok: false; readonly refusal: Refusal<Code> } => ({
  ok: false,
  refusal: { code, params },
});

/** For tests and scripts: the value, or a thrown error that names the refusal. */
export function unwrap<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(`refused: ${result.refusal.code} ${JSON.stringify(result.refusal.params)}`);
}
