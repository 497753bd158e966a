import words from '../../vocabulary/table-words.json' with { type: 'json' };
import { type Line, stepsBetween } from '../lines.ts';
import { isHeadingMarker, markerOf } from '../numbering.ts';
import type { Drawn } from './grid.ts';
import type { Extent } from './tabbed.ts';
import { isFigureToken, isYear, type Token, tokensOf } from './tokens.ts';

const fewestColumns = 3;

/** Words of one line; a cell may hold a clause, but no line of a table ends as a sentence does. */
function partsOf(line: Line): Token[] | null {
  if (line.text.includes('\t') || /[。；！？，：]$/.test(line.text)) return null;
  const marker = markerOf(line.text);
  if (marker !== null && isHeadingMarker(marker)) return null;
  const parts = tokensOf(line);
  return parts.length >= fewestColumns && !(parts.length < 5 && /[，。；]/.test(line.text)) ? parts : null;
}

const isHead = ({ text }: Token): boolean => !isFigureToken(text) || isYear(text);

/** 序号 over 1, 2, 3, also where words fill the other columns. */
const isCounted = ([head]: readonly Token[], body: readonly (readonly Token[])[]): boolean =>
  words.serialHeads.includes(head?.text ?? '') &&
  body.every(([first], i) => Number(first?.text) === Number(body[0]?.[0]?.text) + i);

/** Lines of as many words each, under a line of heads: “1 东部园区 5.6 120 电子信息”. */
export function evenAt(content: readonly Line[], first: number): (Extent & Drawn) | null {
  const heads = partsOf(content[first] as Line);
  if (heads === null || !heads.every(isHead)) return null;
  const said = heads.map(({ text }) => text).join(' ');
  const rows: Token[][] = [heads];
  let last = first;
  for (let at = first + 1; at < content.length; at += 1) {
    const line = content[at] as Line;
    const parts = stepsBetween(content[at - 1] as Line, line) > 2 ? null : partsOf(line);
    if (parts?.length !== heads.length) break;
    last = at;
    // Heads that come back at the top of a page.
    if (parts.map(({ text }) => text).join(' ') !== said) rows.push(parts);
  }
  const body = rows.slice(1);
  const isFigures = (column: number) => body.every((row) => isFigureToken((row[column] as Token).text));
  const figures = heads.flatMap((_, column) => (isFigures(column) ? [column] : []));
  if (body.length < 2 || (!figures.some((column) => column > 0) && !isCounted(heads, body))) return null;
  const drawn = rows.map((row) => row.map(({ start, end, text }) => ({ start, end, text })));
  return { first, last, rows: drawn, heads: 1 };
}
