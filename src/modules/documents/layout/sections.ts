import type { Block } from '../../../core/document.ts';
import type { Section } from '../reading/reading.ts';

interface Open {
  section: { -readonly [Key in keyof Section]: Section[Key] };
}

/** The tree of headings: a section runs from its heading to the next one of its level or above. */
export function sectionsOf(blocks: readonly Block[]): { sections: Section[]; sectionOf: (Section | null)[] } {
  const sections: Section[] = [];
  const sectionOf: (Section | null)[] = [];
  const open: Open[] = [];
  blocks.forEach((block, index) => {
    if (block.kind === 'heading') {
      while (open.length > 0 && (open.at(-1) as Open).section.level >= block.level) close(open, index);
      const parent = open.at(-1)?.section ?? null;
      const title = titleOf(block.prose.text);
      const section = { heading: index, title, level: block.level, parent, from: index, to: blocks.length };
      sections.push(section);
      open.push({ section });
    }
    sectionOf.push(open.at(-1)?.section ?? null);
  });
  return { sections, sectionOf };
}

function close(open: Open[], index: number): void {
  const last = open.pop();
  if (last !== undefined) last.section.to = index;
}

const titleOf = (text: string): string => text.trim().replace(/[。：:]$/, '');
