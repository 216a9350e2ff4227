import { defineConfig } from 'vitest/config';

const fixtures = ['**/node_modules/**', 'tests/fixtures/**', 'tests/**/fixtures/**'];

/**
 * Groups run one after the other: two builds, or a build and a browser, at once on two processors
 * would make the times of both mean nothing.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: [...fixtures, 'tests/sites/**', 'tests/browser/**'],
          testTimeout: 60_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'site',
          include: ['tests/sites/**/*.test.ts'],
          exclude: fixtures,
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 180_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          exclude: fixtures,
          globalSetup: 'tests/browser/setup.ts',
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
