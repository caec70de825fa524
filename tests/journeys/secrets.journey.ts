import { expect, test } from 'vitest';
import { searchSecrets } from '../torture/secrets.ts';

test('identity numbers and phones stand readable nowhere: tables, log of the database, backup, output', async () => {
  const report = await searchSecrets(Number(process.env['ZHIBU_SECRETS'] ?? 20));
  expect(report.leaks).toEqual([]);
  expect(report.searched).toBeGreaterThan(100);
});
