import type { Cell } from '../../../../core/document.ts';
import { units } from '../../../../core/quantity.ts';
import { isCaption, unitOfLine } from '../../../../core/table-shape.ts';
import words from '../../vocabulary/table-words.json' with { type: 'json' };
import { type Line, stepsBetween } from '../lines.ts';
import { isHeadingMarker, markerOf } from '../numbering.ts';
import { classWords, headRow, mergeUnits, piecesIn } from './broken-heads.ts';
import { blankCell, bodyText, type Drawn, largest, type Row } from './grid.ts';
import type { Extent } from './tabbed.ts';
import { isFigureToken, isLandCode, isSerial, isTail, isYear, type Token, tokensOf } from './tokens.ts';

/** A row as its line says it: what names it, then its figures. */
interface Parsed {
  readonly prefix: readonly Token[];
  readonly tail: readonly Token[];
}

const numberedCaption = /^(?:续?表|附表|专栏|图)\s*[\d一二三四五六七八九十]/;
const widestRow = 160;
const mostHeadLines = 8;

/** A line such as “H1 城乡居民点建设用地 153.05 43.51”: words, then nothing but figures. */
export function rowIn(line: Line): Parsed | null {
  if (
    line.width > widestRow ||
    line.text.includes('\t') ||
    /[，。；！？：]/.test(line.text.replace(/[（(][^（()）]*[)）]/g, ''))
  )
    return null;
  const tokens = tokensOf(line);
  if (tokens.length < 2) return null;
  let from = tokens.length;
  while (from > 1 && isTail((tokens[from - 1] as Token).text)) from -= 1;
  const [prefix, tail] = [tokens.slice(0, from), tokens.slice(from)];
  if (!tail.some(({ text }) => isFigureToken(text))) return null;
  const isNamed = prefix.some(({ text }) => /[\p{Script=Han}A-Za-z]/u.test(text)) || isYear(prefix[0]?.text ?? '');
  return isNamed ? { prefix, tail } : null;
}

const headWord = new RegExp(words.heads.join('|'));

function isHeadLine(line: Line): boolean {
  if (
    line.width > 110 ||
    line.text.includes('\t') ||
    numberedCaption.test(line.text) ||
    /[。；，！？]/.test(line.text) ||
    /[：:]$/.test(line.text)
  )
    return false;
  if (unitOfLine(line.text) !== null || line.text.startsWith('#')) return false;
  const marker = markerOf(line.text);
  if (marker !== null && (isHeadingMarker(marker) || marker.family === 'bullet')) return false;
  return !(isCaption(line.text) && tokensOf(line).length < 3);
}

/** Where a flattened table of space-parted words begins and ends: its head lines, its rows and what stands between. */
export function spacedAt(content: readonly Line[], first: number): (Extent & Drawn) | null {
  const start = firstRow(content, first);
  if (start === null) return null;
  const headLines = content.slice(first, start);
  const { last, lines } = rowsFrom(content, start, headLines);
  const parsed = lines.flatMap(({ row }) => (row === null ? [] : [row]));
  if (!isConvincing(content, first, headLines, parsed)) return null;
  const own = ownHeads(headLines, lines);
  return { first: first + headLines.length - own.length, last, ...draw(own, lines) };
}

/** The first row below up to a few lines of heads. */
function firstRow(content: readonly Line[], first: number): number | null {
  for (let at = first; at < Math.min(content.length, first + mostHeadLines); at += 1) {
    const line = content[at] as Line;
    if (at > first && stepsBetween(content[at - 1] as Line, line) > 3) return null;
    if (isLandCode(line.text) || (rowIn(line) !== null && !isHeadOfYears(line))) return at;
    if (!isHeadLine(line)) return null;
  }
  return null;
}

/** “指标 单位 2020 2025”: years in a row are heads. */
function isHeadOfYears(line: Line): boolean {
  const row = rowIn(line);
  return row?.tail.every(({ text }) => isYear(text)) === true && headWord.test(line.text);
}

