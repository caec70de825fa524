import type { Api } from '../../api.ts';
import type { MemberField } from './queries.ts';

export const DAY_FIELDS: ReadonlySet<string> = new Set(['bornOn', 'joinedOn', 'regularisedOn']);
export const FLAG_FIELDS: ReadonlySet<string> = new Set(['frail', 'floating', 'lost', 'migrant']);
export const NUMBER_FIELDS: ReadonlySet<string> = new Set(['correction', 'extension']);

export type Changes = Parameters<Api['members']['change']>[0]['changes'];
export type FormValues = Readonly<Record<string, unknown>>;

/** Fields where nothing was said before and a form shows an empty box. */
const isNothing = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || value === false;

/** What of a form differs from the file; a field left as it was is not sent. */
export function changesOf(
  fields: readonly Pick<MemberField, 'field' | 'value'>[],
  values: FormValues,
): Changes {
  const changed = fields.flatMap(({ field, value }) => {
    const next = values[field];
    if (next === undefined || next === value) return [];
    if (isNothing(next) && isNothing(value)) return [];
    if (NUMBER_FIELDS.has(field)) return [[field, next ?? 0] as const];
    return [[field, next === '' ? null : next] as const];
  });
  return Object.fromEntries(changed) as Changes;
}
