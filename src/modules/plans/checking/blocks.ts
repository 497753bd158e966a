import type { Reading } from '../../documents/reading/reading.ts';

/** The block that holds an offset of the document; blocks stand in order. */
export function blockIndexAt({ document: { blocks } }: Reading, offset: number): number {
  let low = 0;
  let high = blocks.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((blocks[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
