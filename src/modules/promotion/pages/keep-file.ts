import { addressOf, perform } from '../../../web/client.ts';
import type { KeepFile } from '../../../web/evidence-field.tsx';
import { evidenceOperations } from '../../documents/evidence-operations.ts';
import { documentOperations } from '../../documents/operations.ts';

/** Evidence goes to the store of files, which tells its kind by content and has it scanned. */
export const keepFile: KeepFile = async (file, onSent) => {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const { fileId, name } = await perform(evidenceOperations['files.attach'], { name: file.name, bytes }, { onSent });
  return { fileId, name };
};

export const fileAddress = (fileId: string): string => addressOf(documentOperations['files.content'], { fileId });
