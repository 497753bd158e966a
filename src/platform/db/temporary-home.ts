import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A home for a database that lives only as long as `work`: for generators and tests. */
export async function withTemporaryHome<T>(work: (home: string) => Promise<T>): Promise<T> {
  const home = await mkdtemp(join(tmpdir(), 'lantu-'));
  // The account of the server passes through; the data inside are closed to all others.
  await chmod(home, 0o755);
  try {
    return await work(home);
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}
