import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Block, Cell, ReadDocument, TableBlock } from '../../src/core/document.ts';
import { layOutText } from '../../src/modules/documents/layout/layout.ts';
import { readDocument } from '../../src/modules/documents/reading/read.ts';
import { readFile } from '../../src/platform/files/read-file.ts';
import { escapeXml } from '../../src/platform/files/xml.ts';
import { hasChromium, printPdf } from '../print-pdf.ts';
import { docxOf } from '../zip-of.ts';

const folder = new URL('../../../shared/seeds/', import.meta.url);
const seeds = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.txt')) : [];

/** Where a merged cell begins, and over how many places it goes. */
function spansOf({ rows }: TableBlock): { cell: Cell; columns: number; rows: number }[][] {
  return rows.map((row, y) =>
    row.flatMap((cell, x) => {
      if (row[x - 1] === cell || rows[y - 1]?.[x] === cell) return [];
      let [columns, height] = [1, 1];
      while (row[x + columns] === cell) columns += 1;
      while (rows[y + height]?.[x] === cell) height += 1;
      return [{ cell, columns, rows: height }];
    }),
  );
}

const wordsOf = (block: Block): string => {
  if (block.kind === 'heading') return (block.number ?? '') + block.prose.text;
  if (block.kind === 'item') return block.marker + block.prose.text;
  return block.kind === 'paragraph' ? block.prose.text : '';
};

const captionOf = ({ title, unit }: TableBlock): string[] => [
  ...(title === null ? [] : [title]),
  ...(unit === null ? [] : [`单位：${unit}`]),
];

function asHtml({ blocks }: ReadDocument): string {
  const body = blocks.map((block) => {
    if (block.kind === 'furniture') return '';
    if (block.kind !== 'table') {
      const tag = block.kind === 'heading' && block.number === null ? `h${Math.min(block.level, 6)}` : 'p';
      return `<${tag}>${escapeXml(wordsOf(block))}</${tag}>`;
    }
    const rows = spansOf(block).map((cells) =>
      cells
        .map(({ cell, columns, rows: height }) => `<td colspan=${columns} rowspan=${height}>${escapeXml(cell.text)}`)
        .join(''),
    );
    return `${captionOf(block)
      .map((line) => `<p>${escapeXml(line)}</p>`)
      .join('')}<table><tr>${rows.join('<tr>')}</table>`;
  });
  const style =
    '<style>@page{size:A4;margin:28mm}p{text-indent:2em;margin:0}table{border-collapse:collapse;width:100%;font-size:10pt}td{border:1px solid}</style>';
  return `<!DOCTYPE html><html><meta charset="utf-8">${style}<body>${body.join('\n')}</body></html>`;
}

function asDocx({ blocks }: ReadDocument): Promise<Uint8Array> {
  const p = (words: string, properties = '') =>
    `<w:p>${properties}<w:r><w:t xml:space="preserve">${escapeXml(words)}</w:t></w:r></w:p>`;
  const table = (block: TableBlock): string => {
    const rows = block.rows.map((row, y) =>
      row
        .flatMap((cell, x) => {
          if (row[x - 1] === cell) return [];
          let columns = 1;
          while (row[x + columns] === cell) columns += 1;
          const goesOn = block.rows[y - 1]?.[x] === cell;
          const merge = goesOn ? '<w:vMerge/>' : block.rows[y + 1]?.[x] === cell ? '<w:vMerge w:val="restart"/>' : '';
          return [
            `<w:tc><w:tcPr><w:gridSpan w:val="${columns}"/>${merge}</w:tcPr>${p(goesOn ? '' : cell.text)}</w:tc>`,
          ];
        })
        .join(''),
    );
    return `${captionOf(block)
      .map((line) => p(line))
      .join('')}<w:tbl><w:tr>${rows.join('</w:tr><w:tr>')}</w:tr></w:tbl>`;
  };
  const body = blocks.map((block) => {
    if (block.kind === 'furniture') return '';
    if (block.kind === 'table') return table(block);
    const isStyled = block.kind === 'heading' && block.number === null;
    return p(wordsOf(block), isStyled ? `<w:pPr><w:outlineLvl w:val="${block.level - 1}"/></w:pPr>` : '');
  });
  return docxOf(body.join(''));
}

const factsOf = (document: ReadDocument): string[] =>
  readDocument(document)
    .facts.indicators.map(({ name, subject, value, unit, period, comparator, kind }) =>
      JSON.stringify([name, subject, value, unit, period, comparator, kind]),
    )
    .sort();

/** How many facts of the one list the other lacks, each counted as often as it stands. */
function lacking(wanted: readonly string[], found: readonly string[]): number {
  const left = [...found];
  return wanted.filter((fact) => {
    const at = left.indexOf(fact);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  }).length;
}

const textOf = (name: string) => layOutText(name, readFileSync(new URL(name, folder), 'utf8'));

async function expectSameFacts(text: ReadDocument, format: string, bytes: Uint8Array, share: number): Promise<void> {
  const document = await readFile(`a.${format}`, bytes, { layOutText });
  const [wanted, found] = [factsOf(text), factsOf(document)];
  expect(lacking(wanted, found)).toBeLessThanOrEqual(wanted.length * share);
  expect(lacking(found, wanted)).toBeLessThanOrEqual(wanted.length * share);
}

describe.skipIf(seeds.length === 0).each(seeds.length > 0 ? seeds : ['none'])('the real document %s', (name) => {
  test('gives the same facts as a web page', async () => {
    const text = textOf(name);
    await expectSameFacts(text, 'html', new TextEncoder().encode(asHtml(text)), 0.02);
  });

  test('gives the same facts as DOCX', async () => {
    const text = textOf(name);
    await expectSameFacts(text, 'docx', await asDocx(text), 0.02);
  });
});

// One will do: printing takes long.
const printed = seeds.find((name) => name.startsWith('003')) ?? '';
test.skipIf(printed === '' || !hasChromium)(
  'a real document printed as PDF gives the same facts',
  { timeout: 60_000 },
  async () => {
    const text = textOf(printed);
    await expectSameFacts(text, 'pdf', await printPdf(asHtml(text)), 0.03);
  },
);
