import { configDefaults, defineConfig } from 'vitest/config';

/** Where the users are: a day off by one shows here, and would hide under UTC. */
const shared = { env: { TZ: 'Asia/Shanghai' }, testTimeout: 20_000, hookTimeout: 60_000 };
const exclude = [...configDefaults.exclude, 'test/browser/**'];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...shared,
          name: 'pure',
          include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts', 'test/**/*.test.ts'],
          exclude: [...exclude, '**/*.db.test.ts'],
        },
      },
      {
        test: {
          ...shared,
          name: 'database',
          // Creating, copying and killing databases is slow on a machine that is busy otherwise.
          testTimeout: 60_000,
          // Only these wait for a PostgreSQL to start: test/database.setup.ts.
          include: ['{src,scripts,test}/**/*.db.test.ts'],
          exclude,
          globalSetup: 'test/database.setup.ts',
        },
      },
    ],
  },
});
