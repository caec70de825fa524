import { expect, test } from 'vitest';
import { killRounds } from '../torture/kills.ts';

const ROUNDS = Number(process.env['ZHIBU_KILLS'] ?? 10);

test(
  'kill -9 of server and database under load: nothing acknowledged is lost, nothing half written',
  async () => {
    const report = await killRounds(ROUNDS, 41);
    console.log(
      `soak: ${report.rounds} kills, ${report.acknowledged} acknowledged writes, ${report.lost} lost, ${report.wrong.length} wrong`,
    );
    expect(report.wrong).toEqual([]);
    expect(report.lost).toBe(0);
    expect(report.acknowledged).toBeGreaterThan(10);
  },
  120_000 + ROUNDS * 60_000,
);
