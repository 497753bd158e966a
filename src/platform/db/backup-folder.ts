import { lstat, mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type BackupProgress, backUp } from './backup.ts';
import { type Connection, withClient } from './connect.ts';

/** Names that we give; nothing in them leads out of the folder. */
const named = /^(\d{8}T\d{6}Z)-([a-z0-9-]{1,100})\.lantu$/;

export interface KeptBackup {
  readonly name: string;
  readonly madeAt: string;
  readonly size: number;
  /** Taken before an upgrade rather than by somebody. */
  readonly isBeforeUpgrade: boolean;
}

export interface BackupFolder {
  readonly folder: string;
  list(): Promise<readonly KeptBackup[]>;
  /** Undefined for a name that is none of a backup in this folder. */
  find(name: string): Promise<KeptBackup | undefined>;
  read(name: string): Promise<Uint8Array>;
  make(name: string, at: string, onProgress: (progress: BackupProgress) => void): Promise<void>;
}

const instantOf = (stamp: string): string =>
  stamp.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6.000Z');

export function backupFolder(home: string, connection: Connection): BackupFolder {
  const folder = join(home, 'backups');

  const find = async (name: string): Promise<KeptBackup | undefined> => {
    const [, stamp, reason] = named.exec(name) ?? [];
    if (stamp === undefined || reason === undefined) return undefined;
    const found = await lstat(join(folder, name)).catch(() => undefined);
    // A link may lead anywhere.
    if (found === undefined || !found.isFile()) return undefined;
    return { name, madeAt: instantOf(stamp), size: found.size, isBeforeUpgrade: reason.startsWith('before-') };
  };

  return {
    folder,
    find,
    list: async () => {
      const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return [];
        throw error;
      });
      const found = await Promise.all(names.map(find));
      return found.filter((each) => each !== undefined).sort((a, b) => b.name.localeCompare(a.name));
    },
    read: async (name) => {
      if ((await find(name)) === undefined) throw new Error(`${name} is no backup of ${folder}`);
      return new Uint8Array(await readFile(join(folder, name)));
    },
    make: async (name, at, onProgress) => {
      if (!named.test(name)) throw new Error(`${name} is no name of a backup`);
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await withClient(connection, (client) => backUp(client, join(folder, name), at, onProgress));
    },
  };
}
