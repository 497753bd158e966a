import { implement, type Service } from '../../core/implement.ts';
import { Problem } from '../../core/problem.ts';
import { type BackupFolder, largestDownload, nameOf } from './backup.ts';
import { backupOperations } from './operations.ts';

const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1024 / 1024)} MB`;

/** What is being made is kept in memory: a restart ends it, and leaves no half of a file behind. */
export function backupService(backups: BackupFolder): Service {
  let making: { name: string; share: number } | null = null;
  let failure: string | null = null;

  const make = async (name: string, at: string) => {
    try {
      await backups.make(name, at, ({ tables, ofTables }) => {
        making = { name, share: tables / ofTables };
      });
    } catch (error) {
      failure = (error as Error).message;
    } finally {
      making = null;
    }
  };

  return implement(backupOperations, {
    'backups.list': async () => ({
      folder: backups.folder,
      backups: [...(await backups.list())],
      making,
      failure,
    }),

    'backups.make': async ({ now, audit }) => {
      if (making !== null) return making;
      const started = { name: nameOf(now), share: 0 };
      making = started;
      failure = null;
      audit('backup', started.name, null, { name: started.name });
      void make(started.name, now);
      return started;
    },

    'backups.download': async (_, { name }) => {
      const found = await backups.find(name);
      if (found === undefined) throw new Problem('not-found', { kind: '备份 backup', id: name });
      if (found.size > largestDownload)
        throw new Problem('backup-too-large', {
          name,
          size: megabytes(found.size),
          limit: megabytes(largestDownload),
          folder: backups.folder,
        });
      return { name, mediaType: 'application/gzip', bytes: await backups.read(name) };
    },
  });
}
