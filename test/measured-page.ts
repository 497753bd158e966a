import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { pointsPerMillimetre } from '../src/core/publication/layout.ts';

export interface MeasuredText {
  readonly text: string;
  /** Millimetres from the left and the top of the page; of the em boxes, not of the ink. */
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}
export interface MeasuredPage {
  readonly width: number;
  readonly height: number;
  readonly lines: readonly MeasuredText[];
  /** Widths and places of horizontal strokes in a red, in millimetres. */
  readonly redRules: readonly { readonly left: number; readonly right: number; readonly top: number }[];
}

interface Item {
  readonly str: string;
  readonly transform: number[];
  readonly width: number;
}
type Matrix = readonly [number, number, number, number, number, number];

/** How far above the baseline the em box of a Chinese font ends. */
const ascent = 0.88;

const place = ({ str, transform, width }: Item, height: number): MeasuredText => {
  const [size = 0, , , , x = 0, y = 0] = transform;
  const top = height - y - ascent * size;
  const edges = { left: x, right: x + width, top, bottom: top + size };
  const scaled = Object.fromEntries(Object.entries(edges).map(([edge, at]) => [edge, at / pointsPerMillimetre]));
  return { text: str, ...(scaled as typeof edges) };
};

/** Pieces of text on one baseline as one line, from left to right. */
function linesOf(items: readonly MeasuredText[]): MeasuredText[] {
  const lines: MeasuredText[] = [];
  for (const item of items.filter(({ text }) => text.trim() !== '').sort((a, b) => a.top - b.top || a.left - b.left)) {
    const last = lines.at(-1);
    if (last === undefined || Math.abs(last.bottom - item.bottom) > 2) lines.push(item);
    else
      lines[lines.length - 1] = {
        text: item.left < last.left ? item.text + last.text : last.text + item.text,
        left: Math.min(last.left, item.left),
        right: Math.max(last.right, item.right),
        top: Math.min(last.top, item.top),
        bottom: Math.max(last.bottom, item.bottom),
      };
  }
  return lines;
}

const multiply = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[2] * n[1],
  m[1] * n[0] + m[3] * n[1],
  m[0] * n[2] + m[2] * n[3],
  m[1] * n[2] + m[3] * n[3],
  m[0] * n[4] + m[2] * n[5] + m[4],
  m[1] * n[4] + m[3] * n[5] + m[5],
];

const isRed = (color: string): boolean => {
  const [red = 0, green = 255, blue = 255] = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  return red > 180 && green < 60 && blue < 60;
};

function redRulesIn(operators: { fnArray: number[]; argsArray: unknown[] }, height: number) {
  const rules: { left: number; right: number; top: number }[] = [];
  const stack: Matrix[] = [];
  let matrix: Matrix = [1, 0, 0, 1, 0, 0];
  let stroke = '#000000';
  for (const [i, operator] of operators.fnArray.entries()) {
    const found = operators.argsArray[i] as never[];
    if (operator === OPS.save) stack.push(matrix);
    else if (operator === OPS.restore) matrix = stack.pop() ?? matrix;
    else if (operator === OPS.transform) matrix = multiply(matrix, found as unknown as Matrix);
    else if (operator === OPS.setStrokeRGBColor) stroke = String(found[0]);
    else if (operator === OPS.constructPath && isRed(stroke)) {
      const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = Array.from(found[2] as unknown as Float32Array);
      const [a, b] = [multiply(matrix, [1, 0, 0, 1, x1, y1]), multiply(matrix, [1, 0, 0, 1, x2, y2])];
      const [left, right, top] = [a[4], b[4], height - a[5]].map((at) => at / pointsPerMillimetre);
      rules.push({ left: left as number, right: right as number, top: top as number });
    }
  }
  return rules;
}

/** The pages of a PDF in millimetres, as a ruler would find them. */
export async function measuredPages(bytes: Uint8Array): Promise<MeasuredPage[]> {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const pages: MeasuredPage[] = [];
  for (let n = 1; n <= document.numPages; n++) {
    const page = await document.getPage(n);
    const { width, height } = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent();
    const texts = items.flatMap((item) => ('str' in item ? [place(item as Item, height)] : []));
    pages.push({
      width: width / pointsPerMillimetre,
      height: height / pointsPerMillimetre,
      lines: linesOf(texts),
      redRules: redRulesIn(await page.getOperatorList(), height),
    });
  }
  await document.destroy();
  return pages;
}
