import { Buffer } from 'node:buffer';
import { Problem } from '../../core/problem.ts';
import { damaged } from './limits.ts';

/** Streams that tell what an OLE file is; their names stand in its directory in UTF-16. */
const streams: readonly { readonly stream: string; readonly format: string }[] = [
  { stream: 'WordDocument', format: '.doc / .wps' },
  { stream: 'Workbook', format: '.xls / .et' },
  { stream: 'Book', format: '.xls' },
  { stream: 'PowerPoint Document', format: '.ppt / .dps' },
];

const inUtf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');

function holds(bytes: Uint8Array, wanted: Buffer): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(wanted);
}

/** Old office files, and new ones that a password encrypts, are OLE containers: neither is read. */
export function refuseOle(name: string, bytes: Uint8Array): never {
  if (holds(bytes, inUtf16('EncryptedPackage'))) throw new Problem('file-protected', { name });
  const known = streams.find(({ stream }) => holds(bytes, inUtf16(stream)));
  if (known === undefined && bytes.length < 1536) throw damaged(name, 'the file is cut off');
  throw new Problem('file-format', { format: known?.format ?? '.doc / .xls' });
}
