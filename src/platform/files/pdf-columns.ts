import type { TextLine } from './pdf-lines.ts';

type Segment = TextLine['segments'][number];

interface Column {
  from: number;
  to: number;
}

/** Columns of the lines that have the most stretches: what stands one below the other. */
function columnsOf(lines: readonly TextLine[]): Column[] {
  const most = Math.max(...lines.map(({ segments }) => segments.length));
  const columns: Column[] = [];
  const stretches = lines.filter(({ segments }) => segments.length === most).flatMap(({ segments }) => segments);
  for (const { x, right } of stretches.toSorted((a, b) => a.x - b.x)) {
    const last = columns.at(-1);
    if (last !== undefined && x <= last.to) last.to = Math.max(last.to, right);
    else columns.push({ from: x, to: right });
  }
  return columns;
}

const distance = ({ from, to }: Column, { x, right }: Segment): number => Math.max(from - right, x - to, 0);

function columnAt(columns: readonly Column[], segment: Segment): number {
  const distances = columns.map((column) => distance(column, segment));
  return distances.indexOf(Math.min(...distances));
}

const isContents = (lines: readonly TextLine[]): boolean =>
  lines.filter(({ segments }) => segments.length === 2 && /^[-—]?\s*\d{1,4}\s*[-—]?$/.test(segments[1]?.text ?? ''))
    .length >
  lines.length * 0.7;

/** The rows of a table without rulings, or null if the lines only happen to have gaps. */
export function unruledRows(lines: readonly TextLine[]): string[][][] | null {
  const spread = lines.filter(({ segments }) => segments.length >= 2);
  if (spread.length < 3 || isContents(lines)) return null;
  const columns = columnsOf(spread);
  if (columns.length < 2) return null;
  const rows: string[][][] = [];
  lines.forEach(({ segments, y, size }, i) => {
    const places = segments.map((segment) => columnAt(columns, segment));
    const before = lines[i - 1];
    const isWrapped =
      !places.includes(0) && before !== undefined && y - before.y < 1.6 * size && segments.length < columns.length;
    if (!isWrapped || rows.length === 0) rows.push(columns.map(() => []));
    segments.forEach(({ text }, at) => {
      rows.at(-1)?.[places[at] as number]?.push(text);
    });
  });
  const filled = rows.flat().filter((cell) => cell.length > 0).length;
  return rows.length >= 3 && filled >= rows.length * columns.length * 0.5 ? rows : null;
}

const farthest = 3.2;

/** Runs of lines that may be a table: spread lines, with single ones between them where a cell was wrapped. */
export function spreadRuns(lines: readonly TextLine[]): { from: number; to: number }[] {
  const runs: { from: number; to: number }[] = [];
  let open: { from: number; to: number } | null = null;
  const close = () => {
    if (open !== null && open.to - open.from >= 3) runs.push(open);
    open = null;
  };
  lines.forEach((line, i) => {
    const before = lines[i - 1];
    if (before !== undefined && line.y - before.y > farthest * line.size) close();
    const first = open === null ? undefined : lines[open.from];
    if (line.segments.length >= 2) open = { from: open?.from ?? i, to: i + 1 };
    else if (open !== null && (line.x <= (first?.segments[0]?.right ?? 0) || i > open.to)) close();
  });
  close();
  return runs;
}
