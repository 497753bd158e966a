import type { Page, Ruling, Word } from './pdf-page.ts';

export interface GridCell {
  readonly columns: number;
  readonly rows: number;
  readonly width: number;
  readonly words: readonly Word[];
}

/** A ruled table: its cells row by row, each at the first place it covers. */
export interface RuledGrid {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Where the columns begin and end. */
  readonly edges: readonly number[];
  /** Its sides go on to the edge of the page without a line across: a page end has cut a row. */
  readonly isCutAbove: boolean;
  readonly isCutBelow: boolean;
  readonly rows: readonly (readonly GridCell[])[];
}

const near = 3;

/** Pieces of one line drawn cell by cell, as the one line that they make. */
function joined(rulings: readonly Ruling[]): Ruling[] {
  const sorted = rulings.toSorted((a, b) => a.at - b.at || a.from - b.from);
  const levels: Ruling[][] = [];
  for (const ruling of sorted) {
    const level = levels.at(-1);
    if (level !== undefined && ruling.at - (level[0] as Ruling).at <= near / 2) level.push(ruling);
    else levels.push([ruling]);
  }
  return levels.flatMap((level) => {
    const lines: { at: number; from: number; to: number }[] = [];
    for (const { at, from, to } of level.toSorted((a, b) => a.from - b.from)) {
      const last = lines.at(-1);
      if (last !== undefined && from <= last.to + near) last.to = Math.max(last.to, to);
      else lines.push({ at, from, to });
    }
    return lines;
  });
}

const crosses = (h: Ruling, v: Ruling): boolean =>
  v.at >= h.from - near && v.at <= h.to + near && h.at >= v.from - near && h.at <= v.to + near;

interface Group {
  readonly horizontal: Ruling[];
  readonly vertical: Ruling[];
}

/** Lines that touch each other, directly or through others. */
function groupsOf(horizontal: readonly Ruling[], vertical: readonly Ruling[]): Group[] {
  const groups: Group[] = [];
  const left = new Set(horizontal);
  const upright = new Set(vertical);
  for (const first of horizontal) {
    if (!left.delete(first)) continue;
    const group: Group = { horizontal: [first], vertical: [] };
    const open: Ruling[] = [first];
    const flat = new Set([first]);
    for (let line = open.pop(); line !== undefined; line = open.pop()) {
      const isFlat = flat.has(line);
      for (const other of isFlat ? [...upright] : [...left]) {
        if (!(isFlat ? crosses(line, other) : crosses(other, line))) continue;
        (isFlat ? upright : left).delete(other);
        (isFlat ? group.vertical : group.horizontal).push(other);
        if (!isFlat) flat.add(other);
        open.push(other);
      }
    }
    groups.push(group);
  }
  return groups;
}

/** Distinct positions, a hair's difference being none. */
function positionsOf(rulings: readonly Ruling[]): number[] {
  const positions: number[] = [];
  for (const { at } of rulings.toSorted((a, b) => a.at - b.at))
    if (positions.length === 0 || at - (positions.at(-1) as number) > near) positions.push(at);
  return positions;
}

const covers = (rulings: readonly Ruling[], at: number, point: number): boolean =>
  rulings.some((ruling) => Math.abs(ruling.at - at) <= near && point >= ruling.from - 1 && point <= ruling.to + 1);

interface Area {
  row: number;
  column: number;
  rows: number;
  columns: number;
}

/** Areas between the lines: neighbours without a line between them are one cell. */
function areasOf(xs: readonly number[], ys: readonly number[], { horizontal, vertical }: Group): Area[] {
  const owner: (Area | undefined)[][] = ys.slice(1).map(() => []);
  const areas: Area[] = [];
  const middle = (list: readonly number[], i: number) => ((list[i] as number) + (list[i + 1] as number)) / 2;
  for (let row = 0; row < ys.length - 1; row += 1)
    for (let column = 0; column < xs.length - 1; column += 1) {
      if (owner[row]?.[column] !== undefined) continue;
      let columns = 1;
      while (
        column + columns < xs.length - 1 &&
        owner[row]?.[column + columns] === undefined &&
        !covers(vertical, xs[column + columns] as number, middle(ys, row))
      )
        columns += 1;
      let rows = 1;
      while (row + rows < ys.length - 1 && !covers(horizontal, ys[row + rows] as number, middle(xs, column))) rows += 1;
      const area = { row, column, rows, columns };
      areas.push(area);
      for (let y = row; y < row + rows; y += 1)
        for (let x = column; x < column + columns; x += 1) (owner[y] as (Area | undefined)[])[x] ??= area;
    }
  return areas;
}

