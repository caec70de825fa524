import { sql } from '#platform/db';
import type { Command } from './index.ts';

/** Health of an installation; exit code 1 where something does not hold. */
export const check: Command = async (line, { db }) => {
  const broken = await db.system((plain) =>
    sql<{ tenant_id: string; seq: number }>`select * from audit_broken_seals()`.execute(plain),
  );
  for (const seal of broken.rows) line.print(`日志封印不符：第${seal.seq}号`);
  if (broken.rows.length === 0) line.print('日志封印：完好');
  return broken.rows.length === 0 ? 0 : 1;
};
