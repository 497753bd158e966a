import { addressOf, perform } from '../../../web/client.ts';
import type { KeepFile } from '../../../web/evidence-field.tsx';
import { documentOperations } from '../../documents/operations.ts';

/** Evidence goes to the store of files. */
export const keepFile: KeepFile = async (file, onSent) => {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const mediaType = file.type === '' ? 'application/octet-stream' : file.type;
  const { fileId } = await perform(documentOperations['files.keep'], { name: file.name, mediaType, bytes }, { onSent });
  return { fileId, name: file.name };
};

export const fileAddress = (fileId: string): string => addressOf(documentOperations['files.content'], { fileId });