interface RowLine {
  readonly line: Line;
  readonly row: Parsed | null;
  /** A code that a converter put on lines of its own above the row. */
  readonly code: Token | null;
}

function rowsFrom(
  content: readonly Line[],
  start: number,
  headLines: readonly Line[],
): { last: number; lines: RowLine[] } {
  const heads = new Set(headLines.map(({ text }) => text));
  const lines: RowLine[] = [];
  let last = start;
  let code: Token | null = null;
  let waiting: RowLine[] = [];
  for (let at = start; at < content.length; at += 1) {
    const line = content[at] as Line;
    if (at > start && stepsBetween(content[at - 1] as Line, line) > 4) break;
    const row = heads.has(line.text) ? null : rowIn(line);
    if (row !== null) {
      lines.push(...waiting, { line, row, code });
      [waiting, code, last] = [[], null, at];
    } else if (heads.has(line.text)) continue;
    else if (isLandCode(line.text)) code = tokensOf(line)[0] as Token;
    else if (waiting.length < 2 && isGroupLine(line, content[at + 1])) waiting.push({ line, row: null, code: null });
    else break;
  }
  return { last, lines };
}

const isGroupLine = (line: Line, next: Line | undefined): boolean => {
  const marker = markerOf(line.text);
  if ((tokensOf(line).length > 2 && headWord.test(line.text)) || /^\d+$/.test(line.text)) return false;
  if (line.width > 30 || /[。；，：:、]/.test(line.text.slice(marker?.length ?? 0)) || isCaption(line.text))
    return false;
  if (next === undefined || rowIn(next) === null || stepsBetween(line, next) > 2) return false;
  return marker === null || !isHeadingMarker(marker) || stepsBetween(line, next) === 1;
};

function isConvincing(
  content: readonly Line[],
  first: number,
  headLines: readonly Line[],
  rows: readonly Parsed[],
): boolean {
  const above = content[first - 1];
  const captioned = above !== undefined && (isCaption(above.text) || unitOfLine(above.text) !== null);
  const headed = headLines.some(({ text }) => headWord.test(text) || classWords.test(text));
  const columns = largest(rows.map(({ tail }) => tail.length));
  const even = rows.filter(({ tail }) => tail.length === columns).length >= 0.5 * rows.length;
  if (rows.length >= 2 && headed) return true;
  return rows.length >= 3 && even && (captioned || (columns >= 2 && headLines.length === 0));
}

interface Shape {
  readonly lead: 'code' | 'serial' | null;
  readonly unit: boolean;
  readonly tail: number;
}

/** The last head line alone when it names every column: what stands above it is the title. */
function ownHeads(headLines: readonly Line[], lines: readonly RowLine[]): readonly Line[] {
  const last = headLines.at(-1);
  if (last === undefined || headLines.length === 1) return headLines;
  return mergeUnits(piecesIn(last)).length === widthOf(shapeOf(lines, [last])) ? [last] : headLines;
}

const widthOf = ({ lead, unit, tail }: Shape): number => (lead === null ? 0 : 1) + 1 + (unit ? 1 : 0) + tail;

function draw(headLines: readonly Line[], lines: readonly RowLine[]): Drawn {
  const rows = lines.flatMap(({ row }) => (row === null ? [] : [row]));
  const [heads, groupAbove] = headsAndGroup(headLines, rows);
  const shape = shapeOf(lines, heads);
  const width = widthOf(shape);
  const body = lines.map(({ line, row, code }) =>
    row === null ? groupRow(line, shape, width) : rowCells(row, code, shape, width),
  );
  const group = groupAbove === null ? [] : [groupRow(groupAbove, shape, width)];
  const head = headRow(heads, width, (lines[0] as RowLine).line.from);
  return head === null ? { rows: [...group, ...body], heads: 0 } : { rows: [head, ...group, ...body], heads: 1 };
}

