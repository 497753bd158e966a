import type { Span } from '../../../../core/document.ts';
import words from '../../vocabulary/table-words.json' with { type: 'json' };
import { displayWidth, type Line } from '../lines.ts';

/** A word of a line, parted from the next by blanks; `column` and `edge` are its display columns. */
export interface Token extends Span {
  readonly text: string;
  readonly column: number;
  readonly edge: number;
}

export function tokensOf(line: Line, separator: RegExp = /\s+/g): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  let column = 0;
  const push = (end: number) => {
    const text = line.text.slice(at, end);
    const width = displayWidth(text);
    if (text !== '') tokens.push({ text, start: line.from + at, end: line.from + end, column, edge: column + width });
    column += width;
  };
  for (const found of line.text.matchAll(separator)) {
    push(found.index);
    column += displayWidth(found[0]);
    at = found.index + found[0].length;
  }
  push(line.text.length);
  return tokens;
}

const figure =
  /^(?:[≥≤><＞＜≧≦~～约]|不低于|不少于|超过|达到)?\s*[-+−±]?\d[\d,，]*(?:\.\d+)?(?:\s*[-—–~～至]\s*\d[\d,，]*(?:\.\d+)?)?\s*(?:[%％‰])?(?:以上|以下|以内|左右)?$/;

const halfWidth = (text: string): string =>
  text.replace(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));

const bracketed = /^[[〔［【](.+)[\]〕］】]$/;

export const isFigureToken = (text: string): boolean => figure.test(halfWidth(bracketed.exec(text)?.[1] ?? text));

const marks = new Set(words.blankMarks);
const attributes = new Set(words.attributes);

/** What may stand behind the label of a row: a figure, a mark for none, the attribute of an indicator. */
export const isTail = (text: string): boolean =>
  isFigureToken(text) || marks.has(text) || attributes.has(text.replace(/[[\]【】（）()]/g, ''));

export const isLandCode = (text: string): boolean => /^[A-Z]{1,2}\d{0,3}$/.test(text);
export const isSerial = (text: string): boolean => /^[（(]?\d{1,3}[）).、]?$/.test(text);
export const isYear = (text: string): boolean => /^(?:19|20)\d{2}\s*年?$/.test(text);
