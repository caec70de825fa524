import { quoteName, quoteText, type SqlClient } from '#platform/postgres';

/** Who migrates and owns, who serves requests under row security, who only reads. */
export const ROLES = { owner: 'zhibu_owner', app: 'zhibu_app', report: 'zhibu_report' } as const;

export interface RolePasswords {
  readonly owner: string;
  readonly app: string;
  readonly report: string;
}

/**
 * SQL that a superuser runs once per database server: the three roles, none of which may bypass row
 * security. Safe to run again (sets the passwords anew). What each may touch is granted by the migrations.
 */
export function dbRolesSql(passwords: RolePasswords): string {
  const role = (name: string, password: string): string =>
    `do $$ begin create role ${quoteName(name)}; exception when duplicate_object or unique_violation then null; end $$;
alter role ${quoteName(name)} login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password ${quoteText(password)};`;
  return [
    role(ROLES.owner, passwords.owner),
    role(ROLES.app, passwords.app),
    role(ROLES.report, passwords.report),
    `alter role ${ROLES.report} set default_transaction_read_only = on;`,
    '',
  ].join('\n');
}

/** SQL that makes the database; run it outside a transaction, after `dbRolesSql`. */
export const createDatabaseSql = (database: string, template?: string): string =>
  `create database ${quoteName(database)} owner ${ROLES.owner} encoding 'UTF8' template ${quoteName(template ?? 'template0')};`;

/** SQL run inside the new database: nobody but the three roles enters, and only the owner creates. */
export const closeDatabaseSql = (database: string): string =>
  `revoke all on database ${quoteName(database)} from public;
grant connect, temporary on database ${quoteName(database)} to ${ROLES.app};
grant connect on database ${quoteName(database)} to ${ROLES.report};
revoke create on schema public from public;
grant usage on schema public to ${ROLES.app}, ${ROLES.report};
`;

/**
 * The whole of it as a script for psql, for a PostgreSQL that others look after (`zhibu db-roles`).
 * @param database name of the new database
 */
export const dbRolesScript = (
  database: string,
  passwords: RolePasswords,
): string => `-- 由数据库管理员（超级用户）执行：psql -v ON_ERROR_STOP=1 -f 本文件
-- 之后设置（主机、端口按实际填写）：
--   DATABASE_URL=postgres://${ROLES.app}:${passwords.app}@主机:5432/${database}
--   DATABASE_OWNER_URL=postgres://${ROLES.owner}:${passwords.owner}@主机:5432/${database}
-- 只读查询用 ${ROLES.report}，密码 ${passwords.report}
${dbRolesSql(passwords)}
${createDatabaseSql(database)}
\\connect ${quoteName(database)}
${closeDatabaseSql(database)}`;

/**
 * Says why the role of a request connection would defeat row security, or null where it is fit.
 * The start is refused otherwise: a policy that its own user may bypass protects nobody.
 */
export async function unfitForRequests(client: SqlClient): Promise<string | null> {
  const [role] = await client.query<{
    name: string;
    super: boolean;
    bypass: boolean;
    owned: string | null;
  }>(`
    select r.rolname as name, r.rolsuper as super, r.rolbypassrls as bypass,
      (select 'database ' || d.datname from pg_database d
         where d.datname = current_database() and pg_has_role(r.oid, d.datdba, 'member')
       union all
       select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
         where c.relkind in ('r', 'p') and n.nspname = 'public' and pg_has_role(r.oid, c.relowner, 'member')
       limit 1) as owned
    from pg_roles r where r.rolname = current_user`);
  if (role === undefined) return '查不到请求所用的数据库角色。';
  if (role.super) return `请求所用的数据库角色 ${role.name} 是超级用户，行级安全对它不起作用。`;
  if (role.bypass)
    return `请求所用的数据库角色 ${role.name} 带有 BYPASSRLS，行级安全对它不起作用。`;
  if (role.owned !== null)
    return `请求所用的数据库角色 ${role.name} 是 ${role.owned} 的所有者，行级安全对它不起作用。`;
  return null;
}
