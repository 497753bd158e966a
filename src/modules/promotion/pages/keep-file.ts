import { addressOf, perform } from '../../../web/client.ts';
import type { KeepFile } from '../../../web/evidence-field.tsx';
import { evidenceOperations } from '../../documents/evidence-operations.ts';
import { documentOperations } from '../../documents/operations.ts';

const keeping =
  (metadata: 'keep' | 'strip'): KeepFile =>
  async (file, onSent) => {
    const input = { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()), metadata };
    const { fileId, name } = await perform(evidenceOperations['files.attach'], input, { onSent });
    return { fileId, name };
  };

/** Evidence goes to the store of files, which tells its kind by content and has it scanned. */
export const keepFile = keeping('keep');

/** A photo from a site goes there without the place where it was taken. */
export const keepPhoto = keeping('strip');

export const fileAddress = (fileId: string): string => addressOf(documentOperations['files.content'], { fileId });
