import { isBlank, type Line } from './lines.ts';
import { markerOf } from './numbering.ts';

const window = 6;
const narrowest = 24;
const widest = 140;
const enoughLines = 8;

const terminal = /(?:[。！？；：…]|[!?;:])[”’」』）)》]?$|[。！？][（(【〔][^（()）【】〔〕]{2,}[）)】〕]$/;
const closed = /[。！？!?][”’」』）)]?$/;

/** Whether a line ends where a sentence or a clause of its own may end. */
export const endsSentence = (text: string): boolean => terminal.test(text);
export const endsFully = (text: string): boolean => closed.test(text);
/** Whether it ends in the middle of a clause whatever its length. */
export const endsOpen = (text: string): boolean => /[，、,（(“‘《〈—－-]$/.test(text);

/** How the document breaks its paragraphs into lines. */
export interface WrapStyle {
  /** The column at which lines were broken, or null when each paragraph is one line. */
  readonly column: number | null;
  /** Whether the first line of a paragraph is indented and its other lines are not. */
  readonly indents: boolean;
  /** Whether headings are numbered 3.1, so that “3 总体要求” is one as well. */
  readonly hasDecimals: boolean;
}

const indentation = 3;
export const isIndented = ({ indent }: Line): boolean => indent >= indentation;

export function wrapStyleOf(lines: readonly Line[]): WrapStyle {
  const column = wrapColumnOf(lines);
  const decimals = lines.filter((line) => line.width < 60 && markerOf(line.text)?.family === 'decimal').length;
  const hasDecimals = decimals >= 2;
  if (column === null) return { column, indents: false, hasDecimals };
  const indented = lines.filter(isIndented).length;
  return { column, hasDecimals, indents: indented >= 0.08 * lines.length && indented <= 0.75 * lines.length };
}

/** Broken lines crowd just below one width and seldom end with a sentence; lines of whole paragraphs do neither. */
function wrapColumnOf(lines: readonly Line[]): number | null {
  const text = lines.filter((line) => !isBlank(line) && line.width >= 20 && !line.text.includes('\t'));
  if (text.length < enoughLines) return null;
  const counts = new Array<number>(widest + window + 1).fill(0);
  for (const { width } of text) if (width <= widest) counts[width] = (counts[width] as number) + 1;
  let best = { column: 0, lines: 0 };
  for (let column = narrowest; column <= widest; column += 1) {
    let inside = 0;
    for (let width = column - window + 1; width <= column; width += 1) inside += counts[width] as number;
    if (inside > best.lines) best = { column, lines: inside };
  }
  const full = text.filter(({ width }) => width > best.column - window && width <= best.column);
  const beyond = text.filter(({ width }) => width > best.column + window).length;
  const unfinished = full.filter((line) => !endsSentence(line.text)).length;
  const crowded = full.length >= enoughLines && full.length >= 0.35 * text.length && beyond <= 0.1 * text.length;
  return crowded && unfinished >= 0.5 * full.length ? best.column : null;
}
