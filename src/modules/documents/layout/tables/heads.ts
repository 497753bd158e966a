import type { Cell } from '../../../../core/document.ts';
import { isFigure } from '../../../../core/table-shape.ts';
import { blankCell, isBlankCell, type Row } from './grid.ts';

const worded = (row: Row): Cell[] => row.filter((cell) => !isBlankCell(cell));

/** Whether the second line of a flattened table names the parts of the heads above it. */
function isSecondHead(first: Row, second: Row, width: number): boolean {
  const said = worded(second);
  if (said.length < 2 || said.some(({ text }) => isFigure(text) || text.length > 40 || /[。；]$/.test(text)))
    return false;
  const leads = second[0] !== undefined && isBlankCell(second[0]);
  const spans = first.length < width || first.some(isBlankCell);
  return leads && spans && worded(first).length >= 2 && !worded(first).some(({ text }) => isFigure(text));
}

/**
 * Puts the heads of a flattened table back over their columns. A converter writes a merged head once: either
 * blanks follow it, or the first line is simply shorter than the second.
 */
export function spreadHeads(rows: readonly Row[], width: number): Row[] {
  const [first, second, ...body] = rows;
  if (first === undefined || second === undefined || !isSecondHead(first, second, width)) return [...rows];
  const isFlattened = first.length < width && !first.some(isBlankCell);
  const upper = isFlattened ? overParts(first, second, width) : fillRight(padded(first, width), second);
  const lower = second.map((cell, column) => (isBlankCell(cell) ? (upper[column] ?? cell) : cell));
  return [upper, lower, ...body];
}

const padded = (row: Row, width: number): Row => [
  ...row,
  ...Array.from({ length: width - row.length }, () => blankCell(row.at(-1)?.end ?? 0)),
];

/** A blank after a head belongs to it when the line below says something there. */
function fillRight(first: Row, second: Row): Cell[] {
  const filled: Cell[] = [];
  first.forEach((cell, column) => {
    const below = second[column];
    const spans = isBlankCell(cell) && column > 0 && below !== undefined && !isBlankCell(below);
    filled.push(spans ? (filled[column - 1] as Cell) : cell);
  });
  return filled;
}

/** Spreads the few heads of the first line over the many of the second. */
function overParts(first: Row, second: Row, width: number): Cell[] {
  const parts = Array.from({ length: width }, (_, column) => second[column]?.text ?? '');
  const runs = runsOf(parts);
  const alone = runs.filter(({ filled }) => !filled).reduce((sum, { length }) => sum + length, 0);
  const shares = sharesOf(parts, runs, first.length - alone);
  const upper: Cell[] = [];
  let next = 0;
  let share = 0;
  for (const { filled, length } of runs) {
    if (!filled) {
      for (let k = 0; k < length; k += 1) upper.push(first[next++] ?? (first.at(-1) as Cell));
      continue;
    }
    for (let done = 0; done < length; share += 1) {
      const size = Math.min(shares[share] ?? length - done, length - done);
      const head = first[next++] ?? (first.at(-1) as Cell);
      for (let k = 0; k < size; k += 1) upper.push(head);
      done += size;
    }
  }
  return upper;
}

interface Run {
  readonly filled: boolean;
  readonly from: number;
  readonly length: number;
}

function runsOf(parts: readonly string[]): Run[] {
  const runs: { filled: boolean; from: number; length: number }[] = [];
  parts.forEach((part, column) => {
    const filled = part !== '';
    const last = runs.at(-1);
    if (last !== undefined && last.filled === filled) last.length += 1;
    else runs.push({ filled, from: column, length: 1 });
  });
  return runs;
}

/** How many parts each merged head has: a run to each, or cut where the parts begin anew, or in equal shares. */
function sharesOf(parts: readonly string[], runs: readonly Run[], heads: number): number[] {
  const filled = runs.filter((run) => run.filled);
  if (heads <= filled.length) return filled.map(({ length }) => length);
  return filled.flatMap(({ from, length }) => {
    const own = heads - filled.length + 1;
    const again = restarts(parts.slice(from, from + length));
    if (again.length === own) return again;
    if (length % own === 0) return Array.from({ length: own }, () => length / own);
    return [length - own + 1, ...Array.from({ length: own - 1 }, () => 1)];
  });
}

/** Lengths of the stretches that begin with the same word as the first. */
function restarts(parts: readonly string[]): number[] {
  const starts = parts.flatMap((part, i) => (part === parts[0] ? [i] : []));
  return starts.map((start, i) => (starts[i + 1] ?? parts.length) - start);
}