/** Tables open at the sides have rulings that reach beyond their outermost columns. */
function columnEdges({ horizontal, vertical }: Group): number[] {
  const edges = positionsOf(vertical);
  const left = Math.min(...horizontal.map(({ from }) => from));
  const right = Math.max(...horizontal.map(({ to }) => to));
  if (left < (edges[0] ?? Number.POSITIVE_INFINITY) - 4 * near) edges.unshift(left);
  if (right > (edges.at(-1) ?? Number.NEGATIVE_INFINITY) + 4 * near) edges.push(right);
  return edges;
}

/** Rows end at rulings, and where the sides end without one. */
function rowEdges({ horizontal, vertical }: Group): { ys: number[]; isCutAbove: boolean; isCutBelow: boolean } {
  const ys = positionsOf(horizontal);
  const second = (values: number[]) => values.sort((a, b) => a - b)[1] ?? Number.NaN;
  const top = second(vertical.map(({ from }) => from));
  const bottom = -second(vertical.map(({ to }) => -to));
  const isCutAbove = top < (ys[0] ?? top) - 2 * near;
  const isCutBelow = bottom > (ys.at(-1) ?? bottom) + 2 * near;
  if (isCutAbove) ys.unshift(top);
  if (isCutBelow) ys.push(bottom);
  return { ys, isCutAbove, isCutBelow };
}

function gridOf(group: Group, words: readonly Word[]): RuledGrid | null {
  const xs = columnEdges(group);
  const { ys, ...cuts } = rowEdges(group);
  // A single row is the part of a table that a page end left over.
  if (xs.length < 3 || ys.length < 2 || xs.length * ys.length > 20_000) return null;
  const bounds = {
    left: xs[0] as number,
    right: xs.at(-1) as number,
    top: ys[0] as number,
    bottom: ys.at(-1) as number,
  };
  const areas = areasOf(xs, ys, group);
  const inside = wordsWithin(words, bounds);
  const rows: GridCell[][] = ys.slice(1).map(() => []);
  const columnOf = (x: number) => xs.findLastIndex((edge) => edge <= x);
  const rowOf = (y: number) => ys.findLastIndex((edge) => edge <= y);
  const held = new Map<Area, Word[]>(areas.map((area) => [area, []]));
  for (const word of inside) {
    const column = columnOf((word.x + word.right) / 2);
    const row = rowOf(word.y - word.size * 0.3);
    const area = areas.find(
      (each) =>
        row >= each.row && row < each.row + each.rows && column >= each.column && column < each.column + each.columns,
    );
    if (area !== undefined) held.get(area)?.push(word);
  }
  for (const area of areas)
    rows[area.row]?.push({
      columns: area.columns,
      rows: area.rows,
      width: (xs[area.column + area.columns] as number) - (xs[area.column] as number),
      words: held.get(area) ?? [],
    });
  return { ...bounds, ...cuts, edges: xs, rows };
}

export function wordsWithin(
  words: readonly Word[],
  { left, right, top, bottom }: Pick<RuledGrid, 'left' | 'right' | 'top' | 'bottom'>,
): Word[] {
  return words.filter(({ x, right: end, y, size }) => {
    const [centre, height] = [(x + end) / 2, y - size * 0.3];
    return centre > left && centre < right && height > top && height < bottom;
  });
}

const filledCells = (rows: RuledGrid['rows']): number =>
  rows.reduce((sum, row) => sum + row.filter(({ words }) => words.length > 0).length, 0);

/** Ruled tables of a page from top to bottom. Frames around running text are none. */
export function ruledGrids({ words, horizontal, vertical }: Page): RuledGrid[] {
  // Maps and drawings have thousands of lines and no tables.
  if (horizontal.length + vertical.length > 20_000) return [];
  return groupsOf(joined(horizontal), joined(vertical))
    .flatMap((group) => gridOf(group, words) ?? [])
    .filter(({ rows, isCutAbove }) => filledCells(rows) >= (isCutAbove ? 1 : rows.length === 1 ? 2 : 3))
    .sort((a, b) => a.top - b.top);
}
