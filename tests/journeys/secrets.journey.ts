import { expect, test } from 'vitest';
import { searchSecrets } from '../torture/secrets.ts';

test('identity numbers and phones stand readable nowhere: tables, log of the database, backup, output', async () => {
  const report = await searchSecrets(Number(process.env['ZHIBU_SECRETS'] ?? 20));
  console.log(
    `soak: ${report.entered} people, ${report.searched} files, ${report.leaks.length} leaks`,
  );
  expect(report.leaks).toEqual([]);
  expect(report.searched).toBeGreaterThan(100);
});
