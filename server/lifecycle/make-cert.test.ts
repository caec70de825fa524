import { X509Certificate } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { createServer, get } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { makeCertificate } from './make-cert.ts';

const folder = await mkdtemp(join(tmpdir(), 'zhibu-cert-'));
afterAll(() => rm(folder, { recursive: true, force: true }));
const made = await makeCertificate({
  folder,
  hosts: ['localhost', '127.0.0.1', 'dangjian.example'],
  port: 8420,
});

describe('makeCertificate', () => {
  it('serves a client that trusts the authority, and no other', async () => {
    const server = createServer(
      { cert: await readFile(made.certFile), key: await readFile(made.keyFile) },
      (_request, response) => response.end('ok'),
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const ask = (ca: Buffer | undefined): Promise<number | undefined> =>
      new Promise((resolve, reject) => {
        get({ host: '127.0.0.1', port, ca, agent: false }, (response) =>
          resolve(response.statusCode),
        ).once('error', reject);
      });
    expect(await ask(await readFile(made.authorityFile))).toBe(200);
    await expect(ask(undefined)).rejects.toThrow(/self-signed|unable to/);
    await new Promise((resolve) => server.close(resolve));
  });

  it('names the hosts, and keeps the key from others and the signing key from everybody', async () => {
    const leaf = new X509Certificate(await readFile(made.certFile));
    for (const host of ['localhost', 'dangjian.example']) expect(leaf.checkHost(host)).toBe(host);
    expect(leaf.checkHost('elsewhere.example')).toBeUndefined();
    expect((await stat(made.keyFile)).mode & 0o777).toBe(0o600);
    expect((await readdir(folder)).sort()).toEqual(
      ['authority.crt', 'server.key', 'server.pem', '安装说明.txt'].sort(),
    );
  });

  it('prints the fingerprint to compare', async () => {
    const authority = new X509Certificate(await readFile(made.authorityFile));
    expect(await readFile(made.sheetFile, 'utf8')).toContain(authority.fingerprint256);
  });

  it('refuses what is no host', async () => {
    await expect(makeCertificate({ folder, hosts: ['a b'], port: 8420 })).rejects.toThrow(
      'a b 不是主机名',
    );
    await expect(
      makeCertificate({ folder, hosts: ['x,DNS:bank.example'], port: 8420 }),
    ).rejects.toThrow('不是主机名');
  });
});
