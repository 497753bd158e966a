import { expect, test } from 'vitest';
import {
  columnShares,
  documentRows,
  isFigure,
  pieceAt,
  piecesOf,
  shownCells,
  type TableBlock,
} from './document-rows.ts';
import type { PlanBlock } from './marks.ts';

const tableOf = (rows: readonly (readonly string[])[], start = 0): TableBlock => {
  let at = start;
  const cells = rows.map((row) =>
    row.map((text) => {
      const cell = { text, start: at, end: at + text.length };
      at += text.length + 1;
      return cell;
    }),
  );
  const more = { title: null, titleSpan: null, unit: null, headerRows: 1, columns: [], box: false };
  return { kind: 'table', start, end: at, rows: cells, ...more };
};
const paragraph = (start: number, length: number): PlanBlock => ({
  kind: 'paragraph',
  start,
  end: start + length,
  prose: { text: 'x'.repeat(length), runs: [[0, start]] },
});

test('a long table is drawn in parts that hold every row once', () => {
  const table = tableOf(Array.from({ length: 50 }, (_, i) => [String(i), '厂房']));
  const rows = documentRows([table]).flatMap((row) =>
    row.kind === 'table' ? Array.from({ length: row.to - row.from }, (_, i) => row.from + i) : [],
  );
  expect(rows).toEqual(Array.from({ length: 50 }, (_, i) => i));
});

test('a merged cell is drawn once with its spans, an empty one by itself', () => {
  const table = tableOf([
    ['合计', '', '3'],
    ['甲', '乙', '4'],
  ]);
  const [first = [], second = []] = table.rows;
  const merged = first[0] as (typeof first)[number];
  const withMerge: TableBlock = { ...table, rows: [[merged, merged, ...first.slice(2)], second] };
  expect(shownCells(withMerge, 0, 0, 2).map(({ columns, cell }) => [cell.text, columns])).toEqual([
    ['合计', 2],
    ['3', 1],
  ]);
  expect(shownCells(table, 0, 0, 2)).toHaveLength(3);
});

test('the widths of the columns are shares of the whole', () => {
  const widths = columnShares(tableOf([['序号', '项目名称', '总投资']]));
  expect(widths).toHaveLength(3);
  expect(widths.reduce((a, b) => a + b, 0)).toBeCloseTo(100);
});

test.each([
  ['1,280.5', true],
  ['—', true],
  ['12.5%', true],
  ['2026年', false],
  ['厂房', false],
])('%s is set as a figure: %s', (text, expected) => expect(isFigure(text)).toBe(expected));

test('every place of the document is found in the piece that draws it', () => {
  const blocks: PlanBlock[] = [];
  let at = 0;
  for (let i = 0; i < 60; i++) {
    blocks.push(paragraph(at, 100 + (i % 7) * 60));
    at = (blocks.at(-1) as PlanBlock).end + 1;
  }
  blocks.push(
    tableOf(
      Array.from({ length: 70 }, (_, i) => [String(i), '厂房']),
      at,
    ),
  );
  const rows = documentRows(blocks);
  const pieces = piecesOf(blocks, rows);
  expect(pieces.flatMap((piece) => piece.rows)).toEqual(rows);
  for (const [index, block] of blocks.entries()) {
    const piece = pieces[pieceAt(blocks, pieces, block.start)];
    expect(piece?.rows.some((row) => row.block === index)).toBe(true);
  }
  const last = (blocks.at(-1) as TableBlock).rows.at(-1)?.[0];
  expect(pieceAt(blocks, pieces, last?.start ?? 0)).toBe(pieces.length - 1);
});
