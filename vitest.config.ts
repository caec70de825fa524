import { defineConfig } from 'vitest/config';

const SKIPPED = [
  '**/node_modules/**',
  'web/dist/**',
  'dist/**',
  'data/**',
  'tests/architecture/fixture/**',
];

/** The soak run (`npm run soak`) takes larger doses and as much more time. */
const PATIENCE = Number(process.env['ZHIBU_PATIENCE'] ?? 1);

/** Tests sit beside their source; the name of a file says what it needs to run. */
export default defineConfig({
  test: {
    chaiConfig: { truncateThreshold: 2000 },
    // Two processors are what the smallest machine has.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['**/*.test.{ts,tsx}'],
          exclude: [...SKIPPED, '**/*.db.test.ts'],
          // Generous, so that a busy machine fails no test; nothing here waits on purpose.
          testTimeout: 30_000 * PATIENCE,
        },
      },
      {
        test: {
          name: 'db',
          include: ['**/*.db.test.ts'],
          exclude: SKIPPED,
          globalSetup: ['tests/support/global-setup.ts'],
          testTimeout: 60_000 * PATIENCE,
          hookTimeout: 120_000 * PATIENCE,
        },
      },
      {
        test: {
          name: 'journeys',
          include: ['tests/journeys/**/*.journey.ts'],
          exclude: SKIPPED,
          globalSetup: ['tests/support/global-setup.ts'],
          // Two browsers, two servers and a database share the processors: whole minutes are allowed.
          testTimeout: 300_000 * PATIENCE,
          hookTimeout: 300_000 * PATIENCE,
        },
      },
    ],
  },
});
