import type { Catalogue, Column, Constraint, Table } from './catalogue.ts';

/** PostgreSQL's type names to what the parsers of `platform/db` return. */
const PLAIN: Readonly<Record<string, string>> = {
  bool: 'boolean',
  bpchar: 'string',
  bytea: 'Buffer',
  date: 'PlainDate',
  float4: 'number',
  float8: 'number',
  inet: 'string',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  json: 'unknown',
  jsonb: 'unknown',
  numeric: 'number',
  oid: 'number',
  text: 'string',
  timestamp: 'Date',
  timestamptz: 'Date',
  uuid: 'string',
  varchar: 'string',
};

const literals = (values: readonly string[]): string =>
  values.map((value) => `'${value.replace(/[\\']/g, '\\$&')}'`).join(' | ');

/** The words of `check (column in ('a', 'b'))`, or null where the column has no such check. */
function allowedWords(column: Column, constraints: readonly Constraint[]): string[] | null {
  for (const { kind, sql } of constraints) {
    if (kind !== 'c') continue;
    const match = /^CHECK \(\(?(\w+) = ANY \(ARRAY\[((?:'[^']*'::text(?:, )?)+)\]\)\)?\)$/.exec(
      sql,
    );
    if (match?.[1] !== column.name) continue;
    return [...(match[2] ?? '').matchAll(/'([^']*)'::text/g)].map((word) => word[1] ?? '');
  }
  return null;
}

function valueType(column: Column, constraints: readonly Constraint[]): string {
  const words = column.enumValues ?? allowedWords(column, constraints);
  if (words !== null) return column.isArray ? `(${literals(words)})[]` : literals(words);
  const isMoney = column.name.endsWith('_fen') && /^int[248]$/.test(column.baseType);
  const plain = isMoney ? 'Money' : PLAIN[column.baseType];
  if (plain === undefined) {
    throw new Error(
      `column ${column.name}: no TypeScript type for ${column.baseType}; add it to PLAIN in db/generate/types.ts`,
    );
  }
  return column.isArray ? `${plain}[]` : plain;
}

function columnType(column: Column, constraints: readonly Constraint[], readOnly: boolean): string {
  const value = valueType(column, constraints);
  const orNull = (type: string): string => (column.notNull || readOnly ? type : `${type} | null`);
  if (readOnly) return value === 'unknown' ? value : `${value} | null`;
  if (column.generated !== '' || column.identity === 'a')
    return `GeneratedAlways<${orNull(value)}>`;
  const hasDefault = column.defaultSql !== null || column.identity === 'd';
  if (value === 'unknown') {
    const written = `${orNull('NonNullable<unknown>')}${hasDefault ? ' | undefined' : ''}`;
    return `ColumnType<unknown, ${written}, ${orNull('NonNullable<unknown>')}>`;
  }
  return hasDefault ? `Generated<${orNull(value)}>` : orNull(value);
}

const pascal = (name: string): string =>
  name.replace(/(?:^|_)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
const key = (name: string): string => (/^[a-z_][a-z0-9_]*$/i.test(name) ? name : `'${name}'`);

function interfaceOf(
  name: string,
  columns: readonly Column[],
  constraints: readonly Constraint[],
  readOnly: boolean,
): string {
  const lines = columns.map(
    (column) => `  ${key(column.name)}: ${columnType(column, constraints, readOnly)};`,
  );
  return `export interface ${name} {\n${lines.join('\n')}\n}\n`;
}

/**
 * The Kysely interface of the database as TypeScript source (`db/types.ts`). Tables of other
 * schemas than `public` are keyed `schema.table`. Views come with every column nullable, as
 * PostgreSQL cannot tell. Throws on a column type that nothing here knows.
 */
export function renderTypes(catalogue: Catalogue): string {
  const tables = catalogue.tables.filter((table: Table) => table.partitionOf === null);
  const all = [
    ...tables.map((table) => ({ ...table, readOnly: false })),
    ...catalogue.views.map((view) => ({ ...view, constraints: [], readOnly: true })),
  ];
  const interfaces: string[] = [];
  const entries: string[] = [];
  for (const { schema, table, columns, constraints, readOnly } of all) {
    const isPublic = schema === 'public';
    const name = `${isPublic ? '' : pascal(schema)}${pascal(table)}${pascal(table) === 'Date' ? 'Row' : ''}Table`;
    interfaces.push(interfaceOf(name, columns, constraints, readOnly));
    entries.push(`  ${key(isPublic ? table : `${schema}.${table}`)}: ${name};`);
  }
  const body = [...interfaces, `export interface DB {\n${entries.join('\n')}\n}\n`].join('\n');
  const fromKysely = ['ColumnType', 'Generated', 'GeneratedAlways'].filter((type) =>
    body.includes(`${type}<`),
  );
  const imports = [
    ...(fromKysely.length > 0 ? [`import type { ${fromKysely.join(', ')} } from 'kysely';`] : []),
    ...(/\bMoney\b/.test(body) ? [`import type { Money } from '#kernel/money';`] : []),
    ...(/\bPlainDate\b/.test(body) ? [`import type { PlainDate } from '#kernel/plain-date';`] : []),
  ];
  return `// Written by \`npm run db:generate\` from the migrated database. Do not edit.\n${imports.join('\n')}\n\n${body}`;
}
