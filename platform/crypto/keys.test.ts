import { chmod, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { unwrap } from '#kernel/result';
import {
  keyIdOf,
  loadMasterKey,
  masterKeyOf,
  randomMasterKey,
  unwrapKey,
  wrapKey,
} from './index.ts';

let dataDir = '';
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'zhibu-key-'));
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

describe('master key', () => {
  test('is made once, readable by the owner only, and found again', async () => {
    const first = await loadMasterKey({ dataDir, env: {} });
    expect((await stat(join(dataDir, 'key'))).mode & 0o777).toBe(0o600);
    const again = await loadMasterKey({ dataDir, env: {} });
    expect(again.equals(first)).toBe(true);
  });

  test('twenty first starts at once end with one key and no left-overs', async () => {
    const starts = Array.from({ length: 20 }, () => loadMasterKey({ dataDir, env: {} }));
    const ids = new Set((await Promise.all(starts)).map(keyIdOf));
    expect(ids.size).toBe(1);
    expect(await readdir(dataDir)).toEqual(['key']);
  });

  test('a lost file mode is put right', async () => {
    await loadMasterKey({ dataDir, env: {} });
    await chmod(join(dataDir, 'key'), 0o644);
    await loadMasterKey({ dataDir, env: {} });
    expect((await stat(join(dataDir, 'key'))).mode & 0o777).toBe(0o600);
  });

  test('comes from the environment in base64, base64url or hex, and then writes no file', async () => {
    const key = masterKeyOf(Buffer.alloc(32, 0xfb));
    for (const form of ['base64', 'base64url', 'hex'] as const) {
      const env = { ZHIBU_KEY: key.export().toString(form) };
      expect((await loadMasterKey({ dataDir, env })).equals(key)).toBe(true);
    }
    expect(await readdir(dataDir)).toEqual([]);
  });

  test('a malformed key stops the start without repeating the key', async () => {
    const start = loadMasterKey({ dataDir, env: { ZHIBU_KEY: 'too-short' } });
    await expect(start).rejects.toThrow(/ZHIBU_KEY/);
    await expect(start).rejects.not.toThrow(/too-short/);
    await writeFile(join(dataDir, 'key'), 'garbage');
    await expect(loadMasterKey({ dataDir, env: {} })).rejects.toThrow(/holds no key/);
  });

  test('is not shown by printing', async () => {
    const key = await loadMasterKey({ dataDir, env: {} });
    const text = (await readFile(join(dataDir, 'key'), 'utf8')).trim();
    const shown = inspect(key, { depth: 9, showHidden: true }) + JSON.stringify({ key });
    expect(shown).not.toContain(text);
    expect(shown).not.toContain(key.export().toString('hex'));
  });
});

describe('wrapped key', () => {
  test('opens with its passphrase only, and not when changed', async () => {
    const key = randomMasterKey();
    const wrapped = await wrapKey(key, '春暖 花开２０２６');
    expect(unwrap(await unwrapKey(wrapped, '春暖 花开2026')).equals(key)).toBe(true);
    expect((await unwrapKey(wrapped, '春暖花开')).ok).toBe(false);
    const last = wrapped.endsWith('A') ? 'B' : 'A';
    const changed = wrapped.slice(0, -2) + last + wrapped.slice(-1);
    expect((await unwrapKey(changed, '春暖 花开2026')).ok).toBe(false);
    expect((await unwrapKey(wrapped.replace('$1$', '$2$'), '春暖 花开2026')).ok).toBe(false);
    expect((await unwrapKey('', '')).ok).toBe(false);
  });
});
