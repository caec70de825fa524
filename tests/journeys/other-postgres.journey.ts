import { expect, test } from 'vitest';
import { isOtherPostgresHere, thereAndBack } from '../torture/other-postgres.ts';

if (!isOtherPostgresHere)
  console.log('skipped: PostgreSQL 15 is not installed (Debian: postgresql-15)');

test.skipIf(!isOtherPostgresHere)(
  'a backup of the embedded database is restored into PostgreSQL 15, served, and restored back',
  async () => {
    const [before, there, back] = await thereAndBack();
    expect(before).toEqual(['李秀英', '王建国']);
    expect(there).toEqual(['张伟', '李秀英', '王建国']);
    expect(back).toEqual(there);
    console.log('soak: embedded → PostgreSQL 15 → embedded, check clean three times');
  },
);
