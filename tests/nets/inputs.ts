import { z } from '#contract/lib';

/** A JSON schema as far as inputs use it. */
interface Schema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly minLength?: number;
}

export interface Pool {
  /** Ids that really exist, by the last word of a field: `orgId` → `org`. */
  readonly ids: Readonly<Record<string, readonly string[]>>;
  readonly days: readonly string[];
  readonly months: readonly string[];
}

/** Numbers from a seed, so that a failure can be had again (mulberry32). */
export function dice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const pick = <T>(roll: () => number, list: readonly T[]): T => {
  const found = list[Math.floor(roll() * list.length)];
  if (found === undefined) throw new Error('nothing to pick from');
  return found;
};

export const schemaOf = (input: z.ZodType): Schema =>
  z.toJSONSchema(input, { io: 'input', unrepresentable: 'any', reused: 'inline' }) as Schema;

const uuid = (roll: () => number): string =>
  'xxxxxxxx-xxxx-7xxx-8xxx-xxxxxxxxxxxx'.replace(/x/g, () => Math.floor(roll() * 16).toString(16));

function word(name: string, pool: Pool, roll: () => number): unknown {
  if (name === 'commandId') return uuid(roll);
  const id = /^(.*?)Ids?$/.exec(name)?.[1];
  if (id !== undefined)
    return pick(roll, [
      ...(pool.ids[id.replace(/^.*(?=org$|person$)/i, '').toLowerCase()] ?? []),
      uuid(roll),
    ]);
  if (/month/i.test(name)) return pick(roll, pool.months);
  if (/on$|day|asOf|from|to$|until|since|date/i.test(name)) return pick(roll, pool.days);
  return pick(roll, ['测试', '王', 'a', '2026', '说明文字']);
}

/** Something the schema takes, as far as a schema can tell: most of it reaches the handler. */
export function plausible(schema: Schema, name: string, pool: Pool, roll: () => number): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return pick(roll, schema.enum);
  const options = schema.anyOf ?? schema.oneOf;
  if (options !== undefined) return plausible(pick(roll, options), name, pool, roll);
  const type = Array.isArray(schema.type)
    ? pick(roll, schema.type as readonly string[])
    : schema.type;
  switch (type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {})
          .filter(([key]) => schema.required?.includes(key) === true || roll() < 0.5)
          .map(([key, inner]) => [key, plausible(inner, key, pool, roll)]),
      );
    case 'array':
      return [plausible(schema.items ?? {}, name.replace(/s$/, ''), pool, roll)];
    case 'integer':
    case 'number':
      return /year/i.test(name) ? 2026 : Math.floor(roll() * 5_000) + 1;
    case 'boolean':
      return roll() < 0.5;
    case 'null':
      return null;
    default:
      return word(name, pool, roll);
  }
}

const JUNK: readonly unknown[] = [
  null,
  '',
  ' ',
  'x',
  '\u0000',
  '😀'.repeat(50),
  'a'.repeat(5_000),
  '2026-02-30',
  '9999-99',
  '-1',
  -1,
  0,
  1.5,
  1e300,
  Number.MAX_SAFE_INTEGER,
  true,
  [],
  {},
  [[]],
  { a: { b: 1 } },
  ['x', null],
  '<script>alert(1)</script>',
  "'; drop table person; --",
  '../../etc/passwd',
  '%00',
  'ＡＢＣ',
  '\u202e',
  'null',
  'undefined',
  '00000000-0000-0000-0000-000000000000',
];

/** A plausible input with one field (or the whole) turned into junk. */
export function malformed(schema: Schema, pool: Pool, roll: () => number): unknown {
  if (roll() < 0.1) return pick(roll, JUNK);
  const input = plausible(schema, '', pool, roll);
  if (typeof input !== 'object' || input === null) return pick(roll, JUNK);
  const copy: Record<string, unknown> = { ...input };
  const keys = [...Object.keys(schema.properties ?? {}), 'unknownField'];
  for (let n = 0; n <= Math.floor(roll() * 2); n += 1) copy[pick(roll, keys)] = pick(roll, JUNK);
  return copy;
}
