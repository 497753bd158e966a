import { open } from 'node:fs/promises';

/** Puts the content of a file, or the names in a folder, onto the disk: a loss of power takes nothing of it any more. */
export async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
