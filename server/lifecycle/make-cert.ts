import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { isIP } from 'node:net';
import { hostname, networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { installSheet } from './install-sheet.ts';

const run = promisify(execFile);

export interface CertificateOptions {
  /** Folder for the files, made with mode 0700. */
  readonly folder: string;
  /** Names and addresses under which others reach this machine; found by itself where empty. */
  readonly hosts: readonly string[];
  readonly port: number;
}

export interface Certificate {
  /** For `ZHIBU_TLS_CERT`: the server's certificate and the authority's. */
  readonly certFile: string;
  /** For `ZHIBU_TLS_KEY`, 0600. */
  readonly keyFile: string;
  /** To be installed once on every computer. */
  readonly authorityFile: string;
  /** How to install it, Chinese, to be printed. */
  readonly sheetFile: string;
  readonly hosts: readonly string[];
}

/** Browsers take no longer from an authority of one's own. */
const SERVER_DAYS = 820;
const AUTHORITY_DAYS = 3_650;
const KEY = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];

/**
 * Makes an authority that is good for these hosts only, a server certificate signed by it, and throws
 * the authority's key away: whoever installs it trusts this server and nothing else, for good.
 * @throws with a Chinese sentence where a host is no name or address, or openssl is missing
 */
export async function makeCertificate(options: CertificateOptions): Promise<Certificate> {
  const hosts = options.hosts.length > 0 ? [...new Set(options.hosts)] : ownHosts();
  const bad = hosts.find(
    (host) => isIP(host) === 0 && !/^(?!-)[a-z0-9-]+(\.[a-z0-9-]+)*$/i.test(host),
  );
  if (bad !== undefined) throw new Error(`${bad} 不是主机名，也不是 IP 地址。`);
  await mkdir(options.folder, { recursive: true });
  await chmod(options.folder, 0o700);
  const half = await mkdtemp(join(options.folder, '.making-'));
  try {
    const fingerprint = await sign(half, hosts);
    const file = (name: string): string => join(options.folder, name);
    for (const name of ['server.pem', 'server.key', 'authority.crt']) {
      await chmod(join(half, name), 0o600);
      await rename(join(half, name), file(name));
    }
    const sheet = installSheet({ hosts, port: options.port, fingerprint, days: SERVER_DAYS });
    await writeFile(file('安装说明.txt'), sheet);
    return {
      certFile: file('server.pem'),
      keyFile: file('server.key'),
      authorityFile: file('authority.crt'),
      sheetFile: file('安装说明.txt'),
      hosts,
    };
  } finally {
    await rm(half, { recursive: true, force: true });
  }
}

const ownHosts = (): string[] => [
  ...new Set([
    'localhost',
    '127.0.0.1',
    hostname(),
    ...Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter((address) => address.family === 'IPv4' && !address.internal)
      .map((address) => address.address),
  ]),
];

/** Returns the SHA-256 fingerprint of the authority. */
async function sign(folder: string, hosts: readonly string[]): Promise<string> {
  const openssl = async (...args: string[]): Promise<string> => {
    try {
      return (await run('openssl', args, { cwd: folder })).stdout;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      throw new Error(
        '本机没有 openssl。请安装 openssl 后重试，或者使用单位已有的证书设置 ZHIBU_TLS_CERT 和 ZHIBU_TLS_KEY。',
        { cause: error },
      );
    }
  };
  const name = `zhibu ${new Date().toISOString().slice(0, 10)}`;
  const permitted = hosts.map(
    (host) =>
      `permitted;${isIP(host) === 0 ? `DNS:${host}` : `IP:${host}/${ONE_ADDRESS[isIP(host)]}`}`,
  );
  const named = hosts.map((host) => `${isIP(host) === 0 ? 'DNS' : 'IP'}:${host}`);
  await openssl(
    ...['req', '-x509', ...KEY, '-days', String(AUTHORITY_DAYS), '-subj', `/CN=${name} CA`],
    ...[
      '-addext',
      'basicConstraints=critical,CA:TRUE,pathlen:0',
      '-addext',
      'keyUsage=critical,keyCertSign',
    ],
    ...[
      '-addext',
      `nameConstraints=critical,${permitted.join(',')}`,
      '-keyout',
      'authority.key',
      '-out',
      'authority.crt',
    ],
  );
  await openssl(
    'req',
    '-new',
    ...KEY,
    '-subj',
    `/CN=${name}`,
    '-keyout',
    'server.key',
    '-out',
    'server.csr',
  );
  await writeFile(
    join(folder, 'extensions'),
    `basicConstraints=critical,CA:FALSE
keyUsage=critical,digitalSignature
extendedKeyUsage=serverAuth
subjectAltName=${named.join(',')}
`,
  );
  await openssl(
    ...[
      'x509',
      '-req',
      '-in',
      'server.csr',
      '-CA',
      'authority.crt',
      '-CAkey',
      'authority.key',
      '-CAcreateserial',
    ],
    ...['-days', String(SERVER_DAYS), '-sha256', '-extfile', 'extensions', '-out', 'leaf.pem'],
  );
  await rm(join(folder, 'authority.key'));
  const both = await Promise.all(
    ['leaf.pem', 'authority.crt'].map((part) => readFile(join(folder, part), 'utf8')),
  );
  await writeFile(join(folder, 'server.pem'), both.join(''), { mode: 0o600 });
  const shown = await openssl('x509', '-in', 'authority.crt', '-noout', '-fingerprint', '-sha256');
  return shown.trim().replace(/^.*=/, '');
}

const ONE_ADDRESS: Readonly<Record<number, string>> = {
  4: '255.255.255.255',
  6: 'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff',
};
