import type { DocumentBlock, Figure, Inline, Mark, OfficialDocument } from './document.ts';
import { frontMatterOf } from './front-matter.ts';

/** Characters that mean something in Markdown stand as themselves. */
const escaped = (text: string): string => text.replace(/[\\`*_[\]<>|~&#!]/g, '\\$&').replace(/\n/g, ' ');

const runOf = (run: string | Figure): string =>
  typeof run === 'string'
    ? escaped(run)
    : `[${escaped(run.text)}](${run.source.kind}:${encodeURIComponent(run.source.id).replace(/[()]/g, (each) => `%${each.charCodeAt(0).toString(16)}`)}${run.isNegative === true ? ' "-"' : ''})`;
const inline = (content: Inline): string => content.map(runOf).join('');

/** “1.” or “-” at the start of a paragraph would make it a list. */
const paragraph = (content: Inline): string =>
  inline(content)
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(/^([-+=])/, '\\$1');

const dashes = { left: ':--', center: ':-:', right: '--:' } as const;

function blockText(block: DocumentBlock): string {
  switch (block.kind) {
    case 'heading':
      // One sign is the title’s, as in a text that is written by hand.
      return `${'#'.repeat(block.level + 1)} ${inline(block.content)}`;
    case 'paragraph':
      return paragraph(block.content);
    case 'table': {
      const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
      const lines = [
        row(block.columns.map(({ head }) => escaped(head))),
        row(block.columns.map(({ align }) => dashes[align])),
        ...block.rows.map((cells) => row(cells.map(inline))),
      ];
      const above = [block.title, block.unit === null ? null : `单位：${block.unit}`].filter((each) => each !== null);
      return [...above.map(escaped), lines.join('\n'), ...block.notes.map(escaped)].join('\n\n');
    }
    case 'chart': {
      const head = [
        block.title === null ? [] : [`标题：${block.title}`],
        block.unit === null ? [] : [`单位：${block.unit}`],
      ];
      const bars = block.bars.map(({ label, value }) => `${label}：${runOf(value)}`);
      return ['```chart', ...head.flat(), ...bars, '```'].join('\n');
    }
  }
}

const withMarks = (text: string, marks: readonly Mark[]): string =>
  marks.reduceRight((inner, mark) => `<!-- ${mark} -->\n\n${inner}\n\n<!-- /${mark} -->`, text);

/** The document as Markdown that reads back to the same document, its figures tied as they were. */
export const documentToMarkdown = (document: OfficialDocument): string =>
  `${frontMatterOf(document)}\n${document.blocks.map((block) => withMarks(blockText(block), block.marks ?? [])).join('\n\n')}\n`;
