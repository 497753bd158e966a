import { beforeAll, describe, expect, test } from 'vitest';
import type { Block, ReadDocument } from '../src/core/document.ts';
import { sourceOf } from '../src/core/document.ts';
import { layOutText } from '../src/modules/documents/layout/layout.ts';
import { readDocument } from '../src/modules/documents/reading/read.ts';
import { readFile } from '../src/platform/files/read-file.ts';
import { hasChromium, printPdf } from './print-pdf.ts';
import { planAsDocx, planAsHtml, planAsMarkdown, planAsText, planAsXlsx } from './sample-plan.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

const writers = {
  md: async () => utf8(planAsMarkdown()),
  html: async () => utf8(planAsHtml()),
  docx: planAsDocx,
  xlsx: planAsXlsx,
  pdf: () => printPdf(planAsHtml()),
} as const;

const read = (name: string, bytes: Uint8Array) => readFile(name, bytes, { layOutText });
const squeezed = (text: string): string => text.replace(/\s+/g, '');

/** What a block says, without where it stands. */
function saidBy(block: Block): unknown[] {
  if (block.kind === 'furniture') return [];
  if (block.kind === 'heading') return [['heading', block.level, block.number, squeezed(block.prose.text)]];
  if (block.kind !== 'table') return [[block.kind, squeezed(block.prose.text)]];
  const rows = block.rows.slice(block.headerRows).map((row) => row.map(({ text }) => text));
  return [['table', block.title, block.unit, block.columns, rows]];
}

const said = ({ blocks }: ReadDocument): unknown[] => blocks.flatMap(saidBy);

/** A fact as the issue compares it. */
const factsOf = (document: ReadDocument): string[] =>
  readDocument(document)
    .facts.indicators.map(({ name, subject, value, unit, period, comparator, kind }) =>
      JSON.stringify([name, subject, value, unit, period, comparator, kind]),
    )
    .sort();

describe('one plan in every format', () => {
  let asText: ReadDocument;
  beforeAll(async () => {
    asText = await read('plan.txt', utf8(planAsText()));
  });

  test('the text itself has the headings, tables and facts that were written', () => {
    const kinds = asText.blocks.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'heading')).toHaveLength(8);
    expect(kinds.filter((kind) => kind === 'table')).toHaveLength(3);
    expect(factsOf(asText).length).toBeGreaterThan(20);
  });

  describe.each(Object.keys(writers) as (keyof typeof writers)[])('%s', (format) => {
    const skips = format === 'pdf' && !hasChromium;
    let document: ReadDocument;
    beforeAll(async () => {
      if (!skips) document = await read(`plan.${format}`, await writers[format]());
    }, 90_000);

    test.skipIf(skips)('has the same headings, paragraphs and tables as the text', () => {
      expect(document.format).toBe(format);
      expect(said(document)).toEqual(said(asText));
    });

    test.skipIf(skips)('gives the same facts as the text', () => {
      expect(factsOf(document)).toEqual(factsOf(asText));
    });

    test.skipIf(skips)('keeps every cell and word at its place in the text', () => {
      for (const block of document.blocks) {
        if (block.kind === 'furniture') continue;
        const cells = block.kind === 'table' ? block.rows.flat() : [];
        for (const cell of cells) expect(squeezed(document.text.slice(cell.start, cell.end))).toBe(squeezed(cell.text));
        if (block.kind !== 'table') {
          const { quote } = sourceOf(document, block);
          expect(squeezed(quote)).toContain(squeezed(block.prose.text));
        }
      }
    });
  });
});
