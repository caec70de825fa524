import type {
  Catalogue,
  Column,
  Constraint,
  FunctionDefinition,
  Policy,
  Table,
} from './catalogue.ts';

const clause = (word: string, sql: string | null): string =>
  sql === null ? '' : ` ${word} (${sql})`;

function columnSql(column: Column): string {
  const parts = [`"${column.name}"`.replace(/^"([a-z_][a-z0-9_]*)"$/, '$1'), column.sqlType];
  if (column.collation !== null) parts.push(`collate ${column.collation}`);
  if (column.identity !== '') {
    parts.push(`generated ${column.identity === 'a' ? 'always' : 'by default'} as identity`);
  } else if (column.generated !== '') {
    const kind = column.generated === 's' ? 'stored' : 'virtual';
    parts.push(`generated always as (${column.defaultSql}) ${kind}`);
  } else if (column.defaultSql !== null) {
    parts.push(`default ${column.defaultSql}`);
  }
  if (column.notNull) parts.push('not null');
  return parts.join(' ');
}

const constraintSql = ({ name, sql }: Constraint): string => `constraint ${name} ${sql}`;

function policySql(policy: Policy, table: string): string {
  const kind = policy.permissive ? '' : ' as restrictive';
  const roles = policy.roles.join(', ');
  return `create policy ${policy.name} on ${table}${kind} for ${policy.command} to ${roles}${clause('using', policy.using)}${clause('with check', policy.check)};`;
}

function tableSql(table: Table): string {
  const options = table.options.length > 0 ? ` with (${table.options.join(', ')})` : '';
  const partitions = table.partitionKey === null ? '' : ` partition by ${table.partitionKey}`;
  const inside = [
    ...table.columns.map(columnSql),
    ...table.constraints.filter(({ kind }) => kind !== 'f').map(constraintSql),
  ];
  const head =
    table.partitionOf === null
      ? `create table ${table.name} (\n${inside.map((line) => `  ${line}`).join(',\n')}\n)${partitions}${options};`
      : `create table ${table.name} partition of ${table.partitionOf} ${table.partitionBound}${partitions}${options};`;
  return [
    head,
    ...table.indexes.map(({ sql }) => `${sql};`),
    ...(table.rowSecurity ? [`alter table ${table.name} enable row level security;`] : []),
    ...(table.forcedRowSecurity ? [`alter table ${table.name} force row level security;`] : []),
    ...table.policies.map((policy) => policySql(policy, table.name)),
    ...table.triggers.map(({ sql }) => `${sql};`),
  ].join('\n');
}

function functionSql({ name, sql, closedToPublic, foreignOwner }: FunctionDefinition): string {
  return [
    `${sql.trimEnd()};`,
    ...(closedToPublic ? [`revoke all on function ${name} from public;`] : []),
    ...(foreignOwner === null ? [] : [`alter function ${name} owner to ${foreignOwner};`]),
  ].join('\n');
}

const roleSql = (role: string): string =>
  `do $$ begin if to_regrole('${role}') is null then create role ${role} nologin; end if; end $$;`;

const foreignKeys = (table: Table): string[] =>
  table.constraints
    .filter(({ kind }) => kind === 'f')
    .map((constraint) => `alter table ${table.name} add ${constraintSql(constraint)};`);

/**
 * The whole database as SQL (`db/schema.sql`): running it on an empty database gives the same
 * catalogue as running the migrations. Rows are not part of it.
 */
export function renderSchema(catalogue: Catalogue): string {
  const early = catalogue.functions.filter((one) => !one.afterTables);
  const late = catalogue.functions.filter((one) => one.afterTables);
  const sections: readonly (readonly [string, readonly string[]])[] = [
    ['Roles', catalogue.roles.map(roleSql)],
    ['Schemas', catalogue.schemas.map((schema) => `create schema ${schema};`)],
    [
      'Types',
      catalogue.types.map(
        ({ name, sql, values }) =>
          `create ${values === null ? 'domain' : 'type'} ${name} as ${sql};`,
      ),
    ],
    ['Sequences', catalogue.sequences.map(({ name, sql }) => `create sequence ${name} ${sql};`)],
    ['Functions', early.map(functionSql)],
    ['Tables', catalogue.tables.map(tableSql)],
    ['Foreign keys', catalogue.tables.flatMap(foreignKeys)],
    ['Functions over tables', late.map(functionSql)],
    [
      'Views',
      catalogue.views.map(({ name, sql, materialised, options }) => {
        const kind = materialised ? 'materialized view' : 'view';
        const withOptions = options.length > 0 ? ` with (${options.join(', ')})` : '';
        return `create ${kind} ${name}${withOptions} as\n${sql.trimEnd()}`;
      }),
    ],
    [
      'Grants',
      catalogue.grants.map(
        ({ on, role, privileges, grantable }) =>
          `grant ${privileges} on ${on} to ${role}${grantable ? ' with grant option' : ''};`,
      ),
    ],
    ['Comments', catalogue.comments.map(({ name, sql }) => `comment on ${name} is ${sql};`)],
  ];
  const written = sections
    .filter(([, statements]) => statements.length > 0)
    .map(
      ([title, statements]) =>
        `-- ${title}\n\n${statements.join(title === 'Tables' || title.startsWith('Functions') ? '\n\n' : '\n')}\n`,
    );
  return [
    '-- Written by `npm run db:generate` from the migrated database. Do not edit.\n',
    'set check_function_bodies = off;\nset search_path = public;\n',
    ...written,
  ].join('\n');
}
