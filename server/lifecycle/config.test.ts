import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from './config.ts';

const here = fileURLToPath(import.meta.url);

describe('readConfig', () => {
  it('stands on loopback by itself', () => {
    expect(readConfig({})).toMatchObject({
      host: '127.0.0.1',
      port: 8420,
      tls: null,
      behindProxy: false,
      external: null,
    });
  });

  it.each([
    [{ ZHIBU_PORT: '84200' }, 'ZHIBU_PORT=84200'],
    [{ ZHIBU_PORT: 'http' }, 'ZHIBU_PORT=http'],
    [{ ZHIBU_BEHIND_PROXY: 'yes' }, 'ZHIBU_BEHIND_PROXY=yes'],
    [{ ZHIBU_TLS_CERT: 'a.pem' }, 'ZHIBU_TLS_KEY'],
    [{ ZHIBU_TLS_CERT: here, ZHIBU_TLS_KEY: 'none.pem' }, 'none.pem 不存在'],
    [{ ZHIBU_HOST: '0.0.0.0' }, 'HTTPS'],
    [{ ZHIBU_HOST: '127.0.0.1.example.org' }, 'HTTPS'],
    [{ DATABASE_URL: 'mysql://u:hidden@h/d' }, 'DATABASE_URL 应为'],
  ])('refuses %o', (env, sentence) => {
    expect(() => readConfig(env)).toThrow(ConfigError);
    expect(() => readConfig(env)).toThrow(sentence);
  });

  it('never repeats a database password', () => {
    try {
      readConfig({ DATABASE_URL: 'mysql://u:hidden@h/d' });
      expect.unreachable();
    } catch (error) {
      expect(String(error)).not.toContain('hidden');
    }
  });

  it.each([{ ZHIBU_TLS_CERT: here, ZHIBU_TLS_KEY: here }, { ZHIBU_BEHIND_PROXY: '1' }])(
    'goes beyond loopback with %o',
    (env) => {
      expect(readConfig({ ZHIBU_HOST: '0.0.0.0', ...env }).host).toBe('0.0.0.0');
    },
  );
});
