import { addressOf, perform } from '../../../web/client.ts';
import type { KeepFile } from '../../../web/evidence-field.tsx';
import { evidenceOperations } from '../../documents/evidence-operations.ts';
import { documentOperations } from '../../documents/operations.ts';

export const keepEvidence: KeepFile = async (file, onSent) => {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const { fileId, name } = await perform(evidenceOperations['files.attach'], { name: file.name, bytes }, { onSent });
  return { fileId, name };
};

export const addressOfFile = (fileId: string): string => addressOf(documentOperations['files.content'], { fileId });
