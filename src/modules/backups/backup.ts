import * as z from 'zod';

export const Backup = z.object({
  name: z.string(),
  madeAt: z.string(),
  /** Bytes. */
  size: z.int(),
  isBeforeUpgrade: z.boolean(),
});
export type Backup = z.infer<typeof Backup>;

/** The folder of the data home where backups lie. Only names of backups in it lead anywhere. */
export interface BackupFolder {
  readonly folder: string;
  list(): Promise<readonly Backup[]>;
  find(name: string): Promise<Backup | undefined>;
  read(name: string): Promise<Uint8Array>;
  make(
    name: string,
    at: string,
    onProgress: (progress: { readonly tables: number; readonly ofTables: number }) => void,
  ): Promise<void>;
}

/** More than this is fetched from the folder: an answer over HTTP is held in memory. */
export const largestDownload = 256 * 1024 * 1024;

/** “20261122T031500Z-by-hand.lantu” */
export const nameOf = (at: string): string => `${at.replaceAll(/[-:]|\.\d+/g, '')}-by-hand.lantu`;
