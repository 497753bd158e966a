import type { ReadDocument } from '../../core/document.ts';
import { damaged, type Limits } from './limits.ts';
import type { LayOutText } from './placed.ts';

export async function readPdf(
  name: string,
  _bytes: Uint8Array,
  _layOutText: LayOutText,
  _limits: Limits,
): Promise<ReadDocument> {
  throw damaged(name, 'PDF');
}