/** A lone word right above the first row names a group when the lines above it already name every column. */
function headsAndGroup(headLines: readonly Line[], rows: readonly Parsed[]): [readonly Line[], Line | null] {
  const last = headLines.at(-1);
  const before = headLines.slice(0, -1);
  if (last === undefined || tokensOf(last).length > 1 || headWord.test(last.text)) return [headLines, null];
  const needed = largest(rows.map(({ tail }) => tail.length)) + 1;
  return before.some((line) => tokensOf(line).length >= needed) ? [before, last] : [headLines, null];
}

function shapeOf(lines: readonly RowLine[], heads: readonly Line[]): Shape {
  const rows = lines.flatMap((line) => (line.row === null ? [] : [line as RowLine & { row: Parsed }]));
  const share = (test: (line: RowLine & { row: Parsed }) => boolean) => rows.filter(test).length / rows.length;
  const coded = share(
    ({ row, code }) => code !== null || (row.prefix.length > 1 && isLandCode(row.prefix[0]?.text ?? '')),
  );
  const serial = share(({ row }) => row.prefix.length > 1 && isSerial(row.prefix[0]?.text ?? ''));
  const headed = heads.some(({ text }) => wordsIn(text).some((word) => words.unitHeads.includes(word)));
  const units = share(({ row }) => row.prefix.length > 1 && isUnitWord(row.prefix.at(-1)?.text ?? ''));
  return {
    lead: coded >= 0.4 ? 'code' : serial >= 0.6 ? 'serial' : null,
    unit: units >= (headed ? 0.4 : 0.7),
    tail: usualTail(rows.map(({ row }) => row)),
  };
}

/** How many figures a row has; a mark for “no unit” before them is none. */
function usualTail(rows: readonly Parsed[]): number {
  const figures = rows.map(({ tail }) => tail.length - (isMark((tail[0] as Token).text) ? 1 : 0));
  const most = largest(figures);
  const full = rows.filter(({ tail }) => tail.length > most).length;
  return full > 0.5 * rows.length ? most + 1 : most;
}

const isMark = (text: string): boolean => words.blankMarks.includes(text);

const wordsIn = (text: string): string[] => text.split(/\s+/);

const isUnitWord = (text: string): boolean => text.length <= 12 && units.parse(text) !== null;

function rowCells({ prefix, tail: all }: Parsed, code: Token | null, shape: Shape, width: number): Row {
  const tail = all.length > shape.tail && isMark((all[0] as Token).text) ? all.slice(1) : all;
  const lead: Token[] = code === null ? [] : [code];
  let rest = [...prefix];
  const isLead = shape.lead === 'code' ? isLandCode : isSerial;
  while (shape.lead !== null && rest.length > 1 && isLead((rest[0] as Token).text)) lead.push(rest.shift() as Token);
  const unit = shape.unit && rest.length > 1 && isUnitWord((rest.at(-1) as Token).text) ? rest.at(-1) : undefined;
  if (unit !== undefined) rest = rest.slice(0, -1);
  const at = (rest[0] as Token).start;
  const cells: Cell[] = [];
  if (shape.lead !== null) cells.push(cellOfToken(lead.at(-1), at));
  cells.push(joined(rest));
  if (shape.unit) cells.push(cellOfToken(unit, (rest.at(-1) as Token).end));
  for (let i = 0; i < shape.tail; i += 1) cells.push(cellOfToken(tail[i], (tail.at(-1) as Token).end));
  return cells.slice(0, width);
}

const groupRow = (line: Line, shape: Shape, width: number): Row =>
  Array.from({ length: width }, (_, column) =>
    column === (shape.lead === null ? 0 : 1)
      ? { start: line.from, end: line.to, text: bodyText(line.text) }
      : blankCell(line.to),
  );

const cellOfToken = (token: Token | undefined, at: number): Cell =>
  token === undefined ? blankCell(at) : { start: token.start, end: token.end, text: token.text };

const joined = (tokens: readonly Token[]): Cell => ({
  start: (tokens[0] as Token).start,
  end: (tokens.at(-1) as Token).end,
  text: tokens.map(({ text }) => text).join(' '),
});
