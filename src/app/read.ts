import { layOutText } from '../modules/documents/layout/layout.ts';
import type { OwnVocabulary } from '../modules/documents/own-vocabulary.ts';
import { readDocument } from '../modules/documents/reading/read.ts';
import type { Reading } from '../modules/documents/reading/reading.ts';
import { readFile } from '../platform/files/read-file.ts';

/** From the bytes of any supported file to its facts. */
export async function readAnyFile(name: string, bytes: Uint8Array, own?: OwnVocabulary): Promise<Reading> {
  return readDocument(await readFile(name, bytes, { layOutText }), own);
}
