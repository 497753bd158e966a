import { configDefaults, defineConfig } from 'vitest/config';

/** Where the users are: a day off by one shows here, and would hide under UTC. */
/** Files of a worker share their modules: most of a file's time was to load them anew. Nothing of ours keeps state in them. */
const together = { isolate: false };
const shared = {
  env: { TZ: 'Asia/Shanghai' },
  setupFiles: 'test/chance.setup.ts',
  testTimeout: 20_000,
  hookTimeout: 60_000,
};
const exclude = [...configDefaults.exclude, 'test/browser/**'];

/** Start, kill and restart whole processes; `npm test` runs them, the check before a commit does not wait for them. */
const processes = [
  'src/platform/db/{backup,binaries,endings,open,supervisor}.db.test.ts',
  'src/platform/audit/kill.db.test.ts',
  'test/journeys/**/*.test.ts',
];
/** Creating, copying and killing databases is slow on a machine that is busy otherwise. */
const onDatabase = { testTimeout: 60_000, globalSetup: 'test/database.setup.ts' };

export default defineConfig({
  test: {
    // One of two processors waits for the database otherwise.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          ...shared,
          ...together,
          name: 'pure',
          include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts', 'test/**/*.test.ts'],
          exclude: [...exclude, '**/*.db.test.ts', ...processes],
        },
      },
      {
        test: {
          ...shared,
          ...together,
          ...onDatabase,
          name: 'database',
          // Only these wait for a PostgreSQL to start: test/database.setup.ts.
          include: ['{src,scripts,test}/**/*.db.test.ts'],
          exclude: [...exclude, ...processes],
        },
      },
      { test: { ...shared, ...onDatabase, name: 'processes', include: processes, exclude } },
    ],
  },
});
