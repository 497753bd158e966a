import { sourceOf, type TableBlock } from '../../../core/document.ts';
import type { TableFact } from '../extraction.ts';
import type { Draft } from './draft.ts';
import { cellFigure, isNothing } from './table/cell-figure.ts';
import { bodyRows } from './table/columns.ts';

/** Every table with typed cells: a figure as a number, words as text, an empty cell as null. */
export function tablesOf({ document }: Draft): TableFact[] {
  return document.blocks.flatMap((block) => {
    if (block.kind !== 'table') return [];
    return [
      {
        title: block.title,
        columns: [...block.columns],
        rows: bodyRows(block).map((row) => row.map(({ text }) => typed(text))),
        source: { file: document.name, ...sourceOf(document, whereabouts(block)) },
      },
    ];
  });
}

function typed(text: string): string | number | null {
  if (isNothing(text)) return null;
  // “0701” is a code, and a number would lose its zero.
  if (/^0\d/.test(text)) return text;
  const figure = cellFigure(text);
  const isPlain =
    figure !== null && figure.values.length === 1 && figure.comparator === '=' && /^%?$/.test(figure.unit);
  return isPlain && !figure.bracketed ? Number(figure.values[0]) : text;
}

/** A table is known by its title, or by its first line. */
function whereabouts({ titleSpan, rows, start, end }: TableBlock): { start: number; end: number } {
  if (titleSpan !== null) return titleSpan;
  const said = (rows[0] ?? []).filter(({ text }) => text !== '');
  const first = Math.min(...said.map((cell) => cell.start));
  return said.length === 0 ? { start, end } : { start: first, end: Math.max(first, ...said.map((cell) => cell.end)) };
}
