import { units } from '../../../../core/quantity.ts';
import type { Comparator } from '../../extraction.ts';
import words from '../../vocabulary/table-words.json' with { type: 'json' };
import { comparatorAfter, comparatorBefore } from '../comparators.ts';
import { arabicNumeral, narrow } from '../numerals.ts';

/** A cell that is a figure and nothing else. */
export interface CellFigure {
  /** Exact decimals: the value, or the two bounds of a range. */
  readonly values: readonly string[];
  readonly comparator: Comparator;
  /** A unit printed in the cell itself; '' without one. */
  readonly unit: string;
  /** In square brackets: plans write the total over their years so. */
  readonly bracketed: boolean;
}

const yearOnly = /^(?:19|20)\d{2}\s*年?(?:\s*[-—–~～至到]+\s*(?:19|20)?\d{2}\s*年?)?$/;
const footnote = /(?:[①-⑳*＊]|\[\d\]|\(\d\))$/;
const joint = /^\s*(?:[-–—~～至到])+\s*/;
const blanks = new Set(words.blankMarks);

/** Four digits alone may well be a figure: only its column can tell. */
const saysYear = (text: string): boolean => /年|[-—–~～至到]/.test(text) && yearOnly.test(text);

export const isYearText = (text: string): boolean => yearOnly.test(narrow(text).trim());

/** An empty cell, or one that a mark says is empty. */
export const isNothing = (text: string): boolean => text.trim() === '' || blanks.has(text.trim());

/** Reads “1,397,034”, “≥85%”, “3-5”, “120以上”, “［200］”; null for words, years and empty cells. */
export function cellFigure(cell: string): CellFigure | null {
  const text = narrow(cell).trim();
  if (isNothing(text) || saysYear(text)) return null;
  const bracket = /^[[〔［【](.+)[\]〕］】]$/.exec(text)?.[1];
  const plain = (bracket ?? text).replace(footnote, (mark, at: number) =>
    at > 0 && /[\d%]/.test(text[at - 1] ?? '') ? '' : mark,
  );
  const found = figureIn(plain.trim());
  return found === null ? null : { ...found, bracketed: bracket !== undefined };
}

function figureIn(text: string): Omit<CellFigure, 'bracketed'> | null {
  const first = /[-+−±]?\d/.exec(text);
  if (first === null) return null;
  const before = first.index === 0 ? null : comparatorBefore(text, first.index, false);
  if (first.index > 0 && (before === null || text.slice(0, before.start).trim() !== '')) return null;
  const low = signed(text, first.index);
  if (low === null) return null;
  const between = joint.exec(text.slice(low.end).replace(/^%/, ''));
  const skipped = text[low.end] === '%' && between !== null ? 1 : 0;
  const high = between === null ? null : signed(text, low.end + skipped + between[0].length);
  const values = high === null ? [low.value] : [low.value, high.value];
  const rest = text.slice((high ?? low).end).trim();
  const close = closing(rest);
  if (close === null) return null;
  const comparator = high !== null ? 'range' : (before?.comparator ?? close.comparator ?? '=');
  return { values, comparator, unit: close.unit };
}

function signed(text: string, at: number): { value: string; end: number } | null {
  const sign = /[-+−±]/.test(text[at] ?? '') ? (text[at] as string) : '';
  const number = arabicNumeral(text, at + sign.length);
  if (number === null) return null;
  return { value: (sign === '-' || sign === '−' ? '-' : '') + number.value, end: number.end };
}

/** What may follow the digits: a unit, then a word such as 以上 or 左右. */
function closing(rest: string): { unit: string; comparator: Comparator | null } | null {
  if (rest === '') return { unit: '', comparator: null };
  for (let end = rest.length; end >= 0; end -= 1) {
    const unit = rest.slice(0, end).trim();
    const word = rest.slice(end).trim();
    const after = word === '' ? null : comparatorAfter(word, 0);
    if (word !== '' && after?.end !== word.length) continue;
    if (unit === '' || units.parse(unit) !== null) return { unit, comparator: after?.comparator ?? null };
  }
  return null;
}
