import { accessSync, constants } from 'node:fs';
import { resolve } from 'node:path';

export type Environment = Readonly<Record<string, string | undefined>>;

/** What an administrator sets from outside. */
export interface Config {
  readonly dataDir: string;
  readonly host: string;
  readonly port: number;
  readonly tls: { readonly certFile: string; readonly keyFile: string } | null;
  /** HTTPS is ended by a proxy before us; its forwarded headers are believed. */
  readonly behindProxy: boolean;
  /** Another PostgreSQL instead of our own: requests come as `app`, migrations as `owner`. */
  readonly external: { readonly appUrl: string; readonly ownerUrl: string | null } | null;
}

/** A setting that cannot be used; the message is a Chinese sentence for the console. */
export class ConfigError extends Error {}

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|::1)$/;

/** @throws ConfigError naming the variable and what it should be */
export function readConfig(env: Environment): Config {
  const text = (name: string): string | null => env[name]?.trim() || null;
  const host = text('ZHIBU_HOST') ?? '127.0.0.1';
  const behindProxy = flag('ZHIBU_BEHIND_PROXY', text('ZHIBU_BEHIND_PROXY'));
  const tls = tlsFiles(text('ZHIBU_TLS_CERT'), text('ZHIBU_TLS_KEY'));
  if (!LOOPBACK.test(host) && tls === null && !behindProxy) {
    throw new ConfigError(
      `ZHIBU_HOST=${host} 会让其他电脑访问，必须使用 HTTPS：先运行 npm run zhibu -- make-cert，再设置 ZHIBU_TLS_CERT 和 ZHIBU_TLS_KEY；前面已有 HTTPS 代理的，设置 ZHIBU_BEHIND_PROXY=1。`,
    );
  }
  const appUrl = databaseUrl('DATABASE_URL', text('DATABASE_URL'));
  const ownerUrl = databaseUrl('DATABASE_OWNER_URL', text('DATABASE_OWNER_URL'));
  return {
    dataDir: resolve(text('ZHIBU_DATA') ?? 'data'),
    host,
    port: portNumber(text('ZHIBU_PORT') ?? '8420'),
    tls,
    behindProxy,
    external: appUrl === null ? null : { appUrl, ownerUrl },
  };
}

function portNumber(value: string): number {
  const port = Number(value);
  if (!/^\d{1,5}$/.test(value) || port > 65_535) {
    throw new ConfigError(`ZHIBU_PORT=${value} 不是端口号，应为 0 到 65535 的整数。`);
  }
  return port;
}

function flag(name: string, value: string | null): boolean {
  if (value === null || value === '0') return false;
  if (value === '1') return true;
  throw new ConfigError(`${name}=${value} 无法识别，应为 1 或 0。`);
}

function tlsFiles(cert: string | null, key: string | null): Config['tls'] {
  if (cert === null && key === null) return null;
  if (cert === null || key === null) {
    throw new ConfigError('ZHIBU_TLS_CERT 和 ZHIBU_TLS_KEY 必须同时设置。');
  }
  for (const [name, path] of [
    ['ZHIBU_TLS_CERT', cert],
    ['ZHIBU_TLS_KEY', key],
  ]) {
    try {
      accessSync(path ?? '', constants.R_OK);
    } catch {
      throw new ConfigError(`${name} 指定的文件 ${path} 不存在或不能读取。`);
    }
  }
  return { certFile: resolve(cert), keyFile: resolve(key) };
}

function databaseUrl(name: string, value: string | null): string | null {
  if (value === null) return null;
  // The value holds a password: it is not repeated on the console.
  if (!URL.canParse(value) || !/^postgres(ql)?:$/.test(new URL(value).protocol)) {
    throw new ConfigError(`${name} 应为 postgres://用户:密码@主机:端口/数据库 的形式。`);
  }
  return value;
}
