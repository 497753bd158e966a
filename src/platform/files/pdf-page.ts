import type { PDFPageProxy } from 'pdfjs-dist';
import { withoutLookAlikes } from './look-alikes.ts';

/** Words at their place on the page: x from the left, y of the baseline from the top, in points. */
export interface Word {
  readonly text: string;
  readonly x: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
}

/** A straight line along the page: for a horizontal one `at` is y and `from`–`to` its x, and the reverse. */
export interface Ruling {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export interface Page {
  readonly width: number;
  readonly height: number;
  readonly words: readonly Word[];
  readonly horizontal: readonly Ruling[];
  readonly vertical: readonly Ruling[];
}

type Matrix = readonly [number, number, number, number, number, number];

const times = (a: Matrix, b: Matrix): Matrix => [
  a[0] * b[0] + a[2] * b[1],
  a[1] * b[0] + a[3] * b[1],
  a[0] * b[2] + a[2] * b[3],
  a[1] * b[2] + a[3] * b[3],
  a[0] * b[4] + a[2] * b[5] + a[4],
  a[1] * b[4] + a[3] * b[5] + a[5],
];

const pointOn = (m: Matrix, x: number, y: number): readonly [number, number] => [
  m[0] * x + m[2] * y + m[4],
  m[1] * x + m[3] * y + m[5],
];

const wide = /[\u2014-\u2026\u2e80-\u9fff\uff00-\uffef]/;

/**
 * The library joins what stands close on one baseline, also across the line between two cells: parts with a blank
 * between them are told apart again, the blanks taking the room that the letters leave.
 */
export function partsOf(word: Word): Word[] {
  const parts = word.text.split(/(?<=\S)(?=\s+\S)/);
  if (parts.length === 1) return [word];
  const lettersIn = (text: string) =>
    [...text.trim()].reduce((sum, letter) => sum + (wide.test(letter) ? 1 : 0.5), 0) * word.size;
  const letters = parts.reduce((sum, part) => sum + lettersIn(part), 0);
  const width = word.right - word.x;
  const scale = Math.min(1, width / letters);
  const blank = Math.max(0, width - letters) / (parts.length - 1);
  let x = word.x;
  return parts.map((text) => {
    const right = x + lettersIn(text) * scale;
    const part = { ...word, text, x, right };
    x = right + blank;
    return part;
  });
}

/** A bold letter is often printed twice, a hair apart. */
function isReprint(word: Word, before: readonly Word[]): boolean {
  return before.some(
    ({ text, x, y }) =>
      text === word.text && Math.abs(x - word.x) < word.size * 0.2 && Math.abs(y - word.y) < word.size * 0.2,
  );
}

async function wordsOn(page: PDFPageProxy, view: Matrix): Promise<Word[]> {
  const { items } = await page.getTextContent();
  const words: Word[] = [];
  for (const item of items) {
    if (!('str' in item) || item.str.trim() === '') continue;
    const matrix = times(view, item.transform as unknown as Matrix);
    const size = Math.hypot(matrix[2], matrix[3]);
    // Text across the page is a watermark or a stamp.
    if (Math.abs(matrix[1]) > 0.2 * Math.abs(matrix[0]) || size === 0) continue;
    const word = { text: withoutLookAlikes(item.str), x: matrix[4], right: matrix[4] + item.width, y: matrix[5], size };
    if (!isReprint(word, words.slice(-12))) words.push(...partsOf(word));
  }
  return words;
}

/** Path commands of the display list, as the library numbers them. */
const drawing = { moveTo: 0, lineTo: 1, curveTo: 2, quadraticCurveTo: 3, closePath: 4 } as const;
const argumentsOf = [2, 2, 6, 4, 0] as const;

/** The subpaths of a path as the corners they visit; curves end one. */
function subpathsOf(path: ArrayLike<number>): (readonly [number, number])[][] {
  const subpaths: (readonly [number, number])[][] = [];
  for (let i = 0; i < path.length; ) {
    const command = path[i] as number;
    const point = [path[i + 1] as number, path[i + 2] as number] as const;
    if (command === drawing.moveTo) subpaths.push([point]);
    else if (command === drawing.lineTo) subpaths.at(-1)?.push(point);
    else if (command === drawing.closePath) {
      const first = subpaths.at(-1)?.[0];
      if (first !== undefined) subpaths.at(-1)?.push(first);
    } else subpaths.push([]);
    const length = argumentsOf[command];
    if (length === undefined) break;
    i += 1 + length;
  }
  return subpaths;
}

const thickest = 3;
const shortest = 4;

/** Adds the rulings that a painted path makes: its straight sides, or the bar that a thin filled box is. */
function addRulings(
  corners: readonly (readonly [number, number])[],
  isFilled: boolean,
  horizontal: Ruling[],
  vertical: Ruling[],
): void {
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  if (corners.length < 2) return;
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  if (isFilled) {
    if (bottom - top <= thickest && right - left >= shortest)
      horizontal.push({ at: (top + bottom) / 2, from: left, to: right });
    else if (right - left <= thickest && bottom - top >= shortest)
      vertical.push({ at: (left + right) / 2, from: top, to: bottom });
    return;
  }
  corners.slice(1).forEach(([x, y], i) => {
    const [beforeX, beforeY] = corners[i] as readonly [number, number];
    if (Math.abs(y - beforeY) < 1 && Math.abs(x - beforeX) >= shortest)
      horizontal.push({ at: (y + beforeY) / 2, from: Math.min(x, beforeX), to: Math.max(x, beforeX) });
    else if (Math.abs(x - beforeX) < 1 && Math.abs(y - beforeY) >= shortest)
      vertical.push({ at: (x + beforeX) / 2, from: Math.min(y, beforeY), to: Math.max(y, beforeY) });
  });
}

type Operators = Readonly<Record<string, number>>;

async function rulingsOn(
  page: PDFPageProxy,
  view: Matrix,
  operators: Operators,
): Promise<Pick<Page, 'horizontal' | 'vertical'>> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const horizontal: Ruling[] = [];
  const vertical: Ruling[] = [];
  const fills = [operators.fill, operators.eoFill, operators.fillStroke, operators.eoFillStroke];
  const strokes = [operators.stroke, operators.closeStroke];
  let matrix = view;
  const saved: Matrix[] = [];
  fnArray.forEach((operator, i) => {
    const given = argsArray[i];
    if (operator === operators.save) saved.push(matrix);
    else if (operator === operators.restore || operator === operators.paintFormXObjectEnd) matrix = saved.pop() ?? view;
    else if (operator === operators.transform) matrix = times(matrix, given);
    else if (operator === operators.paintFormXObjectBegin) {
      saved.push(matrix);
      if (given?.[0]) matrix = times(matrix, given[0]);
    } else if (operator === operators.constructPath) {
      const [paint, [path]] = given as [number, [ArrayLike<number> | null]];
      const isFilled = fills.includes(paint);
      if (path === null || (!isFilled && !strokes.includes(paint))) return;
      for (const corners of subpathsOf(path))
        addRulings(
          corners.map(([x, y]) => pointOn(matrix, x, y)),
          isFilled,
          horizontal,
          vertical,
        );
    }
  });
  return { horizontal, vertical };
}

export async function readPage(page: PDFPageProxy, operators: Operators): Promise<Page> {
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const view = transform as unknown as Matrix;
  const words = await wordsOn(page, view);
  const rulings = await rulingsOn(page, view, operators);
  return { width, height, words, ...rulings };
}
