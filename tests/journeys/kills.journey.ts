import { expect, test } from 'vitest';
import { killRounds } from '../torture/kills.ts';

test('kill -9 of server and database under load: nothing acknowledged is lost, nothing half written', async () => {
  const report = await killRounds(Number(process.env['ZHIBU_KILLS'] ?? 10), 41);
  expect(report.wrong).toEqual([]);
  expect(report.lost).toBe(0);
  expect(report.acknowledged).toBeGreaterThan(10);
}, 600_000);
